// A person in a short list: initials, name, what they are there.
import type { PersonRef } from "../../ipc/bindings.gen";
import { usePersonName } from "../format/personName";
import { Initials } from "../ui/Initials";
import css from "./record.module.css";

/** For a link around the whole line. */
export const plainLink = css.plain ?? "";

export function PersonLine({ person, note }: { person: PersonRef; note: string | null }) {
  const called = usePersonName();
  return (
    <div className={css.line}>
      <Initials name={person.name} size={24} />
      <span className={`${css.lead} tl-ellipsis`}>{called(person.name)}</span>
      {note === null || note === "" ? null : <span className={`${css.quiet} tl-ellipsis`}>{note}</span>}
    </div>
  );
}
