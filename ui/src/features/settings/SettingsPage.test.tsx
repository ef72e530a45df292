import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";
import { serious } from "../../test/serious";

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

describe("settings sections", () => {
  it("saves a member with a toast that can undo, and lists them by name without figures", async () => {
    const { user, fake } = openAt("/settings/members", { lang: "en" });
    const rows = await screen.findAllByTestId("member-row");
    expect(rows.map((row) => row.textContent).join(" ")).not.toMatch(/\d/);
    await user.keyboard("n");
    await user.type(await screen.findByTestId("member-name"), "Ada{Enter}");
    expect((await screen.findByTestId("toast")).textContent).toContain("Ada");
    expect(fake.calls.find(({ name }) => name === "membersSave")?.args[0]).toMatchObject({ name: "Ada", role: "sales", active: true });
  });

  it("moves a stage with Alt and the arrows and asks where deals go before one is removed", async () => {
    const { user, fake } = openAt("/settings/pipelines", { lang: "en" });
    const [first, second] = await screen.findAllByTestId("stage-row");
    second?.focus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    const order = fake.calls.find(({ name }) => name === "stagesOrder");
    expect(JSON.stringify(order?.args[1])).toMatch(/^\["s-Contacted","s-New lead",/);
    expect(first).toBeTruthy();
    await user.click(await screen.findByText("Contacted"));
    await user.click(await screen.findByTestId("stage-remove"));
    expect((await screen.findByTestId("stage-remove-run")).hasAttribute("disabled")).toBe(true);
  });

  it("merges a tag into another in one action", async () => {
    const { user, fake } = openAt("/settings/labels", { lang: "en" });
    await user.click((await screen.findAllByTestId("label-row"))[1] ?? document.body);
    await user.type(await screen.findByTestId("label-into"), "price{ArrowDown}{Enter}");
    await user.click(screen.getByTestId("label-merge"));
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "labelsMerge")?.args).toEqual(["tags", "t2", "t1"]));
  });

  it("shows what a backup holds before it is restored", async () => {
    const { user, fake } = openAt("/settings/backups", { lang: "en" });
    await user.click((await screen.findAllByTestId("backup-restore"))[0] ?? document.body);
    expect((await screen.findByTestId("restore-people")).textContent).toContain("407");
    expect(screen.getByTestId("restore-lost").textContent).toContain("2 things");
    expect(fake.calls.some(({ name }) => name === "backupsRestore")).toBe(false);
    await user.click(screen.getByTestId("restore-run"));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "backupsRestore")).toBe(true));
  });

  it.each(["members", "pipelines", "labels", "look", "workspace", "backups", "about"])("%s has no serious accessibility violation", async (section) => {
    openAt(`/settings/${section}`);
    await screen.findByTestId(`panel-${section}`);
    await waitFor(() => expect(document.querySelector('[role="status"]')).toBeNull());
    expect(await serious()).toEqual([]);
  });
});
