// Codes of the import in words: nouns, fields, delimiters, notes. An unknown code stays readable.
import { useTranslation } from "react-i18next";
import type { ImportNote } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";

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
