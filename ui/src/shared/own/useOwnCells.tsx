// The fields of the team's own as cells of a record that are edited in place.
import type { FieldView, HeldView, ListKind } from "../../ipc/bindings.gen";
import type { Cell } from "../fields/EditableCell";
import { useRowEdit } from "../table/useRowEdit";
import { useToast } from "../ui/toast";
import { ownSpec, useOwnWords } from "./own";
import { useOpenLink, useOwnFields } from "./queries";

/** Those put away stand here only while the record holds something in them. */
export function useOwnCells(noun: ListKind, id: string, held: readonly HeldView[] | undefined): Cell[] {
  const fields = useOwnFields(noun);
  const { edit } = useRowEdit(noun);
  const { options, said } = useOwnWords();
  const valueOf = (field: FieldView) => held?.find((one) => one.field === field.id)?.value ?? "";
  return fields.flatMap((field) => {
    const value = valueOf(field);
    if (field.retired && value === "") return [];
    return {
      ...edit({ id, field: field.id, label: field.name, value, spec: ownSpec(field, value), words: { ...options(field), [value]: said(field, value) } }),
      quiet: value === "",
      ...(field.kind === "link" && value !== "" ? { link: <Link to={value} shown={said(field, value)} /> } : {}),
    };
  });
}

function Link({ to, shown }: { to: string; shown: string }) {
  const open = useOpenLink();
  const toast = useToast();
  return (
    <a
      href={to}
      onClick={(event) => {
        event.preventDefault();
        open.mutate(to, { onError: toast.fail });
      }}
    >
      {shown}
    </a>
  );
}
