// Every visible text, and what screen readers are told, that is one of the strange ones; a strange one with
// placeholders fits whatever fills them.
const [strange] = arguments;
const exact = new Set(strange.filter((text) => !text.includes("{{") && text.length > 1));
const fixed = (text) => text.replaceAll(/\{\{[^}]*\}\}/g, "").replaceAll(/[\s\d\p{P}]/gu, "");
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const patterns = strange
  .filter((text) => text.includes("{{") && fixed(text).length > 3)
  .map((text) => new RegExp(`^${text.split(/\{\{[^}]*\}\}/).map(escaped).join(".+")}$`, "u"));
const fits = (text) => exact.has(text) || patterns.some((pattern) => pattern.test(text));

const spoken = document.documentElement.lang;
const found = new Set();
const look = (element, text) => {
  const said = text.trim();
  const own = element.closest("[lang]")?.lang ?? spoken;
  if (said !== "" && own === spoken && fits(said)) found.add(said);
};
for (const element of document.body.querySelectorAll("*")) {
  if (!element.checkVisibility()) continue;
  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) look(element, node.data);
  for (const name of ["aria-label", "placeholder", "title", "alt"]) {
    const value = element.getAttribute(name);
    if (value !== null) look(element, value);
  }
}
return [...found];
