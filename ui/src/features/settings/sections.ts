// The sections of the settings, in their order. routes/SettingsRoute says what stands in each.
import { type Icon, IconAdjustments } from "@tabler/icons-react";
import type { ShortcutId } from "../../shared/keys/shortcuts";

type Section = { id: string; icon: Icon; action: ShortcutId };

export const sections = [
  { id: "look", icon: IconAdjustments, action: "settings.look" },
] as const satisfies readonly Section[];

export type SectionId = (typeof sections)[number]["id"];

export const sectionOf = (id: string): SectionId => sections.find((section) => section.id === id)?.id ?? "look";
