// What every record page asks and writes: history, values brought back, promises.
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { HistoryLine } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { useToast } from "../ui/toast";

const historyOf = (id: string) => queryOptions({ queryKey: ["history", id] as const, queryFn: () => call.historyOf(id), meta: { reads: ["*"] } });

/** A row's history, and bringing a value of it back. */
export function useHistory(id: string) {
  const { t } = useTranslation("record");
  const toast = useToast();
  const { data } = useQuery(historyOf(id));
  const restore = useMutation({ mutationFn: ({ line, field }: HistoryLine) => call.historyRestore(id, line, field) });
  const onRestore = (line: HistoryLine) => restore.mutate(line, { onSuccess: ({ action }) => toast.say(t("history.restored_value"), [action]), onError: toast.fail });
  return { lines: data, onRestore };
}

export const useStepDone = () => useMutation({ mutationFn: call.followupsDone });
export const useStepDrop = () => useMutation({ mutationFn: call.followupsDrop });
export const usePlanStep = () => useMutation({ mutationFn: call.followupsSave });

const lookup = (query: string) =>
  queryOptions({ queryKey: ["search", "lookup", query, 8] as const, queryFn: () => call.searchLookup(query, 8), enabled: query.trim() !== "", meta: { reads: ["people", "organizations", "deals"] } });

/** Finds people by what is typed. */
export const usePeople = (typed: string) => (useQuery(lookup(typed)).data ?? []).filter(({ kind }) => kind === "person");
