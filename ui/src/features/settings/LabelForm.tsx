// One tag or source: another name, merged into another, put away.
import { Button, Modal, Select, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Label, LabelKind } from "../../ipc/bindings.gen";
import { overlays } from "../../shared/hooks/overlays";
import { formKeys } from "../../shared/keys/formKeys";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { useArchiveLabel, useMergeLabels, useRenameLabel } from "./queries";
import css from "./settings.module.css";

type Props = { kind: LabelKind; label: Label; others: readonly Label[]; onClose: () => void };

export function LabelForm({ kind, label, others, onClose }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const toast = useToast();
  const rename = useRenameLabel();
  const archive = useArchiveLabel();
  const merge = useMergeLabels();
  const [name, setName] = useState(label.name);
  const [into, setInto] = useState<string | null>(null);
  const { id, archived, uses } = label;
  const error = rename.error ?? archive.error ?? merge.error;
  const said = (text: string) => ({
    onSuccess: ({ action }: { action: string | null }) => {
      onClose();
      toast.say(text, [action]);
    },
  });
  const save = () => {
    const next = name.trim();
    if (next === "" || next === label.name) return onClose();
    rename.mutate({ kind, id, name: next }, said(t("labels.renamed", { name: next })));
  };
  const run = () => {
    const other = others.find((one) => one.id === into);
    if (other !== undefined) merge.mutate({ kind, from: id, into: other.id }, said(t("labels.merged", { from: label.name, into: other.name })));
  };
  return (
    <Modal opened onClose={onClose} title={label.name} size={420} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={formKeys()}
        data-testid="label-form"
      >
        <TextInput label={t("labels.name")} data-autofocus maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} data-testid="label-name" />
        {others.length === 0 ? null : (
          <div className={css.beside}>
            <Select
              label={t("labels.mergeInto")}
              description={t("labels.mergeNote", { count: uses })}
              searchable
              data={others.map((other) => ({ value: other.id, label: other.name }))}
              value={into}
              onChange={setInto}
              data-testid="label-into"
            />
            <Button disabled={into === null} loading={merge.isPending} onClick={run} data-testid="label-merge">{t("labels.merge")}</Button>
          </div>
        )}
        {error === null ? null : <ErrorNote error={error} />}
        <div className={css.buttons}>
          <Button
            variant="subtle"
            className={css.first ?? ""}
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              onClose();
              overlays.remove(id);
            }}
            data-testid="label-delete"
          >
            {t("labels.delete")}
          </Button>
          <Button
            variant="subtle"
            onClick={() => archive.mutate({ kind, id, away: !archived }, said(t(archived ? "labels.takenOut" : "labels.putAway", { name: label.name })))}
            data-testid="label-archive"
          >
            {t(archived ? "labels.takeOut" : "labels.archive")}
          </Button>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={rename.isPending} data-testid="label-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
