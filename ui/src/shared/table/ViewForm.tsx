// The name of a view, who sees it, and whether a number key leads to it.
import { Button, Checkbox, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ViewLine } from "../../ipc/bindings.gen";
import { formKeys } from "../keys/formKeys";
import { ErrorNote } from "../ui/ErrorNote";
import css from "./Views.module.css";

type Kept = { name: string; shared: boolean; pinned: boolean };
type Props = { view: ViewLine | null; onSave: (kept: Kept) => Promise<unknown>; onClose: () => void };

export function ViewForm({ view, onSave, onClose }: Props) {
  const { t } = useTranslation(["views", "common"]);
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? true);
  const [pinned, setPinned] = useState(view?.pinned ?? false);
  const [missing, setMissing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (name.trim() === "") return setMissing(true);
    setBusy(true);
    try {
      await onSave({ name: name.trim(), shared, pinned });
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={view?.name ?? t("keep")} size={420} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form} noValidate data-testid="view-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={formKeys()}
      >
        <TextInput
          label={t("name")} description={view === null ? t("keepNote") : undefined} data-autofocus maxLength={200} value={name} error={missing ? t("common:field.missing") : null} data-testid="view-name"
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
            setMissing(false);
          }}
        />
        <Checkbox label={t("sharedBox")} description={t("sharedNote")} checked={shared} onChange={({ currentTarget }) => setShared(currentTarget.checked)} data-testid="view-shared" />
        <Checkbox label={t("pinnedBox")} description={t("pinnedNote")} checked={pinned} onChange={({ currentTarget }) => setPinned(currentTarget.checked)} data-testid="view-pinned" />
        {error === null ? null : <ErrorNote error={error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={busy} data-testid="view-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
