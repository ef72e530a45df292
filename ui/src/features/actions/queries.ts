// Everything done here, and turning one of it back or forth. Freshness comes from the change feed.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { call } from "../../ipc/call";

const PAGE = 200;
// Every write is an action.
const reads = ["*"] as const;

export type Narrowed = { member: string | null; label: string | null };

export const actionsQueries = {
  all: ["actions"] as const,
  list: ({ member, label }: Narrowed) =>
    infiniteQueryOptions({
      queryKey: [...actionsQueries.all, "list", member, label] as const,
      queryFn: ({ pageParam }) => call.actionsList({ member, label, after: pageParam, limit: PAGE }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
      meta: { reads },
    }),
  choices: () => queryOptions({ queryKey: [...actionsQueries.all, "choices"] as const, queryFn: () => call.actionsChoices(), meta: { reads } }),
  /** What would have to be taken back first, the latest first. */
  way: (id: string) => queryOptions({ queryKey: [...actionsQueries.all, "way", id] as const, queryFn: () => call.actionsInTheWay(id), meta: { reads } }),
};

export const useUndoOne = () => useMutation({ mutationFn: (action: string) => call.actionsUndo(action) });
export const useRedoOne = () => useMutation({ mutationFn: (action: string) => call.actionsRedo(action) });
/** One after the other, in that order; the first refusal stops it. */
export const useUndoAll = () =>
  useMutation({
    mutationFn: async (actions: readonly string[]) => {
      for (const action of actions) await call.actionsUndo(action);
    },
  });
