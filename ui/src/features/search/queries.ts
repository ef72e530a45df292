// What the palette asks: words in everything, what was opened last, and which actions are meant.
import { queryOptions } from "@tanstack/react-query";
import type { FoundKind } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

/** So many of each kind side by side, and of one kind alone. */
const EACH = 5;
const ALONE = 200;
/** While rows wait for the index it is asked again: what is found grows. */
const AGAIN_MS = 1500;

export const searchQueries = {
  /** Words in everything, or in one kind. */
  find: (query: string, kind: FoundKind | null) =>
    queryOptions({
      queryKey: ["search", "find", query, kind] as const,
      queryFn: () => call.searchFind(query, kind, kind === null ? EACH : ALONE),
      refetchInterval: ({ state }) => (state.data !== undefined && state.data.waiting > 0 ? AGAIN_MS : false),
      meta: { reads: ["people", "identifiers", "positions", "organizations", "deals", "touchpoints", "interviews", "answers", "followups", "tags", "taggings", "products"] },
    }),
  /** Rows by id, for what was opened last: a name is never kept here. */
  named: (ids: readonly string[]) =>
    queryOptions({
      queryKey: ["search", "named", ids] as const,
      queryFn: () => call.searchNamed([...ids]),
      meta: { reads: ["people", "identifiers", "positions", "organizations", "deals"] },
    }),
  /** Which of these words the query spells, by pinyin and initials too: the matched code points of each. */
  among: (query: string, words: readonly string[]) =>
    queryOptions({ queryKey: ["search", "among", query, words] as const, queryFn: () => call.searchAmong(query, [...words]), staleTime: Number.POSITIVE_INFINITY }),
};
