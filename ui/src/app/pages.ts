// The pages that work: `main` in the order of the navigation, `aside` reached from the menu and the palette.
import { type Icon, IconCashBanknote, IconCopyCheck, IconUsers, IconBuilding, IconBuildingPlus, IconCalendarDown, IconFileImport, IconFilter, IconGauge, IconPlayerPause, IconRipple, IconRulerMeasure, IconHistory, IconLayoutKanban, IconSun, IconTargetArrow, IconTrash, IconUserPlus } from "@tabler/icons-react";
import type { ShortcutId } from "../shared/keys/shortcuts";

type Page = {
  name: "today" | "people" | "organizations" | "pipeline" | "history" | "bin" | "import" | "duplicates" | "receivables" | "funnel" | "plan" | "stopped" | "scores" | "pool";
  to: "/today" | "/people" | "/organizations" | "/pipeline" | "/history" | "/bin" | "/import" | "/duplicates" | "/receivables" | "/pipeline/funnel" | "/pipeline/plan" | "/pipeline/stopped" | "/pipeline/scores" | "/pipeline/pool";
  icon: Icon;
  action: ShortcutId;
};

export const mainPages = [
  { name: "today", to: "/today", icon: IconSun, action: "go.today" },
  { name: "people", to: "/people", icon: IconUsers, action: "go.people" },
  { name: "organizations", to: "/organizations", icon: IconBuilding, action: "go.organizations" },
  { name: "pipeline", to: "/pipeline", icon: IconLayoutKanban, action: "go.pipeline" },
] as const satisfies readonly Page[];

const aside = [
  { name: "funnel", to: "/pipeline/funnel", icon: IconFilter, action: "go.funnel" },
  { name: "plan", to: "/pipeline/plan", icon: IconRulerMeasure, action: "go.plan" },
  { name: "stopped", to: "/pipeline/stopped", icon: IconPlayerPause, action: "go.stopped" },
  { name: "pool", to: "/pipeline/pool", icon: IconRipple, action: "go.pool" },
  { name: "receivables", to: "/receivables", icon: IconCashBanknote, action: "go.receivables" },
  { name: "scores", to: "/pipeline/scores", icon: IconGauge, action: "go.scores" },
  { name: "history", to: "/history", icon: IconHistory, action: "go.history" },
  { name: "bin", to: "/bin", icon: IconTrash, action: "go.bin" },
  { name: "import", to: "/import", icon: IconFileImport, action: "go.import" },
  { name: "duplicates", to: "/duplicates", icon: IconCopyCheck, action: "go.duplicates" },
] as const satisfies readonly Page[];

/** Actions of one page that the palette offers everywhere: it goes there first. */
export const elsewhere = [
  { id: "people.new", to: "/people", icon: IconUserPlus },
  { id: "organizations.new", to: "/organizations", icon: IconBuildingPlus },
  { id: "pipeline.new", to: "/pipeline", icon: IconTargetArrow },
  { id: "exchange.choose", to: "/import", icon: IconFileImport },
  { id: "today.calendar", to: "/today", icon: IconCalendarDown },
] as const satisfies readonly { id: ShortcutId; to: Page["to"]; icon: Icon }[];

export const pages = [...mainPages, ...aside] as const;
