import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { I18nextProvider } from "react-i18next";
import { expect, it, vi } from "vitest";
import { i18n, speak } from "../../app/i18n";
import { makeFake } from "../../ipc/fake";
import { withSales } from "../../ipc/fake/sales";
import { setTransport } from "../../ipc/transport";
import { Report, type ReportData } from "./Report";

const show = (data: ReportData | null) => {
  speak("zh-Hans");
  render(<I18nextProvider i18n={i18n}><MantineProvider><Report data={data} /></MantineProvider></I18nextProvider>);
};

it("draws a journey from its file alone", async () => {
  const fake = withSales(makeFake());
  const journey = await fake.commands.journeysGet({ kind: "person", id: "p1" });
  setTransport(fake.transport);
  fake.calls.length = 0;
  show({ lang: "zh-Hans", zone: "Asia/Shanghai", currency: "CNY", journey });
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("张立群的旅程");
  expect(screen.getByText("截至 11月19日 周四 09:42")).toBeTruthy();
  const marks = screen.getAllByTestId("journey-mark");
  expect(marks).toHaveLength(11);
  await userEvent.click(marks[0] ?? document.body);
  expect((await screen.findByTestId("journey-detail")).textContent).toContain("在直播间留了问题");
  expect(fake.calls).toEqual([]);
});

it("hands an export to the browser as a download", async () => {
  const made: Blob[] = [];
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: (blob: Blob) => (made.push(blob), "blob:x"), revokeObjectURL: () => undefined }));
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  const journey = await withSales(makeFake()).commands.journeysGet({ kind: "person", id: "p1" });
  show({ lang: "zh-Hans", zone: "Asia/Shanghai", currency: "CNY", journey });
  await userEvent.click(screen.getByTestId("journey-export"));
  await userEvent.click(await screen.findByRole("menuitem", { name: /CSV/, hidden: true }));
  expect(click).toHaveBeenCalledOnce();
  expect(made[0]?.type).toBe("text/csv");
});

it("says so when the file holds no journey", () => {
  show(null);
  expect(screen.getByText("这个文件里没有旅程。")).toBeTruthy();
});
