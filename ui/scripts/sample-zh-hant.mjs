// Writes the sample workspace's Traditional words from its Simplified tables: OpenCC (s2twp), then
// the window's overrides for terms, then what OpenCC takes for something else. `node scripts/sample-zh-hant.mjs`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as OpenCC from "opencc-js/cn2t";

const locales = fileURLToPath(new URL("../src/locales/", import.meta.url));
const sample = fileURLToPath(new URL("../../src-tauri/core/src/sample/", import.meta.url));
const overrides = JSON.parse(readFileSync(`${locales}zh-Hant.overrides.json`, "utf8"));
const convert = OpenCC.Converter({ from: "cn", to: "twp" });
const meant = { 許可權: "權限", 賬: "帳", 竹裡: "竹里", 結束通話了: "掛斷了", 佔線: "忙線", 前臺: "前台", 展臺: "展台", 運營: "營運" };

function traditional(words) {
  if (words === "范思远") return "范思遠";
  const terms = Object.entries({ ...overrides.terms, ...meant }).sort(([a], [b]) => b.length - a.length);
  // A clause is no entry.
  return terms.reduce((out, [from, to]) => out.replaceAll(from, to), convert(words)).replaceAll("第 3 筆", "第 3 條");
}

const cells = readdirSync(sample)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => readFileSync(sample + name, "utf8").split("\n"))
  .filter((line) => !line.startsWith("#") && !line.startsWith("["))
  .flatMap((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cell) => /\p{Script=Han}/u.test(cell));
const lines = [...new Set(cells)].sort().map((words) => `${words}\t${traditional(words)}\n`);
writeFileSync(`${sample}traditional.tsv`, lines.join(""));
