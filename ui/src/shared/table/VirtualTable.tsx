// A table of any length: rows are drawn as they come into view and fetched page by page. Knows no
// noun; a page says its columns, rows and what opening one means.
import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRowHeight } from "../hooks/density";
import { useListKeys } from "../hooks/useListKeys";
import { Keys } from "../ui/Keys";
import css from "./VirtualTable.module.css";

export type Column<Row> = {
  key: string;
  head: string;
  /** A CSS grid track. */
  width: string;
  end?: boolean;
  /** The sort that a click on the head asks for. */
  sort?: string;
  cell: (row: Row) => React.ReactNode;
};

type Props<Row> = {
  id: string;
  label: string;
  rowTestId: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  total: number;
  footer: string;
  sort: string;
  desc: boolean;
  onSort: (sort: string, desc: boolean) => void;
  onOpen: (row: Row) => void;
  more: { has: boolean; busy: boolean; fetch: () => void };
};

const AHEAD = 40;

export function VirtualTable<Row>({ id, label, rowTestId, columns, rows, rowKey, total, footer, sort, desc, onSort, onOpen, more }: Props<Row>) {
  const { t } = useTranslation();
  const row = useRowHeight();
  const [active, setActive] = useState(0);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller, estimateSize: () => row, overscan: 12, scrollPaddingStart: 32 });
  useEffect(() => virtual.measure(), [virtual, row]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (more.has && !more.busy && last >= rows.length - AHEAD) more.fetch();
  }, [more, last, rows.length]);

  const at = Math.min(active, Math.max(0, rows.length - 1));
  const keys = useListKeys({
    id,
    count: rows.length,
    active: at,
    onActive: setActive,
    onOpen: (index) => {
      const row = rows[index];
      if (row !== undefined) onOpen(row);
    },
    reveal: (index) => virtual.scrollToIndex(index, { align: "auto" }),
  });
  const tracks = columns.map(({ width }) => width).join(" ");
  return (
    <div className={css.table}>
      <div className={css.scroll} ref={setScroller}>
        <div className={css.grid} role="grid" aria-label={label} aria-rowcount={total + 1} {...keys.box}>
          <div className={css.head} role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
            {columns.map((column) => (
              <Head key={column.key} column={column} sorted={column.sort === sort ? (desc ? "descending" : "ascending") : undefined} onSort={onSort} />
            ))}
          </div>
          <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = rows[index];
              if (row === undefined) return null;
              return (
                <div
                  key={rowKey(row)}
                  role="row"
                  aria-rowindex={index + 2}
                  {...keys.row(index)}
                  className={css.row}
                  data-row
                  data-testid={rowTestId}
                  style={{ gridTemplateColumns: tracks, transform: `translateY(${start}px)` }}
                  onClick={() => {
                    setActive(index);
                    onOpen(row);
                  }}
                >
                  {columns.map(({ key, cell, end }) => (
                    <span key={key} role="gridcell" className={css.cell} data-end={end || undefined}>{cell(row)}</span>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <footer className={css.foot}>
        <span>{footer}</span>
        <span className={css.keys} aria-hidden>
          <Keys keys="j k" />
          {t("do.move")}
          <Keys keys="enter" />
          {t("do.open")}
        </span>
      </footer>
    </div>
  );
}

type HeadProps<Row> = { column: Column<Row>; sorted: "ascending" | "descending" | undefined; onSort: (sort: string, desc: boolean) => void };

function Head<Row>({ column: { sort, head, end }, sorted, onSort }: HeadProps<Row>) {
  const Arrow = sorted === "descending" ? IconArrowDown : IconArrowUp;
  if (sort === undefined) return <span role="columnheader" className={css.cell} data-end={end || undefined}>{head}</span>;
  // Numbers and days are asked for from the top first, names from the start.
  const next = sorted === undefined ? sort !== "name" : sorted === "ascending";
  return (
    <span role="columnheader" aria-sort={sorted} className={css.cell} data-end={end || undefined}>
      <UnstyledButton className={css.sort} data-testid={`sort-${sort}`} onClick={() => onSort(sort, next)}>
        {sorted === undefined ? null : <Arrow size={14} aria-hidden />}
        {head}
      </UnstyledButton>
    </span>
  );
}
