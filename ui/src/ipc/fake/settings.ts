// The settings of the fake: a team of four, one pipeline, a few words, two backups, and a first run.
import type { Backup, Label, LabelKind, Lang, MemberView, PipelineSetup, StageKind } from "../bindings.gen";
import type { Commands } from "../transport";
import { stages } from "./cast";

type Say = (word: { zh: string; en: string }) => string;
type Committing = (nouns: string[], label: string) => { action: string };

type Name =
  | "appSetWorkspace" | "appAbout" | "appOpenFolder" | "workspacesFirstRun" | "workspacesZones" | "workspacesBegin" | "workspacesList" | "workspacesOpen" | "workspacesOpenSample" | "membersList" | "membersSave" | "membersSitHere" | "pipelinesList" | "pipelinesMake" | "pipelinesRename" | "pipelinesArchive" | "stagesSave" | "stagesOrder" | "stagesRemove" | "stagesRetire" | "labelsList" | "labelsMake" | "labelsRename" | "labelsArchive" | "labelsMerge" | "labelsGrades" | "labelsSetGrade" | "backupsList" | "backupsMake" | "backupsPreview" | "backupsRestore";

type Answers = Pick<Commands, Name>;

export type FakeWorkspace = { name: string | null; zone: string; currency: string; me: string | null; absent: boolean };

