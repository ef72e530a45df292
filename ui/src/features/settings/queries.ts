// What the settings read and do. The workspace as the shell sees it stands here too: language, clock,
// counts and who works on this device; and what the first run asks.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Beginning, LabelKind, Lang } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { chooseFiles } from "../../ipc/files";

export const appQueries = {
  info: () =>
    queryOptions({
      queryKey: ["app", "info"] as const,
      queryFn: () => call.appInfo(),
      // The clock is core's: asking again moves `now` and turns the day over, unless it stands still.
      refetchInterval: ({ state }) => (state.data?.frozen === true ? false : 60_000),
      meta: { reads: ["*"] },
    }),
};

export const firstQueries = {
  offer: () => queryOptions({ queryKey: ["first", "offer"] as const, queryFn: () => call.workspacesFirstRun() }),
  known: () => queryOptions({ queryKey: ["first", "known"] as const, queryFn: () => call.workspacesList(), meta: { reads: ["settings"] } }),
};

export const settingsQueries = {
  members: () => queryOptions({ queryKey: ["settings", "members"] as const, queryFn: () => call.membersList(), meta: { reads: ["members"] } }),
  lostReasons: () => queryOptions({ queryKey: ["settings", "lostReasons"] as const, queryFn: () => call.lostReasonsGet(), meta: { reads: ["settings"] } }),
  pipelines: () =>
    queryOptions({ queryKey: ["settings", "pipelines"] as const, queryFn: () => call.pipelinesList(), meta: { reads: ["pipelines", "stages", "deals", "stage_moves"] } }),
  labels: (kind: LabelKind) =>
    queryOptions({ queryKey: ["settings", "labels", kind] as const, queryFn: () => call.labelsList(kind), meta: { reads: ["tags", "taggings", "sources", "people"] } }),
  grades: () => queryOptions({ queryKey: ["settings", "grades"] as const, queryFn: () => call.labelsGrades(), meta: { reads: ["settings"] } }),
  zones: () => queryOptions({ queryKey: ["settings", "zones"] as const, queryFn: () => call.workspacesZones() }),
  /** Of this device, like the language. */
  reminders: () => queryOptions({ queryKey: ["settings", "reminders"] as const, queryFn: () => call.remindersGet() }),
  about: () => queryOptions({ queryKey: ["settings", "about"] as const, queryFn: () => call.appAbout() }),
  backups: () => queryOptions({ queryKey: ["settings", "backups"] as const, queryFn: () => call.backupsList(), staleTime: 0 }),
  preview: (path: string) => queryOptions({ queryKey: ["settings", "preview", path] as const, queryFn: () => call.backupsPreview(path), meta: { reads: ["*"] }, gcTime: 0 }),
};

/** The language belongs to this device, not to the log, so the change feed says nothing of it. */
export const useSetLanguage = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: (lang: Lang) => call.appSetLanguage(lang), onSuccess: () => client.invalidateQueries() });
};

/** Turns the reminders of this device on or off, or the other way round; tells how they are now. */
export const useRemind = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted: boolean | null) => {
      const on = wanted ?? !(await call.remindersGet());
      await call.remindersSet(on);
      return on;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: settingsQueries.reminders().queryKey }),
  });
};

/** Who works here is this device's too. */
export const useSitHere = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: (member: string | null) => call.membersSitHere(member), onSuccess: () => client.invalidateQueries() });
};

/** Another workspace is another world: everything read so far is forgotten. */
const useTurn = <Input>(mutationFn: (input: Input) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.resetQueries() });
};

export const useOpenSample = () => useTurn((lang: Lang) => call.workspacesOpenSample(lang));
/** Null is one's own workspace; where there is none yet, the first run asks. */
export const useOpenWorkspace = () => useTurn((path: string | null) => call.workspacesOpen(path));
export const useStart = () =>
  useTurn(async ({ path, from, sample }: { path: string; from: Beginning; sample: boolean }) => {
    await call.workspacesBegin(path, from);
    if (sample) await call.workspacesOpenSample(from.lang);
  });

export const useSetWorkspace = () => useMutation({ mutationFn: call.appSetWorkspace });
export const useSaveMember = () => useMutation({ mutationFn: call.membersSave });

export const useMakePipeline = () => useMutation({ mutationFn: ({ name, like }: { name: string; like: string }) => call.pipelinesMake(name, like) });
export const useRenamePipeline = () => useMutation({ mutationFn: ({ id, name }: { id: string; name: string }) => call.pipelinesRename(id, name) });
export const useArchivePipeline = () => useMutation({ mutationFn: ({ id, away }: { id: string; away: boolean }) => call.pipelinesArchive(id, away) });
export const useSaveStage = () => useMutation({ mutationFn: call.stagesSave });
export const useOrderStages = () => useMutation({ mutationFn: ({ pipeline, ids }: { pipeline: string; ids: string[] }) => call.stagesOrder(pipeline, ids) });
export const useRetireStage = () => useMutation({ mutationFn: ({ id, away }: { id: string; away: boolean }) => call.stagesRetire(id, away) });
export const useSetLostReasons = () => useMutation({ mutationFn: call.lostReasonsSet });
export const useRemoveStage = () => useMutation({ mutationFn: ({ id, to }: { id: string; to: string | null }) => call.stagesRemove(id, to) });

type OfLabel<More> = { kind: LabelKind } & More;
export const useMakeLabel = () => useMutation({ mutationFn: ({ kind, name }: OfLabel<{ name: string }>) => call.labelsMake(kind, name) });
export const useRenameLabel = () => useMutation({ mutationFn: ({ kind, id, name }: OfLabel<{ id: string; name: string }>) => call.labelsRename(kind, id, name) });
export const useArchiveLabel = () => useMutation({ mutationFn: ({ kind, id, away }: OfLabel<{ id: string; away: boolean }>) => call.labelsArchive(kind, id, away) });
export const useMergeLabels = () => useMutation({ mutationFn: ({ kind, from, into }: OfLabel<{ from: string; into: string }>) => call.labelsMerge(kind, from, into) });
export const useSetGrade = () => useMutation({ mutationFn: ({ grade, meaning }: { grade: Parameters<typeof call.labelsSetGrade>[0]; meaning: string }) => call.labelsSetGrade(grade, meaning) });

/** Backups are files, not rows: the change feed says nothing of them. */
export const useBackUp = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => call.backupsMake(), onSuccess: () => client.invalidateQueries({ queryKey: settingsQueries.backups().queryKey }) });
};
export const useRestore = () => useTurn((path: string) => call.backupsRestore(path));
export const chooseBackup = async (name: string): Promise<string | null> => (await chooseFiles({ name, extensions: ["db"] }))[0] ?? null;
export const useOpenFolder = () => useMutation({ mutationFn: call.appOpenFolder });
