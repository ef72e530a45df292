// What is being typed and not saved yet. It starts from a kept draft, is stored again within a second of every
// change, and stores of one place go out one after the other, so that a late one never revives what was saved.
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../ipc/call";
import { keeper } from "../hooks/keeper";

const REST_MS = 400;

const draftAt = (place: string) => queryOptions({ queryKey: ["drafts", place] as const, queryFn: () => call.draftsGet(place), staleTime: 0, gcTime: 0 });

const keepers = new Map<string, ReturnType<typeof keeper>>();

function keeperOf(place: string) {
  const known = keepers.get(place) ?? keeper((at, body) => call.draftsPut(at, body));
  keepers.set(place, known);
  return known;
}

type Form<Value> = {
  /** where the draft is kept, such as "quicklog" */
  place: string;
  /** what stands there when nothing was kept; must be the same object every time */
  first: Value;
  store: (value: Value) => string;
  /** null: nothing worth bringing back */
  restore: (body: string | null) => Value | null;
};

export function useKeptDraft<Value>({ place, first, store, restore }: Form<Value>) {
  const client = useQueryClient();
  const [{ put, note, flush }] = useState(() => keeperOf(place));
  const [read] = useState(() => restore);
  const [write] = useState(() => store);
  const [draft, setDraft] = useState(first);
  const [closed, setClosed] = useState(false);

  useEffect(() => {
    void client.fetchQuery(draftAt(place)).then((body) => {
      const kept = read(body);
      if (kept !== null) setDraft((current) => (current === first ? kept : current));
    }, () => undefined);
  }, [client, place, first, read]);

  useEffect(() => {
    if (draft === first || closed) return;
    note(place, write(draft));
    const timer = setTimeout(flush, REST_MS);
    return () => clearTimeout(timer);
  }, [draft, first, place, closed, note, flush, write]);
  // However the form goes away, what was typed last is stored.
  useEffect(() => flush, [flush]);

  return {
    draft,
    setDraft,
    /** Saved or given up: the draft is not needed any more. */
    discard: () => {
      setClosed(true);
      note(place, null);
      void put(place, "");
    },
  };
}
