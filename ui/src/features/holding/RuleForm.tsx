// A turnover rule and, beside it, what it would take tonight. It can be saved only as it was simulated; one that
// would take everything asks once more.
import { Button, Checkbox, Modal, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RuleInput, RuleView } from "../../ipc/bindings.gen";
import { formKeys } from "../../shared/keys/formKeys";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import css from "./holding.module.css";
import { holdingQueries, useSaveRule } from "./queries";
import { Simulated } from "./Simulated";

const GRADES = ["A", "B", "C", "D"] as const;
const usual = (name: string): RuleInput => ({ id: null, name, held_days: 14, silent_days: 7, pipeline: null, stages: [], grades: [], sources: [], warn_days: 3, pool: null });
const asInput = ({ id, name, held_days, silent_days, pipeline, stages, grades, sources, warn_days, pool }: RuleView): RuleInput => ({ id, name, held_days, silent_days, pipeline, stages, grades, sources, warn_days, pool });
/** A number field that may stay empty. */
const whole = (value: string | number): number | null => (value === "" ? null : Number(value));

export function RuleForm({ rule, onClose }: { rule: RuleView | null; onClose: () => void }) {
  const { t } = useTranslation(["holding", "common"]);
  const toast = useToast();
  const save = useSaveRule();
  const [seen, setSeen] = useState<RuleInput | null>(null);
  const [everything, setEverything] = useState(false);
  const form = useForm<RuleInput>({
    initialValues: rule === null ? usual(t("rules.usual")) : asInput(rule),
    validate: { name: (name) => (name.trim() === "" ? t("common:field.missing") : null) },
  });
  const fresh = seen !== null && JSON.stringify(seen) === JSON.stringify(form.values);
  const { data: simulation, error, isFetching } = useQuery({ ...holdingQueries.simulate(seen ?? form.values), enabled: seen !== null });
  const simulate = form.onSubmit((input) => {
    setEverything(false);
    setSeen({ ...input });
  });
  const ready = fresh && simulation !== undefined && error === null && (!simulation.everything || everything);
  const send = () => {
    if (!ready) return;
    save.mutate({ rule: form.values, seen: simulation.print, everything }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("rules.saved", { name: form.values.name.trim() }), [action]);
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={t(rule === null ? "rules.new" : "rules.change")} size={720} yOffset={48} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={simulate} onKeyDown={formKeys(() => (ready ? send() : simulate()))} noValidate data-testid="rule-form">
        <TextInput label={t("rules.name")} data-autofocus maxLength={200} {...form.getInputProps("name")} data-testid="rule-name" />
        <div className={css.triple}>
          <NumberInput label={t("rules.heldDays")} min={1} max={3660} allowDecimal={false} value={form.values.held_days ?? ""} onChange={(value) => form.setFieldValue("held_days", whole(value))} data-testid="rule-held" />
          <NumberInput label={t("rules.silentDays")} min={1} max={3660} allowDecimal={false} value={form.values.silent_days ?? ""} onChange={(value) => form.setFieldValue("silent_days", whole(value))} data-testid="rule-silent" />
          <NumberInput label={t("rules.warnDays")} min={0} max={60} allowDecimal={false} value={form.values.warn_days} onChange={(value) => form.setFieldValue("warn_days", whole(value) ?? 0)} data-testid="rule-warn" />
        </div>
        <Scope form={form} />
        {error === null ? null : <ErrorNote error={error} />}
        {fresh && simulation !== undefined ? <Simulated simulation={simulation} /> : <p className={css.quiet}>{t(seen === null ? "rules.simulateFirst" : "rules.simulateAgain")}</p>}
        {fresh && simulation?.everything === true ? <Checkbox label={t("rules.everything", { count: simulation.total })} checked={everything} onChange={() => setEverything(!everything)} data-testid="rule-everything" /> : null}
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant={fresh ? "default" : "filled"} loading={isFetching} data-testid="rule-simulate">{t("rules.simulate")}</Button>
          <Button variant={ready ? "filled" : "default"} disabled={!ready} loading={save.isPending} onClick={send} data-testid="rule-save">{t("rules.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}

type Form = Pick<ReturnType<typeof useForm<RuleInput>>, "values" | "getInputProps">;

/** Which deals it means, and into which pool they go. */
function Scope({ form }: { form: Form }) {
  const { t } = useTranslation("holding");
  const { data: pipelines = [] } = useQuery(holdingQueries.pipelines());
  const { data: sources = [] } = useQuery(holdingQueries.sources());
  const { data: pools = [] } = useQuery(holdingQueries.pools());
  const { pipeline } = form.values;
  const stages = pipelines
    .filter(({ id }) => pipeline === null || id === pipeline)
    .map(({ name, stages: all }) => ({ group: name, items: all.filter(({ kind }) => kind !== "won" && kind !== "lost").map((stage) => ({ value: stage.id, label: stage.name })) }));
  return (
    <div className={css.pair}>
      <Select label={t("rules.pipeline")} placeholder={t("rules.all")} clearable data={pipelines.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps("pipeline")} />
      <MultiSelect label={t("rules.stages")} placeholder={form.values.stages.length === 0 ? t("rules.all") : ""} data={stages} {...form.getInputProps("stages")} />
      <MultiSelect label={t("rules.grades")} placeholder={form.values.grades.length === 0 ? t("rules.all") : ""} data={[...GRADES]} {...form.getInputProps("grades")} />
      <MultiSelect label={t("rules.sources")} placeholder={form.values.sources.length === 0 ? t("rules.all") : ""} data={sources.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps("sources")} />
      <Select label={t("rules.pool")} placeholder={t("pool.common")} clearable data={pools.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps("pool")} />
    </div>
  );
}
