// A core made of memory, for tests and `vite --mode fake`. It answers every command with believable
// data in the asked language and sends the same change events; no build for users contains it. What it
// knows stands in fake/, a noun a file.
import type { AppInfo, Lang, PersonInput, Today } from "./bindings.gen";
import { fakeHolding } from "./fake/holding";
import { fakeCash } from "./fake/money";
import { cast, firms, stages, words } from "./fake/cast";
import { corners } from "./fake/corners";
import { fakeFields } from "./fake/fields";
import { fakeFunnel } from "./fake/funnel";
import { fakeDuplicates } from "./fake/duplicates";
import { fakeScoring } from "./fake/scoring";
import { fakeInterviews } from "./fake/interviews";
import { type Knows, readLine } from "./fake/line";
import { edited, makeRecords } from "./fake/records";
import { makeFind } from "./fake/search";
import { type FakeWorkspace, fakeSettings } from "./fake/settings";
import { makeTables } from "./fake/tables";
import { DAY, failure, makeWorld, NOW, TODAY } from "./fake/world";
import { type Commands, setTransport, type Transport } from "./transport";

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
  const personEdits = new Map<string, PersonInput>();
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

  const world = makeWorld(say, empty);
  const { closed, assigned, moved, owners, ref, member, deal, talk, timeline, rows, whoRows } = world;
  const { edits, lists, peopleRows, organizationRows, dealRows } = makeTables(world, () => lang === "en");
  const { mark, person, organization, stageOf, board, dealRecord, journey, lookup } = makeRecords(world);
  const find = makeFind({ lookup, person, empty });
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

  const duplicates = fakeDuplicates({ now: NOW, empty, say, commit });
  const { turn, ...cornered } = corners({ now: NOW, empty, me: say(words.me), say, commit });
  const answers: Commands = {
    ...duplicates,
    ...cornered,
    ...fakeFields(say, commit),
    ...fakeCash({ empty, say, commit }),
    ...fakeFunnel({ empty, say, commit }),
    ...fakeScoring({ now: NOW, commit }),
    ...fakeHolding({ empty, say, deals: dealRows, commit }),
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
    peopleMark: async (identifier, state, why) => {
      mark(identifier, state, why);
      return commit(["identifiers"], "identifier_marked");
    },
    peopleDelete: async () => commit(["people"], "person_deleted"),
    organizationsList: async (input) => lists.organizations.list(input),
    organizationsGet: async (id) => organization(id),
    organizationsSave: async () => ({ id: "o1", action: commit(["organizations"], "organization_saved").action }),
    listsCancel: async () => null,
    listsOwners: async () => owners(),
    listsChoices: async (kind, field) =>
      lists[kind].choices(field).map((one) => ({ ...one, label: field === "owner" ? (owners().find(({ id }) => id === one.value)?.name ?? null) : field === "stage" ? (stages.find(({ en }) => `s-${en}` === one.value)?.[lang === "en" ? "en" : "zh"] ?? null) : one.label })),
    listsStretch: async (kind, page, from, to) => lists[kind].list({ ...page, from, limit: to - from + 1 }).rows.map(({ id }) => id),
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
    searchFind: async (query, kind, limit) => find(query, kind, limit),
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
    exchangeTargets: async () => [],
    exchangeImport: async () => ({ import_id: "im1", action: null, cancelled: false, files: [], counts: { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0, duplicates: 0, also: {} }, failures_file: null }),
    exchangeCancel: async () => null,
    exportList: async () => ({ rows: 2 }),
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

/** `?lang=en&empty` chooses what the pages show. */
export function installFakeFromAddress(search: string): void {
  const wanted = new URLSearchParams(search);
  const lang = (["zh-Hans", "zh-Hant", "en"] as const).find((one) => one === wanted.get("lang"));
  setTransport(makeFake({ lang: lang ?? "zh-Hans", empty: wanted.has("empty"), first: wanted.has("first") }).transport);
}
