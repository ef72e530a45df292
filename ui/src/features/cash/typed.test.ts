import { describe, expect, it } from "vitest";
import { decimal, minorOf, plain, plainMinor } from "./typed";

describe("typed numbers", () => {
  it.each([
    ["1234.5", 2, 123450], ["1,234.50", 2, 123450], ["￥86,000", 2, 8600000], ["１２", 0, 12], [".5", 3, 500], ["12.5 %", 2, 1250], ["-3", 2, -300], ["90071992547409.91", 2, 9007199254740991],
  ])("%s with %i places is %i", (typed, places, value) => expect(decimal(typed, places)).toBe(value));

  it.each(["", ".", "-", "abc", "1.2.3", "1e5", "1.234", "90071992547409.92"])("“%s” is no amount", (typed) => expect(decimal(typed, 2)).toBeNull());

  it("what stands in a field reads back the same", () => {
    for (const value of [0, 1, 10, 99, 100, 12345, -250, 9007199254740991]) expect(decimal(plain(value, 2), 2)).toBe(value);
    expect(plainMinor(150, "JPY")).toBe("150");
    expect(minorOf("1.5", "JPY")).toBeNull();
    expect(plain(1500, 3)).toBe("1.5");
  });
});
