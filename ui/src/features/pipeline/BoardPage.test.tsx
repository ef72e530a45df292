import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openSales } from "../../test/openSales";

const stageOf = (name: RegExp) => screen.getByRole("button", { name }).closest("[data-stage]")?.getAttribute("data-stage");
const dongtai = /^东泰机电/;

it("shows columns with count, sum and what is unknown", async () => {
  openSales("/pipeline");
  const column = await screen.findByTestId("board-column-3");
  expect(within(column).getByRole("heading").textContent).toContain("合格");
  expect(column.textContent).toContain("¥159,600");
  expect(column.textContent).toContain("1 未知");
  expect(within(column).getAllByTestId("deal-card")).toHaveLength(7);
});

it("moves a lifted card to the next stage with the keyboard, says so, and offers to take it back", async () => {
  const { fake, user } = openSales("/pipeline");
  const card = await screen.findByRole("button", { name: dongtai });
  card.focus();
  await user.keyboard(" ");
  expect(screen.getByRole("status").textContent).toContain("拿起了「东泰机电」");
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("status").textContent).toContain("谈判");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(stageOf(dongtai)).toBe("negotiating"));
  expect(fake.calls.find(({ name }) => name === "dealsMove")?.args.slice(1)).toEqual(["negotiating", null]);
  const toast = await screen.findByTestId("toast");
  expect(toast.textContent).toContain("「东泰机电」移到了谈判");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: dongtai })));
  await user.click(within(toast).getByRole("button", { name: /撤销/ }));
  await waitFor(() => expect(stageOf(dongtai)).toBe("quoted"));
});

it("gives a lifted card back on Escape and writes nothing", async () => {
  const { fake, user } = openSales("/pipeline");
  (await screen.findByRole("button", { name: dongtai })).focus();
  await user.keyboard(" {ArrowLeft}{ArrowLeft}{Escape}");
  expect(stageOf(dongtai)).toBe("quoted");
  expect(fake.calls.some(({ name }) => name === "dealsMove")).toBe(false);
});

it("goes from card to card with arrows and opens one with Enter", async () => {
  const { user, where } = openSales("/pipeline");
  (await screen.findByRole("button", { name: dongtai })).focus();
  await user.keyboard("{ArrowLeft}");
  expect(document.activeElement?.textContent).toMatch(/^米仓食品/);
  await user.keyboard("{ArrowUp}{Enter}");
  await waitFor(() => expect(where()).toBe("/deals/d0"));
});

it("asks why before a deal is lost and keeps the reason", async () => {
  const { fake, user } = openSales("/pipeline");
  (await screen.findByRole("button", { name: dongtai })).focus();
  await user.keyboard("m0");
  await user.click(await screen.findByRole("radio", { name: "选了别家" }));
  await user.type(screen.getByRole("textbox"), "价格低三成");
  await user.click(screen.getByTestId("lost-confirm"));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "dealsMove")?.args.slice(1)).toEqual(["lost", "选了别家 · 价格低三成"]));
});

it("puts the card back when core refuses", async () => {
  const { fake, user } = openSales("/pipeline");
  (await screen.findByRole("button", { name: dongtai })).focus();
  fake.refuse("dealsMove", "disk_full");
  await user.keyboard("m6");
  expect((await screen.findByTestId("toast")).textContent).toContain("磁盘满了");
  expect(stageOf(dongtai)).toBe("quoted");
});

it("opens a folded stage and brings its cards a page at a time", async () => {
  const { user } = openSales("/pipeline");
  await user.click(await screen.findByRole("button", { name: /^培育.*展开$/ }));
  const column = await screen.findByTestId("board-column-2");
  expect(within(column).getAllByTestId("deal-card")).toHaveLength(50);
  await user.click(within(column).getByRole("button", { name: /还有/ }));
  await waitFor(() => expect(within(column).getAllByTestId("deal-card")).toHaveLength(100));
});

it("shows only what a chip names", async () => {
  const { user } = openSales("/pipeline");
  await user.click(await screen.findByRole("button", { name: /^逾期/ }));
  expect(screen.getAllByTestId("deal-card").every((card) => card.textContent?.includes("逾期"))).toBe(true);
  expect(screen.getAllByTestId("deal-card")).toHaveLength(5);
});
