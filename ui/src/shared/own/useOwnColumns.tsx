// The fields of the team's own as columns and filters of a table. A column shows itself when it is chosen.
import { useTranslation } from "react-i18next";
import type { FieldView, ListKind } from "../../ipc/bindings.gen";
import { Quiet } from "../table/cells";
import type { Column } from "../table/columns";
import type { FilterSpec } from "../table/Filters";
import { useRowEdit } from "../table/useRowEdit";
import { ownSpec, useOwnWords } from "./own";
import { useOwnFields } from "./queries";

export type OwnRow = { id: string; fields?: { [id in string]?: string } };

const widths = { text: "minmax(96px, 12%)", number: "96px", date: "104px", choice: "96px", choices: "minmax(112px, 14%)", yes_no: "64px", link: "minmax(112px, 14%)" } as const;

export function useOwnColumns<Row extends OwnRow>(noun: ListKind): readonly Column<Row>[] {
  const fields = useOwnFields(noun);
  const { edit } = useRowEdit(noun);
  const { options, said } = useOwnWords();
  const held = (row: Row, { id }: FieldView) => row.fields?.[id] ?? "";
  return fields.filter(({ retired }) => !retired).map((field): Column<Row> => ({
    key: field.id, head: field.name, width: widths[field.kind], hidden: true, sort: field.id, end: field.kind === "number",
    cell: (row) => {
      const shown = said(field, held(row, field));
      return <Quiet><span title={shown}>{shown}</span></Quiet>;
    },
    edit: (row) => {
      const value = held(row, field);
      return edit({ id: row.id, field: field.id, label: field.name, value, spec: field.kind === "text" ? { control: "text", required: false, check: null } : ownSpec(field, value), words: options(field) });
    },
  }));
}

/** One that was put away may still be asked for by a kept view. */
export function useOwnFilters(noun: ListKind): readonly FilterSpec[] {
  const { t } = useTranslation("custom");
  const fields = useOwnFields(noun);
  const { options } = useOwnWords();
  return fields.map((field): FilterSpec => {
    const of = { field: field.id, label: field.name, empty: t("nothing"), away: field.retired };
    if (field.kind === "date") return { ...of, days: "both" };
    if (field.kind === "number") return { ...of, asks: "range" };
    if (field.kind === "text" || field.kind === "link") return { ...of, asks: "text" };
    return { ...of, names: options(field) };
  });
}
