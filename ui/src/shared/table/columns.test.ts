import { describe, expect, it } from "vitest";
import { inOrder } from "./columns";

const all = ["name", "firm", "grade", "city"].map((key) => ({ key }));
const order = (keys: string[]) => inOrder(all, keys).map(({ key }) => key);

describe("columns in an order of one's own", () => {
  it("stand as they are named, and those not named behind the one before them", () => {
    expect(order([])).toEqual(["name", "firm", "grade", "city"]);
    expect(order(["name", "city", "firm", "grade"])).toEqual(["name", "city", "firm", "grade"]);
    expect(order(["name", "city", "firm"])).toEqual(["name", "city", "firm", "grade"]);
    expect(order(["name", "grade", "gone"])).toEqual(["name", "firm", "grade", "city"]);
  });
});
