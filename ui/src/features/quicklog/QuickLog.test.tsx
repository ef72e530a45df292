import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type Opened, openAt } from "../../test/openAt";

const LINE = "张立群 电话 12分钟 有意向，下周三回访 #价格";

async function openLog(lang: "zh-Hans" | "en" = "zh-Hans"): Promise<Opened & { input: HTMLElement }> {
  const opened = openAt("/people", { lang });
  await screen.findAllByTestId("nav-quicklog");
  await opened.user.keyboard("{Control>}l{/Control}");
  return { ...opened, input: await screen.findByTestId("quicklog-input") };
}

const saves = ({ fake }: Opened) => fake.calls.filter(({ name }) => name === "quicklogSave");

describe("quick log", () => {
  it("opens with Ctrl+L, shows what it understood and saves with Enter", async () => {
    const opened = await openLog();
    expect(document.activeElement).toBe(opened.input);
    await opened.user.type(opened.input, LINE);
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-who").textContent).toContain("张立群"));
    expect(screen.getByTestId("quicklog-cell-minutes").textContent).toContain("12 分钟");
    expect(screen.getByTestId("quicklog-cell-next").textContent).toContain("11月25日 周三");
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(saves(opened)).toHaveLength(1));
    expect(saves(opened)[0]?.args[0]).toBe(LINE);
    expect((await screen.findByTestId("toast")).textContent).toContain("记下了，周三提醒你");
    expect(screen.queryByTestId("quicklog-input")).toBeNull();
  });

  it("an Enter that confirms a candidate never saves", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, LINE);
    fireEvent.keyDown(opened.input, { key: "Enter", keyCode: 229, isComposing: true });
    fireEvent.compositionStart(opened.input);
    fireEvent.compositionEnd(opened.input);
    // WebKit: the composition has ended, the confirming Enter still carries 229.
    fireEvent.keyDown(opened.input, { key: "Enter", keyCode: 229 });
    await new Promise((rest) => setTimeout(rest, 60));
    expect(saves(opened)).toHaveLength(0);
    // The next Enter is ours, even where an engine still says 229.
    fireEvent.keyDown(opened.input, { key: "Enter", keyCode: 229 });
    await waitFor(() => expect(saves(opened)).toHaveLength(1));
  });

  it("asks who when several fit: Save waits, a digit chooses, Enter saves", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "张总 电话 12分钟");
    const choices = await screen.findAllByTestId("quicklog-choice");
    expect(choices).toHaveLength(3);
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-who").textContent).toContain("三位张总，选一位"));
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("quicklog-cell-who")));
    expect(saves(opened)).toHaveLength(0);
    await opened.user.keyboard("2");
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-who").textContent).toContain("张国栋"));
    expect(document.activeElement).toBe(opened.input);
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(saves(opened)[0]?.args[1]).toMatchObject([{ person: { existing: "p8" } }]));
  });

  it("can be saved without a person, but only when asked to", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "张总 电话");
    await opened.user.click(await screen.findByTestId("quicklog-choice-none"));
    await waitFor(() => expect(saves(opened)[0]?.args[1]).toMatchObject([{ person: null, clear: ["who"] }]));
  });

  it("shows a new person before saving", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "钱多多 拜访");
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-who").textContent).toContain("新建「钱多多」"));
  });

  it("asks for the day of 年后 instead of guessing", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "张立群 电话 年后回访");
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-next").textContent).toContain("是哪一天？"));
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-next").getAttribute("aria-expanded")).toBe("true"));
    expect(saves(opened)).toHaveLength(0);
  });

  it("Shift+Enter makes a second touchpoint, previewed as a list", async () => {
    const opened = await openLog("en");
    await opened.user.type(opened.input, "Liqun call{Shift>}{Enter}{/Shift}Siyuan wechat");
    await waitFor(() => expect(screen.getAllByTestId("quicklog-line")).toHaveLength(2));
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(saves(opened)).toHaveLength(1));
    expect((await screen.findByTestId("toast")).textContent).toContain("2 saved");
  });

  it("Escape keeps the draft and opening brings it back", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "张立群 半句");
    await opened.user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("quicklog-input")).toBeNull());
    await opened.user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(screen.getByTestId("quicklog-input")).toHaveProperty("value", "张立群 半句"));
  });

  it("a draft is stored without being asked to", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "张");
    await waitFor(() => expect(opened.fake.calls.some(({ name, args }) => name === "draftsPut" && String(args[1]).includes("张"))).toBe(true));
  });

  it("a failed save keeps every word and says what happened", async () => {
    const opened = await openLog();
    opened.fake.refuse("quicklogSave", "disk_full");
    await opened.user.type(opened.input, LINE);
    await opened.user.keyboard("{Enter}");
    expect((await within(screen.getByTestId("quicklog")).findByRole("alert")).textContent).toContain("磁盘满了");
    expect(opened.input).toHaveProperty("value", LINE);
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(saves(opened)).toHaveLength(2));
  });

  it("a corrected channel goes with the line", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "张立群 电话");
    await opened.user.click(await screen.findByTestId("quicklog-cell-channel"));
    await opened.user.click(await screen.findByRole("radio", { name: "拜访" }));
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-channel").textContent).toContain("拜访"));
    await opened.user.keyboard("{Escape}");
    opened.input.focus();
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(saves(opened)[0]?.args[1]).toMatchObject([{ channel: "visit" }]));
  });

  it("says who of a new person's name is here already, and takes them instead", async () => {
    const opened = await openLog();
    await opened.user.type(opened.input, "陈婧 电话 3分钟");
    await waitFor(() => expect(screen.getByTestId("quicklog-cell-who").textContent).toContain("新建"));
    expect((await screen.findByTestId("quicklog-take")).parentElement?.textContent).toContain("已有：陈静 · 蓝鲸供应链");
    await opened.user.click(screen.getByTestId("quicklog-take"));
    expect(document.activeElement).toBe(opened.input);
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(saves(opened)[0]?.args[1]).toMatchObject([{ person: { existing: "p2" } }]));
  });
});
