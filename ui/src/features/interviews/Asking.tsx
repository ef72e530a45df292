// One question: its words, what to ask further, the answer, what came of it, and the next one.
import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconMessageOff, IconCircleDashed, IconCheck, IconPlus } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerState, Sheet } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { isComposing } from "../../shared/keys/composition";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { useToast } from "../../shared/ui/toast";
import css from "./interviews.module.css";
import { useAsk } from "./queries";
import { Choice } from "./Choice";
import { entryOf, stateOf } from "./typed";
import type { useSheet } from "./useSheet";

export function Asking({ sheet, hand }: { sheet: Sheet; hand: ReturnType<typeof useSheet> }) {
  const { t } = useTranslation("interviews");
  const box = useRef<HTMLTextAreaElement>(null);
  const [adding, setAdding] = useState(false);
  const { question, at } = hand;
  const shown = question?.id;
  useEffect(() => {
    const area = box.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [shown]);

  const choose = (state: AnswerState) => {
    hand.change({ state });
    box.current?.focus();
  };
  const last = at >= sheet.questions.length - 1;
  const entry = question === undefined ? null : entryOf(hand.typed, question);
  const mark = () => entry !== null && hand.change({ verbatim: !entry.verbatim });
  const next: Action = { id: "interview.next", run: () => hand.goTo(at + 1) };
  const previous: Action = { id: "interview.previous", run: () => hand.goTo(at - 1) };
  useActions([
    { id: "interview.answered", icon: IconCheck, run: () => choose("answered") },
    { id: "interview.noAnswer", icon: IconMessageOff, run: () => choose("no_answer") },
    { id: "interview.notAsked", icon: IconCircleDashed, run: () => choose("not_asked") },
    { id: "interview.verbatim", run: mark },
    { id: "interview.ask", icon: IconPlus, run: () => setAdding(true) },
    next,
    previous,
  ]);
  if (question === undefined || entry === null) return null;
  const state = entry.state ?? stateOf(entry);
  return (
    <div className={css.asking}>
      <p className={css.number}>{t(question.own ? "ownNumber" : "number", { at: at + 1 })}</p>
      <h2 className={css.asked} lang={question.lang} id="interview-asked" data-testid="interview-asked">{question.text}</h2>
      {question.probe === null ? null : <p className={css.probe} lang={question.lang}>{t("probe", { probe: question.probe })}</p>}
      <Textarea
        ref={box}
        className={css.box}
        classNames={{ input: css.answer, wrapper: css.wrapper, root: css.box }}
        data-testid="interview-answer"
        aria-labelledby="interview-asked"
        placeholder={t("hint")}
        value={entry.text}
        onChange={(event) => hand.change({ text: event.currentTarget.value, ...(state === "not_asked" ? { state: null } : {}) })}
        spellCheck={false}
      />
      <div className={css.choices} role="group" aria-label={t("answers")}>
        <Choice chosen={state === "answered"} icon={<IconCheck size={16} aria-hidden />} onClick={() => choose("answered")} keys={<ShortcutKeys id="interview.answered" />} testId="interview-answered">{t("choice.answered")}</Choice>
        <Choice chosen={state === "no_answer"} icon={<IconMessageOff size={16} aria-hidden />} onClick={() => choose("no_answer")} keys={<ShortcutKeys id="interview.noAnswer" />} testId="interview-no-answer">{t("choice.no_answer")}</Choice>
        <Choice chosen={state === "not_asked"} icon={<IconCircleDashed size={16} aria-hidden />} onClick={() => choose("not_asked")} keys={<ShortcutKeys id="interview.notAsked" />} testId="interview-not-asked">{t("choice.not_asked")}</Choice>
      </div>
      <div className={css.more}>
        <Checkbox checked={entry.verbatim} onChange={mark} label={<span className={css.together}>{t("verbatim")}<ShortcutKeys id="interview.verbatim" /></span>} data-testid="interview-verbatim" />
        {adding ? null : (
          <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} rightSection={<ShortcutKeys id="interview.ask" />} onClick={() => setAdding(true)} data-testid="interview-ask">
            {t("action.ask")}
          </Button>
        )}
      </div>
      {adding ? (
        <OwnQuestion
          id={sheet.id}
          onAsked={(asked) => {
            setAdding(false);
            if (asked === null) box.current?.focus();
            else void hand.keepAll().then(() => hand.stand(asked));
          }}
        />
      ) : null}
      <footer className={css.steps}>
        <Button variant="subtle" disabled={at === 0} leftSection={<IconArrowLeft size={16} aria-hidden />} rightSection={<ShortcutKeys id="interview.previous" />} onClick={previous.run} data-testid="interview-previous">{t("action.previous")}</Button>
        <span className={css.spring} />
        <Button disabled={last} rightSection={<span className={css.together}><IconArrowRight size={16} aria-hidden /><ShortcutKeys id="interview.next" /></span>} onClick={next.run} data-testid="interview-next">{t("action.next")}</Button>
      </footer>
    </div>
  );
}

/** A question of one's own, for this interview alone. */
function OwnQuestion({ id, onAsked }: { id: string; onAsked: (question: string | null) => void }) {
  const { t } = useTranslation("interviews");
  const toast = useToast();
  const ask = useAsk(id);
  const [text, setText] = useState("");
  const add = () => {
    if (text.trim() === "" || ask.isPending) return;
    ask.mutate(text, { onSuccess: (made) => onAsked(made.id), onError: toast.fail });
  };
  return (
    <div className={css.ownForm}>
      <TextInput
        autoFocus
        className={css.ownField}
        aria-label={t("own.label")}
        placeholder={t("own.hint")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") add();
          else onAsked(null);
        }}
        data-testid="interview-own"
      />
      <Button onClick={add} loading={ask.isPending}>{t("own.add")}</Button>
    </div>
  );
}
