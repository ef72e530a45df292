import { describe, expect, it } from "vitest";
import type { GuideRecord } from "../../ipc/bindings.gen";
import { asksSomething, edited, input, moved, newGuide, newQuestion, restore, store, without, withWords } from "./edited";

const record: GuideRecord = {
  guide: { id: "g", name: "Ours", builtin: null, purpose: "own", channel: "call", version: 2, questions: 2, interviews: 1 },
  questions: [
    { id: "a", wordings: [{ lang: "en", title: "A", text: "A?", probe: "why" }] },
    { id: "b", wordings: [{ lang: "zh-Hans", title: "乙", text: "乙？", probe: null }] },
  ],
};

describe("editing a guide", () => {
  it("hands in what was read when nothing is changed", () => {
    expect(input(edited(record)).questions).toEqual(record.questions);
  });

  it("moves within the list and no further", () => {
    const ids = (guide: ReturnType<typeof edited>) => guide.questions.map(({ id }) => id);
    expect(ids(moved(edited(record), 0, 1))).toEqual(["b", "a"]);
    expect(ids(moved(edited(record), 0, -1))).toEqual(["a", "b"]);
    expect(ids(moved(edited(record), 1, 1))).toEqual(["a", "b"]);
  });

  it("comes back out of a draft as it was, with keys of its own", () => {
    const blank = newGuide();
    const written = withWords({ ...blank, name: "新的" }, blank.questions[0]?.key ?? "", "en", { text: "Why?" });
    expect(asksSomething(written)).toBe(true);
    expect(input(restore(store(written)) ?? newGuide())).toEqual(input(written));
    expect(restore(store(edited(record)))?.questions.map(({ id }) => id)).toEqual(["a", "b"]);
    expect([restore(null), restore(""), restore("{"), restore("3")]).toEqual([null, null, null, null]);
  });

  it("leaves out languages without a question, and takes questions away", () => {
    const changed = withWords(edited(record), "a", "en", { text: " " });
    expect(input(changed).questions[0]?.wordings).toEqual([]);
    expect(without(changed, "b").questions).toHaveLength(1);
    expect(asksSomething(changed)).toBe(true);
    expect(asksSomething(newGuide())).toBe(false);
    expect(newQuestion().key).not.toBe(newQuestion().key);
  });
});
