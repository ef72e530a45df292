// Who may be there twice, as the window reads and merges them. What may be one is decided in core.
import { keepPreviousData, queryOptions, useMutation, useQueries } from "@tanstack/react-query";
import type { DuplicatesKind, MergeInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["people", "organizations", "identifiers", "positions", "distinct_pairs"];

export const duplicateQueries = {
  list: (kind: DuplicatesKind) =>
    queryOptions({ queryKey: ["duplicates", "list", kind] as const, queryFn: () => call.duplicatesList(kind), placeholderData: keepPreviousData, meta: { reads } }),
  /** Two rows side by side. */
  sides: (kind: DuplicatesKind, one: string, other: string) =>
    queryOptions({
      queryKey: ["duplicates", "sides", kind, one, other] as const,
      queryFn: () => call.duplicatesSides(kind, one, other),
      retry: false,
      meta: { reads: [...reads, "tags", "taggings", "touchpoints", "deals", "followups"] },
    }),
};

/** How many pairs there may be, people and organizations; null before that is known. */
export function useDuplicateCount(): number | null {
  const pages = useQueries({ queries: [duplicateQueries.list("people"), duplicateQueries.list("organizations")] });
  return pages.some(({ data }) => data === undefined) ? null : pages.reduce((sum, { data }) => sum + (data?.total ?? 0), 0);
}

export const useMerge = () => useMutation({ mutationFn: (input: MergeInput) => call.duplicatesMerge(input) });
export const useMergeSure = () => useMutation({ mutationFn: (kind: DuplicatesKind) => call.duplicatesMergeSure(kind) });
export const useDistinct = () => useMutation({ mutationFn: ({ one, other }: { one: string; other: string }) => call.duplicatesDistinct(one, other) });
export const useSeparate = () => useMutation({ mutationFn: ({ kind, id }: { kind: DuplicatesKind; id: string }) => call.duplicatesSeparate(kind, id) });
