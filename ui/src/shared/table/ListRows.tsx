// The rows of a list of any length: the first page is there, every other is asked for by its place when
// it comes into sight, from wherever the hand or a key has jumped to.
import { type QueryKey, useQueries, type UseQueryOptions } from "@tanstack/react-query";
import { useState } from "react";
import type { ListKind, PageInput, Without } from "../../ipc/bindings.gen";
import { ErrorNote } from "../ui/ErrorNote";
import css from "./ListPage.module.css";
import { stretch } from "./queries";
import type { Selection } from "./selection";
import { VirtualTable, type VirtualTableProps } from "./VirtualTable";

export type ListResult<Row> = { rows: Row[]; next: string | null; total: number; without: Without[] };
/** One page of a list, by the place of its first row. */
export type PageQuery<Row, Key extends QueryKey> = (page: PageInput) => UseQueryOptions<ListResult<Row>, Error, ListResult<Row>, Key>;

export const PAGE = 200;
/** Pages out of sight are let go sooner than other answers: somebody may drag through all of them. */
const KEPT_MS = 30_000;

type Props<Row, Key extends QueryKey> = Omit<VirtualTableProps<Row>, "id" | "place" | "rowAt" | "rowKey" | "total" | "onSight" | "pageSize" | "choosing"> & {
  kind: ListKind;
  first: ListResult<Row>;
  page: PageInput;
  query: PageQuery<Row, Key>;
  selection: Selection;
  onSelection: (next: Selection) => void;
};

export function ListRows<Row extends { id: string }, Key extends QueryKey>({ kind, first, page, query, selection, onSelection, ...table }: Props<Row, Key>) {
  const [sight, setSight] = useState<readonly number[]>([]);
  const wanted = sight.filter((no) => no > 0);
  const later = useQueries({ queries: wanted.map((no) => ({ ...query({ ...page, from: no * PAGE }), gcTime: KEPT_MS })) });
  const failed = later.find(({ error }) => error !== null);

  const rowAt = (index: number): Row | undefined => {
    const no = Math.floor(index / PAGE);
    return no === 0 ? first.rows[index] : later[wanted.indexOf(no)]?.data?.rows[index % PAGE];
  };
  /** Ids of the rows from one place to another, in sight or not. */
  const idsBetween = async (from: number, to: number): Promise<readonly string[]> => {
    const here = Array.from({ length: to - from + 1 }, (_, step) => rowAt(from + step)?.id).filter((id) => id !== undefined);
    return here.length > to - from ? here : stretch(kind, page, from, to);
  };
  return (
    <>
      {failed === undefined ? null : <div className={css.error}><ErrorNote error={failed.error} /></div>}
      <VirtualTable {...table} id={kind} place={JSON.stringify([kind, page])} rowAt={rowAt} rowKey={({ id }) => id} total={first.total} pageSize={PAGE} onSight={setSight} choosing={{ selection, onSelection, idsBetween }} />
    </>
  );
}
