// Keys of a table beyond moving between rows: cells, editing, sorting, choosing rows.
import { useState } from "react";
import { type Action, useActions } from "../keys/actions";
import type { Column } from "./columns";
import { chosen, choose, everything, isChosen, nothing, type Selection } from "./selection";
import { nextDesc } from "./TableHead";
import type { Sorting } from "./VirtualTable";

export type Choosing = { selection: Selection; onSelection: (next: Selection) => void };

type Options<Row> = {
  columns: readonly Column<Row>[];
  sorting: Sorting;
  active: number;
  count: number;
  idAt: (index: number) => string | undefined;
  choosing: Choosing;
  onActive: (index: number) => void;
  focus: () => void;
  onWiden: (key: string, step: 1 | -1) => void;
};

export function useTableKeys<Row>({ columns, sorting, active, count, idAt, choosing, onActive, focus, onWiden }: Options<Row>) {
  const [cursor, setCursor] = useState<number | null>(null);
  const [editing, setEditing] = useState<{ id: string; key: string } | null>(null);
  /** where a stretch of chosen rows began */
  const [anchor, setAnchor] = useState<number | null>(null);
  const { selection, onSelection } = choosing;
  const col = cursor === null ? null : Math.min(cursor, columns.length - 1);

  const editable = (from: number, step: 1 | -1): number => {
    for (let at = from; at >= 0 && at < columns.length; at += step) if (columns[at]?.edit !== undefined) return at;
    return -1;
  };
  const editAt = (at: number) => {
    const id = idAt(active);
    const key = columns[at]?.key;
    if (id === undefined || key === undefined) return;
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
  const chooseTo = (index: number) => {
    if (index < 0 || index >= count) return;
    const start = anchor ?? active;
    const [low, high] = start < index ? [start, index] : [index, start];
    const ids = Array.from({ length: high - low + 1 }, (_, step) => idAt(low + step)).filter((id) => id !== undefined);
    setAnchor(start);
    onSelection(choose(selection, ids, true));
    onActive(index);
    focus();
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

  const some = chosen(selection, count) > 0;
  const actions: Action[] = [
    { id: "table.right", run: () => moveCell(1), silent: true },
    { id: "table.left", run: () => moveCell(-1), silent: true },
    { id: "table.edit", run: startEdit },
    { id: "table.sort", run: sortHere },
    { id: "table.choose", run: () => toggle(active) },
    { id: "table.extendDown", run: () => chooseTo(active + 1), silent: true },
    { id: "table.extendUp", run: () => chooseTo(active - 1), silent: true },
    { id: "table.all", run: () => onSelection(everything) },
    { id: "table.wider", run: () => widen(1), silent: true },
    { id: "table.narrower", run: () => widen(-1), silent: true },
    ...(some ? [{ id: "table.none", run: clear } as const] : []),
  ];
  useActions(actions);
  return { col, editing, closeEdit, nextEdit, toggle, chooseTo, toggleAll };
}
