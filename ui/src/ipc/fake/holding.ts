// Holding of the fake core: a pool, one rule, wishes for more time. It keeps what is saved, so that pages can be
// tried; which deal a rule takes is only good enough to look at.
import type { DaysLeft, DealRow, ExtensionView, HoldingRecord, HoldingSettings, Lying, PoolView, RuleInput, RuleView, Simulation } from "../bindings.gen";
import type { Commands } from "../transport";
import { NOW, TODAY } from "./world";

type Say = (word: { zh: string; en: string }) => string;
type Around = { empty: boolean; say: Say; deals: () => DealRow[]; commit: (nouns: string[], label: string) => { action: string; label: string } };

const DAY = 86_400_000;

export function fakeHolding({ empty, say, deals, commit }: Around) {
  let settings: HoldingSettings = { senior: ["A", "B"], junior: ["C", "D"], quarantine_days: 7, claims_a_day: 5 };
  let pools: PoolView[] = [];
  let rules: RuleView[] = [];
  const wishes: ExtensionView[] = [];
  const locks = new Map<string, string>();
  /** Given back meanwhile, and claimed. */
  const moved = new Map<string, boolean>();
  const open = () => (empty ? [] : deals().filter(({ stage_kind }) => stage_kind !== "won" && stage_kind !== "lost"));
  /** Two lie in the pool from the start. */
  const first = () => open().slice(-2).map(({ id }) => id);
  const pooled = (row: DealRow) => moved.get(row.id) ?? first().includes(row.id);
  const left: DaysLeft = { days: 2, on: "2026-11-21", clock: "silence", rule: say({ zh: "常用", en: "Usual" }), warned: true };
  const lying: Lying = { since: NOW - 2 * DAY, why: "turned_over", reason: null, rule: left.rule, clock: "silence", days: 7, former: say({ zh: "王磊", en: "Wang Lei" }), quarantine: "2026-11-24", pool: null, grade: "B", barred: null };
  const record = (id: string): HoldingRecord => {
    const row = deals().find((deal) => deal.id === id);
    const free = row !== undefined && pooled(row);
    return {
      left: free || locks.has(id) ? null : left,
      locked_at: locks.has(id) ? NOW : null, locked_why: locks.get(id) ?? null,
      extensions: wishes.filter(({ deal }) => deal === id),
      lying: free ? lying : null,
      history: [
        ...(free ? [{ id: "h2", member: null, at: NOW - 2 * DAY, day_only: false, why: "turned_over" as const, reason: null, rule: left.rule, clock: "silence" as const, days: 7, pool: null, void: false, told: false, can_undo: true }] : []),
        { id: "h1", member: lying.former, at: NOW - 9 * DAY, day_only: false, why: "handed_over" as const, reason: null, rule: null, clock: null, days: null, pool: null, void: false, told: false, can_undo: false },
      ],
    };
  };
  const print = (rule: RuleInput) => JSON.stringify({ ...rule, id: null, name: "", warn_days: 0 });
  const simulate = (rule: RuleInput): Simulation => {
    if (rule.held_days === null && rule.silent_days === null) throw { code: "rule_without_clock", params: {}, detail: "" };
    const held = open().filter((row) => !pooled(row));
    const taken = rule.silent_days === 1 ? held : held.slice(0, 2);
    return {
      print: print(rule), night: "2026-11-20", total: taken.length, quotes: Math.min(1, taken.length), held: held.length, everything: held.length > 0 && taken.length === held.length,
      holders: taken.length === 0 ? [] : [{ holder: taken[0]?.holder ?? null, count: taken.length }],
      rows: taken.map((deal, index) => ({ deal, clock: "silence", days: 7, quote: index === 0 })), more: 0,
    };
  };
  return {
    holdingGet: async (id) => structuredClone(record(id)),
    holdingToday: async () => ({
      warned: rules.some(({ active }) => active) ? open().filter((row) => !pooled(row)).slice(0, 1).map((deal) => ({ deal, left, quote: true, asked: false })) : [],
      warned_more: 0, asks: structuredClone(wishes.filter(({ state }) => state === "asked")), gone_back: [], room: { held: 6, cap: 10 }, pool: open().filter(pooled).length,
    }),
    holdingSettings: async () => settings,
    holdingSet: async (next) => {
      settings = next;
      return commit(["settings"], "holding_rules_set");
    },
    holdingLock: async (deal, why) => {
      if (why === null) locks.delete(deal);
      else locks.set(deal, why);
      return commit(["deals"], why === null ? "deal_unlocked" : "deal_locked");
    },
    poolList: async () => {
      const rows = open().filter(pooled).map((row) => ({ ...row, lying }));
      return { rows, next: null, total: rows.length, without: [] };
    },
    poolClaim: async (deal) => {
      moved.set(deal, false);
      return commit(["holdings", "deals"], "deal_claimed");
    },
    poolReturn: async (ids) => {
      for (const id of ids) moved.set(id, true);
      return commit(["holdings", "deals"], "deal_returned");
    },
    poolTakeBack: async (deal) => {
      moved.set(deal, false);
      return commit(["holdings", "deals"], "return_undone");
    },
    poolSuggest: async () => {
      const member = { id: "m2", name: lying.former ?? "", role: "sales" as const };
      const rows = open().filter(pooled).map((deal) => ({ deal, grade: "B" as const, member, seniority: "senior" as const, region: null, free: 4, why: ["grade" as const, "room" as const] }));
      return { rows, left: 0, room: 4 };
    },
    poolAssign: async (chosen) => {
      for (const { deal } of chosen) moved.set(deal, false);
      return { done: { given: chosen.length, stayed: 0 }, action: commit(["holdings", "deals"], "deals_assigned").action };
    },
    poolsList: async () => pools,
    poolsSave: async (input) => {
      const id = input.id ?? `pool${pools.length}`;
      pools = [...pools.filter((pool) => pool.id !== id), { id, name: input.name, members: input.members, deals: 0 }];
      return { id, action: commit(["pools", "pool_members"], "pool_saved").action };
    },
    poolsArchive: async (id) => {
      pools = pools.filter((pool) => pool.id !== id);
      return commit(["pools"], "pool_archived");
    },
    handoverPreview: async () => ({ deals: 4, open: 3, people: 2, organizations: 1, followups: 5, action: null }),
    handoverRun: async (input) => {
      if (!input.anyway) throw { code: "cap_reached", params: { name: say({ zh: "林悦", en: "Lin Yue" }), held: "9", cap: "10" }, detail: "" };
      return { deals: 4, open: 3, people: 2, organizations: 1, followups: 5, action: commit(["holdings", "deals"], "everything_handed_over").action };
    },
    rulesList: async () => rules,
    rulesSimulate: async (rule) => simulate(rule),
    rulesSave: async (rule, seen, everything) => {
      const simulation = simulate(rule);
      if (seen !== simulation.print) throw { code: "rule_unseen", params: {}, detail: "" };
      if (simulation.everything && !everything) throw { code: "rule_takes_all", params: { count: String(simulation.total) }, detail: "" };
      const id = rule.id ?? `rule${rules.length}`;
      rules = [...rules.filter((one) => one.id !== id), { ...rule, id, active: true }];
      return { id, action: commit(["turnover_rules"], "rule_saved").action };
    },
    rulesStop: async (id) => {
      rules = rules.map((rule) => (rule.id === id ? { ...rule, active: false } : rule));
      return commit(["turnover_rules"], "rule_stopped");
    },
    rulesDelete: async (id) => {
      rules = rules.filter((rule) => rule.id !== id);
      return commit(["turnover_rules"], "rule_deleted");
    },
    rulesApply: async () => [],
    extensionsAsk: async (deal, until_on, reason) => {
      const name = deals().find(({ id }) => id === deal)?.name ?? "";
      wishes.push({ id: `wish${wishes.length}`, deal, name, organization: null, member: lying.former, at: NOW, until_on, reason, state: "asked", granted_until: null, answered_by: null, answered_at: null, note: null });
      return { id: "wish", action: commit(["extensions"], "extension_asked").action };
    },
    extensionsAnswer: async (id, until, note) => {
      const wish = wishes.find((one) => one.id === id);
      if (wish !== undefined) Object.assign(wish, { state: until === null ? "refused" : "granted", granted_until: until, answered_by: TODAY, answered_at: NOW, note });
      return commit(["extensions"], until === null ? "extension_refused" : "extension_granted");
    },
  } satisfies Partial<Commands>;
}
