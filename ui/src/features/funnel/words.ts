// Figures in words: a share with its interval, days or "not reached", what a group is called.
import { useTranslation } from "react-i18next";
import type { FunnelBy, FunnelGroup, Share } from "../../ipc/bindings.gen";
import { type Formats, useFormat } from "../../shared/format/useFormat";

const percent = (share: number | null) => `${Math.round((share ?? 0) * 100)}`;

/** "44% (40–48)"; below five "2 of 4". */
export function shareWords(f: Formats, { k, n, interval }: Share): string {
  if (n === 0) return "–";
  const share = f.share(k, n);
  return n < 5 || interval === null ? share : `${share} (${percent(interval.low)}–${percent(interval.high)})`;
}

export function useFunnelWords() {
  const { t } = useTranslation("funnel");
  const f = useFormat();
  const group = (by: FunnelBy, { key, name }: Pick<FunnelGroup, "key" | "name">): string => {
    if (key === "") return t(by === "owner" ? "group.pool" : "group.unknown");
    if (by === "size") return t(`size.${key === "small" ? "small" : key === "medium" ? "medium" : "large"}`);
    if (by === "grade") return t("group.grade", { grade: key });
    return name ?? key;
  };
  return {
    t, f, group,
    share: (share: Share) => shareWords(f, share),
    days: (days: number | null) => (days === null ? t("times.notReached") : t("times.days", { count: days })),
  };
}
