// One stage, and its removal: deals that stand in it are told and given a new place first.
import { Button, Modal, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PipelineSetup, StageInput, StageSetup } from "../../ipc/bindings.gen";
import { formKeys } from "../../shared/keys/formKeys";
import { useOwnFields } from "../../shared/own/queries";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { useRemoveStage, useRetireStage, useSaveStage } from "./queries";
import css from "./settings.module.css";

/** The fields of a deal that a stage may ask for, beside the team's own. */
const built = ["organization", "person", "product", "amount", "close_on", "source", "note"] as const;
const kinds = ["lead", "qualified", "opportunity", "won", "lost"] as const;

type Props = { pipeline: PipelineSetup; stage: StageSetup | null; onClose: () => void };

export function StageForm({ pipeline, stage, onClose }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const [removing, setRemoving] = useState(false);
  return (
    <Modal opened onClose={onClose} title={stage === null ? t("stages.new") : stage.name} size={420} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      {removing && stage !== null ? (
        <Remove pipeline={pipeline} stage={stage} onBack={() => setRemoving(false)} onClose={onClose} />
      ) : (
        <Edit pipeline={pipeline} stage={stage} onRemove={() => setRemoving(true)} onClose={onClose} />
      )}
    </Modal>
  );
}

/** A number field that may stay empty. */
const whole = (value: string | number): number | null => (value === "" ? null : Number(value));

function Edit({ pipeline, stage, onRemove, onClose }: Props & { onRemove: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  const toast = useToast();
  const save = useSaveStage();
  const retire = useRetireStage();
  const own = useOwnFields("deals");
  const asked = [...built.map((field) => ({ value: field, label: t(`stages.field.${field}`) })), ...own.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: name }))];
  const putAway = () => {
    if (stage === null) return;
    const away = stage.retired !== true;
    retire.mutate({ id: stage.id, away }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t(away ? "stages.retired" : "stages.takenOut", { name: stage.name }), [action]);
      },
      onError: toast.fail,
    });
  };
  const form = useForm<StageInput>({
    initialValues: { id: stage?.id ?? null, pipeline: pipeline.id, name: stage?.name ?? "", kind: stage?.kind ?? "opportunity", win_chance: stage?.win_chance ?? null, limit_days: stage?.limit_days ?? null, required: stage?.required ?? [] },
    validate: { name: (name) => (name.trim() === "" ? t("common:field.missing") : null) },
  });
  const submit = form.onSubmit((input) =>
    save.mutate(input, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("stages.saved", { name: input.name.trim() }), [action]);
      },
    }),
  );
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={submit}
      onKeyDown={formKeys()}
      data-testid="stage-form"
    >
      <TextInput label={t("stages.name")} data-autofocus maxLength={200} {...form.getInputProps("name")} data-testid="stage-name" />
      <Select label={t("stages.kindLabel")} description={t("stages.kindNote")} allowDeselect={false} data={kinds.map((kind) => ({ value: kind, label: t(`stages.kind.${kind}`) }))} {...form.getInputProps("kind")} />
      <div className={css.pair}>
        <NumberInput label={t("stages.chance")} min={0} max={100} suffix="%" allowDecimal={false} value={form.values.win_chance ?? ""} onChange={(value) => form.setFieldValue("win_chance", whole(value))} />
        <NumberInput label={t("stages.days")} min={1} max={3650} allowDecimal={false} value={form.values.limit_days ?? ""} onChange={(value) => form.setFieldValue("limit_days", whole(value))} data-testid="stage-days" />
      </div>
      <MultiSelect label={t("stages.required")} description={t("stages.requiredNote")} data={asked} value={form.values.required ?? []} onChange={(required) => form.setFieldValue("required", required)} data-testid="stage-required" />
      {save.error === null ? null : <ErrorNote error={save.error} />}
      <div className={css.buttons}>
        {stage === null ? null : <Button variant="subtle" onClick={putAway} loading={retire.isPending} data-testid="stage-retire">{t(stage.retired === true ? "stages.takeOut" : "stages.retire")}</Button>}
        {stage === null ? null : <Button variant="subtle" className={css.first ?? ""} onClick={onRemove} data-testid="stage-remove">{t("stages.remove")}</Button>}
        <Button onClick={onClose}>{t("common:do.cancel")}</Button>
        <Button type="submit" variant="filled" loading={save.isPending} data-testid="stage-save">{t("common:do.save")}</Button>
      </div>
    </form>
  );
}

function Remove({ pipeline, stage, onBack, onClose }: { pipeline: PipelineSetup; stage: StageSetup; onBack: () => void; onClose: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  const toast = useToast();
  const remove = useRemoveStage();
  const others = pipeline.stages.filter(({ id, retired }) => id !== stage.id && retired !== true);
  const [to, setTo] = useState<string | null>(null);
  const run = () =>
    remove.mutate({ id: stage.id, to }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("stages.removed", { name: stage.name }), [action]);
      },
    });
  const ready = stage.deals === 0 || to !== null;
  return (
    <div className={css.form}>
      <p>{stage.deals === 0 ? t("stages.removeEmpty") : t("stages.removeFull", { count: stage.deals })}</p>
      {stage.deals === 0 ? null : (
        <Select label={t("stages.moveTo")} data-autofocus data={others.map(({ id, name }) => ({ value: id, label: name }))} value={to} onChange={setTo} data-testid="stage-to" />
      )}
      {remove.error === null ? null : <ErrorNote error={remove.error} />}
      <div className={css.buttons}>
        <Button onClick={onBack}>{t("stages.keep")}</Button>
        <Button variant="filled" disabled={!ready} loading={remove.isPending} onClick={run} data-testid="stage-remove-run">{t("stages.removeRun")}</Button>
      </div>
    </div>
  );
}
