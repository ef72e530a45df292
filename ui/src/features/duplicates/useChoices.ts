// Which value of each field stays, chosen with the arrow keys: the field under the cursor takes the left or
// the right value.
import { useState } from "react";
import type { Field, Take, Taken } from "../../ipc/bindings.gen";
import { useActions } from "../../shared/keys/actions";

export type Choices = {
  at: number;
  take: (field: Field) => Take;
  choose: (index: number, take: Take) => void;
  /** What differs from what core offers. */
  taken: Taken[];
};

export function useChoices(fields: readonly Field[]): Choices {
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Readonly<Record<string, Take>>>({});
  const take = (field: Field) => chosen[field.name] ?? field.take;
  const choose = (index: number, to: Take) => {
    const field = fields[index];
    if (field === undefined) return;
    setAt(index);
    setChosen({ ...chosen, [field.name]: to });
  };
  const go = (by: number) => setAt(Math.min(fields.length - 1, Math.max(0, at + by)));
  useActions([
    { id: "duplicates.left", run: () => choose(at, "one"), silent: true },
    { id: "duplicates.right", run: () => choose(at, "other"), silent: true },
    { id: "duplicates.fieldDown", run: () => go(1), silent: true },
    { id: "duplicates.fieldUp", run: () => go(-1), silent: true },
  ]);
  const taken = fields.filter((field) => take(field) !== field.take).map((field) => ({ field: field.name, take: take(field) }));
  return { at, take, choose, taken };
}
