// A fuller office for the fake: the board of the pictures, a journey of 108 days, sheets to import.
// It stands over makeFake, so tests and the fake window choose whether they need it.
import type {
  Board, BoardColumn, CardsPage, DealCard, ImportCounts, ImportFile, ImportRow, ImportResult, Journey, Lang, PersonRecord, Role, StageKind, TimelineItem, TouchpointView,
} from "../bindings.gen";
import type { Fake } from "../fake";
import type { Commands } from "../transport";
import { bothWays, cards as written, type CardLine, stages, touches } from "./office";

const MIDNIGHT = Date.parse("2026-11-19T00:00:00+08:00");
const NOW = MIDNIGHT + 9.7 * 3_600_000;
const DAY = 86_400_000;
const FIRST_PAGE = 50;

const on = (offset: number) => new Date(MIDNIGHT + 8 * 3_600_000 + offset * DAY).toISOString().slice(0, 10);
const at = (daysAgo: number, hour: number) => MIDNIGHT - daysAgo * DAY + hour * 3_600_000;

export type Sales = Fake & { commands: Commands };

const nextTone = ({ next }: DealCard) => (next === null ? "none" : next.days_late > 0 ? "late" : "planned");

export function withSales(fake: Fake, lang: Lang = "zh-Hans"): Sales {
  const say = bothWays(lang);
  const stageOf = new Map<string, string>();
  const undo: (() => void)[] = [];
  const kindOf = (stage: string): StageKind => stages.find(({ id }) => id === stage)?.kind ?? "opportunity";

  const card = (line: CardLine, index: number): DealCard => ({
    id: `d${index}`, name: say(line.deal), organization: say(line.firm), person: say(line.person), person_id: index === 0 ? "p1" : `p${index}`,
    amount: line.amount === null ? null : { minor: line.amount * 100, currency: "CNY" }, touch_count: line.touches, days_in_stage: line.days,
    stale_after: line.left === null ? null : line.days + line.left, holder: { id: `m${index % 4}`, name: say(line.holder), role: "sales" satisfies Role },
    next: line.next === null ? null : { id: `f${index}`, title: say(line.next.title), due_on: on(line.next.day), due_at: line.next.hour === null ? null : at(-line.next.day, line.next.hour), channel: "call", days_late: Math.max(0, -line.next.day) },
  });
  const all = written.map((line, index) => ({ stage: line.stage, card: card(line, index) }));
  const inStage = (stage: string) => all.filter((each) => (stageOf.get(each.card.id) ?? each.stage) === stage).map((each) => ({ ...each.card, days_in_stage: stageOf.has(each.card.id) ? 0 : each.card.days_in_stage }));
  const sumOf = (list: DealCard[], weight = 1) => {
    const minor = list.reduce((sum, { amount }) => sum + (amount?.minor ?? 0) * weight, 0);
    return minor === 0 ? [] : [{ minor: Math.round(minor / 10_000) * 10_000, currency: "CNY" }];
  };
  const column = (stage: (typeof stages)[number]): BoardColumn => {
    const hidden = stage.hidden ?? 0;
    const first = hidden > 0 ? more(stage.id, null) : { cards: [], next: null };
    const list = [...inStage(stage.id), ...first.cards];
    return {
      stage_id: stage.id, name: say(stage.name), kind: stage.kind, count: inStage(stage.id).length + hidden, sum: sumOf(list), unknown: inStage(stage.id).filter(({ amount }) => amount === null).length + hidden,
      cards: list, next: first.next,
    };
  };
  const board = (): Board => {
    const columns = stages.map(column);
    const open = all.map((each) => each.card).filter(({ id }) => !["won", "lost"].includes(stageOf.get(id) ?? ""));
    return {
      pipeline: { id: "pl1", name: say(["标准销售", "Standard sales"]) },
      pipelines: [{ id: "pl1", name: say(["标准销售", "Standard sales"]) }, { id: "pl2", name: say(["去年的表格", "Last year's sheet"]) }],
      columns, open_sum: sumOf(open), weighted_sum: sumOf(open, 0.32), unknown: open.filter(({ amount }) => amount === null).length,
      planned: open.filter(({ next }) => next && next.days_late === 0).length, late: open.filter(({ next }) => next && next.days_late > 0).length, unplanned: open.filter(({ next }) => next === null).length,
    };
  };
  const more = (stage: string, after: string | null): CardsPage => {
    const from = Number(after ?? 0);
    const hidden = stages.find(({ id }) => id === stage)?.hidden ?? 0;
    const [pattern] = all;
    if (!pattern) return { cards: [], next: null };
    const size = Math.min(FIRST_PAGE, hidden - from);
    const cards = Array.from({ length: size }, (_, index): DealCard => ({ ...pattern.card, id: `${stage}-${from + index}`, organization: say([`线索 ${from + index + 1}`, `Lead ${from + index + 1}`]), next: null, stale_after: null, amount: null }));
    return { cards, next: from + size < hidden ? String(from + size) : null };
  };

  const view = (index: number): TouchpointView => {
    const line = touches[index];
    if (!line) throw new Error("the fake has no such touch");
    return {
      id: `t-${index + 1}`, at: at(line.daysAgo, line.hour), day_only: false, channel: line.channel, direction: line.direction, outcome: line.outcome ?? null, minutes: line.minutes,
      sentiment: line.sentiment, summary: say(line.text), raw: say(line.text), member: say(line.member), person: { id: "p1", name: say(["张立群", "Zhang Liqun"]), organization: say(["恒达精密制造", "Hengda Precision"]), title: null },
      organization: say(["恒达精密制造", "Hengda Precision"]), deal: say(["50 席位", "50 seats"]), tags: (line.tags ?? []).map(say),
    };
  };
  const timeline = () => {
    const items: TimelineItem[] = touches.map((_, index) => ({ kind: "touchpoint" as const, ...view(index) }));
    items.push({ kind: "stage", id: "mv-1", at: at(23, 12), day_only: false, deal: say(["50 席位", "50 seats"]), stage: say(["试用", "Trial"]), stage_kind: "opportunity", member: say(["林晓岚", "Lin Xiaolan"]), reason: null });
    items.sort((a, b) => b.at - a.at);
    return { items: items.slice(0, 8), next: "8", total: touches.length };
  };
  const journey = (subject: Journey["subject"]): Journey => ({
    subject, name: say(["张立群", "Zhang Liqun"]), now: NOW, today: on(0), from: at(108, 20), days: 108, empty_channels: 11, usual_gap_days: 18,
    lanes: [{ channel: "event", count: 1 }, { channel: "call", count: 4 }, { channel: "wechat", count: 4 }, { channel: "visit", count: 1 }, { channel: "email", count: 1 }],
    marks: touches.map((line, index) => ({
      id: `t-${index + 1}`, at: at(line.daysAgo, line.hour), day_only: false, day_index: 108 - line.daysAgo, channel: line.channel, direction: line.direction, sentiment: line.sentiment,
      outcome: line.outcome ?? null, minutes: line.minutes, summary: say(line.text), member: say(line.member),
      person: subject.kind === "organization" ? say(["张立群", "Zhang Liqun"]) : null,
    })),
    bands: ([["new", 108, 106, 1], ["contacted", 106, 91, 1], ["qualified", 91, 70, 1], ["nurtured", 70, 28, 1], ["qualified", 28, 23, 2], ["trial", 23, null, 1]] as const).map(([stage, from, to, entry]) => ({
      deal_id: "d0", deal: say(["50 席位", "50 seats"]), stage_id: stage, stage: say(stages.find(({ id }) => id === stage)?.name ?? ["", ""]), kind: kindOf(stage), from: at(from, 12), to: to === null ? null : at(to, 12),
      days: from - (to ?? 0), entry, limit_days: stage === "trial" ? 30 : null,
    })),
    silences: [{ from: at(70, 16), to: at(28, 14), days: 42, usual_days: 18 }],
    future: [
      { id: "f-late", title: say(["回访", "Call back"]), due_on: on(-2), at: at(2, 12), day_only: true, channel: "call", days_late: 2 },
      { id: "f-soon", title: say(["二次演示", "Second demo"]), due_on: on(13), at: at(-13, 14), day_only: false, channel: "visit", days_late: 0 },
    ],
  });
  const person = (base: PersonRecord): PersonRecord => ({
    ...base,
    identifiers: [
      { id: "i1", kind: "phone", value: "+8613812342231", shown: "138 1234 2231" }, { id: "i2", kind: "wechat", value: "zhangliqun_hd", shown: "zhangliqun_hd" },
      { id: "i3", kind: "email", value: "zlq@hengda.example", shown: "zlq@hengda.example" },
    ],
    tags: [say(["多账套", "several ledgers"]), say(["价格", "price"]), say(["导出慢", "slow export"])],
    next: { id: "f-late", title: say(["回访：试用反馈与价格方案", "Call back: trial feedback and pricing"]), due_on: on(-2), due_at: null, channel: "call", days_late: 2 },
    touch_count: 11, touchpoints_total: 11, timeline: timeline(),
    colleagues: [["许一帆", "Xu Yifan", "财务主管", "Head of finance"], ["钱文", "Qian Wen", "出纳", "Cashier"]].map(([zh = "", en = "", title = "", role = ""], index) => ({ id: `c${index}`, name: say([zh, en]), organization: null, title: say([title, role]) })),
    source_line: [],
  });

  const sheets = (paths: string[]): ImportFile[] => paths.map((path) => sheet(path, say));
  const total = (files: ImportFile[]): ImportCounts => ({
    rows: sum(files, "rows"), created: sum(files, "created"), updated: sum(files, "updated"), unchanged: sum(files, "unchanged"), failed: sum(files, "failed"), duplicates: sum(files, "duplicates"), also: {},
  });
  const commit = (nouns: string[], label: string) => {
    queueMicrotask(() => fake.emit("changes", { nouns, cursor: "1" }));
    return { action: `a-${label}`, label };
  };

  const under = fake.transport.commands;
  const commands: Commands = {
    ...under,
    dealsBoard: async (_pipeline, next) => {
      const whole = board();
      if (next === null) return whole;
      const kept = (cards: DealCard[]) => cards.filter((card) => nextTone(card) === next);
      return { ...whole, columns: whole.columns.map((one) => ({ ...one, cards: kept(one.cards), shown: kept(one.cards).length })) };
    },
    dealsColumn: async (stage, _next, after) => more(stage, after),
    dealsMove: async (id, stage, reason) => {
      const before = stageOf.get(id);
      const back = () => (before === undefined ? stageOf.delete(id) : stageOf.set(id, before));
      stageOf.set(id, stage);
      try {
        const committed = await under.dealsMove(id, stage, reason);
        undo.push(back);
        return committed;
      } catch (refused) {
        back();
        throw refused;
      }
    },
    actionsUndo: async (action) => {
      undo.pop()?.();
      commit(["deals", "stage_moves"], "undo");
      return { action: action ?? "a", label: "deals.move", subject: null, changes: 1 };
    },
    journeysGet: async (subject) => journey(subject),
    peopleGet: async (id) => person(await under.peopleGet(id)),
    touchpointsGet: async (id) => view(Number(id.replace("t-", "")) - 1),
    touchpointsTimeline: async () => ({ items: touches.slice(-4).map((_, index) => ({ kind: "touchpoint" as const, ...view(3 - index) })), next: null, total: touches.length }),
    exchangePreview: async (choices) => ({ files: sheets(choices.map(({ path }) => path)) }),
    exchangeTargets: async () => [{ field: "name", required: true, several: false }, { field: "phone", required: false, several: true }],
    exchangeImport: async (choices) => {
      const files = sheets(choices.map(({ path }) => path));
      for (const done of [0.2, 0.6, 1]) fake.emit("import-progress", { file: choices[0]?.path ?? "", done: Math.round(done * 8897), total: 8897 });
      await new Promise((resolve) => setTimeout(resolve, 600));
      const result: ImportResult = { import_id: "im1", action: "a-import", cancelled: false, files, counts: total(files), failures_file: "failures-2026-11-19.csv" };
      fake.calls.push({ name: "exchangeImport", args: [choices] });
      return result;
    },
  };
  return { ...fake, commands, transport: { ...fake.transport, commands } };
}

