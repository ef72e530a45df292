// A cell of a table that is edited in place writes one field of one row, with its undo.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ListKind } from "../../ipc/bindings.gen";
import type { Cell } from "../fields/EditableCell";
import { choice, filled, type TypedSpec } from "../fields/specs";
import { useToast } from "../ui/toast";
import { tableQueries, useChange } from "./queries";

type Wanted = { id: string; field: string; label: string; value: string; spec: TypedSpec; words?: Readonly<Record<string, string>>; toStored?: (typed: string) => string | null };

export function useRowEdit(kind: ListKind) {
  const { t } = useTranslation("table");
  const toast = useToast();
  const { mutateAsync } = useChange();
  const { data: members = [] } = useQuery(tableQueries.owners());

  const edit = ({ id, field, label, value, spec, words, toStored = filled }: Wanted): Cell => ({
    key: field, label, spec, value, words, stored: toStored,
    save: async (typed) => {
      const { action } = await mutateAsync({ kind, which: { rows: [id] }, change: { set: { field, value: toStored(typed) } } });
      if (action !== null) toast.say(t("edited", { field: label }), [action]);
    },
  });
  /** Who looks after a row: one of the team, or nobody in particular. */
  const owner = (id: string, label: string, value: string): Cell =>
    edit({ id, field: "owner", label, value, spec: choice(members.map((one) => one.id)), words: Object.fromEntries(members.map((one) => [one.id, one.name])) });
  return { edit, owner };
}
