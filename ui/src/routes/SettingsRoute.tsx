// /settings/$section: which panel stands in the section of the address.
import { useParams } from "@tanstack/react-router";
import { LookPanel } from "../features/settings/LookPanel";
import { type SectionId, sectionOf } from "../features/settings/sections";
import { SettingsPage } from "../features/settings/SettingsPage";

const panels = {
  look: LookPanel,
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
