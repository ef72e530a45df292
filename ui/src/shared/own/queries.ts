// Fields of the team's own, as every table, record and the settings read and make them.
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import type { FieldView, ListKind } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

export const ownQueries = {
  list: (noun: ListKind) => queryOptions({ queryKey: ["fields", "list", noun] as const, queryFn: () => call.fieldsList(noun), meta: { reads: ["fields"] } }),
  uses: () => queryOptions({ queryKey: ["fields", "uses"] as const, queryFn: () => call.fieldsUses(), meta: { reads: ["fields", "field_values"] } }),
};

const NONE: readonly FieldView[] = [];

/** All fields of a noun, those put away last. */
export function useOwnFields(noun: ListKind): readonly FieldView[] {
  return useQuery(ownQueries.list(noun)).data ?? NONE;
}

export const useSaveField = () => useMutation({ mutationFn: call.fieldsSave });
export const useOrderFields = () => useMutation({ mutationFn: (ids: string[]) => call.fieldsOrder(ids) });
export const useRetireField = () => useMutation({ mutationFn: ({ id, away }: { id: string; away: boolean }) => call.fieldsRetire(id, away) });
export const useOpenLink = () => useMutation({ mutationFn: (link: string) => call.fieldsOpenLink(link) });
