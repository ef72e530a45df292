// What a column of a table is, and which columns stand in which order, how wide. This device remembers it
// for each page and, where one is open, for each kept view, which brings its own columns.
import { useState } from "react";
import type { Cell } from "../fields/EditableCell";
import { recallJson, remember } from "../hooks/device";

export type Column<Row> = {
  key: string;
  head: string;
  /** A CSS grid track, until somebody drags it. */
  width: string;
  end?: boolean;
  /** The sort that a click on the head asks for. */
  sort?: string;
  /** Not shown until it is chosen. */
  hidden?: boolean;
  cell: (row: Row) => React.ReactNode;
  /** The cell as it is edited in place; null: not in this row. */
  edit?: (row: Row) => Cell | null;
};

type Stored = { shown: Record<string, boolean>; widths: Record<string, number>; order: readonly string[] };

const NONE: Stored = { shown: {}, widths: {}, order: [] };
const LEAST = 48;
const MOST = 640;
export const WIDTH_STEP = 16;

const objectIn = (raw: object, key: string): object => {
  const value: unknown = Reflect.get(raw, key);
  return typeof value === "object" && value !== null ? value : {};
};

function read(key: string): Stored | null {
  const raw = recallJson(key);
  if (typeof raw !== "object" || raw === null) return null;
  const order: unknown = Reflect.get(raw, "order");
  return {
    shown: { ...objectIn(raw, "shown") },
    widths: { ...objectIn(raw, "widths") },
    order: Array.isArray(order) ? order.filter((one): one is string => typeof one === "string") : [],
  };
}

/** The columns that a kept view brings. */
export type KeptColumns = { id: string; columns: readonly string[]; widths: Readonly<Record<string, number>> };

function brought(all: readonly { key: string }[], { columns, widths }: KeptColumns): Stored {
  if (columns.length === 0) return { ...NONE, widths: { ...widths } };
  return { shown: Object.fromEntries(all.map(({ key }) => [key, columns.includes(key)])), widths: { ...widths }, order: columns };
}

/** The columns in an order; those it does not name stand where they were, behind the one before them. */
export function inOrder<C extends { key: string }>(all: readonly C[], order: readonly string[]): C[] {
  const placed = order.flatMap((key) => all.find((one) => one.key === key) ?? []);
  for (const [index, one] of all.entries()) {
    if (order.includes(one.key)) continue;
    const before = all[index - 1];
    placed.splice(before === undefined ? 0 : placed.indexOf(before) + 1, 0, one);
  }
  return placed;
}

export type ColumnChoice<Row> = {
  /** in their order */
  all: readonly Column<Row>[];
  visible: readonly Column<Row>[];
  isShown: (key: string) => boolean;
  show: (key: string, shown: boolean) => void;
  widen: (key: string, width: number) => void;
  /** moves it by so many visible columns; the first column stays first */
  move: (key: string, step: number) => void;
  /** puts it where the other stands */
  moveTo: (key: string, other: string) => void;
  reset: () => void;
  /** for a view that is kept */
  kept: { columns: string[]; widths: Record<string, number> };
  /** other columns, or another order, than the view brings */
  isChanged: boolean;
};

/** The first column always stays: it says what a row is. */
export function useColumnChoice<Row>(id: string, all: readonly Column<Row>[], view: KeptColumns | null): ColumnChoice<Row> {
  const key = `touchline.columns.${id}${view === null ? "" : `.${view.id}`}`;
  const base = view === null ? NONE : brought(all, view);
  const [touched, setTouched] = useState<Record<string, Stored | null>>({});
  const stored = (key in touched ? touched[key] : read(key)) ?? base;
  const store = (next: Stored | null) => {
    setTouched({ ...touched, [key]: next });
    remember(key, JSON.stringify(next));
  };
  const shownBy = (by: Stored, { key: wanted, hidden }: Column<Row>) => wanted === all[0]?.key || (by.shown[wanted] ?? hidden !== true);
  const keysBy = (by: Stored) => inOrder(all, by.order).filter((column) => shownBy(by, column)).map((column) => column.key);
  const ordered = inOrder(all, stored.order);
  const visible = ordered.filter((column) => shownBy(stored, column));
  const place = (wanted: string, to: number) => {
    const keys = ordered.map((column) => column.key).filter((one) => one !== wanted);
    if (wanted !== ordered[0]?.key && to > 0) store({ ...stored, order: keys.toSpliced(to, 0, wanted) });
  };
  const placeBy = (wanted: string, other: Column<Row> | undefined) => {
    if (other !== undefined) place(wanted, ordered.indexOf(other));
  };
  return {
    all: ordered,
    visible: visible.map((column) => {
      const width = stored.widths[column.key];
      return width === undefined ? column : { ...column, width: `${width}px` };
    }),
    isShown: (wanted) => visible.some((column) => column.key === wanted),
    show: (wanted, shown) => store({ ...stored, shown: { ...stored.shown, [wanted]: shown } }),
    widen: (wanted, width) => store({ ...stored, widths: { ...stored.widths, [wanted]: Math.round(Math.min(MOST, Math.max(LEAST, width))) } }),
    move: (wanted, step) => placeBy(wanted, visible[visible.findIndex((column) => column.key === wanted) + step]),
    moveTo: (wanted, other) => placeBy(wanted, ordered.find((column) => column.key === other)),
    reset: () => store(null),
    kept: { columns: visible.map((column) => column.key), widths: stored.widths },
    isChanged: keysBy(stored).join() !== keysBy(base).join(),
  };
}
