import { describe, expect, it } from "vitest";
import { traditional } from "../../scripts/zh-hant.mjs";

const files = import.meta.glob<string>("./*/*.json", { eager: true, query: "?raw", import: "default" });
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flat(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...flat(inner, path === "" ? key : `${path}.${key}`)]));
}

function words(lang: string): Map<string, string> {
  return new Map(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`./${lang}/`))
      .flatMap(([path, text]) => [...flat(JSON.parse(text), path.split("/").at(-1)?.replace(".json", ""))]),
  );
}

const bare = (keys: Iterable<string>) => [...new Set([...keys].map((key) => key.replace(PLURAL, "")))].sort();
const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].sort();

describe("languages", () => {
  const en = words("en");

  it.each(["zh-Hans", "zh-Hant"])("%s has the keys of en, counts with _other", (lang) => {
    const own = words(lang);
    expect(bare(own.keys())).toEqual(bare(en.keys()));
    const counted = [...en.keys()].filter((key) => key.endsWith("_other"));
    expect(counted.filter((key) => !own.has(key))).toEqual([]);
  });

  it.each(["zh-Hans", "zh-Hant"])("%s uses no placeholder that en does not know", (lang) => {
    const own = words(lang);
    const strange = [...own].flatMap(([key, text]) => {
      const base = key.replace(PLURAL, "");
      const known = new Set([...en].filter(([other]) => other.replace(PLURAL, "") === base).flatMap(([, other]) => placeholders(other)));
      return placeholders(text).filter((one) => !known.has(one)).map((one) => `${key} ${one}`);
    });
    expect(strange).toEqual([]);
  });

  it.each(["zh-Hans", "zh-Hant"])("%s leaves no placeholder of en out of a sentence", (lang) => {
    const own = words(lang);
    const spare = new Set(["{{count}}"]);
    const missing = [...own].flatMap(([key, text]) => placeholders(en.get(key) ?? "").filter((one) => !spare.has(one) && !placeholders(text).includes(one)).map((one) => `${key} ${one}`));
    expect(missing).toEqual([]);
  });

  it("zh-Hant is what `npm run zh-hant` writes from zh-Hans", () => {
    const stale = Object.entries(traditional()).filter(([name, text]) => files[`./zh-Hant/${name}`] !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it("zh-Hant speaks of 聯絡人, 匯入, 範例, 復原", () => {
    const all = [...words("zh-Hant").values()].join("\n");
    expect(all).not.toMatch(/聯繫人|導入|樣例|撤銷/);
    expect(all).toContain("聯絡人");
  });

  it("no words of the language lists use what STYLE bans", () => {
    expect([...words("zh-Hans").values()].filter((text) => /赋能|抓手|触达|！/.test(text))).toEqual([]);
    expect([...en.values()].filter((text) => /\b(please|successfully)\b|!/i.test(text))).toEqual([]);
  });
});
