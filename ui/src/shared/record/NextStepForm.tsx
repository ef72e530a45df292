// Planning the next step: what, on which day, over which channel. Common days are one press away.
import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { ContactChannel as Channel } from "../../ipc/bindings.gen";
import { addDays, nextMonday } from "../format/dates";
import { useFormat, usePlace } from "../format/useFormat";
import { formKeys } from "../keys/formKeys";
import { channels } from "../ui/ChannelIcon";
import { DayInput } from "../ui/DayInput";
import { useErrorWords } from "../ui/ErrorNote";
import css from "./record.module.css";

export type PlannedStep = { title: string; due_on: string; due_time: string | null; channel: Channel | null };

type Props = { name: string; saving: boolean; error: unknown; onSave: (step: PlannedStep) => void; onClose: () => void };

export function NextStepForm({ name, saving, error, onSave, onClose }: Props) {
  const { t } = useTranslation(["record", "common"]);
  const { today } = usePlace();
  const format = useFormat();
  const words = useErrorWords();
  const form = useForm({
    initialValues: { title: "", due_on: addDays(today, 1), due_time: "", channel: "call" },
    validate: {
      title: (value) => (value.trim() === "" ? t("next.missing") : null),
      due_time: (value) => (value === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : t("next.badTime")),
    },
  });
  const soon = [
    { on: addDays(today, 1), label: t("common:day.tomorrow") },
    { on: addDays(today, 3), label: format.inWords(addDays(today, 3)) },
    { on: nextMonday(today), label: t("common:day.nextMonday") },
    { on: addDays(today, 14), label: format.day(addDays(today, 14)) },
  ];
  const submit = form.onSubmit(({ title, due_on, due_time, channel }) =>
    onSave({ title: title.trim(), due_on, due_time: due_time === "" ? null : due_time, channel: channels.find((each) => each === channel) ?? null }),
  );
  return (
    <Modal opened onClose={onClose} title={t("next.title", { name })} size={440} padding={24} withCloseButton={false}>
      <form
        className={css.form}
        onSubmit={submit}
        data-testid="next-form"
        onKeyDown={formKeys()}
      >
        <TextInput label={t("next.what")} placeholder={t("next.hint")} data-autofocus {...form.getInputProps("title")} />
        <div className={css.quick} role="group" aria-label={t("next.when")}>
          {soon.map(({ on, label }) => (
            <Button key={on} type="button" aria-pressed={form.values.due_on === on} onClick={() => form.setFieldValue("due_on", on)}>{label}</Button>
          ))}
        </div>
        <div className={css.pair}>
          <DayInput label={t("next.when")} value={form.values.due_on} onChange={(value) => value && form.setFieldValue("due_on", value)} />
          <TextInput label={t("next.time")} placeholder="14:00" inputMode="numeric" {...form.getInputProps("due_time")} />
        </div>
        <Select
          label={t("next.channel")}
          clearable
          data={channels.map((channel) => ({ value: channel, label: t(`common:channel.${channel}`) }))}
          {...form.getInputProps("channel")}
          onChange={(value) => form.setFieldValue("channel", value ?? "")}
        />
        {error ? <p className={css.wrong} role="alert">{words(error)}</p> : null}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={saving}>{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
