// Pipelines and their stages: names, order, kind, win chance, days. A stage that deals stand in asks
// where they move before it goes.
import { Button, SegmentedControl } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconPencil, IconPlus, IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PipelineSetup } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { LostReasons } from "./LostReasons";
import { NameForm } from "./NameForm";
import { Panel } from "./Panel";
import { settingsQueries, useArchivePipeline, useMakePipeline, useRenamePipeline } from "./queries";
import css from "./settings.module.css";
import { Stages } from "./Stages";

export function PipelinesPanel() {
  const { t } = useTranslation("settings");
  const { data, error } = useQuery(settingsQueries.pipelines());
  const [wanted, setWanted] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const add: Action = { id: "settings.newPipeline", icon: IconPlus, run: () => setMaking(true) };
  useActions([add]);
  const chosen = data?.find(({ id }) => id === wanted) ?? data?.[0];
  return (
    <Panel title={t("section.pipelines")} note={t("pipelines.note")} end={<ActionButton action={add} testId="pipeline-new" />}>
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={8} /> : null) : (
        <>
          {data.length > 1 && chosen !== undefined ? (
            <SegmentedControl
              className={css.choice ?? ""}
              aria-label={t("pipelines.which")}
              value={chosen.id}
              onChange={setWanted}
              data={data.map(({ id, name, archived }) => ({ value: id, label: archived ? t("pipelines.archivedNamed", { name }) : name }))}
            />
          ) : null}
          {chosen === undefined ? null : <One key={chosen.id} pipeline={chosen} />}
          <LostReasons />
        </>
      )}
      {making && chosen !== undefined ? <Make like={chosen} onMade={setWanted} onClose={() => setMaking(false)} /> : null}
    </Panel>
  );
}

function Make({ like, onMade, onClose }: { like: PipelineSetup; onMade: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const make = useMakePipeline();
  const save = (name: string) =>
    make.mutate({ name, like: like.id }, {
      onSuccess: ({ id, action }) => {
        onClose();
        onMade(id);
        toast.say(t("pipelines.made", { name }), [action]);
      },
    });
  return <NameForm title={t("pipelines.new")} label={t("pipelines.name")} note={t("pipelines.newNote", { name: like.name })} error={make.error} pending={make.isPending} onSave={save} onClose={onClose} />;
}

function One({ pipeline }: { pipeline: PipelineSetup }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const [renaming, setRenaming] = useState(false);
  const rename = useRenamePipeline();
  const archive = useArchivePipeline();
  const { id, name, archived, deals_open: open } = pipeline;
  return (
    <>
      <header className={css.subHead}>
        <IconRoute size={16} aria-hidden />
        <h3>{name}</h3>
        <span className={css.note}>{t("pipelines.open", { count: open })}</span>
        <div className={css.end}>
          <Button variant="subtle" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setRenaming(true)} data-testid="pipeline-rename">{t("pipelines.rename")}</Button>
          <Button
            variant="subtle"
            leftSection={archived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
            onClick={() =>
              archive.mutate({ id, away: !archived }, {
                onSuccess: ({ action }) => toast.say(archived ? t("pipelines.back", { name }) : t("pipelines.away", { name, count: open }), [action]),
                onError: toast.fail,
              })
            }
            data-testid="pipeline-archive"
          >
            {archived ? t("pipelines.takeOut") : t("pipelines.archive")}
          </Button>
        </div>
      </header>
      <Stages pipeline={pipeline} />
      {renaming ? (
        <NameForm
          title={t("pipelines.rename")}
          label={t("pipelines.name")}
          value={name}
          error={rename.error}
          pending={rename.isPending}
          onSave={(next) =>
            rename.mutate({ id, name: next }, {
              onSuccess: ({ action }) => {
                setRenaming(false);
                toast.say(t("pipelines.renamed", { name: next }), [action]);
              },
            })
          }
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </>
  );
}
