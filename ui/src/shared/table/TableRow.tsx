// The cells of one row; the one that is edited keeps its size and gets the ring.
import { CellEditor } from "../fields/EditableCell";
import type { Column } from "./columns";
import css from "./VirtualTable.module.css";

type Props<Row> = {
  row: Row;
  columns: readonly Column<Row>[];
  idOf: (col: number) => string;
  /** where the cell cursor stands in this row */
  cursor: number | null;
  editing: string | null;
  onDone: (refocus: boolean) => void;
  onNext: (step: 1 | -1) => void;
};

export function TableRow<Row>({ row, columns, idOf, cursor, editing, onDone, onNext }: Props<Row>) {
  return columns.map(({ key, cell, edit, end }, col) => {
    const edited = editing === key && edit !== undefined ? edit(row) : null;
    const isEdited = edited !== null;
    return (
      <span
        key={key}
        id={idOf(col)}
        role="gridcell"
        aria-readonly={edit === undefined}
        className={css.cell}
        data-end={(end && !isEdited) || undefined}
        data-cursor={cursor === col || undefined}
        data-editing={isEdited || undefined}
        data-cell={key}
        onClick={isEdited ? (event) => event.stopPropagation() : undefined}
      >
        {isEdited ? <CellEditor cell={edited} onClose={onDone} onTab={onNext} /> : cell(row)}
      </span>
    );
  });
}
