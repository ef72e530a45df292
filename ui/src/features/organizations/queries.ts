// Organizations as the window reads and writes them. Freshness comes from the change feed.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { PageInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const recordReads = ["organizations", "people", "positions", "touchpoints", "followups", "deals", "stage_moves", "holdings", "tags", "taggings", "field_values", "members", "settings"] as const;

/** One organization: the record with its first page of timeline. */
export const recordQueries = {
  organization: (id: string) =>
    queryOptions({ queryKey: ["organizations", "record", id] as const, queryFn: () => call.organizationsGet(id), meta: { reads: recordReads } }),
};

/** The list: filter, order and place. */
export const organizationsQueries = {
  list: (page: PageInput) =>
    queryOptions({
      queryKey: ["organizations", "list", page] as const,
      queryFn: () => call.organizationsList(page),
      meta: { reads: ["organizations", "people", "positions", "touchpoints", "followups", "deals", "stage_moves", "holdings", "tags", "taggings", "field_values", "members", "settings"] },
    }),
};

export const useSaveOrganization = () => useMutation({ mutationFn: call.organizationsSave });
