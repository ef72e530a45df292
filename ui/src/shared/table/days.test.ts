import { describe, expect, it } from "vitest";
import { daysOf, dayWord } from "./days";

describe("days of a filter", () => {
  it("become a word only when they make sense", () => {
    expect(dayWord({ older: " 14 " })).toBe("older:14");
    expect(dayWord({ older: "x" })).toBeNull();
    expect(dayWord({ from: "2026-01-01", to: "2026-02-01" })).toBe("2026-01-01..2026-02-01");
    expect(dayWord({ from: "2026-01-01", to: "" })).toBe("2026-01-01..");
    expect(dayWord({ from: "", to: "2026-01-01" })).toBe("..2026-01-01");
    expect(dayWord({ from: "2026-02-01", to: "2026-01-01" })).toBeNull();
    expect(dayWord({ from: "", to: "" })).toBeNull();
  });

  it("are read back out of it", () => {
    expect(daysOf("older:14")).toEqual({ older: "14", from: "", to: "" });
    expect(daysOf("2026-01-01..")).toEqual({ older: "30", from: "2026-01-01", to: "" });
    expect(daysOf(undefined)).toEqual({ older: "30", from: "", to: "" });
  });
});
