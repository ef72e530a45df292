/** The page's own font names: a drawing that leaves the page cannot use CSS variables. */
export function fontStack(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--tl-font").trim() || "sans-serif";
}
