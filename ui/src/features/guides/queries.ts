// Guides as the window reads and writes them. Freshness comes from the change feed.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { GuideInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["guides", "questions", "wordings", "interviews"] as const;

export const guideQueries = {
  all: ["guides"] as const,
  get: (id: string) => queryOptions({ queryKey: [...guideQueries.all, "get", id] as const, queryFn: () => call.guidesGet(id), meta: { reads } }),
};

export const useSaveGuide = () => useMutation({ mutationFn: (input: GuideInput) => call.guidesSave(input) });
export const useCopyGuide = () => useMutation({ mutationFn: ({ id, name }: { id: string; name: string }) => call.guidesCopy(id, name) });
export const useArchiveGuide = () => useMutation({ mutationFn: (id: string) => call.guidesArchive(id) });
