// What was answered, inside a line of the timeline: every question with its answer, "no answer" and
// "not asked" said in words.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InterviewLine } from "../../ipc/bindings.gen";
import { useGuideName } from "../../shared/format/guideName";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import css from "./interviews.module.css";
import { interviewQueries } from "./queries";
import { useLeaveOut } from "./Unfinished";
import { stateIcons } from "./QuestionList";

/** The interview of a touchpoint among those of its person; nothing when it was none. */
export function AnswersOf({ person, touchpoint }: { person: string; touchpoint: string }) {
  const { data = [] } = useQuery(interviewQueries.of(person));
  const held = data.find((one) => one.touchpoint === touchpoint);
  return held === undefined ? null : <Held interview={held} />;
}

function Held({ interview }: { interview: InterviewLine }) {
  const { t } = useTranslation("interviews");
  const guideName = useGuideName();
  const navigate = useNavigate();
  const leaveOut = useLeaveOut();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.held} data-testid="interview-held">
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        leftSection={open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        data-testid="interview-show"
      >
        {[guideName(interview), t("resume.count", { answered: interview.answered, count: interview.questions })].join(" · ")}
      </Button>
      {interview.state === "done" ? null : (
        <>
          <Button variant="subtle" size="compact-sm" onClick={() => void navigate({ to: "/interviews/$id", params: { id: interview.id } })}>{t("resume.go")}</Button>
          <Button variant="subtle" size="compact-sm" onClick={() => leaveOut(interview.id)} data-testid="interview-leave-out">{t("resume.discard")}</Button>
        </>
      )}
      {open ? <Answers id={interview.id} /> : null}
    </div>
  );
}

function Answers({ id }: { id: string }) {
  const { t } = useTranslation(["interviews", "erasure"]);
  const { data: sheet, error } = useQuery(interviewQueries.sheet(id));
  if (sheet === undefined) return error === null ? <Loading rows={3} /> : <ErrorNote error={error} />;
  return (
    <>
      <dl className={css.answers}>
        {sheet.questions.map((question) => {
          const Picture = stateIcons[question.state];
          return (
            <div key={question.id} className={css.answerLine} data-testid="interview-answer-line" data-state={question.state}>
              <dt lang={question.lang}>{question.text}</dt>
              <dd>
                {question.state === "answered" ? null : <span className={css.answerState}><Picture size={16} aria-hidden />{t(`choice.${question.state}`)}</span>}
                {question.answer === null ? (question.state === "answered" ? <span className={css.answerState}>{t("erasure:gone")}</span> : null) : question.verbatim ? <q className={css.words}>{question.answer}</q> : <span className={css.words}>{question.answer}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      <Link to="/interviews/$id" params={{ id }} className={css.link}>{t("open")}</Link>
    </>
  );
}
