// The end of an interview: minutes, a sentence, and the promise to thank and to tell the result.
import { Button, Checkbox, Modal, NumberInput, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sheet } from "../../ipc/bindings.gen";
import { addWorkdays } from "../../shared/format/dates";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { formKeys } from "../../shared/keys/formKeys";
import { DayInput } from "../../shared/ui/DayInput";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Keys } from "../../shared/ui/Keys";
import { useToast } from "../../shared/ui/toast";
import css from "./interviews.module.css";
import { useFinish } from "./queries";

const THANK_IN_WORKDAYS = 3;

type Props = { sheet: Sheet; minutes: number; onClose: () => void; onDone: () => Promise<void> };

export function FinishForm({ sheet, minutes: counted, onClose, onDone }: Props) {
  const { t } = useTranslation(["interviews", "common"]);
  const f = useFormat();
  const toast = useToast();
  const { today } = usePlace();
  const finish = useFinish(sheet.id);
  const [minutes, setMinutes] = useState<number | null>(sheet.typed_later ? sheet.minutes : Math.max(1, counted));
  const [summary, setSummary] = useState(sheet.summary ?? "");
  const [thank, setThank] = useState(!sheet.thanked && sheet.consent !== false);
  const [due, setDue] = useState(() => addWorkdays(today, THANK_IN_WORKDAYS));
  const left = sheet.consent === false ? 0 : sheet.questions.filter(({ state }) => state === "not_asked").length;

  const save = () => {
    if (finish.isPending) return;
    const thanks = thank ? { title: t("finish.thankTitle"), due_on: due } : null;
    finish.mutate(
      { minutes, summary: summary.trim() === "" ? null : summary, thanks },
      {
        onSuccess: ({ action }) => {
          toast.say(thanks === null ? t("saved") : t("savedThank", { day: f.onDay(due) }), [action]);
          void onDone();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t("finish.title")} size={460} padding={24} withCloseButton={false} data-testid="interview-finish">
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
        onKeyDown={formKeys(save)}
      >
        {left > 0 ? <p className={css.left} data-testid="interview-left">{t("finish.left", { count: left })}</p> : null}
        <Textarea label={t("finish.summary")} rows={3} data-autofocus value={summary} onChange={(event) => setSummary(event.currentTarget.value)} data-testid="interview-summary" />
        <NumberInput
          className={css.short}
          label={t("finish.minutes")}
          min={0}
          max={1440}
          allowDecimal={false}
          value={minutes ?? ""}
          onChange={(value) => setMinutes(typeof value === "number" ? value : value === "" ? null : Number(value))}
          data-testid="interview-finish-minutes"
        />
        <Checkbox label={t("finish.thank")} checked={thank} onChange={(event) => setThank(event.currentTarget.checked)} data-testid="interview-thank" />
        {thank ? <DayInput className={css.short} aria-label={t("finish.thank")} minDate={today} value={due} onChange={(value) => value !== null && setDue(value)} /> : null}
        {finish.error === null ? null : <ErrorNote error={finish.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("finish.back")}</Button>
          <Button type="submit" variant="filled" loading={finish.isPending} rightSection={<Keys keys="mod+enter" />} data-testid="interview-finish-go">{t("finish.go")}</Button>
        </div>
      </form>
    </Modal>
  );
}
