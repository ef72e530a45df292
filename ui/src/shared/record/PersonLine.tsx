// A person in a short list: initials, name, what they are there.
import type { PersonRef } from "../../ipc/bindings.gen";
import { Initials } from "../ui/Initials";
import css from "./record.module.css";

/** For a link around the whole line. */
export const plainLink = css.plain ?? "";

export function PersonLine({ person, note }: { person: PersonRef; note: string | null }) {
  return (
    <div className={css.line}>
      <Initials name={person.name} size={24} />
      <span className={`${css.lead} tl-ellipsis`}>{person.name}</span>
      {note === null || note === "" ? null : <span className={`${css.quiet} tl-ellipsis`}>{note}</span>}
    </div>
  );
}
