// The funnel as the fake knows it: ten won of forty, so that pages have something to show.
import type { Bar, Funnel, FunnelGroup, Plan, Share } from "../bindings.gen";
import type { Commands } from "../transport";
import { stages, words } from "./cast";
import { NOW, TODAY } from "./world";

type Say = (word: { zh: string; en: string }) => string;
type Options = { empty: boolean; say: Say; commit: (nouns: string[], label: string) => { action: string; label: string } };

const share = (k: number, n: number): Share => ({ k, n, interval: n === 0 ? null : { low: Math.max(0, k / n - 0.1), high: Math.min(1, k / n + 0.1) } });

/** Bars whose deals reached this far; of those that went no further every third is still open, the rest lost. */
function group(key: string, name: string | null, reached: readonly number[]): FunnelGroup {
  const all = reached[0] ?? 0;
  const bars = reached.map((count, row): Bar => {
    const next = reached[row + 1];
    const stayed = next === undefined ? 0 : count - next;
    const open = Math.floor(stayed / 3);
    return { reached: count, moved: count - stayed, open, lost: stayed - open, of_previous: share(count, reached[row - 1] ?? count), of_all: share(count, all) };
  });
  const [open, lost, won] = [bars.reduce((sum, bar) => sum + bar.open, 0), bars.reduce((sum, bar) => sum + bar.lost, 0), reached.at(-1) ?? 0];
  return { key, name, bars, won, lost, open, win: share(won, won + lost) };
}

export function fakeFunnel({ empty, say, commit }: Options) {
  const named = stages.slice(0, 9);
  const pipeline = () => ({ id: "pl1", name: say(words.pipeline) });
  const reached = empty ? named.map(() => 0) : named.map((_, row) => 40 - row * 4 + (row === 8 ? 2 : 0));
  const measured = (by: string | null): Funnel => ({
    pipeline: pipeline(), pipelines: [pipeline()], at: NOW, day: TODAY,
    stages: named.map((stage, row) => ({ id: `s-${stage.en}`, name: say(stage), kind: row < 3 ? "lead" : row === 3 ? "qualified" : row < 8 ? "opportunity" : "won", limit_days: row === 8 ? null : 14 })),
    total: group("", null, reached),
    groups: by === null ? [] : [group("g1", say({ zh: "转介绍", en: "Referral" }), reached.map((count) => Math.ceil(count / 2))), group("", null, reached.map((count) => Math.floor(count / 2)))],
    times: named.map((stage, row) => ({ stage: `s-${stage.en}`, n: empty || row === 8 ? 0 : 30, open: 4, days: { p50: 5 + row, p75: 12 + row, p90: row % 2 === 0 ? 30 : null }, closed_only: 4 + row, undated: row === 0 ? 2 : 0 })),
    cycle: { n: empty ? 0 : 38, open: 9, won_share: 0.3, lost_share: 0.5, open_share: 0.2, won: { p50: null, p75: null, p90: null }, closed: { p50: 62, p75: 110, p90: null }, closed_only: 41, undated: 2 },
    undated: 0, later: 0,
  });
  let target: Plan["target"] = { deals: 1 };
  const plan = (): Plan => {
    const deals = target.deals ?? 2.5;
    return {
      pipeline: pipeline(), pipelines: [pipeline()], day: TODAY, target, deals, mean: { minor: 8_600_000, currency: "CNY" }, mean_of: 10,
      leads: { own: 4 * deals, low: 3 * deals, high: 6 * deals, textbook: 15 * deals, rate: share(10, 40) }, visits: { own: null, low: null, high: null, textbook: 5 * deals, rate: share(3, 12) }, quotes: { own: 2.2 * deals, low: 1.6 * deals, high: 3 * deals, textbook: null, rate: share(10, 22) },
      members: 2, sizes: [{ size: "small", share: share(4, 20), textbook: 20 }, { size: "medium", share: share(12, 20), textbook: 70 }, { size: "large", share: share(4, 20), textbook: 10 }], size_unknown: 3,
      forecasts: empty ? [] : [{ currency: "CNY", deals: 9, sum: 35_600_000, by_stage: { low: 6_000_000, mid: 14_200_000, high: 22_400_000 }, by_history: { low: 4_000_000, mid: 9_800_000, high: 18_000_000 }, borrowed: 2 }],
    };
  };
  return {
    funnelGet: async (input) => measured(input.by),
    funnelDeals: async () => ({ rows: [], total: 0, sum: [] }),
    planGet: async () => plan(),
    planSetTarget: async (next) => {
      target = next;
      return commit(["settings"], "plan_target_set");
    },
    dealsStopped: async () => ({ rows: [], total: 0, spread: { n: 3, untold: 0, p25: null, p50: null, p75: null } }),
    dealsTouchSpread: async () => ({ n: 12, untold: 1, p25: 7, p50: 10, p75: 13 }),
    dealsNeeds: async () => [{ field: "close_on", own: null }],
    dealsEnter: async () => commit(["deals", "stage_moves"], "deal_moved"),
    lostReasonsGet: async () => null,
    lostReasonsSet: async () => commit(["settings"], "lost_reasons_set"),
  } satisfies Partial<Commands>;
}
