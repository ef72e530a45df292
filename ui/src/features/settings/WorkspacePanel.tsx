// What holds for everybody in this workspace: its name, its time zone, its currency.
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { WorkspaceInput } from "../../ipc/bindings.gen";
import { usePlace } from "../../shared/format/useFormat";
import { useToast } from "../../shared/ui/toast";
import { CurrencySelect } from "./CurrencySelect";
import { KeptInput } from "./KeptInput";
import { Line, Panel } from "./Panel";
import { appQueries, settingsQueries, useSetWorkspace } from "./queries";
import { ZoneSelect } from "./ZoneSelect";

export function WorkspacePanel() {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const { now } = usePlace();
  const { data: info } = useQuery(appQueries.info());
  const { data: zones } = useQuery(settingsQueries.zones());
  const set = useSetWorkspace();
  if (info === undefined) return null;
  const change = (input: Partial<WorkspaceInput>, said: string) =>
    set.mutateAsync({ name: null, zone: null, currency: null, ...input }).then(({ action }) => action !== null && toast.say(said, [action]), toast.fail);
  return (
    <Panel title={t("section.workspace")} note={t("workspace.note")}>
      <Line label={t("workspace.name")} note={t("workspace.nameNote")}>
        <KeptInput w={340} aria-label={t("workspace.name")} required value={info.workspace_name} onSave={(name) => change({ name }, t("workspace.renamed", { name }))} testId="workspace-rename" />
      </Line>
      <Line label={t("workspace.zone")} note={t("workspace.zoneNote")}>
        <div style={{ width: 340 }}>
          <ZoneSelect hideLabel label={t("workspace.zone")} value={info.zone} zones={zones ?? []} now={now} onChange={(zone) => void change({ zone }, t("workspace.zoneSet", { zone }))} />
        </div>
      </Line>
      <Line label={t("workspace.currency")} note={t("workspace.currencyNote")}>
        <div style={{ width: 340 }}>
          <CurrencySelect hideLabel label={t("workspace.currency")} value={info.currency} onChange={(currency) => void change({ currency }, t("workspace.currencySet", { currency }))} />
        </div>
      </Line>
    </Panel>
  );
}
