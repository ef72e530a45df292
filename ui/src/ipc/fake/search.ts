// What the fake finds: records by name, and words in what its people said.
import type { Found, FoundHit, FoundKind, Hit, PersonRecord } from "../bindings.gen";
import { cast } from "./cast";

type Knows = { lookup: (query: string, limit: number) => Hit[]; person: (id: string) => PersonRecord; empty: boolean };

export function makeFind({ lookup, person, empty }: Knows) {
  const said = (wanted: string): FoundHit[] =>
    cast.slice(0, 2).flatMap(({ id }) => {
      const record = person(id);
      return record.timeline.items.flatMap((item): FoundHit[] => {
        const at = item.kind === "touchpoint" ? (item.summary?.toLowerCase().indexOf(wanted) ?? -1) : -1;
        if (item.kind !== "touchpoint" || at < 0) return [];
        return [{
          kind: "touchpoint", id: item.id, name: record.person.name, matched: [], about: item.organization, detail: null, snippet: { text: item.summary ?? "", matched: [[at, at + wanted.length]] },
          at: item.at, day_only: item.day_only, channel: item.channel, opens: { kind: "person", id }, touchpoint: item.id,
        }];
      });
    });
  return (query: string, kind: FoundKind | null, limit: number): Found => {
    const wanted = query.trim().toLowerCase();
    if (wanted === "" || empty) return { groups: [], waiting: 0 };
    const records = lookup(query, 100).map((hit): FoundHit => ({ ...hit, snippet: null, at: null, day_only: false, channel: null, opens: { kind: hit.kind, id: hit.id }, touchpoint: null }));
    const all = [...records, ...said(wanted)];
    const kinds: FoundKind[] = ["organization", "person", "deal", "touchpoint"];
    const groups = kinds.filter((one) => kind === null || kind === one).map((one) => all.filter((hit) => hit.kind === one)).flatMap((hits) => {
      const [first] = hits;
      return first === undefined ? [] : [{ kind: first.kind, hits: hits.slice(0, limit), total: hits.length, more: false }];
    });
    return { groups, waiting: 0 };
  };
}
