// The head of a table: choose all, sort by a column, drag its edge.
import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCheck, IconMinus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "./columns";
import { chosen, type Selection } from "./selection";
import type { Sorting } from "./VirtualTable";
import css from "./VirtualTable.module.css";

/** A box that is ticked by the mouse; keys tick the row the cursor is on. */
export function Box({ checked, name, onClick }: { checked: boolean; name: string; onClick: (extend: boolean) => void }) {
  const { t } = useTranslation("table");
  return (
    <UnstyledButton
      role="checkbox" aria-checked={checked} aria-label={t("choose", { name })} tabIndex={-1} className={css.check}
      onClick={(event) => {
        event.stopPropagation();
        onClick(event.shiftKey);
      }}
    >
      {checked ? <IconCheck size={12} stroke={3} aria-hidden /> : null}
    </UnstyledButton>
  );
}

export function SelectAll({ selection, total, onAll }: { selection: Selection; total: number; onAll: () => void }) {
  const { t } = useTranslation("table");
  const count = chosen(selection, total);
  const state = count === 0 ? false : count === total ? true : "mixed";
  return (
    <span role="columnheader" className={css.box}>
      <UnstyledButton role="checkbox" aria-checked={state} aria-label={t("chooseAll")} tabIndex={-1} className={css.check} onClick={onAll} data-testid="choose-all">
        {state === false ? null : state === true ? <IconCheck size={12} stroke={3} aria-hidden /> : <IconMinus size={12} stroke={3} aria-hidden />}
      </UnstyledButton>
    </span>
  );
}

type HeadProps<Row> = Sorting & { column: Column<Row>; onWiden: (width: number) => void; onMoveTo: (other: string) => void };

/** So far a press moves before it drags the column. */
const DRAG = 6;

export function Head<Row>({ column: { key, sort: own, head, end }, sort, desc, onSort, onWiden, onMoveTo }: HeadProps<Row>) {
  const [dragged, setDragged] = useState(false);
  // The click that ends a drag is no click.
  const wasDragged = useRef(false);
  const take = (event: React.PointerEvent<HTMLElement>) => {
    const cell = event.currentTarget;
    const from = event.clientX;
    const stop = new AbortController();
    wasDragged.current = false;
    const move = (moved: PointerEvent) => {
      if (Math.abs(moved.clientX - from) < DRAG) return;
      wasDragged.current = true;
      setDragged(true);
    };
    const drop = (dropped: PointerEvent) => {
      stop.abort();
      setDragged(false);
      if (!wasDragged.current) return;
      const heads = [...(cell.parentElement?.querySelectorAll<HTMLElement>("[data-column]") ?? [])];
      const over = heads.find((one) => dropped.clientX < one.getBoundingClientRect().right) ?? heads.at(-1);
      const other = over?.dataset.column;
      if (other !== undefined && other !== key) onMoveTo(other);
    };
    window.addEventListener("pointermove", move, { signal: stop.signal });
    window.addEventListener("pointerup", drop, { signal: stop.signal });
    window.addEventListener("pointercancel", () => (stop.abort(), setDragged(false)), { signal: stop.signal });
  };
  const sorted = own === undefined || own !== sort ? undefined : desc ? "descending" : "ascending";
  const Arrow = sorted === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <span role="columnheader" aria-sort={sorted} className={css.headCell} data-end={end || undefined} data-column={key} data-dragged={dragged || undefined} onPointerDown={take}>
      {own === undefined ? (
        <span className="tl-ellipsis" title={head}>{head}</span>
      ) : (
        <UnstyledButton title={head} className={css.sort} data-testid={`sort-${own}`} onClick={() => wasDragged.current || onSort(own, nextDesc(own, sort, desc))}>
          {sorted === undefined ? null : <Arrow size={14} aria-hidden />}
          <span className="tl-ellipsis">{head}</span>
        </UnstyledButton>
      )}
      <Edge onWiden={onWiden} />
    </span>
  );
}

/** Numbers and days are asked for from the top first, names and grades from the start. */
export function nextDesc(own: string, sort: string, desc: boolean): boolean {
  return own === sort ? !desc : own !== "name" && own !== "grade" && own !== "next_on";
}

function Edge({ onWiden }: { onWiden: (width: number) => void }) {
  return (
    <span
      className={css.edge}
      aria-hidden
      onPointerDown={(event) => {
        event.stopPropagation();
        const edge = event.currentTarget;
        const start = edge.parentElement?.getBoundingClientRect().width ?? 0;
        const from = event.clientX;
        edge.setPointerCapture(event.pointerId);
        const drag = (moved: PointerEvent) => onWiden(start + moved.clientX - from);
        edge.addEventListener("pointermove", drag);
        edge.addEventListener("pointerup", () => edge.removeEventListener("pointermove", drag), { once: true });
      }}
    />
  );
}
