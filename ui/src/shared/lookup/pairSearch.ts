// What stands in the address of the page of duplicates: which kind, and two rows where only those are meant.
import type { DuplicatesKind } from "../../ipc/bindings.gen";

export type PairSearch = { kind?: DuplicatesKind; one?: string; other?: string };

/** Reads the search part of an address; anything odd is left out. */
export function pairSearch(raw: Record<string, unknown>): PairSearch {
  return {
    ...(raw.kind === "people" || raw.kind === "organizations" ? { kind: raw.kind } : {}),
    ...(typeof raw.one === "string" ? { one: raw.one } : {}),
    ...(typeof raw.other === "string" ? { other: raw.other } : {}),
  };
}
