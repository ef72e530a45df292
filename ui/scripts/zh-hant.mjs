// Writes src/locales/zh-Hant from zh-Hans: OpenCC (s2twp), then the overrides for terms.
// `npm run zh-hant` writes; the freshness test imports `traditional` and compares.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as OpenCC from "opencc-js/cn2t";

const here = fileURLToPath(import.meta.url);
const locales = `${resolve(here, "../../src/locales")}/`;
const overrides = JSON.parse(readFileSync(`${locales}zh-Hant.overrides.json`, "utf8"));
const convert = OpenCC.Converter({ from: "cn", to: "twp" });

/** Terms are replaced after OpenCC, the longest first; placeholders are left alone. */
function text(words) {
  const terms = Object.entries(overrides.terms).sort(([a], [b]) => b.length - a.length);
  return words
    .split(/(\{\{[^}]*\}\})/)
    .map((part) => (part.startsWith("{{") ? part : terms.reduce((out, [from, to]) => out.replaceAll(from, to), convert(part))))
    .join("");
}

function walk(value, path) {
  if (typeof value === "string") return overrides.keys[path] ?? text(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, `${path}.${key}`)]));
}

/** name → the text of the Traditional file, generated from the Simplified one. */
export function traditional() {
  return Object.fromEntries(
    readdirSync(`${locales}zh-Hans`).map((name) => {
      const simplified = JSON.parse(readFileSync(`${locales}zh-Hans/${name}`, "utf8"));
      const generated = walk(simplified, name.replace(".json", ""));
      return [name, `${JSON.stringify(generated, null, 2)}\n`];
    }),
  );
}

if (process.argv[1] === here) {
  for (const [name, content] of Object.entries(traditional())) writeFileSync(`${locales}zh-Hant/${name}`, content);
}
