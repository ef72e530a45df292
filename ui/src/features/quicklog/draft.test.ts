import { describe, expect, it } from "vitest";
import { type Draft, emptyDraft, fixesOf, lineAt, restore, store, withFix, withText } from "./draft";

const chosen = (text: string): Draft => withFix(withText(emptyDraft, text), 0, { person: { existing: "p1" } }, "张总");

describe("draft", () => {
  it("keeps the corrections of a line when another is put above it", () => {
    const draft = withText(chosen("张总 电话"), "李四 微信\n张总 电话");
    expect(fixesOf(draft).map(({ person }) => person)).toEqual([null, { existing: "p1" }]);
  });

  it("keeps the corrections while the line grows", () => {
    expect(fixesOf(withText(chosen("张总 电话"), "张总 电话 12分钟"))[0]?.person).toEqual({ existing: "p1" });
  });

  it("forgets a chosen person once the words for them are gone", () => {
    expect(fixesOf(withText(chosen("张总 电话"), "王总 电话"))[0]?.person).toBeNull();
  });

  it("counts lines without the blank ones", () => {
    expect(lineAt("a\n\nb", 4)).toBe(1);
    expect(lineAt("a\n", 2)).toBe(1);
    expect(lineAt("", 0)).toBe(0);
  });

  it("comes back as it was stored, and odd content as plain text", () => {
    const draft = chosen("张总 电话");
    expect(restore(store(draft))).toEqual(draft);
    expect(restore("just words")?.text).toBe("just words");
    expect(restore("")).toBeNull();
  });
});
