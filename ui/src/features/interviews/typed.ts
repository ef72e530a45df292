// What is typed on a sheet and not kept yet. Pure: how it differs from what is kept, what a draft
// stores of it, and what leaving a question keeps.
import type { AnswerInput, AnswerState, Sheet, SheetQuestion } from "../../ipc/bindings.gen";

/** `state` null: nothing was chosen, the words decide. */
export type Entry = { text: string; verbatim: boolean; state: AnswerState | null };
export type Typed = { at: string | null; minutes: number; entries: Readonly<Record<string, Entry>> };

export const untyped: Typed = { at: null, minutes: 0, entries: {} };

const kept = (question: SheetQuestion): Entry => ({
  text: question.answer ?? "",
  verbatim: question.verbatim,
  state: question.state === "not_asked" ? null : question.state,
});

export const entryOf = (typed: Typed, question: SheetQuestion): Entry => typed.entries[question.id] ?? kept(question);

/** What the buttons and the list show: chosen, or said by the words. */
export function stateOf({ text, state }: Entry): AnswerState {
  if (state === null || state === "answered") return text.trim() === "" ? "not_asked" : "answered";
  return state;
}

/** What leaving the question keeps; null: nothing new. */
export function toKeep(typed: Typed, question: SheetQuestion): AnswerInput | null {
  const entry = typed.entries[question.id];
  if (entry === undefined) return null;
  const text = entry.text.trim();
  const state = stateOf(entry);
  const same = state === question.state && text === (question.answer ?? "").trim() && (text === "" || entry.verbatim === question.verbatim);
  return same ? null : { question: question.id, state, text: text === "" ? null : text, verbatim: entry.verbatim };
}

/** Questions whose words are only in the draft. */
export const pending = (typed: Typed, sheet: Sheet): SheetQuestion[] => sheet.questions.filter((question) => toKeep(typed, question) !== null);

export function withEntry(typed: Typed, question: SheetQuestion, change: Partial<Entry>): Typed {
  return { ...typed, entries: { ...typed.entries, [question.id]: { ...entryOf(typed, question), ...change } } };
}

/** The draft: only what is not kept, the place in the sheet, the minutes. */
export function store(typed: Typed, sheet: Sheet): string {
  const entries = Object.fromEntries(pending(typed, sheet).map(({ id }) => [id, typed.entries[id]]));
  return JSON.stringify({ at: typed.at, minutes: typed.minutes, entries });
}

const states = ["answered", "no_answer", "not_asked"] as const satisfies readonly AnswerState[];

function entry(value: unknown): Entry | null {
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string") return null;
  const state = "state" in value ? (states.find((one) => one === value.state) ?? null) : null;
  return { text: value.text, verbatim: "verbatim" in value && value.verbatim === true, state };
}

/** A stored draft; parts that cannot be read are left out. */
export function restore(body: string | null): Typed {
  if (body === null || body === "") return untyped;
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== "object" || value === null) return untyped;
    const entries: Record<string, Entry> = {};
    const stored = "entries" in value && typeof value.entries === "object" && value.entries !== null ? value.entries : {};
    for (const [id, one] of Object.entries(stored)) {
      const read = entry(one);
      if (read !== null) entries[id] = read;
    }
    return {
      at: "at" in value && typeof value.at === "string" ? value.at : null,
      minutes: "minutes" in value && typeof value.minutes === "number" ? value.minutes : 0,
      entries,
    };
  } catch {
    return untyped;
  }
}
