// A core made of memory, for tests and `vite --mode fake`. It answers every command with believable
// data in the asked language and sends the same change events; no build for users contains it.
import type {
  AppInfo, Board, DealCard, DealGlance, DealRecord, DealRow, Hit, Journey, Lang, MemberRef, NextStep, OrganizationRecord, OrganizationRow, PeopleRow, PersonInput, PersonRecord, PersonRef, TimelineItem,
  Today, TodayRow, TouchpointView,
} from "./bindings.gen";
import { cast, type CastMember, firms, givens, stages, surnames, talks, tasks, words } from "./fake/cast";
import { corners } from "./fake/corners";
import { type FakeWorkspace, fakeSettings } from "./fake/settings";
import { fakeInterviews } from "./fake/interviews";
import { type Knows, readLine } from "./fake/line";
import { makeEdits, makeList } from "./fake/lists";
import { type Commands, setTransport, type Transport } from "./transport";

const NOW = Date.parse("2026-11-19T09:42:00+08:00");
const TODAY = "2026-11-19";
const DAY = 86_400_000;

const day = (offset: number) => new Date(Date.parse(`${TODAY}T00:00:00Z`) + offset * DAY).toISOString().slice(0, 10);

export type FakeOptions = { lang?: Lang; empty?: boolean; first?: boolean };
export type Fake = {
  transport: Transport;
  /** Every command that was called, in order, for tests that ask what would have been written. */
  calls: { name: string; args: unknown[] }[];
  /** The next call of that command is refused with this code. */
  refuse: (name: keyof Commands, code: string) => void;
  emit: (event: string, payload: unknown) => void;
};

