// Keys of a table beyond moving between rows: cells, editing, sorting, choosing rows.
import { useState } from "react";
import { type Action, useActions } from "../keys/actions";
import type { Column } from "./columns";
import { chosen, choose, everything, isChosen, nothing, type Selection } from "./selection";
import { nextDesc } from "./TableHead";
import type { Sorting } from "./VirtualTable";

export type Choosing = {
  selection: Selection;
  onSelection: (next: Selection) => void;
  /** ids of the rows from one place to another, both included, in sight or not */
  idsBetween: (from: number, to: number) => Promise<readonly string[]>;
};

type Options<Row> = {
  columns: readonly Column<Row>[];
  sorting: Sorting;
  active: number;
  count: number;
  rowAt: (index: number) => Row | undefined;
  idAt: (index: number) => string | undefined;
  choosing: Choosing;
  onActive: (index: number) => void;
  focus: () => void;
  onWiden: (key: string, step: 1 | -1) => void;
  /** moves the column */
  onMove: (key: string, step: 1 | -1) => void;
};

export function useTableKeys<Row>({ columns, sorting, active, count, rowAt, idAt, choosing, onActive, focus, onWiden, onMove }: Options<Row>) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [editing, setEditing] = useState<{ id: string; key: string } | null>(null);
  /** where a stretch of chosen rows began */
  const [anchor, setAnchor] = useState<number | null>(null);
  const { selection, onSelection, idsBetween } = choosing;
  const col = cursor === null ? null : Math.min(cursor, columns.length - 1);

  const canEdit = (at: number): boolean => {
    const row = rowAt(active);
    return row !== undefined && columns[at]?.edit !== undefined && columns[at].edit(row) !== null;
  };
  const editable = (from: number, step: 1 | -1): number => {
    for (let at = from; at >= 0 && at < columns.length; at += step) if (canEdit(at)) return at;
    return -1;
  };
  const editAt = (at: number) => {
    const id = idAt(active);
    const key = columns[at]?.key;
    if (id === undefined || key === undefined || !canEdit(at)) return;
    setCursor(at);
    setEditing({ id, key });
  };
  const startEdit = () => {
    const at = editable(col ?? 0, 1);
    editAt(at < 0 ? editable(0, 1) : at);
  };
  const closeEdit = (refocus: boolean) => {
    setEditing(null);
    if (refocus) focus();
  };
  const nextEdit = (step: 1 | -1) => {
    const next = editable((col ?? 0) + step, step);
    if (next < 0) closeEdit(true);
    else editAt(next);
  };
  const moveCell = (step: 1 | -1) => {
    setCursor(col === null ? (step > 0 ? 0 : null) : col + step < 0 ? null : Math.min(columns.length - 1, col + step));
    focus();
  };
  const sortHere = () => {
    const own = columns[col ?? 0]?.sort;
    if (own !== undefined) sorting.onSort(own, nextDesc(own, sorting.sort, sorting.desc));
  };

  const toggle = (index: number) => {
    const id = idAt(index);
    if (id === undefined) return;
    setAnchor(index);
    onSelection(choose(selection, [id], !isChosen(selection, id)));
  };
  /** Chooses every row between the anchor and this one. */
  const chooseTo = async (index: number) => {
    if (index < 0 || index >= count) return;
    const start = anchor ?? active;
    setAnchor(start);
    onActive(index);
    focus();
    onSelection(choose(selection, await idsBetween(Math.min(start, index), Math.max(start, index)), true));
  };
  const clear = () => {
    setAnchor(null);
    onSelection(nothing);
  };
  const toggleAll = () => onSelection(selection.all && selection.ids.size === 0 ? nothing : everything);
  const widen = (step: 1 | -1) => {
    const key = columns[col ?? 0]?.key;
    if (key !== undefined) onWiden(key, step);
  };

  /** The column under the cursor goes along with it. */
  const moveColumn = (step: 1 | -1) => {
    const key = columns[col ?? 0]?.key;
    const to = (col ?? 0) + step;
    if (key === undefined || col === null || col === 0 || to < 1 || to >= columns.length) return;
    onMove(key, step);
    setCursor(to);
  };

  const some = chosen(selection, count) > 0;
  const actions: Action[] = [
    { id: "table.right", run: () => moveCell(1), silent: true },
    { id: "table.left", run: () => moveCell(-1), silent: true },
    { id: "table.edit", run: startEdit },
    { id: "table.sort", run: sortHere },
    { id: "table.choose", run: () => toggle(active) },
    { id: "table.extendDown", run: () => void chooseTo(active + 1), silent: true },
    { id: "table.extendUp", run: () => void chooseTo(active - 1), silent: true },
    { id: "table.all", run: () => onSelection(everything) },
    { id: "table.wider", run: () => widen(1), silent: true },
    { id: "table.narrower", run: () => widen(-1), silent: true },
    { id: "table.columnLeft", run: () => moveColumn(-1), silent: true },
    { id: "table.columnRight", run: () => moveColumn(1), silent: true },
    ...(some || col !== null ? [{ id: "table.none", run: some ? clear : () => setCursor(null), silent: !some } as const] : []),
    // On a cell that can be edited, Enter edits it instead of opening the row.
    ...(col !== null && columns[col]?.edit !== undefined ? [{ id: "list.open", run: () => editAt(col), silent: true } as const] : []),
  ];
  useActions(actions);
  return { col, editing, closeEdit, nextEdit, toggle, chooseTo, toggleAll };
}
