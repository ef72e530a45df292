// The team's own words: tags, sources, and what the grades mean. Each shows how many things carry it.
import { SegmentedControl, UnstyledButton } from "@mantine/core";
import { IconPlus, IconTag } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Label, LabelKind } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { useLineDelete } from "../../shared/record/DeleteLine";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { Grades } from "./Grades";
import { LabelForm } from "./LabelForm";
import { NameForm } from "./NameForm";
import { Panel } from "./Panel";
import { settingsQueries, useMakeLabel } from "./queries";
import css from "./settings.module.css";

const parts = ["tags", "sources", "grades"] as const;
type Part = (typeof parts)[number];

export function LabelsPanel() {
  const { t } = useTranslation("settings");
  const [part, setPart] = useState<Part>("tags");
  const [making, setMaking] = useState(false);
  const add: Action = { id: "settings.newLabel", icon: IconPlus, run: () => part !== "grades" && setMaking(true) };
  useActions([add]);
  return (
    <Panel title={t("section.labels")} note={t("labels.note")} end={part === "grades" ? null : <ActionButton action={add} testId="label-new" />}>
      <SegmentedControl
        className={css.choice ?? ""}
        aria-label={t("labels.which")}
        value={part}
        onChange={(next) => setPart(parts.find((one) => one === next) ?? "tags")}
        data={parts.map((one) => ({ value: one, label: <span data-testid={`labels-${one}`}>{t(`labels.${one}`)}</span> }))}
      />
      {part === "grades" ? <Grades /> : <Labels key={part} kind={part} />}
      {making && part !== "grades" ? <Make kind={part} onClose={() => setMaking(false)} /> : null}
    </Panel>
  );
}

function Labels({ kind }: { kind: LabelKind }) {
  const { t } = useTranslation("settings");
  const { data, error } = useQuery(settingsQueries.labels(kind));
  const [open, setOpen] = useState<Label | null>(null);
  const lines = useLineDelete("settings.deleteLabel");
  if (data === undefined) return error === null ? <Loading rows={6} /> : <ErrorNote error={error} />;
  if (data.length === 0) return <EmptyState icon={IconTag} title={t(`labels.empty_${kind}`)} text={t(`labels.emptyText_${kind}`)} />;
  return (
    <>
      <ul className={css.rows} {...lines}>
        {data.map((label) => (
          <li key={label.id} data-line={label.id}>
            <UnstyledButton className={css.row} data-quiet={label.archived || undefined} onClick={() => setOpen(label)} data-testid="label-row">
              <span className={css.rowName}>{label.name}</span>
              {label.archived ? <Tag>{t("labels.archived")}</Tag> : null}
              <span className={css.rowAbout} />
              <span className={css.figure}>{t(`labels.uses_${kind}`, { count: label.uses })}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <p className={css.listFoot}><span className={css.keysHint}><ShortcutKeys id="settings.deleteLabel" />{t("labels.deleteKeys")}</span></p>
      {open === null ? null : <LabelForm kind={kind} label={open} others={data.filter(({ id }) => id !== open.id)} onClose={() => setOpen(null)} />}
    </>
  );
}

function Make({ kind, onClose }: { kind: LabelKind; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const make = useMakeLabel();
  const save = (name: string) =>
    make.mutate({ kind, name }, {
      onSuccess: ({ action }) => {
        onClose();
        toast.say(t("labels.made", { name }), [action]);
      },
    });
  return <NameForm title={t(`labels.new_${kind}`)} label={t("labels.name")} error={make.error} pending={make.isPending} onSave={save} onClose={onClose} />;
}
