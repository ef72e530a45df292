import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
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
