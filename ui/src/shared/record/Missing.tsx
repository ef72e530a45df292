// A record that cannot be shown: why, or, when the row is not here any more, what its route says instead.
import { asRefused, ErrorNote } from "../ui/ErrorNote";

export type Absent = ((error: unknown) => React.ReactNode) | undefined;

export function Missing({ error, absent }: { error: unknown; absent: Absent }) {
  return absent !== undefined && asRefused(error).code === "row_absent" ? absent(error) : <ErrorNote error={error} />;
}
