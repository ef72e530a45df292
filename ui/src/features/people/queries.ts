// People as the window reads and writes them. Freshness comes from the change feed.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import type { IdentifierInput, PageInput, TimelinePage } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { useMorePages } from "../../shared/hooks/useMorePages";

const SHOWN_SOURCES = 8;
const recordReads = ["people", "identifiers", "positions", "organizations", "touchpoints", "followups", "deals", "stage_moves", "holdings", "tags", "taggings", "members", "source_lines", "settings"] as const;

/** One person: the record with its first page of timeline. */
export const recordQueries = {
  person: (id: string) =>
    queryOptions({ queryKey: ["people", "record", id] as const, queryFn: () => call.peopleGet(id), meta: { reads: recordReads } }),
};

export function useTimeline(id: string, first: TimelinePage) {
  const { pages, more } = useMorePages({
    key: ["people", "timeline", id],
    after: first.next,
    fetch: (before) => call.touchpointsTimeline({ kind: "person", id }, before),
    reads: recordReads,
  });
  return { items: [...first.items, ...pages.flatMap(({ items }) => items)], more };
}

export const usePlanStep = () => useMutation({ mutationFn: call.followupsSave });
export const useSavePosition = () => useMutation({ mutationFn: call.positionsSave });
export const useDeletePosition = () => useMutation({ mutationFn: call.positionsDelete });

/** The list: filter and order; pages by key. `firms` finds organizations for the form. */
export const peopleQueries = {
  list: (page: PageInput) =>
    infiniteQueryOptions({
      queryKey: ["people", "list", page] as const,
      queryFn: ({ pageParam }) => call.peopleList({ ...page, after: pageParam }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
      meta: { reads: ["people", "identifiers", "positions", "organizations", "touchpoints", "followups", "deals", "stage_moves", "holdings", "tags", "taggings", "sources", "members", "settings"] },
    }),
  firms: (query: string) =>
    queryOptions({
      queryKey: ["search", "lookup", query, 8] as const,
      queryFn: () => call.searchLookup(query, 8),
      meta: { reads: ["people", "organizations", "deals"] },
    }),
};

/** Names of organizations that fit what is typed. */
/** The sources the team uses, for what is typed; those put away are not offered. */
export function useSources(typed: string): readonly string[] {
  const { data } = useQuery({ queryKey: ["people", "sources"], queryFn: () => call.labelsList("sources"), meta: { reads: ["sources"] } });
  const wanted = typed.trim().toLowerCase();
  return (data ?? []).filter(({ archived, name }) => !archived && name.toLowerCase().includes(wanted)).map(({ name }) => name).slice(0, SHOWN_SOURCES);
}

/** What the team says each grade means; empty where nobody wrote it down. */
export function useGradeMeanings(): Readonly<Record<string, string>> {
  const { data } = useQuery({ queryKey: ["people", "grades"], queryFn: () => call.labelsGrades(), meta: { reads: ["settings"] } });
  return Object.fromEntries((data ?? []).filter(({ meaning }) => meaning !== "").map(({ grade, meaning }) => [grade, `${grade} · ${meaning}`]));
}

export function useFirms(typed: string): readonly string[] {
  const query = typed.trim();
  const { data = [] } = useQuery({ ...peopleQueries.firms(query), enabled: query !== "" });
  return [...new Set(data.filter(({ kind }) => kind === "organization").map(({ name }) => name))];
}

/** Reads a pasted signature, contact block or vCard. */
export const useSignature = () => useMutation({ mutationFn: (text: string) => call.peopleSignature(text) });

/** Who already has one of these numbers or addresses. */
export function useTwins(identifiers: readonly IdentifierInput[]) {
  const { data = [] } = useQuery({
    queryKey: ["people", "twins", identifiers] as const,
    queryFn: () => call.peopleTwins([...identifiers]),
    enabled: identifiers.length > 0,
    placeholderData: keepPreviousData,
    meta: { reads: ["people", "identifiers"] },
  });
  return identifiers.length > 0 ? data : [];
}

export const useSavePerson = () => useMutation({ mutationFn: call.peopleSave });
