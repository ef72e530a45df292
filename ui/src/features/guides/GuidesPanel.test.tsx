import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it, vi } from "vitest";
import { openAt, type Opened } from "../../test/openAt";

const of = (opened: Opened, name: string) => opened.fake.calls.filter((one) => one.name === name).map(({ args }) => args);

async function atGuides(): Promise<Opened> {
  const opened = openAt("/settings/guides");
  await screen.findAllByTestId("guide-question");
  return opened;
}

describe("guides in the settings", () => {
  it("shows what a guide asks, in the language chosen", async () => {
    const { user } = await atGuides();
    expect(screen.getAllByTestId("guide-question")[0]?.textContent).toContain("眼下的情况");
    await user.click(within(screen.getByTestId("guide-lang")).getByText("English"));
    expect(screen.getAllByTestId("guide-question")[0]?.textContent).toContain("How does the present situation");
  });

  it("copies a built-in guide, and the copy is edited and saved by keys", async () => {
    const opened = await atGuides();
    expect(screen.queryByTestId("action-guides.edit")).toBeNull();
    await opened.user.keyboard("c");
    await screen.findByTestId("action-guides.edit");
    await opened.user.keyboard("e");
    const name = await screen.findByTestId<HTMLInputElement>("guide-name");
    await opened.user.clear(name);
    await opened.user.type(name, "我们的关怀");
    await opened.user.click(screen.getByTestId("guide-add"));
    await opened.user.type(screen.getAllByTestId("guide-text").at(-1) ?? name, "还有吗？");
    await opened.user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(of(opened, "guidesSave")).toHaveLength(1));
    const [[input] = []] = of(opened, "guidesSave");
    expect(input).toMatchObject({ name: "我们的关怀", questions: { length: 4 } });
  });

  it("does not save a guide without a name or a question", async () => {
    const opened = await atGuides();
    await opened.user.keyboard("n");
    await screen.findByTestId("guide-name");
    await opened.user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByRole("alert")).toBeDefined();
    expect(of(opened, "guidesSave")).toEqual([]);
  });

  it("keeps what was written until it is saved or given up", async () => {
    const opened = await atGuides();
    await opened.user.keyboard("n");
    await opened.user.type(await screen.findByTestId("guide-name"), "半张");
    await opened.user.click(screen.getByTestId("settings-about"));
    await screen.findByTestId("about-version");
    await opened.user.click(screen.getByTestId("settings-guides"));
    await screen.findAllByTestId("guide-question");
    await opened.user.keyboard("n");
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("guide-name").value).toBe("半张"));
    await opened.user.click(screen.getByTestId("guide-cancel"));
    await screen.findAllByTestId("guide-question");
    await opened.user.keyboard("n");
    expect((await screen.findByTestId<HTMLInputElement>("guide-name")).value).toBe("");
  });

  it("prints a blank sheet with room for every answer", async () => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    const opened = await atGuides();
    await opened.user.keyboard("p");
    expect(print).toHaveBeenCalledOnce();
    expect(document.querySelector("[data-print]")?.textContent).toContain("未问");
    print.mockRestore();
  });

  it("has no serious accessibility violation", async () => {
    await atGuides();
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });
});
