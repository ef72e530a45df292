// A blank sheet on paper: who, when, and lines to write each answer on. Seen only by the printer.
import { Portal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { GuideRecord, Lang } from "../../ipc/bindings.gen";
import { useGuideName } from "../../shared/format/guideName";
import css from "./print.module.css";

const LINES = [1, 2, 3, 4, 5];

export function PrintSheet({ record, lang }: { record: GuideRecord; lang: Lang }) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(lang, "guides");
  const guideName = useGuideName(lang);
  const sentence = record.consent?.find((one) => one.lang === lang);
  const blank = (label: string) => <span key={label} className={css.blank}>{label}</span>;
  return (
    <Portal>
      <article className={css.sheet} lang={lang} aria-hidden data-print>
        <h1>{guideName(record.guide)}</h1>
        <p className={css.version}>{t("version", { version: record.guide.version })}</p>
        <div className={css.about}>{[t("print.who"), t("print.when"), t("print.by")].map(blank)}</div>
        {sentence === undefined ? null : (
          <>
            <blockquote>{sentence.text}</blockquote>
            <div className={css.about}>
              <span>{`${t("print.consent")}  ☐ ${t("print.yes")}  ☐ ${t("print.no")}`}</span>
              {blank(t("print.until"))}
            </div>
          </>
        )}
        <ol>
          {record.questions.map(({ id, wordings }) => {
            const said = wordings.find((one) => one.lang === lang) ?? wordings[0];
            return said === undefined ? null : (
              <li key={id}>
                <p className={css.text}>{said.text}</p>
                {said.probe === null ? null : <p className={css.probe}>{said.probe}</p>}
                <p className={css.states}>{`☐ ${t("print.noAnswer")}  ☐ ${t("print.notAsked")}`}</p>
                {LINES.map((line) => <div key={line} className={css.line} />)}
              </li>
            );
          })}
        </ol>
      </article>
    </Portal>
  );
}
