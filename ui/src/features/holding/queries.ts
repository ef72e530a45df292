// Who holds which deal: the pool, turnover rules, more time, handing over. What a rule takes is computed in core;
// here it is only shown.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import type { PageInput, RuleInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["holdings", "deals", "stage_moves", "stages", "touchpoints", "turnover_rules", "extensions", "pools", "pool_members", "members", "settings", "organizations", "quotes"];

const page = (after: string | null): PageInput => ({ sort: "held_at", desc: true, after, limit: 100, query: null });

export const holdingQueries = {
  all: ["holding"] as const,
  deal: (id: string) => queryOptions({ queryKey: [...holdingQueries.all, "deal", id] as const, queryFn: () => call.holdingGet(id), meta: { reads } }),
  today: (day: string) => queryOptions({ queryKey: [...holdingQueries.all, "today", day] as const, queryFn: () => call.holdingToday(), meta: { reads } }),
  settings: () => queryOptions({ queryKey: [...holdingQueries.all, "settings"] as const, queryFn: () => call.holdingSettings(), meta: { reads: ["settings"] } }),
  pool: () =>
    infiniteQueryOptions({
      queryKey: [...holdingQueries.all, "pool"] as const,
      queryFn: ({ pageParam }) => call.poolList(page(pageParam)),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
      meta: { reads },
    }),
  pools: () => queryOptions({ queryKey: [...holdingQueries.all, "pools"] as const, queryFn: () => call.poolsList(), meta: { reads } }),
  suggest: () => queryOptions({ queryKey: [...holdingQueries.all, "suggest"] as const, queryFn: () => call.poolSuggest(), meta: { reads } }),
  rules: () => queryOptions({ queryKey: [...holdingQueries.all, "rules"] as const, queryFn: () => call.rulesList(), meta: { reads: ["turnover_rules"] } }),
  simulate: (rule: RuleInput) => queryOptions({ queryKey: [...holdingQueries.all, "simulate", rule] as const, queryFn: () => call.rulesSimulate(rule), meta: { reads }, gcTime: 0, retry: false }),
  leaving: (member: string) => queryOptions({ queryKey: [...holdingQueries.all, "leaving", member] as const, queryFn: () => call.handoverPreview(member), meta: { reads: [...reads, "people", "followups"] } }),
  members: () => queryOptions({ queryKey: [...holdingQueries.all, "members"] as const, queryFn: () => call.membersList(), meta: { reads: ["members"] } }),
  pipelines: () => queryOptions({ queryKey: [...holdingQueries.all, "pipelines"] as const, queryFn: () => call.pipelinesList(), meta: { reads: ["pipelines", "stages"] } }),
  sources: () => queryOptions({ queryKey: [...holdingQueries.all, "sources"] as const, queryFn: () => call.labelsList("sources"), meta: { reads: ["sources"] } }),
};

export const useClaim = () => useMutation({ mutationFn: call.poolClaim });
export const useReturn = () => useMutation({ mutationFn: ({ deal, reason }: { deal: string; reason: string }) => call.poolReturn([deal], null, reason === "" ? null : reason) });
export const useTakeBack = () => useMutation({ mutationFn: call.poolTakeBack });
export const useAssign = () => useMutation({ mutationFn: call.poolAssign });
export const useHandOver = () => useMutation({ mutationFn: call.handoverRun });
export const useSetHolding = () => useMutation({ mutationFn: call.holdingSet });
export const useSavePool = () => useMutation({ mutationFn: call.poolsSave });
export const useArchivePool = () => useMutation({ mutationFn: call.poolsArchive });
export const useSaveRule = () => useMutation({ mutationFn: ({ rule, seen, everything }: { rule: RuleInput; seen: string; everything: boolean }) => call.rulesSave(rule, seen, everything) });
export const useStopRule = () => useMutation({ mutationFn: call.rulesStop });
export const useDeleteRule = () => useMutation({ mutationFn: call.rulesDelete });
export const useAsk = () => useMutation({ mutationFn: ({ deal, until, reason }: { deal: string; until: string; reason: string }) => call.extensionsAsk(deal, until, reason) });
export const useAnswer = () => useMutation({ mutationFn: ({ id, until, note }: { id: string; until: string | null; note: string }) => call.extensionsAnswer(id, until, note === "" ? null : note) });
export const useLock = () => useMutation({ mutationFn: ({ deal, why }: { deal: string; why: string | null }) => call.holdingLock(deal, why) });
