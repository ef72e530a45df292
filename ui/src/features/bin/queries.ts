// The recycle bin as the window reads and writes it. Freshness comes from the change feed.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { call } from "../../ipc/call";

const PAGE = 100;
// Any noun may have something deleted.
const reads = ["*"] as const;

export const binQueries = {
  all: ["bin"] as const,
  list: (kind: string | null) =>
    infiniteQueryOptions({
      queryKey: [...binQueries.all, "list", kind] as const,
      queryFn: ({ pageParam }) => call.binList({ kind, after: pageParam, limit: PAGE }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
      meta: { reads },
    }),
  /** What would hang in the air without the row. */
  doomed: (id: string) =>
    queryOptions({ queryKey: [...binQueries.all, "doomed", id] as const, queryFn: () => call.binDoomed(id), staleTime: 0, gcTime: 0, retry: false }),
  /** The row if it is in the bin. */
  find: (id: string) => queryOptions({ queryKey: [...binQueries.all, "find", id] as const, queryFn: () => call.binFind(id), meta: { reads } }),
};

export const useDelete = () => useMutation({ mutationFn: (id: string) => call.binDelete(id) });
export const useRestore = () => useMutation({ mutationFn: (ids: string[]) => call.binRestore(ids) });