export function fakeSettings(now: number, here: FakeWorkspace, say: Say, lang: () => Lang, commit: Committing): Answers {
  const members: MemberView[] = [
    { id: "m1", name: say({ zh: "林晓岚", en: "Lin Xiaolan" }), role: "sales", seniority: "senior", holding_cap: 10, active: true },
    { id: "m2", name: say({ zh: "陈思", en: "Chen Si" }), role: "hr", seniority: "junior", holding_cap: 10, active: true },
    { id: "m3", name: say({ zh: "周文博", en: "Zhou Wenbo" }), role: "founder", seniority: "senior", holding_cap: 10, active: true },
    { id: "m4", name: say({ zh: "何青", en: "He Qing" }), role: "support", seniority: "senior", holding_cap: 10, active: false },
  ];
  const kindOf = (index: number): StageKind => (index < 3 ? "lead" : index === 3 ? "qualified" : index < 8 ? "opportunity" : "won");
  const pipelines: PipelineSetup[] = [
    {
      id: "pl1", name: say({ zh: "标准销售", en: "Standard sales" }), archived: false, deals_open: 8,
      stages: stages.map((stage, index) => ({ id: `s-${stage.en}`, name: say(stage), kind: kindOf(index), win_chance: index * 11, limit_days: index < 8 ? 14 : null, deals: index % 3 })),
    },
  ];
  const labels: Record<LabelKind, Label[]> = {
    tags: [{ id: "t1", name: say({ zh: "价格", en: "price" }), uses: 42, archived: false }, { id: "t2", name: say({ zh: "价钱", en: "pricing" }), uses: 7, archived: false }],
    sources: [{ id: "so1", name: say({ zh: "展会", en: "Trade fair" }), uses: 120, archived: false }, { id: "so2", name: say({ zh: "转介绍", en: "Referral" }), uses: 31, archived: false }],
  };
  const meanings = new Map<string, string>();
  const backups: Backup[] = [
    { path: "/backups/daily-2.db", kind: "daily", at: now - 3_600_000, bytes: 4_300_000 },
    { path: "/backups/daily-1.db", kind: "daily", at: now - 25 * 3_600_000, bytes: 4_100_000 },
  ];
  const one = <Row extends { id: string }>(rows: Row[], id: string): Row => rows.find((row) => row.id === id) ?? refuse();
  const pipelineOf = (stage: string) => pipelines.find(({ stages: all }) => all.some(({ id }) => id === stage)) ?? refuse();
  return {
    appSetWorkspace: async ({ name, zone, currency }) => {
      here.name = name ?? here.name;
      here.zone = zone ?? here.zone;
      here.currency = currency ?? here.currency;
      return commit(["settings"], "workspace_changed");
    },
    appAbout: async () => ({ version: "0.1.0", schema: 8, workspace: "/home/lin/touchline/workspace", config: "/home/lin/.config/touchline", backups: "/home/lin/touchline/workspace/backups", licence: "MIT" }),
    appOpenFolder: async () => null,
    workspacesFirstRun: async () => ({
      path: "/home/lin/.local/share/touchline/workspace", lang: lang(), zone: "Asia/Shanghai", zones: ["Asia/Shanghai", "Asia/Taipei", "Europe/Berlin", "America/New_York", "UTC"],
      currencies: { "zh-Hans": "CNY", "zh-Hant": "TWD", en: "USD" }, now,
    }),
    workspacesZones: async () => ["Asia/Shanghai", "Asia/Taipei", "Europe/Berlin", "America/New_York", "UTC"],
    workspacesBegin: async (path) => {
      if (path.includes("Dropbox")) throw { code: "workspace_synced", params: { path, better: "/home/lin/touchline" }, detail: "" };
      here.absent = false;
      return null;
    },
    workspacesList: async () => (here.absent ? [] : [{ path: "/home/lin/touchline/workspace", name: say({ zh: "我的工作区", en: "My workspace" }), sample: false, open: false }]),
    workspacesOpen: async () => null,
    workspacesOpenSample: async () => null,
    membersList: async () => members,
    membersSave: async (input) => {
      const id = input.id ?? `m${members.length + 1}`;
      if (input.id === null) members.push({ ...input, id });
      else Object.assign(one(members, id), input);
      return { id, action: commit(["members"], "member_saved").action };
    },
    membersSitHere: async (member) => {
      here.me = member;
      return null;
    },
    pipelinesList: async () => pipelines,
    pipelinesMake: async (name, like) => {
      const id = `pl${pipelines.length + 1}`;
      pipelines.push({ id, name, archived: false, deals_open: 0, stages: one(pipelines, like).stages.map((stage) => ({ ...stage, id: `${id}-${stage.id}`, deals: 0 })) });
      return { id, action: commit(["pipelines", "stages"], "pipeline_saved").action };
    },
    pipelinesRename: async (id, name) => {
      one(pipelines, id).name = name;
      return commit(["pipelines"], "pipeline_saved");
    },
    pipelinesArchive: async (id, away) => {
      one(pipelines, id).archived = away;
      return commit(["pipelines"], "pipeline_archived");
    },
    stagesSave: async (input) => {
      const { stages: all } = one(pipelines, input.pipeline);
      const id = input.id ?? `new-${all.length}`;
      const { required, ...rest } = input;
      const asked = { required: required ?? [] };
      if (input.id === null) all.push({ ...rest, ...asked, id, deals: 0 });
      else Object.assign(one(all, id), rest, asked);
      return { id, action: commit(["stages"], "stage_saved").action };
    },
    stagesRetire: async (id, away) => {
      for (const { stages: all } of pipelines) for (const stage of all) if (stage.id === id) stage.retired = away;
      return commit(["stages"], "stage_retired");
    },
    stagesOrder: async (pipeline, ids) => {
      one(pipelines, pipeline).stages.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      return commit(["stages"], "stages_ordered");
    },
    stagesRemove: async (id) => {
      const pipeline = pipelineOf(id);
      pipeline.stages = pipeline.stages.filter((stage) => stage.id !== id);
      return commit(["stages", "stage_moves"], "stage_removed");
    },
    labelsList: async (kind) => labels[kind],
    labelsMake: async (kind, name) => {
      labels[kind].push({ id: `new-${name}`, name, uses: 0, archived: false });
      return { id: `new-${name}`, action: commit([kind], "label_saved").action };
    },
    labelsRename: async (kind, id, name) => {
      one(labels[kind], id).name = name;
      return commit([kind], "label_saved");
    },
    labelsArchive: async (kind, id, away) => {
      one(labels[kind], id).archived = away;
      return commit([kind], "label_archived");
    },
    labelsMerge: async (kind, from, into) => {
      one(labels[kind], into).uses += one(labels[kind], from).uses;
      labels[kind] = labels[kind].filter(({ id }) => id !== from);
      return commit([kind], "label_merged");
    },
    labelsGrades: async () => (["A", "B", "C", "D"] as const).map((grade) => ({ grade, meaning: meanings.get(grade) ?? "" })),
    labelsSetGrade: async (grade, meaning) => {
      meanings.set(grade, meaning);
      return commit(["settings"], "grade_meant");
    },
    backupsList: async () => backups,
    backupsMake: async () => {
      const made: Backup = { path: `/backups/manual-${backups.length}.db`, kind: "manual", at: now, bytes: 4_400_000 };
      backups.unshift(made);
      return made;
    },
    backupsPreview: async (path) => ({
      path, name: say({ zh: "澄明科技", en: "Clearwater" }), as_of: now - 25 * 3_600_000, same: true, lost: 2, back: 0,
      counts: [{ noun: "people", then: 407, now: 408 }, { noun: "organizations", then: 20, now: 20 }, { noun: "deals", then: 8, now: 8 }, { noun: "touchpoints", then: 310, now: 312 }],
      latest: [{ label: "call_logged", subject: say({ zh: "张立群", en: "Zhang Liqun" }), at: now - 3_600_000 }, { label: "person_saved", subject: say({ zh: "王宁", en: "Wang Ning" }), at: now - 7_200_000 }],
    }),
    backupsRestore: async () => "/backups/before-restore-1.db",
  };
}

function refuse(): never {
  throw new Error("the fake has no such thing");
}
