// A table of any length: rows are drawn as they come into view; which pages of rows are in sight is
// told, and a row that is not there yet keeps its place. Knows no noun; a page says its columns, rows and
// what opening one means. Up and down moves between rows, left and right between cells; a cell is edited
// where it stands.
import { useQueryClient } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useState } from "react";
import { useRowHeight } from "../hooks/density";
import { useListKeys } from "../hooks/useListKeys";
import { type ColumnChoice, WIDTH_STEP } from "./columns";
import { isChosen } from "./selection";
import { Box, Head, SelectAll } from "./TableHead";
import { TableRow } from "./TableRow";
import { type Choosing, useTableKeys } from "./useTableKeys";
import css from "./VirtualTable.module.css";

export type Sorting = { sort: string; desc: boolean; onSort: (sort: string, desc: boolean) => void };

export type VirtualTableProps<Row> = Sorting & {
  id: string;
  /** names this list with its order and filters */
  place: string;
  label: string;
  rowTestId: string;
  choice: ColumnChoice<Row>;
  /** undefined: not fetched yet */
  rowAt: (index: number) => Row | undefined;
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  total: number;
  onOpen: (row: Row) => void;
  pageSize: number;
  /** the numbers of the pages in sight, once the scrolling rests on them; must be stable */
  onSight: (pages: readonly number[]) => void;
  choosing: Choosing;
  footer: (from: number, to: number) => React.ReactNode;
};

/** So many rows beyond the edge count as in sight. */
const AHEAD = 40;
const REST_MS = 60;
const HEAD = 32;
/** So many rows stand above the one that one comes back to. */
const ABOVE = 8;

/** Where one was in a list, for the way back from a record; kept beside its rows and forgotten with them. */
function useActive(place: string, total: number): [number, (index: number) => void] {
  const client = useQueryClient();
  const key = ["place", place];
  const [active, setActive] = useState(() => Math.min(client.getQueryData<number>(key) ?? 0, Math.max(0, total - 1)));
  const go = (index: number): void => {
    setActive(index);
    client.setQueryData(key, index);
  };
  return [active, go];
}

export function VirtualTable<Row>({ id, place, label, rowTestId, choice, rowAt, rowKey, rowName, total, sort, desc, onSort, onOpen, pageSize, onSight, choosing, footer }: VirtualTableProps<Row>) {
  const [active, setActive] = useActive(place, total);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const columns = choice.visible;
  const height = useRowHeight();
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller, estimateSize: () => height, overscan: 12, scrollPaddingStart: HEAD, initialOffset: () => Math.max(0, active - ABOVE) * height });
  useEffect(() => virtual.measure(), [virtual, height]);
  const items = virtual.getVirtualItems();
  const pageOf = (index: number) => Math.floor(Math.min(Math.max(index, 0), Math.max(0, total - 1)) / pageSize);
  const [low, high] = [pageOf((items[0]?.index ?? 0) - AHEAD), pageOf((items.at(-1)?.index ?? 0) + AHEAD)];
  useEffect(() => {
    const timer = setTimeout(() => onSight(Array.from({ length: high - low + 1 }, (_, step) => low + step)), REST_MS);
    return () => clearTimeout(timer);
  }, [low, high, onSight]);

  const at = Math.min(active, Math.max(0, total - 1));
  const inView = (scroller?.clientHeight ?? 0) - HEAD;
  const keys = useListKeys({
    id,
    count: total,
    active: at,
    onActive: setActive,
    onOpen: (index) => {
      const row = rowAt(index);
      if (row !== undefined) onOpen(row);
    },
    reveal: (index) => virtual.scrollToIndex(index, { align: "auto" }),
    screenful: () => Math.max(1, Math.floor(inView / height) - 1),
  });
  const idAt = (index: number) => {
    const row = rowAt(index);
    return row === undefined ? undefined : rowKey(row);
  };
  const table = useTableKeys({
    columns, sorting: { sort, desc, onSort }, active: at, count: total, rowAt, idAt, choosing,
    onActive: (index) => {
      setActive(index);
      virtual.scrollToIndex(index, { align: "auto" });
    },
    focus: () => keys.box.ref.current?.focus({ preventScroll: true }),
    onMove: choice.move,
    onWiden: (key, step) => choice.widen(key, widthOf(keys.box.ref.current, key) + step * WIDTH_STEP),
  });

  const tracks = `20px ${columns.map(({ width }) => width).join(" ")}`;
  const top = scroller?.scrollTop ?? 0;
  const from = Math.min(total, Math.floor(top / height) + 1);
  const to = Math.min(total, Math.ceil((top + inView) / height));
  const activeCell = table.col === null ? keys.box["aria-activedescendant"] : `${id}-${at}-${table.col}`;
  return (
    <div className={css.table}>
      <div className={css.scroll} ref={setScroller}>
        <div
          className={css.grid} role="grid" aria-label={label} aria-rowcount={total + 1} aria-colcount={columns.length + 1} aria-multiselectable
          {...keys.box} aria-activedescendant={activeCell}
        >
          <div className={css.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
            <SelectAll selection={choosing.selection} total={total} onAll={table.toggleAll} />
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} desc={desc} onSort={onSort} onWiden={(width) => choice.widen(column.key, width)} onMoveTo={(other) => choice.moveTo(column.key, other)} />
            ))}
          </div>
          <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = rowAt(index);
              const place = { gridTemplateColumns: tracks, transform: `translateY(${start}px)` };
              if (row === undefined) {
                return (
                  <div key={index} role="row" aria-rowindex={index + 2} aria-busy {...keys.row(index)} className={css.row} style={place} data-testid="row-waiting">
                    <span role="gridcell" className={css.waiting} />
                  </div>
                );
              }
              const key = rowKey(row);
              const picked = isChosen(choosing.selection, key);
              return (
                <div
                  key={key}
                  role="row"
                  aria-rowindex={index + 2}
                  {...keys.row(index)}
                  aria-selected={picked}
                  data-picked={picked || undefined}
                  className={css.row}
                  data-row
                  data-testid={rowTestId}
                  style={place}
                  onClick={(event) => {
                    if (event.shiftKey) return void table.chooseTo(index);
                    if (event.ctrlKey || event.metaKey) return table.toggle(index);
                    setActive(index);
                    onOpen(row);
                  }}
                >
                  <span role="gridcell" className={css.box}>
                    <Box checked={picked} name={rowName(row)} onClick={(extend) => (extend ? void table.chooseTo(index) : table.toggle(index))} />
                  </span>
                  <TableRow
                    row={row} columns={columns} idOf={(col) => `${id}-${index}-${col}`}
                    cursor={index === at ? table.col : null}
                    editing={table.editing !== null && table.editing.id === key ? table.editing.key : null}
                    onDone={table.closeEdit} onNext={table.nextEdit}
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <footer className={css.foot}>{footer(from, to)}</footer>
    </div>
  );
}

function widthOf(grid: HTMLElement | null, key: string): number {
  return grid?.querySelector(`[data-column="${key}"]`)?.getBoundingClientRect().width ?? 0;
}
