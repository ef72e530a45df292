// Who is asked and under which terms: consent, how long it is kept, who holds it, the language.
import { Button, SegmentedControl } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Lang, Sheet } from "../../ipc/bindings.gen";
import { languageNames, languages } from "../../shared/format/languages";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { DayInput } from "../../shared/ui/DayInput";
import { Initials } from "../../shared/ui/Initials";
import { useToast } from "../../shared/ui/toast";
import css from "./interviews.module.css";
import { useConsent, useSpeak } from "./queries";

export function Side({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation(["interviews", "common", "erasure"]);
  const f = useFormat();
  const called = usePersonName();
  const toast = useToast();
  const speak = useSpeak(sheet.id);
  const consent = useConsent(sheet.id);
  const candidate = sheet.consent_sentence !== null;
  const on = sheet.consent_on === null ? "" : f.day(sheet.consent_on);
  const until = (day: string) => consent.mutate({ given: true, retain_until: day }, { onError: toast.fail });
  return (
    <aside className={css.side} aria-label={t("side.when")}>
      <div className={css.person}>
        <Initials name={candidate ? t("candidate") : sheet.person.name} size={24} />
        <div className={css.names}>
          <strong data-testid="interview-person">{called(sheet.person.name)}</strong>
          <span className={css.about}>{[sheet.person.organization, sheet.person.title].filter(Boolean).join(" · ")}</span>
        </div>
      </div>
      {candidate ? <p className={css.pseudonym}><IconEyeOff size={16} aria-hidden />{t("pseudonym")}</p> : null}
      <dl className={css.facts}>
        {candidate ? (
          <>
            <dt>{t("side.consent")}</dt>
            <dd data-testid="interview-consent-state">
              {sheet.consent === null ? t("side.asked") : t(sheet.consent ? "side.given" : "side.refused", { day: on })}
              {sheet.consent === false ? <Button className={css.turn} variant="subtle" size="compact-xs" onClick={() => until(sheet.retain_until)}>{t("side.agreeNow")}</Button> : null}
              {sheet.consent === true ? <Button className={css.turn} variant="subtle" size="compact-xs" onClick={() => consent.mutate({ given: false, retain_until: null }, { onError: toast.fail })}>{t("side.withdraw")}</Button> : null}
            </dd>
            {sheet.consent === true ? (
              <>
                <dt>{t("side.retain")}</dt>
                <dd>{sheet.erased === true ? t("erasure:gone") : <DayInput aria-label={t("side.retain")} variant="unstyled" classNames={{ input: css.day }} value={sheet.retain_until} onChange={(value) => value !== null && until(value)} />}</dd>
              </>
            ) : null}
          </>
        ) : null}
        <dt>{t("side.when")}</dt>
        <dd>{[f.dayAt(sheet.at), sheet.day_only ? null : f.time(sheet.at), sheet.typed_later ? t("side.typedLater") : null].filter(Boolean).join(" ")}</dd>
        <dt>{t("side.channel")}</dt>
        <dd>{t(`common:channel.${sheet.channel}`)}</dd>
        {sheet.member === null ? null : <><dt>{t("side.member")}</dt><dd>{sheet.member}</dd></>}
      </dl>
      <div className={css.sideSection}>
        <p className={css.quiet} id="interview-lang">{t("side.lang")}</p>
        <SegmentedControl
          fullWidth
          className={css.langs ?? ""}
          size="xs"
          aria-labelledby="interview-lang"
          value={sheet.lang}
          onChange={(value) => {
            const lang: Lang | undefined = languages.find((one) => one === value);
            if (lang !== undefined) speak.mutate(lang, { onError: toast.fail });
          }}
          data={languages.map((lang) => ({ value: lang, label: languageNames[lang] }))}
          data-testid="interview-lang"
        />
      </div>
      {candidate ? <p className={css.hiring} data-testid="interview-hiring">{t("hiring")}</p> : null}
    </aside>
  );
}
