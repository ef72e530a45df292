// What Today reads and does. Freshness comes from the change feed, never from these mutations.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { PersonChoice } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

export const todayQueries = {
  all: ["today"] as const,
  list: () =>
    queryOptions({
      queryKey: [...todayQueries.all, "list"] as const,
      queryFn: () => call.todayList(),
      meta: { reads: ["followups", "touchpoints", "people", "organizations", "settings"] },
    }),
  person: (id: string) =>
    queryOptions({
      queryKey: ["people", "record", id] as const,
      queryFn: () => call.peopleGet(id),
      meta: { reads: ["people", "identifiers", "positions", "organizations", "touchpoints", "followups", "deals", "stage_moves", "holdings", "taggings"] },
    }),
  touchpoint: (id: string) =>
    queryOptions({
      queryKey: ["touchpoints", "get", id] as const,
      queryFn: () => call.touchpointsGet(id),
      meta: { reads: ["touchpoints", "people"] },
    }),
  lookup: (query: string) =>
    queryOptions({
      queryKey: ["search", "lookup", query, 8] as const,
      queryFn: () => call.searchLookup(query, 8),
      meta: { reads: ["people", "organizations", "deals"] },
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
