// The sales pipeline: the board, one deal, moving deals on. Sums, counts and days come from core;
// here they are only shown, and a move is shown before core confirms it.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Board, DealCard, TimelinePage } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { useMorePages } from "../../shared/hooks/useMorePages";
import { moveCard } from "./board";

const reads = ["deals", "stage_moves", "stages", "pipelines", "holdings", "followups", "touchpoints", "people", "organizations", "settings"];

export const pipelineQueries = {
  all: ["pipeline"] as const,
  board: (pipeline: string | null) =>
    queryOptions({
      queryKey: [...pipelineQueries.all, "board", pipeline] as const,
      queryFn: () => call.dealsBoard(pipeline),
      meta: { reads },
      placeholderData: (before) => before,
    }),
  deal: (id: string) =>
    queryOptions({ queryKey: [...pipelineQueries.all, "deal", id] as const, queryFn: () => call.dealsGet(id), meta: { reads } }),
  history: (id: string) =>
    queryOptions({ queryKey: [...pipelineQueries.all, "history", id] as const, queryFn: () => call.historyOf(id), meta: { reads } }),
  lookup: (query: string) =>
    queryOptions({
      queryKey: ["search", "lookup", query, 8] as const,
      queryFn: () => call.searchLookup(query, 8),
      enabled: query.trim() !== "",
      meta: { reads: ["people", "organizations", "deals"] },
    }),
};

export function useTimeline(id: string, first: TimelinePage) {
  const { pages, more } = useMorePages({
    key: [...pipelineQueries.all, "timeline", id],
    after: first.next,
    fetch: (before) => call.touchpointsTimeline({ kind: "deal", id }, before),
    reads,
  });
  return { items: [...first.items, ...pages.flatMap(({ items }) => items)], more };
}

/** The cards that follow those of the board's first page. */
export function useLaterCards(stage: string, after: string | null) {
  const { pages, more } = useMorePages({
    key: [...pipelineQueries.all, "column", stage],
    after,
    fetch: (cursor) => call.dealsColumn(stage, cursor),
    reads,
  });
  return { cards: pages.flatMap(({ cards }) => cards), more };
}

/** `from`: null for a deal that has no stage yet */
export type Move = { card: DealCard; from: string | null; to: string; reason: string | null };

/** Moves on screen at once; the change feed then brings core's own numbers. A refusal puts all back. */
export function useMoveDeal(pipeline: string | null) {
  const client = useQueryClient();
  const key = pipelineQueries.board(pipeline).queryKey;
  return useMutation({
    mutationFn: ({ card, to, reason }: Move) => call.dealsMove(card.id, to, reason),
    onMutate: async ({ card, from, to }) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData(key);
      client.setQueryData(key, (board: Board | undefined) => board && moveCard(board, card, from, to));
      return { before };
    },
    onError: (_error, _move, context) => client.setQueryData(key, context?.before),
  });
}

export const useSaveDeal = () => useMutation({ mutationFn: call.dealsSave });
export const useSaveFollowup = () => useMutation({ mutationFn: call.followupsSave });
export const useFollowupDone = () => useMutation({ mutationFn: call.followupsDone });
