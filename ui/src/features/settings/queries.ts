// What the settings read and do. The workspace as the shell sees it stands here too: language, clock,
// counts and who works on this device.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Lang } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

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
