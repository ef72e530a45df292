// Scores of deals: rules, a dry run of them, the grid, a score opened. All arithmetic is core's.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { ScoreRules } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["settings", "deals", "stage_moves", "stages", "touchpoints", "organizations", "people", "positions", "field_values"];

export const scoringQueries = {
  all: ["scoring"] as const,
  rules: () => queryOptions({ queryKey: [...scoringQueries.all, "rules"] as const, queryFn: () => call.scoringRules(), meta: { reads: ["settings"] } }),
  suggested: () => queryOptions({ queryKey: [...scoringQueries.all, "suggested"] as const, queryFn: () => call.scoringSuggested(), meta: { reads: ["settings"] } }),
  grid: () => queryOptions({ queryKey: [...scoringQueries.all, "grid"] as const, queryFn: () => call.scoringGrid(), meta: { reads } }),
  explain: (deal: string) => queryOptions({ queryKey: [...scoringQueries.all, "explain", deal] as const, queryFn: () => call.scoringExplain(deal), meta: { reads } }),
  /** How everything would stand by rules that are not saved. */
  simulate: (rules: ScoreRules) => queryOptions({ queryKey: [...scoringQueries.all, "simulate", rules] as const, queryFn: () => call.scoringSimulate(rules), gcTime: 0, retry: false }),
};

export const useSaveRules = () => useMutation({ mutationFn: call.scoringSave });
