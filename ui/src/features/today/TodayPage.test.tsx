import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

const rows = () => screen.findAllByTestId("today-row");
const named = async (name: string) => {
  const found = (await rows()).find((row) => row.textContent.includes(name));
  if (found === undefined) throw new Error(`no row for ${name}`);
  return found;
};

describe("today", () => {
  it("opens on the most overdue row with its number large", async () => {
    openAt("/today");
    expect(await screen.findByTestId("today-phone")).toHaveProperty("textContent", "138 1234 2231");
    expect((await rows()).length).toBe(8);
    expect(within(screen.getByTestId("today-detail")).getByText("原定 11月17日 周二，今天已过 2 天。")).toBeTruthy();
    expect(screen.getByTestId("today-progress").textContent).toContain("还有 8 件，已办 5 件");
  });

  it("done with Space lingers with a check, opens the next row and offers undo", async () => {
    const { user, fake } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard(" ");
    await waitFor(async () => expect((await named("张立群")).dataset.state).toBe("done"));
    expect((await named("王海燕")).getAttribute("aria-selected")).toBe("true");
    expect(fake.calls.find(({ name }) => name === "followupsDone")?.args[0]).toBe("f1");
    const toast = await screen.findByTestId("toast");
    expect(toast.textContent).toContain("「回访：试用反馈与价格方案」办完了");
    await user.click(within(toast).getByRole("button"));
    await waitFor(() => expect(fake.calls.some(({ name, args }) => name === "actionsUndo" && args[0] === "a1")).toBe(true));
    await waitFor(async () => expect((await named("张立群")).dataset.state).toBe("open"));
  });

  it("no answer is one key and opens the next person", async () => {
    const { user, fake } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard("m");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "touchpointsMissed")?.args).toEqual(["p1", "f1", "再打一次"]));
    await waitFor(async () => expect((await named("王海燕")).getAttribute("aria-selected")).toBe("true"));
  });

  it("later asks when and tomorrow is the day after the workspace's today", async () => {
    const { user, fake } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard("s");
    await user.click(await screen.findByTestId("later-tomorrow"));
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "followupsPostpone")?.args).toEqual(["f1", "2026-11-20"]));
  });

  it("j and k move, Enter opens the record", async () => {
    const { user, where } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard("jjk{Enter}");
    await waitFor(() => expect(where()).toBe("/people/p2"));
  });

  it("a touchpoint without a person is given one from the keyboard", async () => {
    const { user, fake } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.click(await named("还不知道"));
    await user.keyboard("{Enter}");
    await user.keyboard("张国");
    await screen.findAllByTestId("person-hit");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "touchpointsAssign")?.args).toEqual(["t-who", { existing: "p8" }]));
  });

  it("logging from a row keeps its promise in one action", async () => {
    const { user, fake } = openAt("/today");
    await screen.findByTestId("today-phone");
    await user.keyboard("l");
    await user.type(await screen.findByTestId("quicklog-input"), "电话 有意向");
    await screen.findByTestId("quicklog-cell-outcome");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "quicklogSave")?.args[2]).toBe("f1"));
    const toast = await screen.findByTestId("toast");
    await user.click(within(toast).getByRole("button"));
    await waitFor(() => expect(fake.calls.filter(({ name }) => name === "actionsUndo").map(({ args }) => args[0])).toEqual(["a1"]));
  });

  it("says so when there is nothing to do", async () => {
    openAt("/today", { empty: true, lang: "en" });
    expect(await screen.findByText("Nothing to do yet")).toBeTruthy();
  });

  it("shows a refusal in words and keeps the row", async () => {
    const { user, fake } = openAt("/today", { lang: "en" });
    await screen.findByTestId("today-phone");
    fake.refuse("followupsDone", "disk_full");
    await user.keyboard(" ");
    expect((await screen.findByTestId("toast")).textContent).toContain("The disk is full");
    expect((await named("Zhang Liqun")).dataset.state).toBe("open");
  });
});
