import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openAt } from "../../test/openAt";
import { openSales } from "../../test/openSales";

it("opens on what matters now: next step, deal, last contact, touches", async () => {
  openSales("/people/p1");
  expect((await screen.findByTestId("record-name")).textContent).toContain("张立群");
  expect(screen.getByTestId("strip-next").textContent).toContain("逾期 2 天，原定 11月17日 周二");
  expect(screen.getByText("试用 23 天，上限 30 天", { selector: "div" })).toBeTruthy();
  expect(screen.getAllByText("11 / 9–15")[0]).toBeTruthy();
});

it("brings earlier contact when asked", async () => {
  const { user } = openSales("/people/p1");
  await screen.findByTestId("timeline");
  const before = screen.getAllByTestId("timeline-item").length;
  await user.click(screen.getByTestId("timeline-more"));
  await waitFor(() => expect(screen.getAllByTestId("timeline-item").length).toBeGreaterThan(before));
  expect(screen.queryByTestId("timeline-more")).toBeNull();
});

it("plans the next step with S", async () => {
  const { fake, user } = openSales("/people/p1");
  await screen.findByTestId("record-next");
  await user.keyboard("s");
  const form = await screen.findByTestId("next-form");
  await user.type(within(form).getByRole("textbox", { name: "做什么" }), "发合同");
  await user.click(within(form).getByRole("button", { name: "下周一" }));
  await user.click(within(form).getByRole("button", { name: "保存" }));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "followupsSave")?.args[0]).toMatchObject({ title: "发合同", due_on: "2026-11-23", person: "p1", channel: "call" }));
});

it("tells who changed what", async () => {
  const { user } = openSales("/people/p1");
  await user.click(await screen.findByTestId("record-history"));
  expect((await screen.findByTestId("history-lines")).textContent).toContain("等级：C → B");
});

it("says through what a value came, and brings an older one back", async () => {
  const { fake, user } = openSales("/people/p1");
  await user.click(await screen.findByTestId("record-history"));
  const lines = await screen.findByTestId("history-lines");
  expect(lines.textContent).toContain("窗口");
  expect(lines.textContent).toContain("导入");
  await user.click(within(lines).getByRole("button", { name: "恢复成「C」" }));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "historyRestore")?.args).toEqual(["p1", "2", "grade"]));
  expect(await screen.findByText("恢复好了")).toBeTruthy();
});

it("adds a position and keeps the old one", async () => {
  const { fake, user } = openSales("/people/p1");
  await user.click(await screen.findByTestId("position-add"));
  await user.type(await screen.findByTestId("position-organization"), "金桥电子");
  await user.type(screen.getByTestId("position-job"), "顾问");
  await user.click(screen.getByTestId("position-save"));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "positionsSave")?.args[0]).toEqual({ id: null, person: "p1", organization: "金桥电子", title: "顾问", from_on: null, to_on: null }));
});

it("opens a deal from here and says who holds one already", async () => {
  const { user } = openSales("/people/p1");
  await user.click(await screen.findByTestId("record-new-deal"));
  const form = await screen.findByTestId("deal-form");
  expect(within(form).getByDisplayValue("张立群")).toBeTruthy();
});

it("E edits in place: Enter saves one field and sends the rest as it was", async () => {
  const { fake, user } = openSales("/people/p1");
  await screen.findByTestId("record-details");
  await user.keyboard("e");
  expect(document.activeElement).toBe(screen.getByTestId("edit-name"));
  await user.keyboard("{Escape}");
  await user.click(screen.getByTestId("cell-city"));
  await user.keyboard("无锡{Enter}");
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "peopleSave")?.args[0]).toEqual({
    id: "p1", name: "张立群", kind: "customer", grade: "B", city: "无锡", note: null, source: "直播", organization: null, title: null,
    identifiers: [{ kind: "phone", value: "+8613812342231" }, { kind: "wechat", value: "zhangliqun_hd" }, { kind: "email", value: "zlq@hengda.example" }],
  }));
  expect((await screen.findByTestId("toast")).textContent).toContain("城市改好了");
  await waitFor(() => expect(screen.getByTestId("cell-city").textContent).toBe("无锡"));
});

it("keeps what cannot be saved in its cell, and says why", async () => {
  const { fake, user } = openSales("/people/p1");
  await user.click(await screen.findByTestId("cell-i1"));
  await user.keyboard("12{Enter}");
  expect(screen.getByText("至少 5 位数字")).toBeTruthy();
  fake.refuse("peopleSave", "disk_full");
  await user.keyboard("345678{Enter}");
  expect(await screen.findByText(/磁盘满了/)).toBeTruthy();
  expect(screen.getByTestId("edit-i1")).toHaveProperty("value", "12345678");
  await user.keyboard("{Escape}");
  expect(screen.getByTestId("cell-i1").textContent).toBe("138 1234 2231");
});

it("gives a choice at once and adds what was empty", async () => {
  const { fake, user } = openSales("/people/p1");
  await screen.findByTestId("record-details");
  await user.keyboard("e{Escape}");
  await user.click(screen.getByTestId("cell-grade"));
  await user.click(await screen.findByRole("option", { name: "A", hidden: true }));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "peopleSave")?.args[0]).toMatchObject({ grade: "A" }));
  await user.click(screen.getByTestId("cell-title"));
  await user.keyboard("董事长{Enter}");
  await waitFor(() => expect(fake.calls.filter(({ name }) => name === "peopleSave")[1]?.args[0]).toMatchObject({ grade: "A", organization: "恒达精密制造", title: "董事长" }));
});

it("marks a number that must not be called, and says why", async () => {
  const { user, fake } = openAt("/people/p1", { lang: "en" });
  const [flag] = await screen.findAllByTestId("reach");
  if (flag === undefined) throw new Error("no flag");
  await user.click(flag);
  await user.click(await screen.findByTestId("reach-do_not_contact"));
  await user.type(await screen.findByTestId("reach-why"), "asked us not to{Enter}");
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "peopleMark")?.args).toEqual(["i1", "do_not_contact", "asked us not to"]));
  expect((await screen.findByTestId("reach-state")).textContent).toContain("do not contact · asked us not to");
  expect(screen.getByTestId("cell-i1").querySelector("s")).not.toBeNull();
});
