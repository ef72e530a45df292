import { describe, expect, it } from "vitest";
import type { Sheet, SheetQuestion } from "../../ipc/bindings.gen";
import { entryOf, pending, restore, stateOf, store, toKeep, untyped, withEntry } from "./typed";

const question = (change: Partial<SheetQuestion> = {}): SheetQuestion => ({
  id: "q1", title: "t", text: "?", probe: null, lang: "en", own: false, state: "not_asked", answer: null, verbatim: false, ...change,
});

describe("what is typed on a sheet", () => {
  it("words are an answer, no words are not asked", () => {
    const typed = withEntry(untyped, question(), { text: " clear " });
    expect(toKeep(typed, question())).toEqual({ question: "q1", state: "answered", text: "clear", verbatim: false });
    expect(toKeep(withEntry(untyped, question(), { text: " " }), question())).toBeNull();
    expect(toKeep(untyped, question())).toBeNull();
  });

  it("asked without an answer is chosen, and keeps a remark", () => {
    expect(toKeep(withEntry(untyped, question(), { state: "no_answer" }), question())).toEqual({ question: "q1", state: "no_answer", text: null, verbatim: false });
    expect(stateOf({ text: "shrugged", verbatim: false, state: "no_answer" })).toBe("no_answer");
  });

  it("what is kept already is not kept again, what changed is", () => {
    const known = question({ state: "answered", answer: "clear" });
    expect(toKeep(withEntry(untyped, known, { text: "clear" }), known)).toBeNull();
    expect(toKeep(withEntry(untyped, known, { verbatim: true }), known)?.verbatim).toBe(true);
    expect(toKeep(withEntry(untyped, known, { text: "" }), known)?.state).toBe("not_asked");
  });

  it("a draft comes back with only what is not kept", () => {
    const sheet = { questions: [question(), question({ id: "q2", state: "answered", answer: "b" })] } satisfies Partial<Sheet>;
    const typed = withEntry(withEntry({ ...untyped, at: "q1", minutes: 4 }, question(), { text: "a" }), question({ id: "q2", state: "answered", answer: "b" }), {});
    const body = store(typed, sheet as Sheet);
    expect(pending(typed, sheet as Sheet).map(({ id }) => id)).toEqual(["q1"]);
    expect(restore(body)).toEqual({ at: "q1", minutes: 4, entries: { q1: { text: "a", verbatim: false, state: null } } });
    expect(entryOf(restore(body), question()).text).toBe("a");
  });

  it("a draft that cannot be read loses nothing else", () => {
    for (const body of [null, "", "{", "[]", '{"entries":{"q":3}}']) expect(restore(body).entries).toEqual({});
  });
});
