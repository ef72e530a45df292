// The pages that work, in the order of the navigation. The last is reached from the menu only.
import { type Icon, IconUsers, IconBuilding, IconFileImport, IconLayoutKanban, IconSun } from "@tabler/icons-react";
import type { ShortcutId } from "../shared/keys/shortcuts";

type Page = {
  name: "today" | "people" | "organizations" | "pipeline" | "import";
  to: "/today" | "/people" | "/organizations" | "/pipeline" | "/import";
  icon: Icon;
  action: ShortcutId;
};

export const pages = [
  { name: "today", to: "/today", icon: IconSun, action: "go.today" },
  { name: "people", to: "/people", icon: IconUsers, action: "go.people" },
  { name: "organizations", to: "/organizations", icon: IconBuilding, action: "go.organizations" },
  { name: "pipeline", to: "/pipeline", icon: IconLayoutKanban, action: "go.pipeline" },
  { name: "import", to: "/import", icon: IconFileImport, action: "go.import" },
] as const satisfies readonly Page[];
