// What the import noticed, in sentences. A code without a sentence of its own is still told.
import { IconInfoCircle } from "@tabler/icons-react";
import type { ImportNote } from "../../ipc/bindings.gen";
import css from "./exchange.module.css";
import { useImportWords } from "./words";

export function Notes({ notes }: { notes: readonly ImportNote[] }) {
  const words = useImportWords();
  if (notes.length === 0) return null;
  return (
    <ul className={css.notes}>
      {notes.map((note, index) => (
        <li key={index}>
          <IconInfoCircle size={16} aria-hidden />
          {words.note(note)}
        </li>
      ))}
    </ul>
  );
}
