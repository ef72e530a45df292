import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openAt } from "../../test/openAt";

it("a quote is written by keyboard alone, kept over Escape, saved, sent, and then suggests a stage", async () => {
  const { user, fake } = openAt("/deals/d-p2", { lang: "en" });
  const cash = await screen.findByTestId("deal-cash");
  await user.keyboard("q");
  await screen.findByTestId("quote-form");
  await user.type((await screen.findAllByTestId("line-title"))[0] as HTMLElement, "Training");
  await user.tab();
  await user.keyboard("{Control>}a{/Control}1.5{Tab}3,000.10{Tab}10{Enter}");
  await waitFor(() => expect(screen.getAllByTestId("line-title")).toHaveLength(2));
  expect(document.activeElement).toBe(screen.getAllByTestId("line-title")[1]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("quote-form")).toBeNull());
  expect(fake.calls.some(({ name }) => name === "quotesSave")).toBe(false);

  await user.keyboard("q");
  await waitFor(() => expect(screen.getAllByTestId<HTMLInputElement>("line-title")[0]?.value).toBe("Training"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "quotesSave")?.args[0]).toMatchObject({ deal: "d-p2", currency: "CNY", lines: [{ title: "Training", quantity_milli: 1500, unit_minor: 300010, discount_bp: 1000, product: null }] }));

  await user.click(await within(cash).findByTestId("quote-line"));
  await user.click(await screen.findByTestId("quote-send"));
  await user.keyboard("{Escape}");
  const suggestion = await screen.findByTestId("stage-suggestion");
  expect(suggestion.textContent).toContain("Quoted");
  expect(fake.calls.some(({ name }) => name === "dealsMove")).toBe(false);
  await waitFor(() => expect(screen.queryByTestId("quote-sheet")).toBeNull());
  await user.keyboard("y");
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "dealsMove")?.args).toEqual(["d-p2", "s-Quoted", null]));
});

it("a line that is no number is said at its field and nothing is sent to core", async () => {
  const { user, fake } = openAt("/deals/d-p2", { lang: "en" });
  await screen.findByTestId("deal-cash");
  await user.keyboard("q");
  await user.type((await screen.findAllByTestId("line-title"))[0] as HTMLElement, "Training");
  await user.type(screen.getByTestId("line-unit"), "abc");
  await user.click(screen.getByTestId("quote-save"));
  await screen.findByText("Not a number");
  expect(screen.getByTestId<HTMLInputElement>("line-unit").value).toBe("abc");
  expect(fake.calls.some(({ name }) => name === "quotesSave")).toBe(false);
});

it("a plan shows what is paid, late and open, and money in is offered for what is open", async () => {
  const { user, fake } = openAt("/deals/d-p1", { lang: "en" });
  const parts = await screen.findAllByTestId("plan-item");
  expect(parts.map((part) => part.dataset["state"])).toEqual(["paid", "overdue", "open"]);
  await user.keyboard("r");
  expect((await screen.findByTestId<HTMLInputElement>("receipt-amount")).value).toBe("51600");
  await user.click(screen.getByTestId("receipt-save"));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "receiptsSave")?.args[0]).toMatchObject({ contract: "c1", item: null, amount: { minor: 5_160_000, currency: "CNY" } }));
});

it("receivables stand by age and lead to their deal", async () => {
  const { user, where } = openAt("/receivables", { lang: "en" });
  expect((await screen.findByTestId("age-to_30")).textContent).toContain("¥51,600");
  await screen.findByTestId("receivable-row");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(where()).toBe("/deals/d-p1"));
});
