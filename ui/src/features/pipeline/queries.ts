// The sales pipeline: the board, one deal, moving deals on. Sums, counts and days come from core;
// here they are only shown, and a move is shown before core confirms it.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Board, DealCard, DealRoleKind, NextTone, PageInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { useMorePages } from "../../shared/hooks/useMorePages";
import { moveCard } from "./board";

const reads = ["deals", "stage_moves", "stages", "pipelines", "holdings", "followups", "touchpoints", "people", "organizations", "deal_roles", "tags", "taggings", "field_values", "products", "members", "settings"];

export const pipelineQueries = {
  all: ["pipeline"] as const,
  /** `next`: only cards whose next step stands like that; counts of all stay. */
  board: (pipeline: string | null, next: NextTone | null = null) =>
    queryOptions({
      queryKey: [...pipelineQueries.all, "board", pipeline, next] as const,
      queryFn: () => call.dealsBoard(pipeline, next),
      meta: { reads },
      placeholderData: (before) => before,
    }),
  deal: (id: string) =>
    queryOptions({ queryKey: [...pipelineQueries.all, "deal", id] as const, queryFn: () => call.dealsGet(id), meta: { reads } }),
  /** Pipelines with their stages. */
  pipelines: () => queryOptions({ queryKey: [...pipelineQueries.all, "pipelines"] as const, queryFn: () => call.pipelinesList(), meta: { reads: ["pipelines", "stages"] } }),
  /** What a deal lacks before it may enter a stage. */
  needs: (deal: string, stage: string) => queryOptions({ queryKey: [...pipelineQueries.all, "needs", deal, stage] as const, queryFn: () => call.dealsNeeds(deal, stage), meta: { reads } }),
  /** How many real touches own won deals took. */
  touchSpread: () => queryOptions({ queryKey: [...pipelineQueries.all, "touchSpread"] as const, queryFn: () => call.dealsTouchSpread(), meta: { reads: ["deals", "stage_moves", "stages", "touchpoints"] } }),
  /** The team's own reasons for losing; null: nobody made a list. */
  lostReasons: () => queryOptions({ queryKey: [...pipelineQueries.all, "lostReasons"] as const, queryFn: () => call.lostReasonsGet(), meta: { reads: ["settings"] } }),
  /** Who else holds an open deal on the organization of this name. */
  heldBy: (organization: string) =>
    queryOptions({ queryKey: [...pipelineQueries.all, "heldBy", organization] as const, queryFn: () => call.dealsHeldBy(organization), enabled: organization !== "", meta: { reads } }),
  list: (page: PageInput) =>
    queryOptions({
      queryKey: [...pipelineQueries.all, "list", page] as const,
      queryFn: () => call.dealsList(page),
      meta: { reads },
    }),
};

/** The cards that follow those of the board's first page. */
export function useLaterCards(stage: string, next: NextTone | null, after: string | null) {
  const { pages, more } = useMorePages({
    key: [...pipelineQueries.all, "column", stage, next],
    after,
    fetch: (cursor) => call.dealsColumn(stage, next, cursor),
    reads,
  });
  return { cards: pages.flatMap(({ cards }) => cards), more };
}

/** `from`: null for a deal that has no stage yet */
export type Move = { card: DealCard; from: string | null; to: string; reason: string | null };

/** Moves on screen at once; the change feed then brings core's own numbers. A refusal puts all back. */
export function useMoveDeal(pipeline: string | null, next: NextTone | null = null) {
  const client = useQueryClient();
  const key = pipelineQueries.board(pipeline, next).queryKey;
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

/** Moves a deal to a stage, and says why where that matters. */
export const useMove = () => useMutation({ mutationFn: ({ deal, stage, reason }: { deal: string; stage: string; reason: string | null }) => call.dealsMove(deal, stage, reason) });
/** Writes what a stage asks for and moves the deal. */
export const useEnter = () => useMutation({ mutationFn: call.dealsEnter });
export const useSaveDeal = () => useMutation({ mutationFn: call.dealsSave });
export const useSaveRole = () => useMutation({ mutationFn: ({ deal, person, role }: { deal: string; person: string; role: DealRoleKind }) => call.dealsRoleSave(deal, person, role) });
export const useRemoveRole = () => useMutation({ mutationFn: ({ deal, person }: { deal: string; person: string }) => call.dealsRoleRemove(deal, person) });
