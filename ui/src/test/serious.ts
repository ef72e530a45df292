// Serious and critical accessibility problems of what stands on the page.
import axe from "axe-core";

/** Contrast needs a painted page; it is checked in the real window. */
export async function serious(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
