import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openSales } from "../../test/openSales";

const bytesOf = (args: unknown[]): Uint8Array => {
  const [, bytes] = args;
  return Uint8Array.from(Array.isArray(bytes) ? bytes.map(Number) : []);
};

it("opens the touchpoint of a mark with the keyboard and comes back to it", async () => {
  const { user } = openSales("/people/p1");
  const marks = await screen.findAllByTestId("journey-mark");
  expect(marks).toHaveLength(11);
  marks[0]?.focus();
  await user.keyboard("{ArrowRight}{Enter}");
  const detail = await screen.findByTestId("journey-detail");
  expect(detail.textContent).toContain("做了自我介绍，约好再聊。");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("journey-detail")).toBeNull());
  expect(document.activeElement?.getAttribute("aria-label")).toMatch(/做了自我介绍/);
});

it("shows the same journey as a list on T", async () => {
  const { user } = openSales("/people/p1");
  await screen.findByTestId("journey-chart");
  await user.keyboard("t");
  const list = await screen.findByTestId("journey-list");
  const rows = within(list).getAllByRole("row").map((row) => row.textContent ?? "");
  expect(rows).toHaveLength(1 + 11 + 6 + 1 + 2);
  expect(rows.some((row) => row.includes("又回到合格 5 天"))).toBe(true);
  expect(rows.some((row) => row.includes("42 天无联系"))).toBe(true);
  expect(rows.some((row) => row.includes("回访，逾期 2 天"))).toBe(true);
});

it("exports the table and the drawing to a chosen file", async () => {
  const { fake, user } = openSales("/people/p1");
  for (const kind of [/CSV/, /SVG/]) {
    await user.click(await screen.findByTestId("journey-export"));
    await user.click(await screen.findByRole("menuitem", { name: kind, hidden: true }));
  }
  await waitFor(() => expect(fake.calls.filter(({ name }) => name === "filesWrite")).toHaveLength(2));
  const [csv, svg] = fake.calls.filter(({ name }) => name === "filesWrite");
  expect(csv?.args[0]).toBe("张立群 旅程.csv");
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(csv?.args ?? []))).toMatch(/^\ufeff种类,日期/);
  expect(new TextDecoder().decode(bytesOf(svg?.args ?? []))).toContain("试用 23 天");
});
