// Which version this is, and where everything lies.
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconFolderOpen } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { Panel } from "./Panel";
import { settingsQueries, useOpenFolder } from "./queries";
import css from "./settings.module.css";

const folders = ["workspace", "backups", "config"] as const;

export function AboutPanel() {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const { data, error } = useQuery(settingsQueries.about());
  const open = useOpenFolder();
  return (
    <Panel title={t("section.about")} note={t("about.note")}>
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={5} /> : null) : (
        <dl className={css.facts}>
          <dt>{t("about.version")}</dt>
          <dd data-testid="about-version">{data.version}</dd>
          <dt>{t("about.schema")}</dt>
          <dd>{data.schema}</dd>
          <dt>{t("about.licence")}</dt>
          <dd>{data.licence}</dd>
          {folders.map((folder) => (
            <div key={folder} className={css.fact}>
              <dt>{t(`about.${folder}`)}</dt>
              <dd>
                <span data-selectable>{data[folder]}</span>
                <Tooltip label={t("about.open")}>
                  <ActionIcon aria-label={t("about.openNamed", { name: t(`about.${folder}`) })} onClick={() => open.mutate(folder, { onError: toast.fail })}>
                    <IconFolderOpen size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
