// What the quick log asks of core: understand a text, save it.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { LineFix } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

export const quicklogQueries = {
  all: ["quicklog"] as const,
  /** What is understood of the text with these corrections; the answer belongs to exactly this text. */
  read: (text: string, fixes: readonly LineFix[]) =>
    queryOptions({
      queryKey: [...quicklogQueries.all, "read", text, fixes] as const,
      queryFn: () => call.quicklogRead(text, [...fixes]),
      gcTime: 30_000,
      meta: { reads: ["people", "deals", "touchpoints"] },
    }),
};

export const useSaveLines = () =>
  useMutation({
    mutationFn: ({ text, fixes, followup }: { text: string; fixes: readonly LineFix[]; followup: string | null }) =>
      call.quicklogSave(text, [...fixes], followup),
  });
