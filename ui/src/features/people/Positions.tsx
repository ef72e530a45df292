// Where a person works and worked: every line can be changed, ended with a day, or added to.
import { ActionIcon, Button, Modal, TextInput, Tooltip, UnstyledButton } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Link } from "@tanstack/react-router";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PositionView } from "../../ipc/bindings.gen";
import { FieldControl } from "../../shared/fields/FieldControl";
import { filled } from "../../shared/fields/specs";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { formKeys } from "../../shared/keys/formKeys";
import { Section } from "../../shared/record/Details";
import css from "../../shared/record/record.module.css";
import { DayInput } from "../../shared/ui/DayInput";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { personFields } from "./fields";
import { useDeletePosition, useSavePosition } from "./queries";

export function Positions({ person, positions }: { person: string; positions: readonly PositionView[] }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  const [editing, setEditing] = useState<PositionView | "new" | null>(null);
  const span = ({ from_on, to_on }: PositionView) =>
    [from_on === null ? "" : format.day(from_on), to_on === null ? t("position.now") : format.day(to_on)].filter(Boolean).join(" – ");
  const add = (
    <Tooltip label={t("position.add")}>
      <UnstyledButton className={css.add} onClick={() => setEditing("new")} aria-label={t("position.add")} data-testid="position-add"><IconPlus size={16} aria-hidden /></UnstyledButton>
    </Tooltip>
  );
  return (
    <Section title={t("position.title")} end={add}>
      {positions.map((position) => (
        <div key={position.id} className={css.line} data-testid="position">
          <div className={css.lineText}>
            <div className="tl-ellipsis"><Link to="/organizations/$id" params={{ id: position.organization_id }}>{position.organization}</Link></div>
            <div className={`${css.quiet} ${css.whole}`}>{[position.title, span(position)].filter(Boolean).join(" · ")}</div>
          </div>
          <ActionIcon aria-label={t("position.edit", { name: position.organization })} onClick={() => setEditing(position)}><IconPencil size={14} aria-hidden /></ActionIcon>
        </div>
      ))}
      {editing === null ? null : <PositionForm person={person} position={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

type FormProps = { person: string; position: PositionView | null; onClose: () => void };

function PositionForm({ person, position, onClose }: FormProps) {
  const { t } = useTranslation(["record", "people", "common"]);
  const { today } = usePlace();
  const toast = useToast();
  const save = useSavePosition();
  const remove = useDeletePosition();
  const error = save.error ?? remove.error;
  const form = useForm({
    initialValues: { organization: position?.organization ?? "", title: position?.title ?? "", from_on: position?.from_on ?? "", to_on: position?.to_on ?? "" },
    validate: {
      organization: (value) => (value.trim() === "" ? t("position.missing") : null),
      to_on: (value, { from_on }) => (value !== "" && from_on !== "" && value < from_on ? t("position.order") : null),
    },
  });
  const done = (key: "saved" | "removed") => ({
    onSuccess: ({ action }: { action: string | null }) => {
      toast.say(t(`position.${key}`), [action]);
      onClose();
    },
  });
  const submit = form.onSubmit(({ organization, title, from_on, to_on }) =>
    save.mutate({ id: position?.id ?? null, person, organization: organization.trim(), title: filled(title), from_on: filled(from_on), to_on: filled(to_on) }, done("saved")),
  );
  const day = (field: "from_on" | "to_on") => (
    <DayInput
      label={t(`position.${field}`)} clearable value={form.values[field] === "" ? null : form.values[field]} error={form.errors[field]}
      onChange={(value) => form.setFieldValue(field, value ?? "")}
    />
  );
  return (
    <Modal opened onClose={onClose} title={t(position === null ? "position.add" : "position.change")} size={440} padding={24} withCloseButton={false}>
      <form
        className={css.form} onSubmit={submit} data-testid="position-form" noValidate
        onKeyDown={formKeys()}
      >
        <FieldControl
          spec={personFields.organization} label={t("people:field.organization")} value={form.values.organization} error={form.errors.organization} autoFocus
          onChange={(value) => form.setFieldValue("organization", value)} testId="position-organization"
        />
        <TextInput label={t("people:field.title")} {...form.getInputProps("title")} data-testid="position-job" />
        <div className={css.pair}>
          {day("from_on")}
          {day("to_on")}
        </div>
        {error === null ? null : <ErrorNote error={error} />}
        <div className={css.buttons}>
          {position === null ? null : <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(position.id, done("removed"))}>{t("position.remove")}</Button>}
          {position === null || position.to_on !== null ? null : <Button onClick={() => form.setFieldValue("to_on", today)} data-testid="position-left">{t("position.left")}</Button>}
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} data-testid="position-save">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
