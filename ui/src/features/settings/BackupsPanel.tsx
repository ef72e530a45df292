// Backups: one a day by itself, more by hand. Restoring shows first what would change, and keeps a copy
// of the present.
import { Button } from "@mantine/core";
import { IconArchive, IconDatabaseExport, IconFolderOpen } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { size } from "../../shared/format/numbers";
import { useFormat } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { Panel } from "./Panel";
import { chooseBackup, settingsQueries, useBackUp } from "./queries";
import { Restore } from "./Restore";
import css from "./settings.module.css";

export function BackupsPanel() {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const f = useFormat();
  const { data, error } = useQuery(settingsQueries.backups());
  const [chosen, setChosen] = useState<string | null>(null);
  const make = useBackUp();
  const add: Action = {
    id: "settings.backUp",
    icon: IconDatabaseExport,
    run: () => make.mutate(undefined, { onSuccess: ({ bytes }) => toast.say(t("backups.made", { size: size(f.lang, bytes) })), onError: toast.fail }),
  };
  useActions([add]);
  const choose = () =>
    void chooseBackup(t("backups.files"))
      .then((path) => path !== null && setChosen(path))
      .catch(toast.fail);
  return (
    <Panel
      title={t("section.backups")}
      note={t("backups.note")}
      end={
        <>
          <Button leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={choose} data-testid="backup-choose">{t("backups.choose")}</Button>
          <ActionButton action={add} variant="filled" testId="backup-now" />
        </>
      }
    >
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={3} /> : null) : data.length === 0 ? (
        <EmptyState icon={IconArchive} title={t("backups.empty")} text={t("backups.emptyText")} />
      ) : (
        <ul className={css.rows}>
          {data.map(({ path, kind, at, bytes }) => (
            <li key={path} className={css.row} data-testid="backup-row" title={path}>
              <span className={css.rowName}>{f.longDayAt(at)} {f.time(at)}</span>
              <span className={css.rowAbout}>{f.ago(at)} · {t(`backups.kind.${kind}`)}</span>
              <span className={css.rowEnd}>{size(f.lang, bytes)}</span>
              <Button onClick={() => setChosen(path)} data-testid="backup-restore">{t("backups.restore")}</Button>
            </li>
          ))}
        </ul>
      )}
      {chosen === null ? null : <Restore path={chosen} onClose={() => setChosen(null)} />}
    </Panel>
  );
}
