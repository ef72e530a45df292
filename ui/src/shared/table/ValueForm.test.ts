import { describe, expect, it } from "vitest";
import { rangeProblem, rangeWord } from "./ValueForm";

describe("numbers from one to another", () => {
  it("may be open at one end and must be numbers in their order", () => {
    expect(rangeProblem("", "")).toBe("missing");
    expect(rangeProblem("1,000", "")).toBeNull();
    expect(rangeProblem("x", "2")).toBe("number");
    expect(rangeProblem("3", "2")).toBe("order");
    expect(rangeProblem("-3", "2.5")).toBeNull();
    expect(rangeWord("1,000", " ")).toBe("1000..");
  });
});
