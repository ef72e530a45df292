import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { openSales } from "../../test/openSales";

it("shows what would change before anything is written, then what did", async () => {
  const { fake, user, where } = openSales("/import");
  fake.transport.chooseFiles = async () => ["/in/sales_pipeline.csv", "/in/products.csv"];
  await user.click(await screen.findByTestId("import-choose"));
  expect(await screen.findByText("1,480 行写的是「GTXPro」，对上了产品「GTX Pro」。")).toBeTruthy();
  expect(screen.getAllByTestId("import-file")).toHaveLength(2);
  expect(fake.calls.some(({ name }) => name === "exchangeImport")).toBe(false);

  await user.click(screen.getByTestId("import-run"));
  expect(await screen.findByTestId("import-progress")).toBeTruthy();
  const result = await screen.findByTestId("import-result");
  expect(result.textContent).toContain("8,804 行进来了");
  expect(result.textContent).toContain("failures-2026-11-19.csv");
  await user.click(screen.getByRole("button", { name: "看看板" }));
  await waitFor(() => expect(where()).toBe("/pipeline"));
});

it("says that search follows, and for how long", async () => {
  const { fake, user } = openSales("/import");
  let left = 12_000;
  fake.commands.searchWaiting = async () => left;
  await user.click(await screen.findByTestId("import-choose"));
  await waitFor(() => expect(screen.getByTestId("import-run").getAttribute("aria-disabled")).toBeNull());
  await user.click(screen.getByTestId("import-run"));
  await waitFor(() => expect(screen.getByTestId("import-waiting").textContent).toContain("12,000"));
  left = 0;
  await waitFor(() => expect(screen.getByTestId("import-waiting").textContent).toBe(""), { timeout: 3000 });
});

it("leaves a file out again", async () => {
  const { fake, user } = openSales("/import");
  fake.transport.chooseFiles = async () => ["/in/sales_pipeline.csv", "/in/products.csv"];
  await user.click(await screen.findByTestId("import-choose"));
  await user.click(await screen.findByRole("button", { name: "不导入 products.csv" }));
  await waitFor(() => expect(screen.getAllByTestId("import-file")).toHaveLength(1));
});

it("says why a file cannot be read and keeps the page usable", async () => {
  const { fake, user } = openSales("/import");
  fake.commands.exchangePreview = () => Promise.reject({ code: "io", params: {}, detail: "" });
  await user.click(await screen.findByTestId("import-choose"));
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.getByTestId("import-choose").getAttribute("aria-disabled")).toBeNull();
});

it("lets a column become another field, shows it at once, and imports what was shown", async () => {
  const { fake, user } = openSales("/import");
  fake.transport.chooseFiles = async () => ["/in/products.csv"];
  const asked = (name: string) => fake.calls.filter((one) => one.name === name).at(-1)?.args[0];
  const preview = fake.transport.commands.exchangePreview;
  fake.commands.exchangePreview = async (choices) => {
    fake.calls.push({ name: "exchangePreview", args: [choices] });
    const { files } = await preview(choices);
    return { files: files.map((file) => ({ ...file, told: "guessed" as const })) };
  };
  await user.click(await screen.findByTestId("import-choose"));
  expect((await screen.findByTestId("import-told")).textContent).toContain("猜");
  const columns = await screen.findAllByTestId("import-column");
  await user.selectOptions(columns[1] as HTMLElement, "name");
  await waitFor(() => expect(asked("exchangePreview")).toEqual([{ path: "/in/products.csv", kind: "products", columns: { series: "name" } }]));
  await user.selectOptions(screen.getByTestId("import-encoding"), "GBK");
  await waitFor(() => expect(asked("exchangePreview")).toEqual([{ path: "/in/products.csv", kind: "products", encoding: "GBK" }]));
  await waitFor(() => expect(screen.getByTestId("import-run").getAttribute("aria-disabled")).toBeNull());
  await user.click(screen.getByTestId("import-run"));
  await waitFor(() => expect(asked("exchangeImport")).toEqual([{ path: "/in/products.csv", kind: "products", encoding: "GBK", columns: { product: "name", series: "family", sales_price: "price" } }]));
});