function sum(files: ImportFile[], key: "rows" | "created" | "duplicates" | "updated" | "unchanged" | "failed"): number {
  return files.reduce((all, { counts }) => all + counts[key], 0);
}

const lines = (cells: string[][]): ImportRow[] => cells.map((row) => ({ cells: row, becomes: "created", name: row[0] ?? null, reason: null, column: null }));

function sheet(path: string, say: ReturnType<typeof bothWays>): ImportFile {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const common = { path, name, sheet: null, source: null, told: "recognised" as const, missing: [], encoding: "UTF-8", delimiter: "," };
  if (name.startsWith("sales_pipeline")) {
    return {
      ...common, noun: "deals", rows: 8800, encoding: "UTF-8",
      columns: [
        { name: "opportunity_id", field: "external_id" }, { name: "sales_agent", field: "holder" }, { name: "product", field: "product" }, { name: "account", field: "organization" },
        { name: "deal_stage", field: "stage" }, { name: "engage_date", field: "engaged_on" }, { name: "close_date", field: "closed_on" }, { name: "close_value", field: "amount" },
      ],
      counts: { rows: 8800, created: 8797, updated: 0, unchanged: 0, failed: 3, duplicates: 0, also: { stages: 4, pipelines: 1, stage_moves: 15011 } },
      notes: [
        { code: "product_matched", params: { from: "GTXPro", to: "GTX Pro", rows: "1480" } }, { code: "no_account", params: { rows: "1425" } }, { code: "unknown_amount", params: { rows: "2089" } },
        { code: "pipeline_made", params: { name: "sales_pipeline" } },
      ],
      sample: lines([
        ["1C1I7A6R", "Moses Frase", "GTX Plus Basic", "Cancity", "Won", "2016-10-20", "2017-03-01", "1054"],
        ["Z063OYW0", "Darcel Schlecht", "GTXPro", "Isdom", "Won", "2016-10-25", "2017-03-11", "4514"],
        ["EC4QE1BX", "Darcel Schlecht", "MG Special", "Cancity", "Won", "2016-10-25", "2017-03-07", "50"],
      ]),
    };
  }
  if (name.startsWith("products")) {
    return {
      ...common, noun: "products", rows: 7, columns: [{ name: "product", field: "name" }, { name: "series", field: "family" }, { name: "sales_price", field: "price" }],
      counts: { rows: 7, created: 7, updated: 0, unchanged: 0, failed: 0, duplicates: 0, also: {} }, notes: [], sample: lines([["GTX Basic", "GTX", "550"], ["GTX Pro", "GTX", "4821"]]),
    };
  }
  return {
    ...common, noun: "organizations", rows: 85, encoding: say(["GBK", "GBK"]),
    columns: [{ name: "account", field: "name" }, { name: "sector", field: "industry" }, { name: "year_established", field: "founded" }, { name: "revenue", field: null }, { name: "employees", field: "employees" }, { name: "office_location", field: "region" }, { name: "subsidiary_of", field: "parent" }],
    counts: { rows: 85, created: 80, updated: 3, unchanged: 2, failed: 0, duplicates: 0, also: {} }, notes: [{ code: "kept_columns", params: { columns: "revenue" } }],
    sample: lines([["Acme Corporation", "technolgy", "1996", "1100.04", "2822", "United States", ""], ["Betasoloin", "medical", "1999", "251.41", "495", "United States", ""], ["Bluth Company", "technolgy", "1993", "1242.32", "3027", "United States", "Acme Corporation"]]),
  };
}