export function makeFake({ lang: startLang = "zh-Hans", empty = false, first = false }: FakeOptions = {}): Fake {
  const here: FakeWorkspace = { name: null, zone: "Asia/Shanghai", currency: "CNY", me: "m1", absent: first };
  let lang: Lang = startLang;
  let serial = 0;
  let done = 5;
  const closed = new Set<string>();
  const assigned = new Set<string>();
  const moved = new Map<string, string>();
  const personEdits = new Map<string, PersonInput>();
  const edits = makeEdits();
  const drafts = new Map<string, string>();
  const refusals = new Map<string, string>();
  const calls: Fake["calls"] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();

  const say = (word: { zh: string; en: string }) => (lang === "en" ? word.en : word.zh);
  const emit = (event: string, payload: unknown) => listeners.get(event)?.forEach((back) => back(payload));
  const commit = (nouns: string[], label: string) => {
    serial += 1;
    const action = `a${serial}`;
    queueMicrotask(() => emit("changes", { nouns, cursor: String(serial) }));
    return { action, label };
  };

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
  const peopleRows = (): PeopleRow[] => {
    const known = cast.map((one): PeopleRow => {
      const task = open().find(({ person }) => person === one.id);
      return {
        id: one.id, name: say(one.name), organization: say(one.organization), title: say(one.title), grade: one.grade, stage: say(one.stage), touch_count: one.touches,
        last_touch_at: one.touches === 0 ? null : NOW - 7 * DAY, next: task === undefined ? null : step(task), phone_tail: one.phone.slice(-4),
        kind: "customer", city: say(words.city), source: say(words.source), owner: owners()[0] ?? null, owner_set: false, tags: [say(words.price)],
      };
    });
    const crowd = Array.from({ length: 400 }, (_, index): PeopleRow => {
      const family = surnames[index % surnames.length] ?? failure();
      const given = givens[(index * 7) % givens.length] ?? failure();
      return {
        id: `x${index}`, name: lang === "en" ? `${family.en} ${given.en}` : family.zh + given.zh, organization: say(firms[index % firms.length] ?? failure()), title: null,
        grade: (["A", "B", "B", "C", null] as const)[index % 5] ?? null, stage: say(stages[(index * 5) % stages.length] ?? failure()), touch_count: (index * 3) % 15,
        last_touch_at: index % 9 === 0 ? null : NOW - (8 + (index % 60)) * DAY,
        next: index % 3 === 0 ? null : { id: `fx${index}`, title: say(words.callBack), due_on: day((index % 9) - 2), due_at: null, channel: "call", days_late: Math.max(0, 2 - (index % 9)) },
        phone_tail: String(1000 + ((index * 7919) % 9000)),
        kind: (["lead", "customer", "user"] as const)[index % 3] ?? "lead", city: say(words.city), source: say(words.source), owner: owners()[index % 4] ?? null, owner_set: index % 5 === 0,
        tags: index % 4 === 0 ? [say(words.price)] : [],
      };
    });
    return empty ? [] : edits.lay("people", [...known, ...crowd]);
  };
  const organizationRows = (): OrganizationRow[] =>
    empty
      ? []
      : edits.lay("organizations", [...new Map(cast.map((one) => [one.organization.en, one])).values()].map((one) => one.organization).concat(firms).map((firm, index) => ({
          id: `o${index}`, name: say(firm), industry: say(words.industry), region: say(words.region), people: 1 + (index % 4), deals_open: index % 3, last_touch_at: NOW - (3 + index * 2) * DAY,
          grade: (["A", "B", null] as const)[index % 3] ?? null, employees: 40 * (index + 1), touch_count: index * 2, owner: owners()[index % 3] ?? null, owner_set: index % 2 === 0, tags: [],
        })));
  const dealRows = (): DealRow[] =>
    empty ? [] : edits.lay("deals", cast.map((one): DealRow => {
      const task = open().find(({ person }) => person === one.id);
      return { ...deal(one), product: null, last_touch_at: one.touches === 0 ? null : NOW - 7 * DAY, next: task === undefined ? null : step(task), tags: [] };
    }));
  const lists = {
    people: makeList(peopleRows, {
      grade: ({ grade }) => grade, kind: ({ kind }) => kind, tag: ({ tags }) => tags, source: ({ source }) => source, city: ({ city }) => city, owner: ({ owner }) => owner?.id ?? null,
    }, { touch_count: ({ touch_count }) => touch_count, last_touch_at: ({ last_touch_at }) => last_touch_at, grade: ({ grade }) => grade }, ({ name, organization: firm }) => `${name} ${firm ?? ""}`),
    organizations: makeList(organizationRows, {
      grade: ({ grade }) => grade, industry: ({ industry }) => industry, region: ({ region }) => region, tag: ({ tags }) => tags, owner: ({ owner }) => owner?.id ?? null,
    }, { grade: ({ grade }) => grade, employees: ({ employees }) => employees, last_touch_at: ({ last_touch_at }) => last_touch_at }, ({ name }) => name),
    deals: makeList(dealRows, {
      stage: ({ stage_id }) => stage_id, owner: ({ holder }) => holder?.id ?? null, product: ({ product }) => product, tag: ({ tags }) => tags,
      next: ({ next }) => (next === null ? "none" : next.days_late > 0 ? "late" : "planned"),
    }, { amount: ({ amount }) => amount?.minor ?? null, stage_at: ({ days_in_stage }) => (days_in_stage === null ? null : -days_in_stage) }, ({ name, organization: firm }) => `${name} ${firm ?? ""}`),
  };
  const knows = (): Knows => ({
    now: NOW, callBack: say(words.callBack),
    people: empty ? [] : cast.map((one) => ({ ...ref(one), last_touch_at: one.touches === 0 ? null : NOW - 7 * DAY, last_channel: one.touches === 0 ? null : "call", keys: `${one.name.zh} ${one.name.en} ${one.pinyin} ${one.phone.replaceAll(" ", "")}` })),
    dealOf: (id) => deal(member(id)),
  });
  const today = (): Today => {
    const overdue = rows((due) => due < TODAY);
    const due = rows((on) => on === TODAY);
    const who = whoRows();
    return {
      day: TODAY, left: overdue.length + due.length + who.length, done: empty ? 0 : done, tomorrow: empty ? 0 : 3,
      sections: [{ kind: "overdue", rows: overdue }, { kind: "due", rows: due }, { kind: "who", rows: who }],
    };
  };
  const person = (id: string): PersonRecord => {
    const one = member(id);
    const steps = open().filter((task) => task.person === one.id).map(step);
    return {
      person: { id, name: say(one.name), kind: "customer", grade: one.grade, city: say(words.city), note: null },
      identifiers: [{ id: "i1", kind: "phone", value: `+86${one.phone.replaceAll(" ", "")}`, shown: one.phone }, { id: "i2", kind: "email", value: "zlq@hengda.example", shown: "zlq@hengda.example" }],
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
  const info = (): AppInfo => ({
    workspace_id: "w1", workspace_name: here.name ?? say(words.workspace), path: "", version: "0.1.0", sample: true, zone: here.zone, lang, currency: here.currency, now: NOW, today: TODAY, frozen: true,
    me: here.me === null ? null : { id: here.me, name: say(words.me), role: "sales" },
    counts: { people: peopleRows().length, organizations: organizationRows().length, deals_open: empty ? 0 : 8, today_left: today().left },
  });
  const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
  const undoTo: (() => void)[] = [];
  const close = (id: string, label: string) => {
    closed.add(id);
    done += 1;
    undoTo.push(() => {
      closed.delete(id);
      done -= 1;
    });
    return commit(["followups"], label);
  };

  const { turn, ...cornered } = corners({ now: NOW, empty, me: say(words.me), say, commit });
  const answers: Commands = {
    ...cornered,
    ...fakeInterviews({ now: NOW, today: TODAY, empty, lang: () => lang, person: (id) => ref(member(id)), commit }),
    appInfo: async () => {
      if (here.absent) throw { code: "workspace_absent", params: { path: "/home/lin/touchline" }, detail: "" };
      return info();
    },
    appSetLanguage: async (next) => {
      lang = next;
      commit(["settings"], "");
      return null;
    },
    ...fakeSettings(NOW, here, say, () => lang, commit),
    todayList: async () => today(),
    peopleList: async (input) => lists.people.list(input),
    peopleGet: async (id) => {
      const edit = personEdits.get(id);
      return edit === undefined ? person(id) : edited(person(id), edit);
    },
    peopleSave: async (input) => {
      if (input.id !== null) personEdits.set(input.id, input);
      return { id: input.id ?? "p1", action: commit(["people", "identifiers", "positions"], "person_saved").action, twins: [] };
    },
    peopleDelete: async () => commit(["people"], "person_deleted"),
    organizationsList: async (input) => lists.organizations.list(input),
    organizationsGet: async (id) => organization(id),
    organizationsSave: async () => ({ id: "o1", action: commit(["organizations"], "organization_saved").action }),
    listsOwners: async () => owners(),
    listsChoices: async (kind, field) =>
      lists[kind].choices(field).map((one) => ({ ...one, label: field === "owner" ? (owners().find(({ id }) => id === one.value)?.name ?? null) : field === "stage" ? (stages.find(({ en }) => `s-${en}` === one.value)?.[lang === "en" ? "en" : "zh"] ?? null) : one.label })),
    listsChange: async (kind, which, change) => {
      const ids = new Set(lists[kind].ids(which));
      const rows = { people: peopleRows, organizations: organizationRows, deals: dealRows }[kind]().filter(({ id }) => ids.has(id));
      const { changed, unchanged, undo } = edits.change(kind, rows, change, (field, typed) =>
        field === "owner" ? (kind === "deals" ? { holder: owners().find(({ id }) => id === typed) ?? null } : { owner: owners().find(({ id }) => id === typed) ?? null, owner_set: typed !== null }) : { [field]: typed });
      undoTo.push(undo);
      return { action: changed === 0 ? null : commit([kind, "taggings", "holdings"], `${kind}_changed`).action, changed, unchanged };
    },
    dealsList: async (input) => lists.deals.list(input),
    dealsBoard: async () => board(),
    dealsColumn: async () => ({ cards: [], next: null }),
    dealsGet: async (id) => dealRecord(id),
    dealsSave: async () => ({ id: "d-p1", action: commit(["deals"], "deal_saved").action, held_by: null }),
    dealsMove: async (id, stage) => {
      const before = stageOf.get(id);
      stageOf.set(id, stage);
      undoTo.push(() => (before === undefined ? stageOf.delete(id) : stageOf.set(id, before)));
      return commit(["deals", "stage_moves"], "deal_moved");
    },
    touchpointsGet: async (id) => {
      const told = talk(member("p1"))[0] ?? failure();
      return id === "t-who" ? { ...told, id, person: null, organization: null, deal: null, summary: say(words.who), raw: say(words.who), at: NOW - 3 * 3_600_000, sentiment: null } : { ...told, id };
    },
    touchpointsTimeline: async (subject) => timeline(member(subject.id)),
    touchpointsAssign: async (id) => {
      assigned.add(id);
      return commit(["touchpoints"], "touchpoint_assigned");
    },
    touchpointsMissed: async (_person, followup) => (followup === null ? commit(["touchpoints"], "call_missed") : close(followup, "call_missed")),
    followupsSave: async () => ({ id: "f99", action: commit(["followups"], "followup_saved").action }),
    followupsDone: async (id) => close(id, "followup_done"),
    followupsDrop: async (id) => close(id, "followup_dropped"),
    followupsPostpone: async (id, on) => {
      moved.set(id, on);
      undoTo.push(() => moved.delete(id));
      return commit(["followups"], "followup_postponed");
    },
    quicklogRead: async (text, fixes) => ({ lines: lines(text).map((line, index) => readLine(line, fixes[index], knows())) }),
    quicklogSave: async (text, fixes) => {
      const read = lines(text).map((line, index) => readLine(line, fixes[index], knows()));
      const { action } = commit(["touchpoints", "followups", "people"], "call_logged");
      return {
        action,
        touchpoints: read.map((line, index) => ({
          touchpoint: `t-new-${index}`, person: line.who.state === "known" ? line.who.person : null,
          followup: line.next?.due_on ? { id: "f-new", title: line.next.title, due_on: line.next.due_on, due_at: null, channel: line.next.channel, days_late: 0 } : null,
          spans: line.spans,
        })),
      };
    },
    draftsGet: async (place) => drafts.get(place) ?? null,
    draftsPut: async (place, body) => {
      drafts.set(place, body);
      return null;
    },
    searchLookup: async (query, limit) => lookup(query, limit),
    journeysGet: async (subject) => journey(subject),
    actionsUndo: async (action) => {
      undoTo.pop()?.();
      turn(action);
      commit(["followups", "touchpoints", "deals", "stage_moves", "people", "organizations"], "");
      return { action: action ?? "a0", label: "deal_moved", subject: say(words.workspace), changes: 1 };
    },
    historyOf: async () => {
      const line = { at: NOW - DAY, member: say(words.me), device: "A", label: "people_changed", origin: "window" as const, old: null };
      return [
        { ...line, line: "2", field: "grade", old: "C", new: "B", op: "changed", restorable: true },
        { ...line, line: "1", at: NOW - 9 * DAY, origin: "import", field: "name", new: say(member("p1").name), op: "created", restorable: false },
      ];
    },
    historyRestore: async () => commit(["people"], "value_restored"),
    dealsHeldBy: async (firm) => (firm === say(firms[0] ?? failure()) ? (owners()[1] ?? null) : null),
    dealsRoleSave: async () => commit(["deal_roles"], "role_saved"),
    dealsRoleRemove: async () => commit(["deal_roles"], "role_removed"),
    positionsSave: async () => commit(["positions"], "position_saved"),
    positionsDelete: async () => commit(["positions"], "position_deleted"),
    exchangePreview: async () => ({ files: [] }),
    exchangeImport: async () => ({ import_id: "im1", action: null, cancelled: false, files: [], counts: { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0, also: {} }, failures_file: null }),
    exchangeCancel: async () => null,
    filesWrite: async () => null,
  };

  const watched = new Proxy(answers, {
    get:
      (target, name) =>
      async (...args: unknown[]) => {
        const code = refusals.get(String(name));
        calls.push({ name: String(name), args });
        if (code !== undefined) {
          refusals.delete(String(name));
          throw { code, params: {}, detail: "" };
        }
        const command: unknown = Reflect.get(target, name);
        if (typeof command !== "function") return failure();
        return Reflect.apply(command, undefined, args);
      },
  });

  return {
    calls,
    emit,
    refuse: (name, code) => refusals.set(name, code),
    transport: {
      commands: watched,
      listen: async (event, back) => {
        const set = listeners.get(event) ?? new Set();
        listeners.set(event, set.add(back));
        return () => set.delete(back);
      },
      chooseFiles: async () => ["accounts.csv", "products.csv"],
      chooseSavePath: async (suggested) => suggested,
      onFilesDropped: async () => () => undefined,
      setTitle: async () => undefined,
    },
  };
}

/** The record after what a form handed in. */
function edited(record: PersonRecord, { organization, title, source, identifiers, name, kind, grade, city, note }: PersonInput): PersonRecord {
  return {
    ...record, source, person: { ...record.person, name, kind, grade, city, note },
    identifiers: identifiers.map(({ kind: which, value }, index) => ({ id: `i${index}`, kind: which, value, shown: record.identifiers.find((known) => known.value === value)?.shown ?? value })),
    positions: organization === null ? record.positions : [{ id: "pos2", organization_id: "o1", organization, title: title ?? record.positions[0]?.title ?? null, from_on: null, to_on: null }],
  };
}

function failure(): never {
  throw new Error("the fake has no such thing");
}

/** `?lang=en&empty` chooses what the pages show. */
export function installFakeFromAddress(search: string): void {
  const wanted = new URLSearchParams(search);
  const lang = (["zh-Hans", "zh-Hant", "en"] as const).find((one) => one === wanted.get("lang"));
  setTransport(makeFake({ lang: lang ?? "zh-Hans", empty: wanted.has("empty"), first: wanted.has("first") }).transport);
}
