// The text in hand, begun with whom it is about; a draft of its own for each person.
import { useState } from "react";
import { useKeptDraft } from "../../shared/drafts/queries";
import type { QuickLogStart } from "../../shared/hooks/overlays";
import { type Draft, emptyDraft, noFix, restore, store } from "./draft";

function begin({ person, text }: QuickLogStart): Draft {
  if (person === undefined) return text === undefined ? emptyDraft : { text, corrections: [] };
  return { text: text ?? `${person.name} `, corrections: [{ fix: { ...noFix, person: { existing: person.id } }, anchor: person.name }] };
}

export function useDraft(start: QuickLogStart) {
  const [first] = useState(() => begin(start));
  return useKeptDraft({ place: start.person === undefined ? "quicklog" : `quicklog:${start.person.id}`, first, store, restore });
}
