// Codes of the import in words: nouns, fields, delimiters, notes. An unknown code stays readable.
import { useTranslation } from "react-i18next";
import type { ImportNote, ListKind } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { fieldKinds } from "../../shared/own/own";
import { useOwnFields } from "../../shared/own/queries";

const delimiters: Record<string, "comma" | "semicolon" | "tab" | "pipe"> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" };

export function useImportWords() {
  const { t, i18n } = useTranslation("exchange");
  const format = useFormat();
  const known = (key: string, fallback: string, params: Record<string, unknown> = {}): string =>
    i18n.t(`exchange:${key}`, { ...params, defaultValue: fallback });

  return {
    number: format.number,
    noun: (noun: string) => known(`noun.${noun}`, noun),
    field: (field: string, noun: string | null = null) => known(`field.${noun ?? ""}_${field}`, known(`field.${field}`, field)),
    reason: (reason: string) => known(`reason.${reason}`, reason),
    delimiter: (sign: string) => {
      const name = delimiters[sign];
      return name === undefined ? "" : t(`delimiter.${name}`);
    },
    note: ({ code, params }: ImportNote): string => {
      const rows = Number(params["rows"] ?? params["count"]);
      const said = Number.isFinite(rows) ? { ...params, count: rows, rows: format.number(rows) } : params;
      const rest = Object.entries(params).map(([name, value]) => `${name} ${value}`).join(", ");
      return known(`note.${code}`, t("note.other", { code, rest }), said);
    },
  };
}

/** Rows that may have fields of the team's own. */
const owners = ["people", "organizations", "deals"] as const satisfies readonly ListKind[];

export const ownerOf = (noun: string | null): ListKind | undefined => owners.find((one) => one === noun);

/** The field that a column becomes, in words: one there is, one of the team's own, or a new one. */
export function useFieldWords(noun: string | null): (field: string) => string {
  const { t } = useTranslation(["exchange", "custom"]);
  const words = useImportWords();
  const own = useOwnFields(ownerOf(noun) ?? "people");
  return (field) => {
    const kind = fieldKinds.find((one) => field === `new:${one}`);
    if (kind !== undefined) return t("columns.newField", { kind: t(`custom:kind.${kind}`) });
    return field.startsWith("own:") ? (own.find(({ id }) => field === `own:${id}`)?.name ?? t("columns.own")) : words.field(field, noun);
  };
}
