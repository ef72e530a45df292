// The details of a record, edited in place: a value by pressing it, all of them, empty ones too, with E.
import { Tooltip, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { type Action, useActions } from "../keys/actions";
import { Section } from "../record/Details";
import { useActionLabel } from "../ui/ActionButton";
import { ShortcutKeys } from "../ui/Keys";
import { type Cell, EditableCell } from "./EditableCell";
import css from "./fields.module.css";

type Props = {
  title: string;
  cells: readonly Cell[];
  /** fields of the team's own, whose names may be long */
  own?: readonly Cell[];
  /** the way to a new one, given what opens it for filling once it is there */
  addOwn?: (onMade: (key: string) => void) => React.ReactNode;
  children?: React.ReactNode;
};

export function EditableSection({ title, cells, own = [], addOwn, children }: Props) {
  const [all, setAll] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const label = useActionLabel();
  const edit: Action = { id: "record.edit", run: () => setAll(!all) };
  useActions([edit]);
  const toggle = (
    <Tooltip label={label(edit.id)}>
      <UnstyledButton className={css.toggle} onClick={edit.run} aria-pressed={all} aria-label={label(edit.id)} data-testid="record-edit">
        <ShortcutKeys id={edit.id} />
      </UnstyledButton>
    </Tooltip>
  );
  return (
    <Section title={title} end={toggle}>
      <dl
        className={css.details}
        data-all={all || undefined}
        data-testid="record-details"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !all) return;
          event.preventDefault();
          setAll(false);
        }}
      >
        {cells.map((cell, index) =>
          cell.quiet && !all ? null : (
            <CellLine key={cell.key} cell={cell} start={index === 0 && cell.quiet === true} />
          ),
        )}
      </dl>
      {children}
      {own.some((cell) => !cell.quiet || all || cell.key === made) ? (
        <dl className={css.details} data-wide data-all={all || undefined} data-testid="record-own">
          {own.map((cell) => (cell.quiet && !all && cell.key !== made ? null : <CellLine key={cell.key} cell={cell} start={cell.key === made} />))}
        </dl>
      ) : null}
      {addOwn?.(setMade)}
    </Section>
  );
}

function CellLine({ cell, start }: { cell: Cell; start: boolean }) {
  return (
    <>
      <dt>{cell.label}</dt>
      <dd><EditableCell cell={cell} start={start} /></dd>
    </>
  );
}
