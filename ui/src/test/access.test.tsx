import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "./openAt";
import { serious } from "./serious";

describe("accessibility", () => {
  it.each([
    ["/today", "today-phone"],
    ["/people", "person-row"],
    ["/organizations", "organization-row"],
  ])("%s has no serious violation", async (path, sign) => {
    openAt(path);
    await screen.findAllByTestId(sign);
    expect(await serious()).toEqual([]);
  });

  it("the quick log has none, also while it asks who", async () => {
    const { user } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard("{Control>}l{/Control}");
    await user.type(await screen.findByTestId("quicklog-input"), "张总 电话");
    await screen.findAllByTestId("quicklog-choice");
    expect(await serious()).toEqual([]);
  });

  it("the palette has none", async () => {
    const { user } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard("{Control>}k{/Control}");
    await screen.findAllByTestId("palette-hit");
    expect(await serious()).toEqual([]);
  });
});
