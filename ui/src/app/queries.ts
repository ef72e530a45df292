// What the shell itself reads and does: the workspace, its counts, language, undo.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Lang } from "../ipc/bindings.gen";
import { call } from "../ipc/call";

export const appQueries = {
  info: () =>
    queryOptions({
      queryKey: ["app", "info"] as const,
      queryFn: () => call.appInfo(),
      // The clock is core's: asking again moves `now` and turns the day over, unless it stands still.
      refetchInterval: ({ state }) => (state.data?.frozen === true ? false : 60_000),
      meta: { reads: ["*"] },
    }),
};

/** The language belongs to this device, not to the log, so the change feed says nothing of it. */
export const useSetLanguage = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: (lang: Lang) => call.appSetLanguage(lang), onSuccess: () => client.invalidateQueries() });
};

/** Another workspace is another world: everything read so far is forgotten. */
export const useOpenSample = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: (lang: Lang) => call.appOpenSample(lang), onSuccess: () => client.resetQueries() });
};
export const useUndo = () => useMutation({ mutationFn: (action: string | null) => call.actionsUndo(action) });
export const useRedo = () => useMutation({ mutationFn: () => call.actionsRedo() });
