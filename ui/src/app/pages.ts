// The pages that work: `main` in the order of the navigation, `aside` reached from the menu and the palette.
import { type Icon, IconUsers, IconBuilding, IconFileImport, IconHistory, IconLayoutKanban, IconSun, IconTrash } from "@tabler/icons-react";
import type { ShortcutId } from "../shared/keys/shortcuts";

type Page = {
  name: "today" | "people" | "organizations" | "pipeline" | "history" | "bin" | "import";
  to: "/today" | "/people" | "/organizations" | "/pipeline" | "/history" | "/bin" | "/import";
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
  { name: "history", to: "/history", icon: IconHistory, action: "go.history" },
  { name: "bin", to: "/bin", icon: IconTrash, action: "go.bin" },
  { name: "import", to: "/import", icon: IconFileImport, action: "go.import" },
] as const satisfies readonly Page[];

export const pages = [...mainPages, ...aside] as const;
