// The fake's duplicates: two pairs of people and one of organizations, merged, told apart and separated in memory.
import type { DuplicatePair, DuplicateRow, DuplicatesKind, Sides } from "../bindings.gen";
import type { Commands } from "../transport";

type Words = (word: { zh: string; en: string }) => string;
type Tools = { now: number; empty: boolean; say: Words; commit: (nouns: string[], label: string) => { action: string } };
type Duplicates = Pick<Commands, "duplicatesList" | "duplicatesSides" | "duplicatesMerge" | "duplicatesMergeSure" | "duplicatesSeparate" | "duplicatesDistinct" | "duplicatesLikely">;

const MONTH = 30 * 86_400_000;

export function fakeDuplicates({ now, empty, say, commit }: Tools): Duplicates {
  const row = (id: string, zh: string, en: string, about: string | null, tail: string | null): DuplicateRow => ({ id, name: say({ zh, en }), about, tail });
  const firm = say({ zh: "蓝鲸供应链", en: "Blue Whale Supply" });
  const people: DuplicatePair[] = [
    { one: row("p1", "张立群", "Zhang Liqun", firm, "2231"), other: row("d1", "张立群", "Zhang Liqun", null, "2231"), why: [{ reason: "same_number", value: "138 1234 2231" }], strength: 5 },
    { one: row("p2", "陈静", "Chen Jing", firm, null), other: row("d2", "陈婧", "Chen Jing", firm, null), why: [{ reason: "near_name", value: firm }], strength: 2 },
  ];
  const organizations: DuplicatePair[] = [
    { one: row("o1", "蓝鲸供应链", "Blue Whale Supply", null, null), other: row("d3", "蓝鲸供应链（中国）有限公司", "Blue Whale Supply (China) Ltd.", null, null), why: [{ reason: "near_name", value: "" }], strength: 2 },
  ];
  let left: Record<DuplicatesKind, DuplicatePair[]> = empty ? { people: [], organizations: [] } : { people, organizations };
  const drop = (gone: (pair: DuplicatePair) => boolean) => {
    left = { people: left.people.filter((pair) => !gone(pair)), organizations: left.organizations.filter((pair) => !gone(pair)) };
  };
  const of = (one: string, other: string) => (pair: DuplicatePair) => pair.one.id === one && pair.other.id === other;
  const sides = (kind: DuplicatesKind, one: string, other: string): Sides => {
    const pair = [...people, ...organizations].find(of(one, other));
    if (pair === undefined) throw new Error("no such pair");
    const side = (shown: DuplicateRow, months: number) => ({
      id: shown.id, name: shown.name, reached: shown.tail === null ? [] : ["138 1234 2231"], tags: months > 3 ? [say({ zh: "价格", en: "pricing" })] : [],
      touchpoints: months, deals: months > 3 ? 1 : 0, followups: 1, made_at: now - months * MONTH,
    });
    return {
      one: side(pair.one, 8),
      other: side(pair.other, 1),
      fields: [
        { name: "name", one: pair.one.name, other: pair.other.name, take: "one" },
        ...(kind === "people" ? [{ name: "kind", one: "customer", other: "lead", take: "one" } as const] : []),
        { name: kind === "people" ? "city" : "region", one: "", other: say({ zh: "苏州", en: "Suzhou" }), take: "other" },
        { name: "note", one: say({ zh: "先看报价", en: "Quote first" }), other: say({ zh: "周五来电", en: "Calls on Friday" }), take: "both" },
      ],
    };
  };
  return {
    duplicatesList: async (kind) => ({ pairs: left[kind], total: left[kind].length, sure: left[kind].filter(({ strength }) => strength >= 5).length }),
    duplicatesSides: async (kind, one, other) => sides(kind, one, other),
    duplicatesMerge: async ({ kind, one, other }) => {
      drop(of(one, other));
      return { id: one, action: commit([kind], `${kind}_merged`).action, merged: 1 };
    },
    duplicatesMergeSure: async (kind) => {
      const sure = left[kind].filter(({ strength }) => strength >= 5);
      drop((pair) => sure.includes(pair));
      return { id: "p1", action: commit([kind], `${kind}_merged`).action, merged: sure.length };
    },
    duplicatesSeparate: async (kind) => commit([kind], `${kind}_separated`),
    duplicatesDistinct: async (one, other) => {
      drop(of(one, other));
      return commit(["distinct_pairs"], "told_apart");
    },
    duplicatesLikely: async ({ kind, name }) => {
      const known = kind === "people" ? people : organizations;
      return known.filter(({ one, other }) => [one.name, other.name].includes(name.trim())).map(({ one }) => ({ row: one, closely: true }));
    },
  };
}
