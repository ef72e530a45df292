// Where the keyboard is. Hands back { end, who, trouble }: `end` once Tab has come round (or arguments[0] asks to begin
// anew), `trouble` when whoever types cannot see where they are.
if (arguments[0]) {
  window.touchlineToured = new WeakSet();
  return { end: false, who: "", trouble: null };
}
const element = document.activeElement;
if (element === null || element === document.body || window.touchlineToured.has(element)) return { end: true, who: "", trouble: null };
window.touchlineToured.add(element);

const name = (one) => one?.getAttribute("aria-label") || one?.innerText?.trim().slice(0, 40) || "";
const place = element.closest("[data-testid]")?.dataset.testid ?? "";
const who = `<${element.localName}> “${name(element)}” in ${place}`;
const say = (trouble) => ({ end: false, who, trouble: trouble && `${trouble}: ${who}` });

// A radio or a box may be drawn by its label; a list is where its active row is.
const label = element.matches("input[type=radio], input[type=checkbox]") ? (element.labels?.[0] ?? element.parentElement) : null;
const active = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
const seen = active ?? label ?? element;

const dialog = document.querySelector('[aria-modal="true"]');
if (dialog !== null && !dialog.contains(element)) return say("the focus is behind what lies over the page");
const { left, top, right, bottom, width, height } = seen.getBoundingClientRect();
if (width === 0 || height === 0 || !seen.checkVisibility({ checkVisibilityCSS: true })) return say("the focus is on what cannot be seen");
if (right < 1 || bottom < 1 || left > innerWidth - 1 || top > innerHeight - 1) return say("the focus is outside the window");

const ringed = (one) => {
  if (!one) return false;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || (one.matches("input, textarea") && boxShadow !== "none");
};
const within = active?.querySelector("[data-cursor]");
const drawn = [element, label, active, within, element.nextElementSibling, element.parentElement, element.closest("label")];
return say(drawn.some(ringed) ? null : "nothing shows the focus");
