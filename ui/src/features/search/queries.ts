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
};
