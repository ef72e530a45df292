// Rows in an order of one's own: a row is dragged, or moved with Alt and the arrows; Enter opens it.
import { UnstyledButton } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { useLayoutEffect, useRef, useState } from "react";
import css from "./Arranged.module.css";
import { DragArea, useDragItem, useDropZone } from "./drag";

type Row = { id: string; name: string };
type Props<R extends Row> = {
  label: string;
  rows: readonly R[];
  rowTestId: string;
  onOpen: (row: R) => void;
  /** rejects when the order was refused: then the old one stands again */
  onOrder: (ids: string[], moved: R) => Promise<unknown>;
  cells: (row: R) => React.ReactNode;
};

const rowId = (id: string) => `arranged-${id}`;

export function Arranged<R extends Row>({ label, rows, rowTestId, onOpen, onOrder, cells }: Props<R>) {
  const [lifted, setLifted] = useState<string | null>(null);
  // A move stands at once, so that the next key goes on from it; then the file says the same.
  const [laid, setLaid] = useState<{ over: string; ids: readonly string[] } | null>(null);
  const stored = rows.map(({ id }) => id);
  const ids = laid !== null && laid.over === stored.join() ? laid.ids : stored;
  const ordered = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  // A row that is moved in the page loses the keyboard.
  const held = useRef<string | null>(null);
  const arranged = ids.join();
  useLayoutEffect(() => {
    if (held.current !== null && document.activeElement === document.body) document.getElementById(rowId(held.current))?.focus();
  }, [arranged]);

  const place = (id: string, to: number) => {
    const from = ids.indexOf(id);
    const moved = ordered[from];
    if (moved === undefined || to < 0 || to >= ids.length || to === from) return;
    const next = ids.filter((one) => one !== id);
    next.splice(to, 0, id);
    held.current = id;
    setLaid({ over: stored.join(), ids: next });
    onOrder(next, moved).catch(() => setLaid(null));
  };
  const lift = rows.find(({ id }) => id === lifted);
  return (
    <DragArea<string>
      onPick={setLifted}
      onDrop={(id, zone) => {
        setLifted(null);
        if (zone !== null) place(id, ids.indexOf(zone));
      }}
      overlay={lift === undefined ? null : <div className={css.lifted}>{lift.name}</div>}
    >
      <ol className={css.rows} aria-label={label}>
        {ordered.map((row, index) => (
          <Slot key={row.id} id={row.id} testId={rowTestId} onOpen={() => onOpen(row)} onMove={(step) => place(row.id, index + step)}>{cells(row)}</Slot>
        ))}
      </ol>
    </DragArea>
  );
}

type SlotProps = { id: string; testId: string; onOpen: () => void; onMove: (step: number) => void; children: React.ReactNode };

function Slot({ id, testId, onOpen, onMove, children }: SlotProps) {
  const { ref, dragging } = useDragItem(id, id);
  const { ref: slot, over } = useDropZone(id);
  return (
    <li ref={slot} data-over={over || undefined} data-dragging={dragging || undefined} className={css.slot}>
      <UnstyledButton
        ref={ref}
        id={rowId(id)}
        className={css.row}
        onClick={onOpen}
        onKeyDown={(event) => {
          const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
          if (!event.altKey || step === 0) return;
          event.preventDefault();
          onMove(step);
        }}
        data-testid={testId}
      >
        <IconGripVertical size={16} aria-hidden />
        {children}
      </UnstyledButton>
    </li>
  );
}
