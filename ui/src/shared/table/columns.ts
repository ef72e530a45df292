// What a column of a table is, and which columns this device shows how wide.
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

type Stored = { shown: Record<string, boolean>; widths: Record<string, number> };

const NONE: Stored = { shown: {}, widths: {} };
const LEAST = 48;
const MOST = 640;
export const WIDTH_STEP = 16;

function read(key: string): Stored {
  const raw = recallJson(key);
  if (typeof raw !== "object" || raw === null) return NONE;
  const shown = "shown" in raw && typeof raw.shown === "object" ? { ...raw.shown } : {};
  const widths = "widths" in raw && typeof raw.widths === "object" ? { ...raw.widths } : {};
  return { shown, widths };
}

export type ColumnChoice<Row> = {
  all: readonly Column<Row>[];
  visible: readonly Column<Row>[];
  isShown: (key: string) => boolean;
  show: (key: string, shown: boolean) => void;
  widen: (key: string, width: number) => void;
  reset: () => void;
};

/** The first column always stays: it says what a row is. */
export function useColumnChoice<Row>(id: string, all: readonly Column<Row>[]): ColumnChoice<Row> {
  const key = `touchline.columns.${id}`;
  const [stored, setStored] = useState<Stored>(() => read(key));
  const store = (next: Stored) => {
    setStored(next);
    remember(key, JSON.stringify(next));
  };
  const isShown = (wanted: string) => {
    const column = all.find((one) => one.key === wanted);
    return column === all[0] || (stored.shown[wanted] ?? column?.hidden !== true);
  };
  return {
    all,
    visible: all.filter((column) => isShown(column.key)).map((column) => {
      const width = stored.widths[column.key];
      return width === undefined ? column : { ...column, width: `${width}px` };
    }),
    isShown,
    show: (wanted, shown) => store({ ...stored, shown: { ...stored.shown, [wanted]: shown } }),
    widen: (wanted, width) => store({ ...stored, widths: { ...stored.widths, [wanted]: Math.round(Math.min(MOST, Math.max(LEAST, width))) } }),
    reset: () => store(NONE),
  };
}
