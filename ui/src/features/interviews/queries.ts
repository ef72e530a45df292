// Interviews as the window reads and writes them. Freshness comes from the change feed.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { AnswerInput, ConsentInput, FinishInput, Lang, StartInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["interviews", "answers", "questions", "wordings", "guides", "touchpoints", "people", "followups", "settings"] as const;

export const interviewQueries = {
  all: ["interviews"] as const,
  sheet: (id: string) => queryOptions({ queryKey: [...interviewQueries.all, "sheet", id] as const, queryFn: () => call.interviewsGet(id), meta: { reads } }),
  of: (person: string) => queryOptions({ queryKey: [...interviewQueries.all, "of", person] as const, queryFn: () => call.interviewsOf(person), meta: { reads } }),
  /** Planned ones stand among this device's drafts, which the change feed does not tell of. */
  unfinished: (person: string | null) =>
    queryOptions({ queryKey: [...interviewQueries.all, "unfinished", person] as const, queryFn: () => call.interviewsUnfinished(person), staleTime: 0, meta: { reads } }),
  typed: (id: string) => queryOptions({ queryKey: [...interviewQueries.all, "typed", id] as const, queryFn: () => call.draftsGet(placeOf(id)), staleTime: 0, gcTime: 0 }),
};

export const placeOf = (id: string) => `interview:${id}`;
export const keepTyped = (place: string, body: string): Promise<null> => call.draftsPut(place, body);

export const useStart = () => useMutation({ mutationFn: (input: StartInput) => call.interviewsStart(input) });
export const useAnswer = (id: string) => useMutation({ mutationFn: (input: AnswerInput) => call.interviewsAnswer(id, input) });
export const useAsk = (id: string) => useMutation({ mutationFn: (text: string) => call.interviewsAsk(id, text) });
export const useConsent = (id: string) => useMutation({ mutationFn: (input: ConsentInput) => call.interviewsConsent(id, input) });
export const useSpeak = (id: string) => useMutation({ mutationFn: (lang: Lang) => call.interviewsSpeak(id, lang) });
export const usePause = (id: string) => useMutation({ mutationFn: (minutes: number | null) => call.interviewsPause(id, minutes) });
export const useFinish = (id: string) => useMutation({ mutationFn: (input: FinishInput) => call.interviewsFinish(id, input) });
export const useDiscard = () => useMutation({ mutationFn: (id: string) => call.interviewsDiscard(id) });
