// One value of a record that is edited where it stands: the cell keeps its place and gets the ring.
// Enter or leaving it saves, Escape returns; what cannot be kept stays, with the reason below.
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../keys/composition";
import { useErrorWords } from "../ui/ErrorNote";
import { FieldControl } from "./FieldControl";
import css from "./fields.module.css";
import { problemOf, type TypedSpec } from "./specs";

export type Cell = {
  key: string;
  label: string;
  spec: TypedSpec;
  value: string;
  words?: Readonly<Record<string, string>> | undefined;
  /** what stands there while nothing was set, where that is more than nothing */
  rest?: string | undefined;
  /** leads elsewhere, so that editing gets a small button of its own */
  link?: React.ReactNode;
  /** stands beside the value: what else is known of it */
  aside?: React.ReactNode;
  /** no longer to be used */
  struck?: boolean | undefined;
  /** empty, or said elsewhere on the page: stands here only while everything is being edited */
  quiet?: boolean | undefined;
  save: (typed: string) => Promise<unknown>;
  /** what core is handed for what was typed, where many rows can be set to it at once */
  stored?: ((typed: string) => string | null) | undefined;
};

/** `start`: opens as soon as it stands. */
export function EditableCell({ cell, start = false }: { cell: Cell; start?: boolean }) {
  const [state, setState] = useState<"rest" | "editing" | "back">(start ? "editing" : "rest");
  return state === "editing" ? (
    <CellEditor cell={cell} onClose={(refocus) => setState(refocus ? "back" : "rest")} />
  ) : (
    <Rest cell={cell} focused={state === "back"} onEdit={() => setState("editing")} />
  );
}

function Rest({ cell, focused, onEdit }: { cell: Cell; focused: boolean; onEdit: () => void }) {
  const { t } = useTranslation("record");
  const { label, value, words, rest } = cell;
  const shown = value === "" ? (rest ?? t("edit.empty")) : (words?.[value] ?? value);
  const common = { autoFocus: focused, onClick: onEdit, "data-testid": `cell-${cell.key}`, "aria-label": t("edit.cell", { label, value: shown }) };
  if (cell.link !== undefined && value !== "") {
    return (
      <div className={css.linked}>
        {cell.link}
        <ActionIcon {...common} size={24} className={css.pencil ?? ""}><IconPencil size={14} aria-hidden /></ActionIcon>
      </div>
    );
  }
  const button = <UnstyledButton {...common} className={css.cell} data-empty={value === "" || undefined}>{cell.struck === true ? <s>{inParts(shown)}</s> : inParts(shown)}</UnstyledButton>;
  return cell.aside === undefined || value === "" ? button : <div className={css.beside}>{button}{cell.aside}</div>;
}

/** A long address breaks after its @, not before its last letter. */
function inParts(shown: string): React.ReactNode {
  const at = shown.indexOf("@");
  return at < 0 ? shown : <>{shown.slice(0, at + 1)}<wbr />{shown.slice(at + 1)}</>;
}

type EditorProps = {
  cell: Cell;
  onClose: (refocus: boolean) => void;
  /** in a table: Tab saves and goes on to the next cell */
  onTab?: (step: 1 | -1) => void;
};

export function CellEditor({ cell, onClose, onTab }: EditorProps) {
  const { t } = useTranslation("common");
  const errorWords = useErrorWords();
  const [typed, setTyped] = useState(cell.value);
  const [wrong, setWrong] = useState<string | null>(null);
  const settled = useRef(false);

  const commit = async (value: string, refocus: boolean, then = onClose) => {
    if (settled.current) return;
    const problem = problemOf(cell.spec, value);
    if (problem !== null) return setWrong(t(`field.${problem}`));
    settled.current = true;
    try {
      if (value.trim() !== cell.value) await cell.save(value.trim());
      then(refocus);
    } catch (cause) {
      settled.current = false;
      setWrong(errorWords(cause));
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      settled.current = true;
      onClose(true);
    } else if (event.key === "Tab" && onTab !== undefined) {
      event.preventDefault();
      const step = event.shiftKey ? -1 : 1;
      void commit(typed, true, () => onTab(step));
    } else if (event.key === "Enter" && !event.shiftKey && !event.defaultPrevented && cell.spec.control !== "choice" && cell.spec.control !== "several") {
      event.preventDefault();
      void commit(typed, true);
    }
  };
  return (
    <div
      className={css.editing}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => target instanceof HTMLInputElement && !target.readOnly && target.select()}
      onBlur={({ currentTarget }) => {
        // Another window in front is no leaving.
        if (!currentTarget.contains(document.activeElement)) void commit(typed, false);
      }}
    >
      <FieldControl
        spec={cell.spec}
        value={typed}
        words={cell.words}
        name={cell.label}
        bare={css.bare}
        error={wrong}
        testId={`edit-${cell.key}`}
        onChange={(value) => {
          setTyped(value);
          setWrong(null);
        }}
        onPick={(value) => void commit(value, true)}
      />
    </div>
  );
}
