import { describe, expect, it } from "vitest";
import { choose, chosen, everything, isChosen, nothing } from "./selection";

describe("selection", () => {
  it("counts what is named, or all but what is named", () => {
    const some = choose(nothing, ["a", "b"], true);
    expect([chosen(some, 10), isChosen(some, "a"), isChosen(some, "c")]).toEqual([2, true, false]);
    const most = choose(everything, ["a"], false);
    expect([chosen(most, 10), isChosen(most, "a"), isChosen(most, "c")]).toEqual([9, false, true]);
    expect(chosen(choose(most, ["a"], true), 10)).toBe(10);
  });
});
