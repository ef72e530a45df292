// Months as the values of a filter: this one and the next, whichever they are, then January to December.
import { useTranslation } from "react-i18next";

export function useMonthWords(): readonly (readonly [value: string, label: string])[] {
  const { t, i18n } = useTranslation("table");
  const named = new Intl.DateTimeFormat(i18n.language, { month: "long", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, index) => [String(index + 1).padStart(2, "0"), named.format(Date.UTC(2024, index, 1))] as const);
  return [["this", t("months.this")], ["next", t("months.next")], ...months];
}
