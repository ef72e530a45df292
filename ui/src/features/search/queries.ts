// The one lookup behind the palette.
import { queryOptions } from "@tanstack/react-query";
import { call } from "../../ipc/call";

const LIMIT = 24;

export const searchQueries = {
  lookup: (query: string) =>
    queryOptions({
      queryKey: ["search", "lookup", query, LIMIT] as const,
      queryFn: () => call.searchLookup(query, LIMIT),
      meta: { reads: ["people", "identifiers", "positions", "organizations", "deals"] },
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
