// The fake's recycle bin and action history: enough to look at, delete, restore and turn back.
import type { ActionLine, BinRow, Week } from "../bindings.gen";
import type { Commands } from "../transport";

type Words = (word: { zh: string; en: string }) => string;
type Tools = { now: number; empty: boolean; me: string; say: Words; commit: (nouns: string[], label: string) => { action: string } };

const DAY = 86_400_000;

type Corners = Pick<Commands, "binList" | "binFind" | "binDoomed" | "binDelete" | "binRestore" | "actionsList" | "actionsChoices" | "actionsInTheWay" | "actionsRedo" | "weekGet" | "weekRows" | "peopleSignature" | "peopleTwins" | "searchNamed" | "searchAmong" | "searchWaiting" | "followupsCalendar" | "remindersGet" | "remindersSet">;

export function corners({ now, empty, me, say, commit }: Tools): Corners & { turn: (id: string | null) => void } {
  const gone = (id: string, kind: string, name: { zh: string; en: string }, about: { zh: string; en: string } | null, days: number, label: string): BinRow => ({
    id, kind, name: say(name), about: about === null ? null : say(about), deleted_at: now - days * DAY, member: me, action: `a-${id}`, label,
  });
  let bin: BinRow[] = empty ? [] : [
    gone("b1", "people", { zh: "测试联系人", en: "Trial entry" }, { zh: "恒达精密制造", en: "Hengda Precision" }, 0, "person_deleted"),
    gone("b2", "deals", { zh: "重复的商机", en: "Doubled deal" }, { zh: "蓝鲸供应链", en: "Blue Whale Supply" }, 1, "deal_deleted"),
    gone("b3", "tags", { zh: "价钱", en: "pricing" }, null, 6, "tag_deleted"),
  ];
  const line = (id: string, label: string, subject: { zh: string; en: string } | null, hours: number, changes: number, more: Partial<ActionLine> = {}): ActionLine => ({
    id, at: now - hours * 3_600_000, member: me, device: "0190-7f2a", here: true, label, subject: subject === null ? null : say(subject), changes, state: "done", live: true, turned: null, ...more,
  });
  const lines: ActionLine[] = empty ? [] : [
    line("h1", "call_logged", { zh: "张立群", en: "Zhang Liqun" }, 1, 3),
    line("h2", "deal_moved", { zh: "东泰机电", en: "Dongtai Electric" }, 2, 1),
    line("h3", "person_saved", { zh: "王海燕", en: "Wang Haiyan" }, 5, 2, { live: false, turned: { at: now - 4 * 3_600_000, member: me } }),
    line("h4", "person_saved", { zh: "刘建平", en: "Liu Jianping" }, 26, 1, { here: false }),
    line("h5", "imported", { zh: "accounts.csv", en: "accounts.csv" }, 50, 4120),
    line("h6", "workspace_made", null, 90, 12, { state: "founding" }),
  ];
  const turn = (id: string | null) => {
    const found = lines.find((one) => one.id === id);
    if (found === undefined) return;
    found.live = !found.live;
    found.turned = { at: now, member: me };
  };
  const week: Week = {
    from_on: "2026-11-16", to_on: "2026-11-19", before_from_on: "2026-11-09", before_to_on: "2026-11-12", as_of: now,
    conversations: empty ? { now: 0, before: 0 } : { now: 23, before: 19 }, attempts: empty ? 0 : 6, leads: empty ? { now: 0, before: 0 } : { now: 4, before: 6 },
    moves: empty ? { now: 0, before: 0 } : { now: 7, before: 5 },
    signed: empty ? { deals: 0, sum: [], unknown: 0 } : { deals: 2, sum: [{ minor: 8_600_000, currency: "CNY" }], unknown: 1 },
    signed_before: { deals: 0, sum: [], unknown: 0 },
    cared: empty ? [] : [
      { tag: "g1", name: say({ zh: "价格", en: "price" }), people: { now: 6, before: 3 } },
      { tag: "g2", name: say({ zh: "导出慢", en: "slow export" }), people: { now: 3, before: 0 } },
      { tag: "g3", name: say({ zh: "移动审批", en: "mobile approval" }), people: { now: 2, before: 2 } },
    ],
    heard: empty ? 0 : 9,
  };
  let reminding = true;
  return {
    turn,
    weekGet: async () => week,
    weekRows: async ({ figure }) => empty ? [] : [
      { id: `w-${figure}`, person: figure === "conversations" || figure === "cared" ? "p1" : null, deal: "d-p1", name: say({ zh: "张立群", en: "Zhang Liqun" }), about: say({ zh: "试用两周，对账快了", en: "Two weeks in, closing is quicker" }), at: now - DAY, amount: figure === "signed" ? { minor: 8_600_000, currency: "CNY" } : null },
    ],
    peopleSignature: async (text) => ({
      name: /李思源|Ann Vale/.exec(text)?.[0] ?? null, title: /总经理|Head of Sales/.exec(text)?.[0] ?? null, organization: /澜石化工|Northwind Foods Ltd/.exec(text)?.[0] ?? null,
      city: null, address: null, phones: text.match(/1\d{10}/g) ?? [], emails: text.match(/\S+@\S+/g) ?? [], wechat: null, rest: /随便一句/.exec(text) === null ? [] : ["随便一句"],
    }),
    peopleTwins: async (identifiers) => identifiers.filter(({ value }) => value === "13812342231").map(({ value }) => ({ value, person: { id: "p1", name: say({ zh: "张立群", en: "Zhang Liqun" }), organization: null, title: null } })),
    searchNamed: async (ids) => ids.map((id) => ({ kind: "person", id, name: say({ zh: "张立群", en: "Zhang Liqun" }), about: null, detail: null, matched: [] })),
    searchWaiting: async () => 0,
    searchAmong: async (query, words) => words.map((word) => (query === "hsz" && word.includes("回收站") ? [[word.indexOf("回收站"), word.indexOf("回收站") + 3]] : [])),
    followupsCalendar: async () => "BEGIN:VCALENDAR",
    remindersGet: async () => reminding,
    remindersSet: async (on) => {
      reminding = on;
      return null;
    },
    binList: async ({ kind }) => ({ rows: bin.filter((row) => kind === null || row.kind === kind), next: null, kinds: [...new Set(bin.map((row) => row.kind))] }),
    binFind: async (id) => bin.find((row) => row.id === id) ?? null,
    binDoomed: async (id) => ({ id, kind: id.startsWith("p") ? "people" : id.startsWith("t-") ? "touchpoints" : "followups", name: say({ zh: "张立群", en: "Zhang Liqun" }), hanging: [{ kind: "deals", count: 1 }, { kind: "touchpoints", count: 11 }] }),
    binDelete: async () => commit(["people"], "person_deleted"),
    binRestore: async (ids) => {
      bin = bin.filter(({ id }) => !ids.includes(id));
      return commit(["people", "deals", "tags"], "restored");
    },
    actionsList: async ({ label }) => {
      const rows = lines.filter((one) => label === null || one.label === label).map((one) => ({ ...one }));
      return { rows, next: null, total: rows.length };
    },
    actionsChoices: async () => ({ labels: [...new Set(lines.map(({ label }) => label))], members: [{ id: "m1", name: me, role: "sales" }] }),
    actionsInTheWay: async () => lines.slice(0, 2),
    actionsRedo: async (action) => {
      turn(action);
      commit(["people"], "");
      return { action: action ?? "a0", label: "deal_moved", subject: null, changes: 1 };
    },
  };
}
