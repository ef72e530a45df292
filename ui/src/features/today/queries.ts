// What Today reads and does. Freshness comes from the change feed, never from these mutations.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { PersonChoice, WeekRowsInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { chooseSavePath } from "../../ipc/files";

const weekReads = ["touchpoints", "taggings", "tags", "stage_moves", "stages", "deals", "people", "organizations", "settings"] as const;

export const todayQueries = {
  all: ["today"] as const,
  list: () =>
    queryOptions({
      queryKey: [...todayQueries.all, "list"] as const,
      queryFn: () => call.todayList(),
      meta: { reads: ["followups", "touchpoints", "people", "organizations", "settings"] },
    }),
  week: (today: string) =>
    queryOptions({ queryKey: [...todayQueries.all, "week", today] as const, queryFn: () => call.weekGet(), meta: { reads: weekReads } }),
  /** The rows behind a figure of the week. */
  weekRows: (today: string, input: WeekRowsInput) =>
    queryOptions({ queryKey: [...todayQueries.all, "week", today, input] as const, queryFn: () => call.weekRows(input), meta: { reads: weekReads } }),
  touchpoint: (id: string) =>
    queryOptions({
      queryKey: ["touchpoints", "get", id] as const,
      queryFn: () => call.touchpointsGet(id),
      meta: { reads: ["touchpoints", "people"] },
    }),
};

export const useDone = () => useMutation({ mutationFn: call.followupsDone });
export const useDrop = () => useMutation({ mutationFn: call.followupsDrop });
export const usePostpone = () =>
  useMutation({ mutationFn: ({ id, on }: { id: string; on: string }) => call.followupsPostpone(id, on) });
export const useMissed = () =>
  useMutation({ mutationFn: ({ person, followup, title }: { person: string; followup: string | null; title: string }) => call.touchpointsMissed(person, followup, title) });
export const useAssign = () =>
  useMutation({ mutationFn: ({ id, person }: { id: string; person: PersonChoice }) => call.touchpointsAssign(id, person) });

/** Writes the open follow-ups as a calendar file where the user chooses; null: nowhere. */
export const useExportCalendar = () =>
  useMutation({
    mutationFn: async ({ name, kind }: { name: string; kind: string }) => {
      const path = await chooseSavePath(`${name}.ics`, { name: kind, extensions: ["ics"] });
      if (path === null) return null;
      await call.filesWrite(path, Array.from(new TextEncoder().encode(await call.followupsCalendar())));
      return path;
    },
  });
