// The funnel of a pipeline, what a target takes, and deals that stopped early. Every figure comes from core.
import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import type { BehindInput, FunnelInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["deals", "stage_moves", "stages", "pipelines", "holdings", "people", "organizations", "members", "sources", "products", "settings"];

export const funnelQueries = {
  all: ["funnel"] as const,
  /** `day`: figures are of today unless another day is looked from. */
  funnel: (input: FunnelInput, day: string) =>
    queryOptions({ queryKey: [...funnelQueries.all, "bars", input, day] as const, queryFn: () => call.funnelGet(input), placeholderData: keepPreviousData, meta: { reads } }),
  behind: (input: BehindInput) => queryOptions({ queryKey: [...funnelQueries.all, "behind", input] as const, queryFn: () => call.funnelDeals(input), placeholderData: keepPreviousData, meta: { reads } }),
  plan: (pipeline: string | null, day: string) =>
    queryOptions({ queryKey: [...funnelQueries.all, "plan", pipeline, day] as const, queryFn: () => call.planGet(pipeline), placeholderData: keepPreviousData, meta: { reads } }),
  stopped: (limit: number, day: string) =>
    queryOptions({ queryKey: [...funnelQueries.all, "stopped", limit, day] as const, queryFn: () => call.dealsStopped(limit), placeholderData: keepPreviousData, meta: { reads: [...reads, "touchpoints", "followups"] } }),
};

export const useSetTarget = () => useMutation({ mutationFn: call.planSetTarget });
