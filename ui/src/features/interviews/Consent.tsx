// Before a candidate is asked anything: the sentence to read aloud, yes or no, until when it is kept.
// After a "no" nothing is written down, and the sheet says what stays.
import { Button } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Sheet } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { DayInput } from "../../shared/ui/DayInput";
import { useActions } from "../../shared/keys/actions";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { useToast } from "../../shared/ui/toast";
import css from "./interviews.module.css";
import { useConsent } from "./queries";

export function ConsentStep({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("interviews");
  const toast = useToast();
  const { today } = usePlace();
  const consent = useConsent(sheet.id);
  const [until, setUntil] = useState(sheet.retain_until);
  const say = (given: boolean) => !consent.isPending && consent.mutate({ given, retain_until: given ? until : null }, { onError: toast.fail });
  useActions([
    { id: "interview.agree", icon: IconCheck, run: () => say(true) },
    { id: "interview.decline", icon: IconX, run: () => say(false) },
  ]);
  return (
    <section className={css.consent} aria-labelledby="consent-title" data-testid="interview-consent">
      <p className={css.number} id="consent-title">{t("consent.title")}</p>
      <blockquote className={css.sentence} lang={sheet.lang} data-testid="interview-sentence">{sheet.consent_sentence}</blockquote>
      <DayInput className={css.until} label={t("consent.retain")} minDate={today} value={until} onChange={(value) => value !== null && setUntil(value)} />
      <div className={css.choices}>
        <Button autoFocus leftSection={<IconCheck size={16} aria-hidden />} rightSection={<ShortcutKeys id="interview.agree" />} onClick={() => say(true)} data-testid="interview-agree">{t("consent.yes")}</Button>
        <Button leftSection={<IconX size={16} aria-hidden />} rightSection={<ShortcutKeys id="interview.decline" />} onClick={() => say(false)} data-testid="interview-decline">{t("consent.no")}</Button>
      </div>
    </section>
  );
}

export function Stopped({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("interviews");
  const f = useFormat();
  return (
    <section className={css.consent} data-testid="interview-stopped">
      <h2 className={css.asked}>{t("consent.stopped")}</h2>
      <p className={css.keeps}>{t("consent.keeps", { day: f.dayAt(sheet.at) })}</p>
    </section>
  );
}
