// Writing a guide: its name, and each question in up to three languages, in their order. What is typed is
// kept as a draft until it is saved or given up.
import { ActionIcon, Button, Select, Textarea, TextInput, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "@tanstack/react-query";
import type { Lang } from "../../ipc/bindings.gen";
import { useKeptDraft } from "../../shared/drafts/queries";
import { type Action, useActions } from "../../shared/keys/actions";
import { formKeys } from "../../shared/keys/formKeys";
import { guideList } from "../../shared/lookup/queries";
import { ActionButton } from "../../shared/ui/ActionButton";
import { channels } from "../../shared/ui/ChannelIcon";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { asksSomething, type Edited, type EditedQuestion, input, moved, newQuestion, restore, store, without, type Words, withWords } from "./edited";
import css from "./guides.module.css";
import { LangTabs, useGuideLang } from "./LangTabs";
import { useSaveGuide } from "./queries";

type Props = { start: Edited; onClose: (saved: string | null) => void };

export function GuideForm({ start, onClose }: Props) {
  const { t } = useTranslation(["guides", "common"]);
  const toast = useToast();
  const save = useSaveGuide();
  const [first] = useState(start);
  const { draft: guide, setDraft: setGuide, discard } = useKeptDraft({ place: `guide:${first.id ?? "new"}`, first, store, restore });
  const [lang, setLang] = useGuideLang();
  const [tried, setTried] = useState(false);
  const { data: guides = [] } = useQuery(guideList());
  const line = guides.find(({ id }) => id === guide.id);

  const submit = () => {
    setTried(true);
    if (guide.name.trim() === "" || !asksSomething(guide) || save.isPending) return;
    save.mutate(input(guide), {
      onSuccess: ({ id, action }) => {
        toast.say(t("saved"), [action]);
        discard();
        onClose(id);
      },
    });
  };
  const giveUp = () => {
    discard();
    onClose(null);
  };
  const saving: Action = { id: "guides.save", run: submit };
  // Escape beside a field leaves what was written alone.
  useActions([saving, { id: "go.back", run: () => undefined, silent: true }]);
  return (
    <form
      className={css.form}
      data-testid="guide-form"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={formKeys(submit)}
    >
      <header className={css.head}>
        <h2 id="settings-title">{guide.name === "" ? t("action.new") : guide.name}</h2>
        <div className={css.actions}>
          <Button onClick={giveUp} data-testid="guide-cancel">{t("common:do.cancel")}</Button>
          <ActionButton action={saving} variant="filled" />
        </div>
      </header>
      {line !== undefined && line.interviews > 0 ? <p className={css.quiet}>{t("form.nextVersion", { version: line.version + 1, before: line.version })}</p> : null}
      {save.error === null ? null : <ErrorNote error={save.error} />}
      <div className={css.pair}>
        <TextInput autoFocus label={t("form.name")} value={guide.name} error={tried && guide.name.trim() === "" ? t("form.missingName") : null} onChange={(event) => setGuide({ ...guide, name: event.currentTarget.value })} data-testid="guide-name" />
        <Select
          label={t("form.channel")}
          data={channels.map((channel) => ({ value: channel, label: t(`common:channel.${channel}`) }))}
          value={guide.channel}
          allowDeselect={false}
          onChange={(value) => setGuide({ ...guide, channel: channels.find((one) => one === value) ?? guide.channel })}
        />
      </div>
      <LangTabs lang={lang} onChoose={setLang} />
      {tried && !asksSomething(guide) ? <p className={css.wrong} role="alert">{t("form.missingQuestion")}</p> : null}
      <ol className={css.cards}>
        {guide.questions.map((question, at) => (
          <Question
            key={question.key}
            question={question}
            at={at}
            last={at === guide.questions.length - 1}
            lang={lang}
            onWords={(change) => setGuide((now) => withWords(now, question.key, lang, change))}
            onMove={(by) => setGuide((now) => moved(now, at, by))}
            onRemove={() => setGuide((now) => without(now, question.key))}
          />
        ))}
      </ol>
      <Button variant="subtle" className={css.add} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setGuide((now) => ({ ...now, questions: [...now.questions, newQuestion()] }))} data-testid="guide-add">
        {t("form.add")}
      </Button>
    </form>
  );
}

type QuestionProps = { question: EditedQuestion; at: number; last: boolean; lang: Lang; onWords: (change: Partial<Words>) => void; onMove: (by: number) => void; onRemove: () => void };

function Question({ question, at, last, lang, onWords, onMove, onRemove }: QuestionProps) {
  const { t } = useTranslation("guides");
  const words = question.words[lang];
  const place = at + 1;
  const button = (label: string, picture: React.ReactNode, run: () => void, disabled = false) => (
    <Tooltip label={label}><ActionIcon variant="subtle" aria-label={label} disabled={disabled} onClick={run}>{picture}</ActionIcon></Tooltip>
  );
  return (
    <li className={css.card} data-testid="guide-card">
      <div className={css.cardHead}>
        <strong>{t("form.number", { place })}</strong>
        <span className={css.spring} />
        {button(t("form.up", { place }), <IconArrowUp size={16} aria-hidden />, () => onMove(-1), at === 0)}
        {button(t("form.down", { place }), <IconArrowDown size={16} aria-hidden />, () => onMove(1), last)}
        {button(t("form.remove", { place }), <IconTrash size={16} aria-hidden />, onRemove)}
      </div>
      <div lang={lang} className={css.fields}>
        <Textarea label={t("form.text")} rows={2} value={words.text} onChange={(event) => onWords({ text: event.currentTarget.value })} data-testid="guide-text" />
        <div className={css.pair}>
          <TextInput label={t("form.title")} value={words.title} onChange={(event) => onWords({ title: event.currentTarget.value })} />
          <TextInput label={t("form.probe")} value={words.probe} onChange={(event) => onWords({ probe: event.currentTarget.value })} />
        </div>
      </div>
    </li>
  );
}
