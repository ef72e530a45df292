// Views of tables as they are read and kept.
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ListKind, ViewLine } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const NO_VIEWS: readonly ViewLine[] = [];
/** The views of a list that the member who works here may see. */
export const useViews = (list: ListKind): readonly ViewLine[] =>
  useQuery({ queryKey: ["views", list] as const, queryFn: () => call.viewsList(list), meta: { reads: ["views", "members"] } }).data ?? NO_VIEWS;
export const useSaveView = () => useMutation({ mutationFn: call.viewsSave });
export const useDeleteView = () => useMutation({ mutationFn: (id: string) => call.viewsDelete(id) });
export const useOrderViews = () => useMutation({ mutationFn: (ids: string[]) => call.viewsOrder(ids) });
