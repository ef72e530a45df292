// Until when somebody's answers are kept, and erasing them. Freshness comes from the change feed.
import { queryOptions, useMutation } from "@tanstack/react-query";
import { call } from "../../ipc/call";

const reads = ["interviews", "touchpoints", "people", "settings"] as const;

export const erasureQueries = {
  all: ["erasure"] as const,
  due: (today: string) => queryOptions({ queryKey: [...erasureQueries.all, "due", today] as const, queryFn: () => call.erasureList(null), meta: { reads } }),
  of: (person: string, today: string) => queryOptions({ queryKey: [...erasureQueries.all, "of", person, today] as const, queryFn: () => call.erasureList(person), meta: { reads } }),
};

export const useErase = () => useMutation({ mutationFn: (person: string) => call.erasureRun(person) });
