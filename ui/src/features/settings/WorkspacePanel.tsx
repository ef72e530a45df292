// What holds for everybody in this workspace: its name, its time zone, its currency.
import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkspaceInput } from "../../ipc/bindings.gen";
import { usePlace } from "../../shared/format/useFormat";
import { isComposing } from "../../shared/keys/composition";
import { useToast } from "../../shared/ui/toast";
import { CurrencySelect } from "./CurrencySelect";
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
    set.mutate({ name: null, zone: null, currency: null, ...input }, { onSuccess: ({ action }) => action !== null && toast.say(said, [action]), onError: toast.fail });
  return (
    <Panel title={t("section.workspace")} note={t("workspace.note")}>
      <Line label={t("workspace.name")} note={t("workspace.nameNote")}>
        <Name key={info.workspace_name} name={info.workspace_name} onSave={(name) => change({ name }, t("workspace.renamed", { name }))} />
      </Line>
      <Line label={t("workspace.zone")} note={t("workspace.zoneNote")}>
        <div style={{ width: 340 }}>
          <ZoneSelect hideLabel label={t("workspace.zone")} value={info.zone} zones={zones ?? []} now={now} onChange={(zone) => change({ zone }, t("workspace.zoneSet", { zone }))} />
        </div>
      </Line>
      <Line label={t("workspace.currency")} note={t("workspace.currencyNote")}>
        <div style={{ width: 340 }}>
          <CurrencySelect hideLabel label={t("workspace.currency")} value={info.currency} onChange={(currency) => change({ currency }, t("workspace.currencySet", { currency }))} />
        </div>
      </Line>
    </Panel>
  );
}

/** Saved with Enter or on leaving; Escape brings the old one back. */
function Name({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const { t } = useTranslation("settings");
  const [typed, setTyped] = useState(name);
  const save = () => (typed.trim() === "" ? setTyped(name) : typed.trim() !== name && onSave(typed.trim()));
  return (
    <TextInput
      w={340}
      aria-label={t("workspace.name")}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === "Enter") save();
        if (event.key === "Escape") setTyped(name);
      }}
      data-testid="workspace-rename"
    />
  );
}
