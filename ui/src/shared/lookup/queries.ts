// What several rooms look up under one key: people and firms by what is typed, one person's record, the
// guides. A query stands once, so that every room agrees on what makes it stale.
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { TwinsInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const SHOWN = 8;

/** Organizations, people and deals that fit what is typed; asked for only when something is. */
export const lookup = (typed: string) => {
  const query = typed.trim();
  return queryOptions({
    queryKey: ["search", "lookup", query, SHOWN] as const,
    queryFn: () => call.searchLookup(query, SHOWN),
    enabled: query !== "",
    meta: { reads: ["people", "identifiers", "positions", "organizations", "deals"] },
  });
};

/** Who of this name is here already, while somebody is typed in anew. */
export const likely = (input: TwinsInput) =>
  queryOptions({
    queryKey: ["duplicates", "likely", input] as const,
    queryFn: () => call.duplicatesLikely(input),
    enabled: input.name !== "",
    placeholderData: keepPreviousData,
    meta: { reads: ["people", "identifiers", "positions", "organizations"] },
  });

/** Names of organizations that fit what is typed. */
export function useFirmNames(typed: string): readonly string[] {
  const { data = [] } = useQuery(lookup(typed));
  return [...new Set(data.filter(({ kind }) => kind === "organization").map(({ name }) => name))];
}

/** One person: the record with its first page of timeline. */
export const personRecord = (id: string) =>
  queryOptions({
    queryKey: ["people", "record", id] as const,
    queryFn: () => call.peopleGet(id),
    meta: {
      reads: ["people", "identifiers", "positions", "organizations", "touchpoints", "followups", "deals", "stage_moves", "holdings", "tags", "taggings", "field_values", "members", "sources", "source_lines", "settings"],
    },
  });

export const guideList = () =>
  queryOptions({ queryKey: ["guides", "list"] as const, queryFn: () => call.guidesList(), meta: { reads: ["guides", "questions", "wordings", "interviews"] } });
