// A plain list of any length, without a head: rows are drawn as they come into view and fetched page by
// page. The page owns which row is active, so that its actions know it.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useState } from "react";
import { useListKeys } from "../hooks/useListKeys";
import css from "./RowList.module.css";

type Props<Row> = {
  id: string;
  label: string;
  rowTestId: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  active: number;
  onActive: (index: number) => void;
  onOpen: (row: Row) => void;
  /** A CSS grid of the cells. */
  tracks: string;
  /** The cells of a row, each with role gridcell. */
  cells: (row: Row) => React.ReactNode;
  more: { has: boolean; busy: boolean; fetch: () => void };
  footer: React.ReactNode;
};

const ROW = 36;
const AHEAD = 40;

export function RowList<Row>({ id, label, rowTestId, rows, rowKey, active, onActive, onOpen, tracks, cells, more, footer }: Props<Row>) {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller, estimateSize: () => ROW, overscan: 12 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more.has && !more.busy && last >= rows.length - AHEAD) more.fetch();
  }, [more, last, rows.length]);

  const keys = useListKeys({
    id,
    count: rows.length,
    active,
    onActive,
    onOpen: (index) => {
      const row = rows[index];
      if (row !== undefined) onOpen(row);
    },
    reveal: (index) => virtual.scrollToIndex(index, { align: "auto" }),
  });
  return (
    <div className={css.list}>
      <div className={css.scroll} ref={setScroller}>
        <div className={css.grid} role="grid" aria-label={label} aria-rowcount={rows.length} {...keys.box}>
          <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <div
                  key={rowKey(row)}
                  role="row"
                  aria-rowindex={index + 1}
                  {...keys.row(index)}
                  className={css.row}
                  data-row
                  data-testid={rowTestId}
                  style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
                  onClick={() => onActive(index)}
                >
                  {cells(row)}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <footer className={css.foot}>{footer}</footer>
    </div>
  );
}

type CellProps = { children?: React.ReactNode; tone?: "quiet" | "note" | undefined; end?: boolean; title?: string | undefined };

export function RowCell({ children, tone, end = false, title }: CellProps) {
  return <span role="gridcell" className={css.cell} data-tone={tone} data-end={end || undefined} title={title}>{children}</span>;
}
