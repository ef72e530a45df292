// How holding is said: the days left, why a deal changed hands, what keeps somebody from claiming it.
import { useTranslation } from "react-i18next";
import type { ClaimBar, HeldWhy, TurnoverClock } from "../../ipc/bindings.gen";
import { useErrorWords } from "../../shared/ui/ErrorNote";

type Told = { why: HeldWhy | null; reason: string | null; rule: string | null; clock: TurnoverClock | null; days: number | null };

/** "按规则「常用」：7 天没有真实触达", "移交 · 休假". */
export function useWhyWords(): (told: Told) => string {
  const { t } = useTranslation("holding");
  return ({ why, reason, rule, clock, days }) => {
    const first = why === "turned_over" && clock !== null ? t(`by.${clock}`, { rule: rule ?? t("rule.gone"), count: days ?? 0 }) : why === null ? "" : t(`why.${why}`);
    return [first, reason].filter(Boolean).join(" · ");
  };
}

/** Why a deal cannot be claimed, in the words of the refusal. */
export function useBarWords(): (bar: ClaimBar) => string {
  const words = useErrorWords();
  return ({ code, params }) => words({ code, params, detail: "" });
}
