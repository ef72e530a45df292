import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

describe("this week", () => {
  it("stands under the queue with last week beside each figure", async () => {
    openAt("/today");
    expect((await screen.findByTestId("week-conversations")).textContent).toBe("聊过23上周 19");
    expect(screen.getByTestId("week-signed").textContent).toContain("1 单没金额");
    expect(screen.getAllByTestId("week-tag").map(({ textContent }) => textContent)[0]).toBe("价格6 人");
  });

  it("opens a figure with its formula, its days and the rows behind it", async () => {
    const { user, where } = openAt("/today", { lang: "en" });
    await user.click(await screen.findByTestId("week-conversations"));
    const passport = await screen.findByTestId("week-passport");
    expect(passport.textContent).toContain("Touchpoints in which the other side took part");
    expect(passport.textContent).toContain("6 attempts nobody answered");
    await user.click(await screen.findByTestId("week-row"));
    await waitFor(() => expect(where()).toBe("/people/p1"));
  });

  it("folds away with one key and stays so", async () => {
    const { user } = openAt("/today");
    await screen.findByTestId("week-conversations");
    await user.keyboard("w");
    await waitFor(() => expect(screen.queryByTestId("week-conversations")).toBeNull());
    expect(localStorage.getItem("today.week")).toBe("closed");
  });
});
