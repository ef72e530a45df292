// The text in hand. It starts from a kept draft, is stored again within a second of every change, and
// puts go out one after the other, so that a late one never revives what was saved.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keeper } from "../../shared/hooks/keeper";
import type { QuickLogStart } from "../../shared/hooks/overlays";
import { type Draft, emptyDraft, noFix, restore, store } from "./draft";
import { keepDraft, quicklogQueries } from "./queries";

const REST_MS = 400;
const { put, note, flush } = keeper(keepDraft);

function begin({ person, text }: QuickLogStart): Draft {
  if (person === undefined) return text === undefined ? emptyDraft : { text, corrections: [] };
  return { text: text ?? `${person.name} `, corrections: [{ fix: { ...noFix, person: { existing: person.id } }, anchor: person.name }] };
}

export function useDraft(start: QuickLogStart) {
  const client = useQueryClient();
  const place = start.person === undefined ? "quicklog" : `quicklog:${start.person.id}`;
  const [first] = useState(() => begin(start));
  const [draft, setDraft] = useState(first);
  const [closed, setClosed] = useState(false);

  useEffect(() => {
    void client.fetchQuery(quicklogQueries.draft(place)).then((body) => {
      const kept = restore(body);
      if (kept !== null) setDraft((current) => (current === first ? kept : current));
    }, () => undefined);
  }, [client, place, first]);

  useEffect(() => {
    if (draft === first || closed) return;
    note(place, store(draft));
    const timer = setTimeout(flush, REST_MS);
    return () => clearTimeout(timer);
  }, [draft, first, place, closed]);
  // However the box goes away, what was typed last is stored.
  useEffect(() => flush, []);

  return {
    draft,
    setDraft,
    discard: () => {
      setClosed(true);
      note(place, null);
      void put(place, "");
    },
  };
}
