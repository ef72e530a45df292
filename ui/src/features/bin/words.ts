// What a table's rows are called, in the plural or one by one.
import { useTranslation } from "react-i18next";
import known from "../../locales/en/bin.json";

const isKnown = (kind: string): kind is keyof typeof known.kind => kind in known.kind;

export function useKindWords(): (kind: string, form?: "kind" | "one") => string {
  const { t } = useTranslation("bin");
  return (kind, form = "kind") => t(`${form}.${isKnown(kind) ? kind : "other"}`);
}
