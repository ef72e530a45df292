// /settings/$section: which panel stands in the section of the address.
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { GuidesPanel } from "../features/guides/GuidesPanel";
import { Handover } from "../features/holding/Handover";
import { TurnoverPanel } from "../features/holding/TurnoverPanel";
import { ScoringPanel } from "../features/scoring/ScoringPanel";
import { AboutPanel } from "../features/settings/AboutPanel";
import { BackupsPanel } from "../features/settings/BackupsPanel";
import { FieldsPanel } from "../features/settings/FieldsPanel";
import { LabelsPanel } from "../features/settings/LabelsPanel";
import { LookPanel } from "../features/settings/LookPanel";
import { MembersPanel } from "../features/settings/MembersPanel";
import { PipelinesPanel } from "../features/settings/PipelinesPanel";
import { type SectionId, sectionOf } from "../features/settings/sections";
import { Panel } from "../features/settings/Panel";
import { SettingsPage } from "../features/settings/SettingsPage";
import { WorkspacePanel } from "../features/settings/WorkspacePanel";

function ScoringSection() {
  const { t } = useTranslation(["scoring", "settings"]);
  return <Panel title={t("settings:section.scoring")} note={t("rules.note")}><ScoringPanel /></Panel>;
}

const panels = {
  members: () => <MembersPanel handover={(member, onClose) => <Handover from={member} onClose={onClose} />} />,
  turnover: TurnoverPanel,
  pipelines: PipelinesPanel,
  labels: LabelsPanel,
  fields: FieldsPanel,
  scoring: ScoringSection,
  look: LookPanel,
  guides: GuidesPanel,
  workspace: WorkspacePanel,
  backups: BackupsPanel,
  about: AboutPanel,
} as const satisfies Record<SectionId, () => React.ReactNode>;

export function SettingsRoute() {
  const { section } = useParams({ from: "/settings/$section" });
  const id = sectionOf(section);
  const Inside = panels[id];
  return (
    <SettingsPage section={id}>
      <Inside key={id} />
    </SettingsPage>
  );
}
