import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

describe("first run", () => {
  it("asks in the chosen language at once and begins by keyboard alone", async () => {
    const { user, fake, where } = openAt("/", { first: true, lang: "zh-Hans" });
    await waitFor(() => expect(document.activeElement?.getAttribute("data-testid")).toMatch(/^first-(zh|en)/));
    document.querySelector<HTMLElement>('[data-testid="first-en"]')?.focus();
    await user.keyboard(" ");
    expect(await screen.findByText("Your name")).toBeTruthy();
    await user.tab();
    await user.keyboard("Ada{Enter}");
    await waitFor(() => expect(where()).toBe("/today"));
    // Whoever looks for the first time is shown something.
    const begun = fake.calls.find(({ name }) => name === "workspacesBegin");
    expect(begun?.args[1]).toMatchObject({ lang: "en", member: "Ada", role: "founder", zone: "Asia/Shanghai", currency: "USD" });
    expect(fake.calls.some(({ name }) => name === "workspacesOpenSample")).toBe(true);
  });

  it("asks for the name before it begins, and begins empty where that was chosen", async () => {
    const { user, fake } = openAt("/", { first: true });
    await user.click(await screen.findByTestId("first-empty"));
    await user.click(screen.getByTestId("first-begin"));
    expect(fake.calls.some(({ name }) => name === "workspacesBegin")).toBe(false);
    await user.type(screen.getByTestId("first-name"), "王宁{Enter}");
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "workspacesBegin")).toBe(true));
    expect(fake.calls.some(({ name }) => name === "workspacesOpenSample")).toBe(false);
  });

  it("says where a refused folder is better kept, and keeps it there", async () => {
    const { user, fake } = openAt("/", { first: true });
    await user.type(await screen.findByTestId("first-name"), "王宁");
    fake.refuse("workspacesBegin", "workspace_synced");
    await user.click(screen.getByTestId("first-begin"));
    expect((await screen.findByRole("alert")).textContent).toContain("别的软件");
  });
});
