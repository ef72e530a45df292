// Sets one field of all chosen rows: which field, and to what; left empty, it empties it.
import { Button, Modal, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../ipc/bindings.gen";
import type { Cell } from "../fields/EditableCell";
import { FieldControl } from "../fields/FieldControl";
import { problemOf } from "../fields/specs";
import { useFormat } from "../format/useFormat";
import { formKeys } from "../keys/formKeys";
import css from "./Filters.module.css";

type Props = { cells: readonly Cell[]; count: number; onClose: () => void; onChange: (change: Change) => void };

export function BulkField({ cells, count, onClose, onChange }: Props) {
  const { t } = useTranslation(["table", "common"]);
  const format = useFormat();
  const [key, setKey] = useState<string | null>(cells[0]?.key ?? null);
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const cell = cells.find((one) => one.key === key);
  const submit = () => {
    if (cell?.stored === undefined) return;
    const problem = problemOf(cell.spec, typed);
    if (problem !== null) return setWrong(t(`common:field.${problem}`));
    onChange({ set: { field: cell.key, value: cell.stored(typed) } });
  };
  const turnTo = (next: string | null) => {
    setKey(next);
    setTyped("");
    setWrong(null);
  };
  return (
    <Modal opened onClose={onClose} title={t("ask.field", { count, n: format.number(count) })} size={420} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form} noValidate data-testid="bulk-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={formKeys(submit)}
      >
        <Select label={t("bulkField")} searchable allowDeselect={false} value={key} data={cells.map((one) => ({ value: one.key, label: one.label }))} onChange={turnTo} data-autofocus data-testid="bulk-field" />
        {cell === undefined ? null : (
          <FieldControl
            key={cell.key} spec={cell.spec} value={typed} words={cell.words} label={t("bulkValue")} placeholder={t("bulkEmpty")} error={wrong} testId="bulk-value"
            onChange={(value) => {
              setTyped(value);
              setWrong(null);
            }}
          />
        )}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" data-testid="bulk-save">{t("bulkSave", { count, n: format.number(count) })}</Button>
        </div>
      </form>
    </Modal>
  );
}
