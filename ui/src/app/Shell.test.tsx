import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../test/openAt";

describe("shell", () => {
  it("switches language at once and marks the document with it", async () => {
    const { user } = openAt("/settings/look");
    await user.click(await screen.findByTestId("language-en"));
    await waitFor(() => expect(document.documentElement.lang).toBe("en"));
    expect(await screen.findByText("Organizations")).toBeTruthy();
    await user.click(await screen.findByTestId("language-zh-Hant"));
    await waitFor(() => expect(screen.getByTestId("nav-people").textContent).toContain("聯絡人"));
  });

  it("Ctrl+Z undoes and says what, but a text field keeps its own", async () => {
    const { user, fake } = openAt("/people");
    const filter = await screen.findByTestId("people-filter");
    await user.click(filter);
    await user.keyboard("{Control>}z{/Control}");
    expect(fake.calls.some(({ name }) => name === "actionsUndo")).toBe(false);
    filter.blur();
    await user.keyboard("{Control>}z{/Control}");
    expect((await screen.findByTestId("toast")).textContent).toContain("已撤销：移动商机「澄明科技」");
  });

  it("? lists every shortcut", async () => {
    const { user } = openAt("/people", { lang: "en" });
    await screen.findByTestId("nav-search");
    await user.keyboard("?");
    expect((await screen.findByTestId("shortcut-sheet")).textContent).toContain("Quick log");
  });

  it("g and a letter go to a page", async () => {
    const { user, where } = openAt("/people");
    await screen.findByTestId("nav-search");
    await user.keyboard("go");
    await waitFor(() => expect(where()).toBe("/organizations"));
  });

  it("a change of another process refreshes what reads that noun, and nothing else", async () => {
    const { fake } = openAt("/people");
    await screen.findAllByTestId("person-row");
    const reads = () => fake.calls.filter(({ name }) => name === "peopleList").length;
    const before = reads();
    fake.emit("changes", { nouns: ["products"], cursor: "9" });
    fake.emit("changes", { nouns: ["people"], cursor: "10" });
    await waitFor(() => expect(reads()).toBe(before + 1));
  });

  it("the menu says how many may be there twice and leads to them", async () => {
    const { user, where } = openAt("/people");
    await user.click(await screen.findByTestId("workspace-name"));
    expect((await screen.findByTestId("menu-duplicates-count")).textContent).toMatch(/^\d+$/);
    await user.click(screen.getByTestId("menu-duplicates"));
    await waitFor(() => expect(where()).toBe("/duplicates"));
  });
});
