// One name, asked in a small box: a new one, or another one for what is already there.
import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formKeys } from "../../shared/keys/formKeys";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import css from "./settings.module.css";

type Props = { title: string; label: string; note?: string; value?: string; error: unknown; pending: boolean; onSave: (name: string) => void; onClose: () => void };

export function NameForm({ title, label, note, value = "", error, pending, onSave, onClose }: Props) {
  const { t } = useTranslation("common");
  const [name, setName] = useState(value);
  const [missing, setMissing] = useState(false);
  return (
    <Modal opened onClose={onClose} title={title} size={420} yOffset={112} closeButtonProps={{ "aria-label": t("do.close") }}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") setMissing(true);
          else onSave(name.trim());
        }}
        onKeyDown={formKeys()}
      >
        <TextInput
          label={label}
          description={note}
          data-autofocus
          maxLength={200}
          value={name}
          error={missing ? t("field.missing") : null}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMissing(false);
          }}
          data-testid="name-input"
        />
        {error === null ? null : <ErrorNote error={error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={pending} data-testid="name-save">{t("do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
