import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

describe("settings", () => {
  it("opens with g s and a section with its own keys", async () => {
    const { user, where } = openAt("/people");
    await screen.findByTestId("nav-search");
    await user.keyboard("gs");
    await waitFor(() => expect(where()).toMatch(/^\/settings\//));
    await user.keyboard(",l");
    await waitFor(() => expect(where()).toBe("/settings/look"));
  });

  it("changes rows to compact at once and remembers it", async () => {
    const { user } = openAt("/settings/look");
    await user.click(await screen.findByTestId("density-compact"));
    expect(document.documentElement.style.getPropertyValue("--tl-row")).toBe("30px");
    expect(localStorage.getItem("density")).toBe("compact");
    await user.click(screen.getByTestId("density-comfortable"));
    expect(document.documentElement.style.getPropertyValue("--tl-row")).toBe("34px");
  });

  it("wears the chosen theme at once", async () => {
    const { user } = openAt("/settings/look");
    await user.click(await screen.findByTestId("theme-dark"));
    await waitFor(() => expect(document.documentElement.dataset.mantineColorScheme).toBe("dark"));
  });
});
