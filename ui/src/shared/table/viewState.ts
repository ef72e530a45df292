// How a table stands beside the view that is open. Pure, so that it can be tested.
import type { ViewLine, ViewState } from "../../ipc/bindings.gen";
import type { ListSearch } from "./listSearch";

/** What an address asks of a table, in the one form in which two can be compared. */
const told = ({ q, sort, desc, f }: ListSearch): string => JSON.stringify([q ?? "", sort ?? "", desc === true, (f ?? []).toSorted()]);

export const widthsOf = ({ state }: ViewLine): Record<string, number> => Object.fromEntries(Object.entries(state.widths ?? {}).flatMap(([key, width]) => (width === undefined ? [] : [[key, width]])));

export const sameSearch = (one: ListSearch, other: ListSearch): boolean => told(one) === told(other);

/** The address of a view. */
export function searchOf(id: string | undefined, { query, sort, desc, filters }: ViewState): ListSearch {
  return {
    ...(id === undefined ? {} : { v: id }),
    ...(query == null ? {} : { q: query }),
    ...(sort == null ? {} : { sort }),
    ...(desc === true ? { desc: true } : {}),
    ...(filters === undefined || filters.length === 0 ? {} : { f: [...filters] }),
  };
}

export const stateOf = ({ q, sort, desc, f }: ListSearch, columns: { columns: string[]; widths: Record<string, number> }): ViewState => ({
  query: q ?? null, sort: sort ?? null, desc: desc === true, filters: f ?? [], ...columns,
});
