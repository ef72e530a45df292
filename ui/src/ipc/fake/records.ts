// The records of the fake: a person, a firm, a deal, the board, a journey, what a search finds.
import type { Board, DealCard, DealRecord, Hit, IdentifierState, IdentifierView, Journey, OrganizationRecord, PersonInput, PersonRecord, TouchpointView } from "../bindings.gen";
import { cast, type CastMember, stages, talks, words } from "./cast";
import { DAY, day, failure, NOW, TODAY, type World } from "./world";

export function makeRecords({ say, empty, ref, member, deal, step, open, timeline }: World) {
  const marks = new Map<string, Partial<IdentifierView>>();
  /** Says how it stands with a number or address. */
  const mark = (id: string, state: IdentifierState | null, why: string | null) => marks.set(id, { state, state_why: why, state_on: TODAY, blocked: state === "wrong" || state === "do_not_contact" });
  const withMarks = (all: readonly IdentifierView[]) => all.map((one) => ({ ...one, ...marks.get(one.id) }));
  const person = (id: string): PersonRecord => {
    const one = member(id);
    const steps = open().filter((task) => task.person === one.id).map(step);
    return {
      person: { id, name: say(one.name), kind: "customer", grade: one.grade, city: say(words.city), note: null },
      identifiers: withMarks([{ id: "i1", kind: "phone", value: `+86${one.phone.replaceAll(" ", "")}`, shown: one.phone }, { id: "i2", kind: "email", value: "zlq@hengda.example", shown: "zlq@hengda.example" }]),
      positions: [{ id: "pos1", organization_id: "o0", organization: say(one.organization), title: say(one.title), from_on: null, to_on: null }],
      source: say(words.source), tags: [say(words.price)], owner: { id: "m1", name: say(words.me), role: "sales" }, next: steps[0] ?? null, followups: steps, deals: [deal(one)],
      touch_count: one.touches, last_touch_at: one.touches === 0 ? null : NOW - 7 * DAY, touchpoints_total: one.touches,
      colleagues: [{ id: "p8", name: say(words.colleague), organization: say(one.organization), title: say(words.role) }], timeline: timeline(one), source_line: [],
    };
  };
  const organization = (id: string): OrganizationRecord => {
    const one = member("p1");
    return {
      organization: { id, name: say(one.organization), industry: say(words.industry), region: say(words.region), grade: "B", founded: 2006, employees: 320, note: null },
      parent: null, children: [], people: cast.slice(0, 3).map(ref), deals: cast.slice(0, 2).map(deal), followups: [], touch_count: 14, last_touch_at: NOW - 7 * DAY, touchpoints_total: 14,
      timeline: timeline(one), source_line: [],
    };
  };
  const card = (one: CastMember): DealCard => {
    const task = open().find(({ person: id }) => id === one.id);
    const { id, name, organization: firm, person: who, amount, touch_count, days_in_stage, stale_after, holder } = deal(one);
    return { id, name, organization: firm, person: who, person_id: one.id, amount, touch_count, days_in_stage, stale_after, holder, next: task === undefined ? null : step(task) };
  };
  const stageOf = new Map<string, string>();
  const board = (): Board => {
    const columns = stages.map((stage, index) => {
      const cards = empty ? [] : cast.filter((one) => (stageOf.get(`d-${one.id}`) ?? `s-${one.stage.en}`) === `s-${stage.en}`).map(card);
      return {
        stage_id: `s-${stage.en}`, name: say(stage), kind: index < 3 ? ("lead" as const) : index === 3 ? ("qualified" as const) : index < 8 ? ("opportunity" as const) : ("won" as const),
        count: cards.length, sum: cards.length === 0 ? [] : [{ minor: cards.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0), currency: "CNY" }],
        unknown: cards.filter(({ amount }) => amount === null).length, cards, next: null,
      };
    });
    return {
      pipeline: { id: "pl1", name: say(words.pipeline) }, pipelines: [{ id: "pl1", name: say(words.pipeline) }], columns,
      ...(empty
        ? { open_sum: [], weighted_sum: [], unknown: 0, planned: 0, late: 0, unplanned: 0 }
        : { open_sum: [{ minor: 35_600_000, currency: "CNY" }], weighted_sum: [{ minor: 14_200_000, currency: "CNY" }], unknown: 3, planned: 4, late: 3, unplanned: 2 }),
    };
  };
  const dealRecord = (id: string): DealRecord => {
    const one = member(id.replace("d-", ""));
    return {
      deal: deal(one), pipeline: { id: "pl1", name: say(words.pipeline) }, product: null, organization_id: "o0", person_id: one.id, people: [{ person: ref(one), role: "decides" }],
      moves: [
        { id: "mv2", stage: say(one.stage), kind: "opportunity", at: NOW - one.stageDays * DAY, day_only: false, member: say(words.me), reason: null },
        { id: "mv1", stage: say(stages[3] ?? failure()), kind: "qualified", at: null, day_only: true, member: say(words.me), reason: null },
      ],
      holdings: [{ id: "h1", member: say(words.me), at: NOW - 80 * DAY, day_only: true, reason: null }], followups: [], timeline: timeline(one), note: null, source_line: [],
    };
  };
  const journey = (subject: Journey["subject"]): Journey => {
    const at = (offset: number) => NOW + offset * DAY;
    const one = member(subject.id);
    const mark = (index: number, offset: number, channel: TouchpointView["channel"], direction: TouchpointView["direction"], sentiment: number | null) => ({
      id: `t-${one.id}-${index}`, at: at(offset), day_only: false, day_index: 108 + offset, channel, direction, sentiment, outcome: null, minutes: 15, summary: say(talks[index % 3]?.text ?? words.who), member: say(words.me),
      person: subject.kind === "organization" ? say(one.name) : null,
    });
    return {
      subject, name: say(one.name), now: NOW, today: TODAY, from: at(-108), days: 108, empty_channels: 11, usual_gap_days: 18,
      lanes: [{ channel: "event", count: 1 }, { channel: "call", count: 4 }, { channel: "wechat", count: 4 }, { channel: "visit", count: 1 }],
      marks: [mark(0, -108, "event", "inbound", 0), mark(1, -106, "call", "outbound", 0), mark(2, -100, "wechat", "inbound", 1), mark(3, -91, "call", "outbound", 1), mark(4, -70, "call", "outbound", -1), mark(5, -28, "wechat", "inbound", 1), mark(6, -23, "visit", "outbound", 2), mark(7, -16, "wechat", "inbound", 0), mark(8, -13, "wechat", "inbound", -1), mark(9, -7, "call", "outbound", 1)],
      bands: [
        { deal_id: `d-${one.id}`, deal: say(one.deal), stage_id: "s-New lead", stage: say(stages[0] ?? failure()), kind: "lead", from: at(-108), to: at(-106), days: 2, entry: 1, limit_days: 7 },
        { deal_id: `d-${one.id}`, deal: say(one.deal), stage_id: "s-Nurtured", stage: say(stages[2] ?? failure()), kind: "lead", from: at(-106), to: at(-28), days: 78, entry: 1, limit_days: 60 },
        { deal_id: `d-${one.id}`, deal: say(one.deal), stage_id: "s-Qualified", stage: say(stages[3] ?? failure()), kind: "qualified", from: at(-28), to: at(-23), days: 5, entry: 1, limit_days: 14 },
        { deal_id: `d-${one.id}`, deal: say(one.deal), stage_id: "s-Trial", stage: say(stages[5] ?? failure()), kind: "opportunity", from: at(-23), to: null, days: 23, entry: 1, limit_days: 30 },
      ],
      silences: [{ from: at(-70), to: at(-28), days: 42, usual_days: 18 }],
      future: [{ id: "f1", title: say(words.callBack), due_on: day(-2), at: at(-2), day_only: true, channel: "call", days_late: 2 }, { id: "f9", title: say(words.callBack), due_on: day(13), at: at(13), day_only: true, channel: "visit", days_late: 0 }],
    };
  };
  const lookup = (query: string, limit: number): Hit[] => {
    const wanted = query.trim().toLowerCase();
    if (wanted === "" || empty) return [];
    const matched = (name: string): [number, number][] => {
      const at = name.toLowerCase().indexOf(wanted);
      return at < 0 ? [[0, Math.min(2, name.length)]] : [[at, at + wanted.length]];
    };
    const fits = cast.filter((one) => `${one.name.zh} ${one.name.en} ${one.organization.zh} ${one.organization.en} ${one.pinyin} ${one.phone}`.toLowerCase().includes(wanted));
    const firm = fits[0];
    const hits: Hit[] = firm === undefined ? [] : [{ kind: "organization", id: "o0", name: say(firm.organization), about: say(words.region), detail: say(words.industry), matched: matched(say(firm.organization)) }];
    for (const one of fits) hits.push({ kind: "person", id: one.id, name: say(one.name), about: say(one.organization), detail: say(one.title), matched: matched(say(one.name)) });
    for (const one of fits.slice(0, 2)) hits.push({ kind: "deal", id: `d-${one.id}`, name: `${say(one.organization)} ${say(one.deal)}`, about: say(one.stage), detail: null, matched: matched(say(one.organization)) });
    return hits.slice(0, limit);
  };
  return { mark, person, organization, stageOf, board, dealRecord, journey, lookup };
}

/** The record after what a form handed in. */
export function edited(record: PersonRecord, { organization, title, source, identifiers, name, kind, grade, city, note }: PersonInput): PersonRecord {
  return {
    ...record, source, person: { ...record.person, name, kind, grade, city, note },
    identifiers: identifiers.map(({ kind: which, value }, index) => ({ id: `i${index}`, kind: which, value, shown: record.identifiers.find((known) => known.value === value)?.shown ?? value })),
    positions: organization === null ? record.positions : [{ id: "pos2", organization_id: "o1", organization, title: title ?? record.positions[0]?.title ?? null, from_on: null, to_on: null }],
  };
}
