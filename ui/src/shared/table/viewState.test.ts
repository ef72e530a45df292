import { describe, expect, it } from "vitest";
import { sameSearch, searchOf, stateOf } from "./viewState";

describe("a kept view", () => {
  const state = { query: null, sort: "grade", desc: true, filters: ["grade=A", "grade=B"], columns: ["name"], widths: {} };

  it("becomes the address that it came from", () => {
    const search = searchOf("v1", state);
    expect(search).toEqual({ v: "v1", sort: "grade", desc: true, f: ["grade=A", "grade=B"] });
    expect(stateOf(search, { columns: ["name"], widths: {} })).toEqual(state);
  });

  it("is changed by another filter or order, not by the order of its filters", () => {
    const search = searchOf("v1", state);
    expect(sameSearch(search, { ...search, f: ["grade=B", "grade=A"] })).toBe(true);
    expect(sameSearch(search, { ...search, f: ["grade=B"] })).toBe(false);
    expect(sameSearch(search, { ...search, desc: false })).toBe(false);
    expect(sameSearch(searchOf("v2", {}), {})).toBe(true);
  });
});
