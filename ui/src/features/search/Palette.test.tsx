import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

async function openPalette(lang: "zh-Hans" | "en" = "zh-Hans") {
  const opened = openAt("/people", { lang });
  await screen.findByTestId("nav-search");
  await opened.user.keyboard("{Control>}k{/Control}");
  await screen.findByTestId("palette-input");
  return opened;
}

const hits = () => screen.getAllByTestId("palette-hit");

describe("palette", () => {
  it("finds organizations, people and deals and opens the chosen one", async () => {
    const { user, where } = await openPalette();
    await user.keyboard("zlq");
    await waitFor(() => expect(hits().map(({ dataset }) => dataset.kind)).toEqual(["organization", "person", "deal"]));
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(where()).toBe("/people/p1"));
    expect(screen.queryByTestId("palette-input")).toBeNull();
  });

  it("sets off what matched", async () => {
    const { user } = await openPalette();
    await user.keyboard("立群");
    await waitFor(() => expect(hits().find(({ dataset }) => dataset.kind === "person")?.querySelector("mark")?.textContent).toBe("立群"));
  });

  it("lists the actions there are and runs one", async () => {
    const { user, where } = await openPalette("en");
    await user.keyboard("pipel");
    // The page first, then its settings.
    await waitFor(() => expect(hits()).toHaveLength(2));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(where()).toBe("/pipeline"));
  });

  it("Ctrl+Enter logs a call with the person", async () => {
    const { user } = await openPalette();
    await user.keyboard("zlq");
    await waitFor(() => expect(hits()).toHaveLength(3));
    await user.keyboard("{ArrowDown}{Control>}{Enter}{/Control}");
    expect(await screen.findByTestId("quicklog-input")).toHaveProperty("value", "张立群 ");
  });

  it("says so when nothing is found", async () => {
    const { user } = await openPalette();
    await user.keyboard("qqqq");
    expect(await screen.findByText("没找到「qqqq」")).toBeTruthy();
  });

  it("lists no two actions that read the same", async () => {
    const { user } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(hits().length).toBeGreaterThan(5));
    const names = hits().map((hit) => hit.querySelector("span")?.textContent);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names).toContain("记一笔");
  });

  it("finds a page by its initials, and by its English words in Chinese", async () => {
    const { user, where } = await openPalette();
    await user.keyboard("hsz");
    await waitFor(() => expect(hits()[0]?.querySelector("mark")?.textContent).toBe("回收站"));
    await user.clear(screen.getByTestId("palette-input"));
    await user.keyboard("recycle");
    await waitFor(() => expect(hits()).toHaveLength(1));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(where()).toBe("/bin"));
  });

  it("does what belongs to another page by going there first", async () => {
    const { user, where } = openAt("/today", { lang: "en" });
    await screen.findByTestId("today-phone");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByTestId("palette-input"), "new person{Enter}");
    expect(await screen.findByTestId("person-form")).toBeTruthy();
    expect(where()).toBe("/people");
  });

  it("offers what was opened last while nothing is typed", async () => {
    const { user } = await openPalette();
    await user.keyboard("zlq");
    await waitFor(() => expect(hits()).toHaveLength(3));
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(screen.queryByTestId("palette-input")).toBeNull());
    await user.keyboard("{Control>}k{/Control}");
    await waitFor(() => expect(hits()[0]?.textContent).toContain("张立群"));
  });

  it("finds what was said, marks it, and opens the record at that conversation", async () => {
    const { user, where } = await openPalette();
    await user.type(screen.getByTestId("palette-input"), "截图");
    await waitFor(() => expect(hits().some(({ dataset }) => dataset.kind === "touchpoint")).toBe(true));
    const said = hits().find(({ dataset }) => dataset.kind === "touchpoint");
    expect(said?.querySelector("mark")?.textContent).toBe("截图");
    if (said) await user.click(said);
    await waitFor(() => expect(where()).toMatch(/^\/people\/p\d/));
    await waitFor(() => expect(document.querySelector("[data-pointed]")?.textContent).toContain("截图"));
  });

  it("shows one kind alone and comes back by Escape", async () => {
    const { user } = await openPalette();
    await user.keyboard("zlq");
    await waitFor(() => expect(hits()).toHaveLength(3));
    const people = screen.getAllByTestId("palette-kind").find(({ dataset }) => dataset.kind === "person");
    if (people) await user.click(people);
    await waitFor(() => expect(hits().map(({ dataset }) => dataset.kind)).toEqual(["person"]));
    await user.click(screen.getByTestId("palette-input"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(hits()).toHaveLength(3));
  });

  it("says what may be typed while nothing is", async () => {
    await openPalette();
    expect((await screen.findByTestId("palette-examples")).textContent).toContain("2231");
  });
});
