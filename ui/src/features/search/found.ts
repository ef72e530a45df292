// What the palette offers, in groups: what was opened last, what was found of each kind, actions.
import type { Found, FoundHit, FoundKind, Hit } from "../../ipc/bindings.gen";
import type { Action } from "../../shared/keys/actions";

export type Entry =
  | { kind: "hit"; hit: FoundHit }
  | { kind: "action"; action: Action }
  /** leads to all that was found of a kind */
  | { kind: "all"; of: FoundKind; total: number; more: boolean };
export type Group = { name: FoundKind | "action" | "recent"; start: number; members: readonly Entry[] };

export const isRecord = (kind: FoundKind) => kind === "organization" || kind === "person" || kind === "deal";

/** A record known by its id, as one that was found. */
export function asFound({ kind, id, name, about, detail, matched }: Hit): FoundHit {
  return { kind, id, name, about, detail, matched, snippet: null, at: null, day_only: false, channel: null, opens: { kind, id }, touchpoint: null };
}

export function inGroups(recent: readonly Entry[], found: Found | undefined, actions: readonly Action[], alone: FoundKind | null): Group[] {
  const groups: Group[] = [];
  let start = 0;
  const add = (name: Group["name"], members: readonly Entry[]) => {
    if (members.length > 0) groups.push({ name, start, members });
    start += members.length;
  };
  add("recent", recent);
  for (const { kind, hits, total, more } of found?.groups ?? []) {
    const entries: Entry[] = hits.map((hit) => ({ kind: "hit", hit }));
    if (alone === null && (total > hits.length || more)) entries.push({ kind: "all", of: kind, total, more });
    add(kind, entries);
  }
  if (alone === null) add("action", actions.map((action) => ({ kind: "action", action })));
  return groups;
}

/** What tells an entry from the others of its group. */
export function keyOf(entry: Entry): string {
  if (entry.kind === "hit") return entry.hit.id;
  return entry.kind === "action" ? entry.action.id : "all";
}
