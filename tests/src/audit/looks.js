// Looks at every visible element that carries text of its own. Hands back one line per finding.
// Cutting with an ellipsis is a choice; cutting without one loses words.
const found = [];
const say = (what, element, text) => {
  const place = element.closest("[data-testid]");
  const where = place ? ` in ${place.dataset.testid}` : "";
  const line = `${what}: “${text.trim().slice(0, 80)}” <${element.localName}>${where}`;
  if (!found.includes(line)) found.push(line);
};

const RAW_KEY = /(?<![\w@/.:-])[a-z][a-zA-Z_]*(?:\.[a-z][a-zA-Z0-9_]*){2,}(?![\w@/.])/;
const PLACEHOLDER = /\{\{[^}]*\}\}|\bundefined\b|\bNaN\b|\[object /;
const SPOKEN = ["title", "aria-label", "placeholder", "alt", "aria-description"];

const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
// Text that only screen readers get is a one-pixel box on purpose.
const forReaders = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const { width, height } = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    if (style.position === "absolute" && width <= 1 && height <= 1) return true;
    if (style.clipPath === "inset(50%)" || style.clip === "rect(0px, 0px, 0px, 0px)") return true;
  }
  return false;
};
const cutByChoice = (element) => {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none") return true;
    if (at.title || style.overflowX === "auto" || style.overflowX === "scroll") return true;
    if (style.display.startsWith("block") || style.display === "flex" || style.display === "grid") {
      if (at !== element) break;
    }
  }
  return false;
};
const ownText = (element) =>
  [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join("").trim();

for (const element of document.body.querySelectorAll("*")) {
  if (element.closest("script, style, template, svg, canvas") || !shown(element)) continue;

  for (const name of SPOKEN) {
    const words = element.getAttribute(name);
    if (words && (RAW_KEY.test(words) || PLACEHOLDER.test(words))) say(`raw words in ${name}`, element, words);
  }

  const text = ownText(element);
  if (!text) continue;
  if (RAW_KEY.test(text)) say("raw key", element, text);
  if (PLACEHOLDER.test(text)) say("unfilled placeholder", element, text);
  if (forReaders(element) || element.closest("textarea, input, select")) continue;

  const style = getComputedStyle(element);
  if (style.display === "inline") {
    // An inline element has no box of its own: ask the nearest block whether it hides the end.
    const range = document.createRange();
    range.selectNodeContents(element);
    const right = Math.max(...[...range.getClientRects()].map((r) => r.right));
    let box = element.parentElement;
    while (box && getComputedStyle(box).display === "inline") box = box.parentElement;
    if (box && getComputedStyle(box).overflowX === "hidden" && right > box.getBoundingClientRect().right + 1 && !cutByChoice(box))
      say("clipped", element, text);
    continue;
  }
  if (element.scrollWidth > element.clientWidth + 1 && !cutByChoice(element)) say("clipped", element, text);
  const hidesDown = style.overflowY === "hidden" || style.overflowY === "clip";
  if (hidesDown && element.scrollHeight > element.clientHeight + 3 && !cutByChoice(element)) say("cut off below", element, text);
  const { left, right, width } = element.getBoundingClientRect();
  const scrolls = element.closest("[data-scrolls='sideways']");
  if (width > 0 && !scrolls && (right > innerWidth + 1 || left < -1)) say("outside the window", element, text);
}

const page = document.scrollingElement;
if (page.scrollWidth > innerWidth + 1) found.push(`the page scrolls sideways: ${page.scrollWidth} in ${innerWidth}`);
for (const element of document.body.querySelectorAll("*")) {
  const { overflowX } = getComputedStyle(element);
  const sideways = (overflowX === "auto" || overflowX === "scroll") && element.scrollWidth > element.clientWidth + 1;
  // Only what says that it is meant to be wider than its place may scroll sideways.
  if (sideways && shown(element) && !element.closest("[data-scrolls='sideways']"))
    say(`scrolls sideways (${element.scrollWidth} in ${element.clientWidth})`, element, element.className.toString());
}
return found;
