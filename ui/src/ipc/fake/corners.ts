// The fake's recycle bin and action history: enough to look at, delete, restore and turn back.
import type { ActionLine, BinRow } from "../bindings.gen";
import type { Commands } from "../transport";

type Words = (word: { zh: string; en: string }) => string;
type Tools = { now: number; empty: boolean; me: string; say: Words; commit: (nouns: string[], label: string) => { action: string } };

const DAY = 86_400_000;

type Corners = Pick<Commands, "binList" | "binFind" | "binDoomed" | "binDelete" | "binRestore" | "actionsList" | "actionsChoices" | "actionsInTheWay" | "actionsRedo">;

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
  return {
    turn,
    binList: async ({ kind }) => ({ rows: bin.filter((row) => kind === null || row.kind === kind), next: null, kinds: [...new Set(bin.map((row) => row.kind))] }),
    binFind: async (id) => bin.find((row) => row.id === id) ?? null,
    binDoomed: async (id) => ({ id, kind: "people", name: say({ zh: "张立群", en: "Zhang Liqun" }), hanging: [{ kind: "deals", count: 1 }, { kind: "touchpoints", count: 11 }] }),
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
