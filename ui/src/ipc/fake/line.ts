// A small reader of quick-log lines for the fake: enough of the language to show and test the
// screen. The real one is in core.
import type { ContactChannel as Channel, LineFix, LineRead, Outcome, PersonHit, Span, SpanKind } from "../bindings.gen";

type Pattern = { kind: SpanKind; find: RegExp };
const patterns: readonly Pattern[] = [
  { kind: "next", find: /(下周[一二三四五六日]|周[一二三四五六日]|明天|年后|next (mon|tue|wed|thu|fri)\w*|tomorrow)\s*(回访|再打|call back|follow up)?|call back (next \w+|tomorrow)/i },
  { kind: "minutes", find: /\d+\s*(分钟|minutes|min)/i },
  { kind: "channel", find: /电话|微信|拜访|邮件|call|wechat|visit|email/i },
  { kind: "outcome", find: /有意向|未接|没接|interested|no answer/i },
  { kind: "tag", find: /[#＃][^\s，,]+/u },
  { kind: "amount", find: /\d+万/ },
];

const channelOf: readonly [RegExp, Channel][] = [[/微信|wechat/i, "wechat"], [/拜访|visit/i, "visit"], [/邮件|email/i, "email"], [/电话|call/i, "call"]];
const dayOf: readonly [RegExp, string][] = [[/明天|tomorrow/i, "2026-11-20"], [/下周三|next wed/i, "2026-11-25"], [/下周一|next mon/i, "2026-11-23"], [/周/, "2026-11-25"]];

export type Knows = { now: number; people: readonly (PersonHit & { keys: string })[]; callBack: string; dealOf: (person: string) => LineRead["deal"] };

function spansOf(raw: string, whoEnd: number): { spans: Span[]; found: Map<SpanKind, string> } {
  const kinds: SpanKind[] = Array.from(raw, () => "summary");
  const found = new Map<SpanKind, string>();
  const claim = (kind: SpanKind, start: number, end: number) => {
    if (kinds.slice(start, end).some((taken) => taken !== "summary")) return;
    kinds.fill(kind, start, end);
  };
  if (whoEnd > 0) claim("who", 0, whoEnd);
  for (const { kind, find } of patterns) {
    const hit = find.exec(raw);
    if (hit === null) continue;
    const start = Array.from(raw.slice(0, hit.index)).length;
    claim(kind, start, start + Array.from(hit[0]).length);
    found.set(kind, hit[0]);
  }
  const spans: Span[] = [];
  kinds.forEach((kind, index) => {
    const last = spans.at(-1);
    if (last?.kind === kind) last.end = index + 1;
    else spans.push({ start: index, end: index + 1, kind });
  });
  return { spans, found };
}

function whoOf(raw: string, knows: Knows): { who: LineRead["who"]; end: number } {
  const token = /^[\p{L}\p{N}]+/u.exec(raw)?.[0] ?? "";
  if (token === "" || patterns.some(({ find }) => new RegExp(`^(${find.source})$`, "iu").test(token))) return { who: { state: "none" }, end: 0 };
  const end = Array.from(token).length;
  const fits = knows.people.filter((person) =>
    token.endsWith("总") ? person.name.startsWith(token.slice(0, -1)) && /总|head|manager/i.test(person.title ?? "") : person.keys.toLowerCase().includes(token.toLowerCase()),
  );
  const hits = fits.map(({ id, name, organization, title, last_touch_at, last_channel }) => ({ id, name, organization, title, last_touch_at, last_channel }));
  const [only] = hits;
  if (only === undefined) return { who: { state: "new", name: token }, end };
  return hits.length === 1 ? { who: { state: "known", person: only }, end } : { who: { state: "several", text: token, choices: hits }, end };
}

export function readLine(raw: string, fix: LineFix | undefined, knows: Knows): LineRead {
  const { who: said, end } = whoOf(raw, knows);
  let who = said;
  const { spans, found } = spansOf(raw, end);
  const choice = fix?.person ?? null;
  if (choice !== null && "existing" in choice) {
    const person = knows.people.find(({ id }) => id === choice.existing);
    if (person) who = { state: "known", person };
  } else if (choice !== null) who = { state: "new", name: choice.new_name };
  if (fix?.clear.includes("who")) who = { state: "none" };

  const nextWords = found.get("next");
  const ask = nextWords !== undefined && /年后|节后/.test(nextWords) ? nextWords : null;
  const due = dayOf.find(([words]) => words.test(nextWords ?? ""))?.[1] ?? null;
  const outcomeWords = found.get("outcome");
  const outcome: Outcome | null = outcomeWords === undefined ? null : /未接|没接|no answer/i.test(outcomeWords) ? "no_answer" : "interested";
  const minutes = Number.parseInt(found.get("minutes") ?? "", 10);
  const hasNext = (nextWords !== undefined || fix?.next_title != null || fix?.next_due_on != null) && !fix?.clear.includes("next");
  return {
    raw, spans, who,
    channel: fix?.channel ?? channelOf.find(([words]) => words.test(found.get("channel") ?? ""))?.[1] ?? "call",
    channel_given: found.has("channel") || fix?.channel != null,
    direction: fix?.direction ?? "outbound",
    minutes: fix?.minutes ?? (Number.isNaN(minutes) || fix?.clear.includes("minutes") ? null : minutes),
    at: fix?.at ?? knows.now, day_only: false, at_given: fix?.at != null,
    outcome: fix?.outcome ?? (fix?.clear.includes("outcome") ? null : outcome),
    sentiment: fix?.sentiment ?? (outcome === "interested" ? 1 : null),
    next: hasNext
      ? { title: fix?.next_title ?? knows.callBack, due_on: fix?.next_due_on ?? (ask === null ? due : null), due_time: fix?.next_due_time ?? null, ask: fix?.next_due_on ? null : ask, channel: "call" }
      : null,
    tags: fix?.tags ?? (found.has("tag") ? [(found.get("tag") ?? "").slice(1)] : []),
    amount: null,
    summary: spans.filter(({ kind }) => kind === "summary").map(({ start, end: stop }) => Array.from(raw).slice(start, stop).join("")).join("").replace(/[\s，,。]+/gu, " ").trim(),
    deal: who.state === "known" ? knows.dealOf(who.person.id) : null,
  };
}
