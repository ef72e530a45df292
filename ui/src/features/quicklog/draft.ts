// The text in hand and the corrections to each of its lines. Pure: what the screen keeps, what a
// draft stores, and how corrections follow their lines while the text changes.
import type { LineFix } from "../../ipc/bindings.gen";

export const noFix: LineFix = {
  person: null, channel: null, direction: null, minutes: null, at: null, outcome: null, sentiment: null,
  next_title: null, next_due_on: null, next_due_time: null, tags: null, deal: null, new_deal: null, clear: [],
};

/** `anchor`: the words a chosen person stood for; once they are gone from the line, so is the choice. */
export type Correction = { fix: LineFix; anchor: string };
export type Draft = { text: string; corrections: readonly Correction[] };

export const emptyDraft: Draft = { text: "", corrections: [] };
const untouched: Correction = { fix: noFix, anchor: "" };

/** Core reads lines that say something; blank ones are only air. */
export const linesOf = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

export function fixesOf(draft: Draft): LineFix[] {
  return linesOf(draft.text).map((_line, index) => (draft.corrections[index] ?? untouched).fix);
}

/** The line the caret stands in, counted without blank lines. */
export function lineAt(text: string, caret: number): number {
  return Math.max(0, linesOf(text.slice(0, caret)).length - (text.slice(0, caret).endsWith("\n") ? 0 : 1));
}

function follow(line: string, { fix, anchor }: Correction): Correction {
  return anchor === "" || line.includes(anchor) ? { fix, anchor } : { fix: { ...fix, person: null }, anchor: "" };
}

/** The draft with another text: each line keeps its corrections, also when lines come or go above it. */
export function withText(draft: Draft, text: string): Draft {
  const before = linesOf(draft.text);
  const after = linesOf(text);
  const corrections = after.map((line, index) => {
    const same = before.length === after.length ? index : before.indexOf(line);
    const moved = same >= 0 ? same : index < before.length && !after.includes(before[index] ?? "") ? index : -1;
    return follow(line, draft.corrections[moved] ?? untouched);
  });
  return { text, corrections };
}

export function withFix(draft: Draft, line: number, change: Partial<LineFix>, anchor?: string): Draft {
  const corrections = linesOf(draft.text).map((_line, index) => {
    const old = draft.corrections[index] ?? untouched;
    return index === line ? { fix: { ...old.fix, ...change }, anchor: anchor ?? old.anchor } : old;
  });
  return { ...draft, corrections };
}

export const store = (draft: Draft): string => (draft.text.trim() === "" ? "" : JSON.stringify(draft));

function isDraft(value: unknown): value is Draft {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string" && "corrections" in value && Array.isArray(value.corrections);
}

/** A stored draft; what cannot be read is at least kept as plain text. */
export function restore(body: string | null): Draft | null {
  if (body === null || body === "") return null;
  try {
    const value: unknown = JSON.parse(body);
    return isDraft(value) ? value : { text: body, corrections: [] };
  } catch {
    return { text: body, corrections: [] };
  }
}
