// People as the window reads and writes them. Freshness comes from the change feed.
import { keepPreviousData, queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import type { IdentifierInput, IdentifierState, PageInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const SHOWN_SOURCES = 8;

export const useSavePosition = () => useMutation({ mutationFn: call.positionsSave });
export const useDeletePosition = () => useMutation({ mutationFn: call.positionsDelete });

/** The list: filter, order and place. */
export const peopleQueries = {
  list: (page: PageInput) =>
    queryOptions({
      queryKey: ["people", "list", page] as const,
      queryFn: () => call.peopleList(page),
      meta: { reads: ["people", "identifiers", "positions", "organizations", "touchpoints", "followups", "deals", "stage_moves", "holdings", "tags", "taggings", "field_values", "sources", "members", "settings"] },
    }),
};

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

/** Says how it stands with a number or address. */
export const useMarkIdentifier = () =>
  useMutation({ mutationFn: ({ id, state, why }: { id: string; state: IdentifierState | null; why: string | null }) => call.peopleMark(id, state, why) });

export const useSavePerson = () => useMutation({ mutationFn: call.peopleSave });
