// The questions of a sheet, each with what came of it in an icon and a word.
import { UnstyledButton } from "@mantine/core";
import { type Icon, IconCircleCheck, IconCircleDashed, IconCircleDot, IconMessageOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AnswerState, Sheet } from "../../ipc/bindings.gen";
import css from "./interviews.module.css";
import { entryOf, stateOf, type Typed } from "./typed";

export const stateIcons = { answered: IconCircleCheck, no_answer: IconMessageOff, not_asked: IconCircleDashed } as const satisfies Record<AnswerState, Icon>;

type Props = { sheet: Sheet; typed: Typed; at: number; locked: boolean; onChoose: (index: number) => void };

export function QuestionList({ sheet, typed, at, locked, onChoose }: Props) {
  const { t } = useTranslation("interviews");
  return (
    <nav className={css.questions} aria-label={t("questions")}>
      <h2 className={css.questionsHead}>
        {t("questions")}
        <span className={css.quiet}>{t("place", { at: Math.max(0, at) + 1, count: sheet.questions.length })}</span>
      </h2>
      <ol className={css.list}>
        {sheet.questions.map((question, index) => {
          const state = stateOf(entryOf(typed, question));
          const Picture = index === at ? IconCircleDot : stateIcons[state];
          return (
            <li key={question.id}>
              <UnstyledButton className={css.question} disabled={locked} aria-current={index === at ? "step" : undefined} onClick={() => onChoose(index)} data-testid="interview-question" data-state={state}>
                <Picture size={16} aria-hidden className={css.questionIcon} data-on={index === at || state === "answered" || undefined} />
                <span className={css.questionTitle} lang={question.lang}>{question.title}</span>
                <span className={css.questionState}>{index === at && state === "not_asked" ? "" : t(`answer.${state}`)}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
      <p className={css.explain}>{t("explain")}</p>
    </nav>
  );
}
