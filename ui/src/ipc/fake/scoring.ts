// Scores of the fake core: rules that are kept once saved, a grid and lines that stand still.
import type { ScoreGrid, ScoreRules, ScoreView } from "../bindings.gen";
import type { Commands } from "../transport";

type Name = "scoringRules" | "scoringSuggested" | "scoringSave" | "scoringSimulate" | "scoringGrid" | "scoringExplain";
type Around = { now: number; commit: (nouns: string[], label: string) => { action: string } };

const suggested: ScoreRules = {
  fit: [{ field: "organization.employees", own: null, op: "at_least", values: ["50"], points: 20 }, { field: "organization.grade", own: null, op: "is", values: ["A"], points: 40 }],
  engagement: [{ taking: "real", channel: "call", direction: null, outcome: null, days: 30, points: 10, per_day: 1, once: false }],
  grades: { a: 60, b: 40, c: 20 },
  levels: { four: 80, three: 40, two: 10 },
};

export function fakeScoring({ now, commit }: Around): Pick<Commands, Name> {
  let rules: ScoreRules | null = null;
  const grid = (scored: boolean): ScoreGrid => ({
    scored, undated: 1, until: now,
    cells: scored
      ? [
          { fit: "A", level: 4, open: 3, closed: 12, won: 9, interval: { low: 0.468, high: 0.911 } },
          { fit: "A", level: 2, open: 5, closed: 4, won: 3, interval: null },
          { fit: "C", level: 1, open: 9, closed: 20, won: 0, interval: { low: 0, high: 0.161 } },
          { fit: null, level: null, open: 2, closed: 0, won: 0, interval: null },
        ]
      : [],
  });
  const score = (): ScoreView => ({
    scored: rules !== null, fit: rules === null ? null : "A", fit_points: 60, asked: 2, known: 2, level: rules === null ? null : 2, level_points: 10, until: now, closed: false,
    fit_lines: suggested.fit.map((rule) => ({ rule, name: null, found: rule.values[0] ?? "", points: rule.points })),
    level_lines: suggested.engagement.map((rule) => ({ rule, touchpoint: "t1", at: now, day_only: false, channel: "call", direction: "outbound", outcome: "reached", summary: null, points: rule.points })),
  });
  return {
    scoringRules: async () => rules,
    scoringSuggested: async () => structuredClone(suggested),
    scoringSave: async (next) => {
      rules = next.fit.length + next.engagement.length === 0 ? null : next;
      return commit(["settings", "deals"], "scoring_saved");
    },
    scoringSimulate: async () => grid(true),
    scoringGrid: async () => grid(rules !== null),
    scoringExplain: async () => score(),
  };
}
