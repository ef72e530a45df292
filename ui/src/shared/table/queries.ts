// What every table of records asks and writes. Freshness comes from the change feed.
import { queryOptions, useMutation } from "@tanstack/react-query";
import type { Change, Exported, ExportInput, ListKind, PageInput, Which } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";
import { chooseSavePath } from "../../ipc/files";
import type { FileKind } from "../../ipc/transport";

const reads = ["people", "organizations", "deals", "stages", "members", "tags", "taggings", "field_values", "sources", "products", "holdings", "settings"];

export const tableQueries = {
  choices: (kind: ListKind, field: string) =>
    queryOptions({ queryKey: ["lists", "choices", kind, field] as const, queryFn: () => call.listsChoices(kind, field), meta: { reads } }),
  owners: () => queryOptions({ queryKey: ["lists", "owners"] as const, queryFn: () => call.listsOwners(), meta: { reads: ["members"] } }),
};

export const useChange = () =>
  useMutation({ mutationFn: ({ kind, which, change }: { kind: ListKind; which: Which; change: Change }) => call.listsChange(kind, which, change) });

/** Ids of the rows at the places `from` to `to` of a view, both included. */
export const stretch = (kind: ListKind, page: PageInput, from: number, to: number): Promise<string[]> => call.listsStretch(kind, page, from, to);

/** Asks where, then writes; null: nobody said where. */
export const useExport = () =>
  useMutation({
    mutationFn: async ({ input, suggested, file }: { input: ExportInput; suggested: string; file: FileKind }): Promise<Exported | null> => {
      const path = await chooseSavePath(suggested, file);
      return path === null ? null : call.exportList(input, path);
    },
  });
