// What every record page asks and writes: its timeline, history, values brought back, promises.
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { HistoryLine, Subject, TimelinePage } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { useMorePages } from "../hooks/useMorePages";
import { useToast } from "../ui/toast";

const timelineReads = ["touchpoints", "stage_moves", "stages", "deals", "people", "organizations", "positions", "holdings", "members", "tags", "taggings", "settings"];

/** The page of the timeline that came with the record, and those after it once they are asked for. */
export function useTimeline(subject: Subject, first: TimelinePage) {
  const { pages, more } = useMorePages({
    key: ["timeline", subject],
    after: first.next,
    fetch: (before) => call.touchpointsTimeline(subject, before),
    reads: timelineReads,
  });
  return { items: [...first.items, ...pages.flatMap(({ items }) => items)], more };
}

const historyOf = (id: string) => queryOptions({ queryKey: ["history", id] as const, queryFn: () => call.historyOf(id), meta: { reads: ["*"] } });

/** A row's history, and bringing a value of it back. */
export function useHistory(id: string) {
  const { t } = useTranslation("record");
  const toast = useToast();
  const { data, error } = useQuery(historyOf(id));
  const restore = useMutation({ mutationFn: ({ row, line, field }: HistoryLine) => call.historyRestore(row ?? id, line, field) });
  const onRestore = (line: HistoryLine) => restore.mutate(line, { onSuccess: ({ action }) => toast.say(t("history.restored_value"), [action]), onError: toast.fail });
  return { lines: data, error, onRestore };
}

export const useStepDone = () => useMutation({ mutationFn: call.followupsDone });
export const useStepDrop = () => useMutation({ mutationFn: call.followupsDrop });
export const usePlanStep = () => useMutation({ mutationFn: call.followupsSave });
