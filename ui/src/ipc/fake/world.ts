// The office of the fake: who is there, what is still to do, what was said, in the asked language. What was
// dealt with since the start is kept here, so that every page shows it.
import type { DealGlance, MemberRef, NextStep, PersonRef, TimelineItem, TodayRow, TouchpointView } from "../bindings.gen";
import { cast, type CastMember, givens, surnames, talks, tasks, words } from "./cast";

export const NOW = Date.parse("2026-11-19T09:42:00+08:00");
export const TODAY = "2026-11-19";
export const DAY = 86_400_000;

export const day = (offset: number) => new Date(Date.parse(`${TODAY}T00:00:00Z`) + offset * DAY).toISOString().slice(0, 10);

export type Say = (word: { zh: string; en: string }) => string;

export function makeWorld(say: Say, empty: boolean) {
  const closed = new Set<string>();
  const assigned = new Set<string>();
  const moved = new Map<string, string>();

  const owners = (): MemberRef[] => [{ id: "m1", name: say(words.me), role: "sales" }, { id: "m2", name: say(surnames[1] ?? failure()) + say(givens[2] ?? failure()), role: "founder" }];
  const ref = (one: CastMember): PersonRef => ({ id: one.id, name: say(one.name), organization: say(one.organization), title: say(one.title) });
  const member = (id: string): CastMember => cast.find((one) => one.id === id) ?? cast[0] ?? failure();
  const deal = (one: CastMember): DealGlance => ({
    id: `d-${one.id}`, name: say(one.deal), stage_id: `s-${one.stage.en}`, stage: say(one.stage), stage_kind: "opportunity", days_in_stage: one.stageDays, stale_after: 30,
    amount: one.amount === null ? null : { minor: one.amount, currency: "CNY" }, touch_count: one.touches,
    holder: { id: "m1", name: say(words.me), role: "sales" }, organization: say(one.organization), person: say(one.name),
  });
  const step = (task: (typeof tasks)[number]): NextStep => {
    const due = moved.get(task.id) ?? day(task.days);
    return {
      id: task.id, title: say(task.title), due_on: due, due_at: task.time === null ? null : Date.parse(`${due}T${task.time}:00+08:00`), channel: task.channel,
      days_late: due < TODAY ? -task.days : 0,
    };
  };
  const open = () => (empty ? [] : tasks.filter(({ id }) => !closed.has(id)));
  const rows = (keep: (due: string) => boolean): TodayRow[] =>
    open().filter((task) => keep(moved.get(task.id) ?? day(task.days))).map((task) => ({ ...step(task), person: ref(member(task.person)), at: null }));
  const whoRows: () => TodayRow[] = () =>
    empty || assigned.has("t-who") ? [] : [{ id: "t-who", person: null, title: say(words.who), channel: "call", due_on: null, due_at: null, days_late: 0, at: NOW - 3 * 3_600_000 }];
  const talk = (one: CastMember): TouchpointView[] =>
    talks.slice(0, Math.min(talks.length, one.touches)).map((told, index) => ({
      id: `t-${one.id}-${index}`, at: NOW + told.days * DAY, day_only: false, channel: told.channel, direction: told.direction, outcome: "reached", minutes: told.minutes,
      sentiment: told.sentiment, summary: say(told.text), raw: say(told.text), member: say(words.me), person: ref(one), organization: say(one.organization), deal: say(one.deal),
      tags: index === 0 ? [say(words.price)] : [],
    }));
  const timeline = (one: CastMember) => {
    const items: TimelineItem[] = talk(one).map((told) => ({ kind: "touchpoint", ...told }));
    return { items, next: null, total: items.length };
  };
  return { say, empty, closed, assigned, moved, owners, ref, member, deal, step, open, rows, whoRows, talk, timeline };
}

export type World = ReturnType<typeof makeWorld>;

export function failure(): never {
  throw new Error("the fake has no such thing");
}
