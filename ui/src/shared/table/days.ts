// A filter on days: words that core reads ("week", "older:14", "2026-11-01..2026-11-30") and what they
// are called here. `behind`: days that were; `ahead`: days that may still come; `both`: either.
import { useTranslation } from "react-i18next";
import { useFormat } from "../format/useFormat";

export type DayRange = "behind" | "ahead" | "both";

const PERIODS = { behind: ["today", "week", "month"], ahead: ["late", "today", "week", "month", "planned"], both: ["today", "week", "month"] } as const;
const NONE = "none";

/** A period that ends at one's choice. */
export type AskedDays = { older: string } | { from: string; to: string };

/** The word for core, or null while something is missing. */
export function dayWord(asked: AskedDays): string | null {
  if ("older" in asked) return /^\d{1,4}$/.test(asked.older.trim()) ? `older:${Number(asked.older)}` : null;
  const { from, to } = asked;
  return (from === "" && to === "") || (from !== "" && to !== "" && to < from) ? null : `${from}..${to}`;
}

/** What a word asks for, for a form that changes it. */
export function daysOf(word: string | undefined): { older: string; from: string; to: string } {
  const [from = "", to = ""] = word?.includes("..") === true ? word.split("..") : [];
  return { older: word?.startsWith("older:") === true ? word.slice("older:".length) : "30", from, to };
}

/** The offered periods, and the name of any word. */
export function useDayWords(range: DayRange, none: string | undefined) {
  const { t } = useTranslation("table");
  const format = useFormat();
  const nameOf = (word: string): string => {
    if (word === NONE) return none ?? word;
    if (word.startsWith("older:")) return t("period.older", { count: Number(daysOf(word).older) });
    if (word.includes("..")) {
      const { from, to } = daysOf(word);
      if (to === "") return t("period.since", { day: format.day(from) });
      return from === "" ? t("period.until", { day: format.day(to) }) : t("period.span", { from: format.day(from), to: format.day(to) });
    }
    const known = [...PERIODS.behind, ...PERIODS.ahead].find((one) => one === word);
    return known === undefined ? word : t(`period.${known}`);
  };
  return { words: [...PERIODS[range], ...(none === undefined ? [] : [NONE])], nameOf };
}
