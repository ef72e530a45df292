// The sections of the settings, in their order. routes/SettingsRoute says what stands in each.
import { type Icon, IconAdjustments, IconArchive, IconBuildingCommunity, IconForms, IconGauge, IconInfoCircle, IconListDetails, IconRotateClockwise, IconRoute, IconTags, IconUsers } from "@tabler/icons-react";
import type { ShortcutId } from "../../shared/keys/shortcuts";

type Section = { id: string; icon: Icon; action: ShortcutId };

export const sections = [
  { id: "members", icon: IconUsers, action: "settings.members" },
  { id: "pipelines", icon: IconRoute, action: "settings.pipelines" },
  { id: "turnover", icon: IconRotateClockwise, action: "settings.turnover" },
  { id: "labels", icon: IconTags, action: "settings.labels" },
  { id: "fields", icon: IconForms, action: "settings.fields" },
  { id: "scoring", icon: IconGauge, action: "settings.scoring" },
  { id: "look", icon: IconAdjustments, action: "settings.look" },
  { id: "guides", icon: IconListDetails, action: "settings.guides" },
  { id: "workspace", icon: IconBuildingCommunity, action: "settings.workspace" },
  { id: "backups", icon: IconArchive, action: "settings.backups" },
  { id: "about", icon: IconInfoCircle, action: "settings.about" },
] as const satisfies readonly Section[];

export type SectionId = (typeof sections)[number]["id"];

export const sectionOf = (id: string): SectionId => sections.find((section) => section.id === id)?.id ?? "members";
