// Guides in the settings: what there is, what each asks, copying, editing, archiving, a blank sheet to
// print. Holding an interview is the interviews' room.
import { UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconArchive, IconCopy, IconPencil, IconPlus, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GuideLine, GuideRecord } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { guideList } from "../../shared/lookup/queries";
import { ActionButton } from "../../shared/ui/ActionButton";
import { ChannelIcon } from "../../shared/ui/ChannelIcon";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { useGuideName } from "../../shared/format/guideName";
import { edited, type Edited, newGuide } from "./edited";
import { GuideForm } from "./GuideForm";
import css from "./guides.module.css";
import { LangTabs, useGuideLang } from "./LangTabs";
import { PrintSheet } from "./PrintSheet";
import { guideQueries, useArchiveGuide, useCopyGuide } from "./queries";

export function GuidesPanel() {
  const { t } = useTranslation("guides");
  const { data: guides, error } = useQuery(guideList());
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState<Edited | null>(null);
  const current = guides?.find(({ id }) => id === chosen) ?? guides?.[0];
  const create: Action = { id: "guides.new", icon: IconPlus, run: () => setEditing(newGuide()) };
  useActions(editing === null ? [create] : []);

  if (editing !== null) {
    return <GuideForm start={editing} onClose={(id) => { setEditing(null); if (id !== null) setChosen(id); }} />;
  }
  const own = guides?.filter(({ builtin }) => builtin === null) ?? [];
  const came = guides?.filter(({ builtin }) => builtin !== null) ?? [];
  return (
    <div className={css.room} data-testid="guides">
      <header className={css.head}>
        <div>
          <h2 id="settings-title">{t("title")}</h2>
          <p className={css.note}>{t("intro")}</p>
        </div>
        <ActionButton action={create} />
      </header>
      {error === null ? null : <ErrorNote error={error} />}
      {guides === undefined ? (error === null ? <Loading rows={6} /> : null) : (
        <div className={css.columns}>
          <nav className={css.list} aria-label={t("list")}>
            <Group title={t("own")} guides={own} current={current} onChoose={setChosen} empty={t("empty")} />
            <Group title={t("came")} guides={came} current={current} onChoose={setChosen} />
          </nav>
          {current === undefined ? null : <Preview key={current.id} guide={current} onEdit={setEditing} onChoose={setChosen} />}
        </div>
      )}
    </div>
  );
}

type GroupProps = { title: string; guides: readonly GuideLine[]; current: GuideLine | undefined; onChoose: (id: string) => void; empty?: string };

function Group({ title, guides, current, onChoose, empty }: GroupProps) {
  const { t } = useTranslation("guides");
  const guideName = useGuideName();
  return (
    <section>
      <h3 className={css.group}>{title}</h3>
      {guides.length === 0 && empty !== undefined ? <p className={css.quiet}>{empty}</p> : null}
      {guides.map((guide) => (
        <UnstyledButton key={guide.id} className={css.guide} aria-current={guide.id === current?.id || undefined} onClick={() => onChoose(guide.id)} data-testid="guide-line">
          <ChannelIcon channel={guide.channel} />
          <span className={css.guideName}>{guideName(guide)}</span>
          <span className={css.quiet}>{t("questions", { count: guide.questions })}</span>
        </UnstyledButton>
      ))}
    </section>
  );
}

function Preview({ guide, onEdit, onChoose }: { guide: GuideLine; onEdit: (guide: Edited) => void; onChoose: (id: string) => void }) {
  const { t } = useTranslation("guides");
  const toast = useToast();
  const guideName = useGuideName();
  const copyGuide = useCopyGuide();
  const archiveGuide = useArchiveGuide();
  const [lang, setLang] = useGuideLang();
  const { data: record, error } = useQuery(guideQueries.get(guide.id));
  const name = guideName(guide);
  const own = guide.builtin === null;

  const copy: Action = {
    id: "guides.copy",
    icon: IconCopy,
    run: () => {
      const called = t("copyName", { name });
      copyGuide.mutate({ id: guide.id, name: called }, {
        onSuccess: ({ id, action }) => {
          toast.say(t("copied", { name: called }), [action]);
          onChoose(id);
        },
        onError: toast.fail,
      });
    },
  };
  const print: Action = { id: "guides.print", icon: IconPrinter, run: () => window.print() };
  const archive: Action = {
    id: "guides.archive",
    icon: IconArchive,
    run: () => archiveGuide.mutate(guide.id, { onSuccess: ({ action }) => toast.say(t("archived", { name }), [action]), onError: toast.fail }),
  };
  const edit: Action = { id: "guides.edit", icon: IconPencil, run: () => record !== undefined && onEdit(edited(record)) };
  useActions(own ? [edit, copy, print, archive] : [copy, print, archive]);
  return (
    <section className={css.preview} aria-label={name} data-testid="guide-preview">
      <h3 className={css.name}>{name}</h3>
      <p className={css.quiet}>{[t("version", { version: guide.version }), t("used", { count: guide.interviews })].join(" · ")}</p>
      <LangTabs lang={lang} onChoose={setLang} />
      {record === undefined ? (error === null ? <Loading rows={4} /> : <ErrorNote error={error} />) : <Questions record={record} lang={lang} />}
      <div className={css.actions}>
        {own ? <ActionButton action={edit} variant="filled" /> : null}
        <ActionButton action={copy} variant={own ? "default" : "filled"} />
        <ActionButton action={print} />
        <ActionButton action={archive} variant="subtle" />
      </div>
      {record === undefined ? null : <PrintSheet record={record} lang={lang} />}
    </section>
  );
}

function Questions({ record, lang }: { record: GuideRecord; lang: ReturnType<typeof useGuideLang>[0] }) {
  const { t } = useTranslation("guides");
  return (
    <ol className={css.questions}>
      {record.questions.map(({ id, wordings }) => {
        const said = wordings.find((one) => one.lang === lang);
        return (
          <li key={id} data-testid="guide-question">
            {said === undefined ? <span className={css.quiet}>{t("form.missing")}</span> : (
              <div lang={lang}>
                <p className={css.text}>{said.text}</p>
                {said.probe === null ? null : <p className={css.quiet}>{said.probe}</p>}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
