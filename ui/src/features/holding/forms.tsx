// The small forms of holding: more time asked for, and answered; a word on why.
import { Button, Modal, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { ExtensionView } from "../../ipc/bindings.gen";
import { addDays } from "../../shared/format/dates";
import { usePlace } from "../../shared/format/useFormat";
import { formKeys } from "../../shared/keys/formKeys";
import { DayInput } from "../../shared/ui/DayInput";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import css from "./holding.module.css";
import { useAnswer, useAsk } from "./queries";

const WEEK = 7;

/** The holder asks for more time, until a day, with a reason. */
export function AskTime({ deal, onClose }: { deal: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation(["holding", "common"]);
  const { today } = usePlace();
  const toast = useToast();
  const ask = useAsk();
  const form = useForm<{ until: string | null; reason: string }>({
    initialValues: { until: addDays(today, WEEK), reason: "" },
    validate: {
      until: (until) => (until === null ? t("common:field.missing") : null),
      reason: (reason) => (reason.trim() === "" ? t("common:field.missing") : null),
    },
  });
  const submit = form.onSubmit(({ until, reason }) => {
    if (until === null) return;
    ask.mutate({ deal: deal.id, until, reason: reason.trim() }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("asked", { name: deal.name }), [action]);
      },
    });
  });
  return (
    <Modal opened onClose={onClose} title={t("ask.title")} size={440} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={submit} onKeyDown={formKeys(submit)} noValidate data-testid="ask-form">
        <Textarea label={t("ask.reason")} description={t("ask.note")} data-autofocus autosize minRows={2} maxLength={2000} {...form.getInputProps("reason")} data-testid="ask-reason" />
        <DayInput label={t("ask.until")} value={form.values.until} onChange={(until) => form.setFieldValue("until", until)} error={form.errors["until"]} data-testid="ask-until" />
        {ask.error === null ? null : <ErrorNote error={ask.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={ask.isPending} data-testid="ask-send">{t("ask.send")}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** Grants a wish until a day, or refuses it, with a word. */
export function AnswerTime({ wish, onClose }: { wish: ExtensionView; onClose: () => void }) {
  const { t } = useTranslation(["holding", "common"]);
  const toast = useToast();
  const answer = useAnswer();
  const form = useForm<{ until: string | null; note: string }>({ initialValues: { until: wish.until_on, note: "" } });
  const send = (until: string | null) =>
    answer.mutate({ id: wish.id, until, note: form.values.note.trim() }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t(until === null ? "wish.saidNo" : "wish.saidYes", { name: wish.name }), [action]);
      },
    });
  const grant = form.onSubmit(({ until }) => {
    if (until !== null) send(until);
  });
  return (
    <Modal opened onClose={onClose} title={wish.name} size={440} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={grant} onKeyDown={formKeys()} noValidate data-testid="answer-form">
        <p>{t("wish.asks", { who: wish.member ?? "", reason: wish.reason })}</p>
        <DayInput label={t("wish.until")} value={form.values.until} onChange={(until) => form.setFieldValue("until", until)} data-testid="answer-until" />
        <Textarea label={t("wish.note")} autosize minRows={1} maxLength={2000} data-autofocus {...form.getInputProps("note")} data-testid="answer-note" />
        {answer.error === null ? null : <ErrorNote error={answer.error} />}
        <div className={css.buttons}>
          <Button variant="subtle" className={css.first ?? ""} loading={answer.isPending} onClick={() => send(null)} data-testid="answer-refuse">{t("wish.refuse")}</Button>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={answer.isPending} disabled={form.values.until === null} data-testid="answer-grant">{t("wish.grant")}</Button>
        </div>
      </form>
    </Modal>
  );
}

type WhyProps = { title: string; note: string; required?: boolean; saving: boolean; error: unknown; onSay: (why: string) => void; onClose: () => void };

/** A reason before something is done. */
export function SayWhy({ title, note, required = false, saving, error, onSay, onClose }: WhyProps) {
  const { t } = useTranslation(["holding", "common"]);
  const form = useForm<{ why: string }>({
    initialValues: { why: "" },
    validate: { why: (why) => (required && why.trim() === "" ? t("common:field.missing") : null) },
  });
  const submit = form.onSubmit(({ why }) => onSay(why.trim()));
  return (
    <Modal opened onClose={onClose} title={title} size={440} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form className={css.form} onSubmit={submit} onKeyDown={formKeys(submit)} noValidate data-testid="why-form">
        <Textarea label={t("reason")} description={note} data-autofocus autosize minRows={2} maxLength={2000} {...form.getInputProps("why")} data-testid="why" />
        {error === null ? null : <ErrorNote error={error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" loading={saving} data-testid="why-do">{t("common:do.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}
