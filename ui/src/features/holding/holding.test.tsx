import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openAt } from "../../test/openAt";

const saved = (fake: ReturnType<typeof openAt>["fake"]) => fake.calls.filter(({ name }) => name === "rulesSave");

it("a rule is saved only after what it takes was seen, and one that takes everything asks once more", async () => {
  const { user, fake } = openAt("/settings/turnover", { lang: "en" });
  await screen.findByTestId("turnover");
  await user.keyboard("r");
  const save = await screen.findByTestId<HTMLButtonElement>("rule-save");
  expect(save.disabled).toBe(true);
  await user.click(screen.getByTestId("rule-simulate"));
  expect((await screen.findByTestId("simulation")).textContent).toContain("2 of");
  expect(screen.getAllByTestId("taking")[0]?.textContent).toContain("open quote");

  // Changed after it was simulated: it has to be seen anew.
  await user.clear(screen.getByTestId("rule-silent"));
  await user.type(screen.getByTestId("rule-silent"), "1");
  await waitFor(() => expect(save.disabled).toBe(true));
  await user.click(screen.getByTestId("rule-simulate"));
  await screen.findByText(/That is every deal/);
  expect(save.disabled).toBe(true);
  await user.click(screen.getByTestId("rule-everything"));
  await waitFor(() => expect(save.disabled).toBe(false));
  await user.click(save);
  await waitFor(() => expect(saved(fake)[0]?.args[2]).toBe(true));
  await screen.findByTestId("rule-row");
});

it("a deal is claimed from the pool by a key, and a return is taken back by another", async () => {
  const { user, fake } = openAt("/pipeline/pool", { lang: "en" });
  const rows = await screen.findAllByTestId("pool-row");
  expect(rows[0]?.textContent).toContain("7 days without a real touch");
  await user.keyboard("c");
  await waitFor(() => expect(fake.calls.some(({ name }) => name === "poolClaim")).toBe(true));
});

it("the empty pool says what will be here", async () => {
  openAt("/pipeline/pool", { lang: "en", empty: true });
  await screen.findByText("The pool is empty");
});

it("proposals say why, and only what stays chosen is given", async () => {
  const { user, fake } = openAt("/pipeline/pool", { lang: "en" });
  await screen.findAllByTestId("pool-row");
  await user.keyboard("a");
  const lines = await screen.findAllByTestId("proposal");
  expect(lines[0]?.textContent).toContain("grade B suits");
  await user.click(screen.getByTestId("assign-confirm"));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "poolAssign")?.args[0]).toHaveLength(lines.length));
});

it("more time is asked for by keyboard, granted, and stays on the deal", async () => {
  const { user, fake } = openAt("/deals/d-p2", { lang: "en" });
  const section = await screen.findByTestId("deal-holding");
  expect((await within(section).findByTestId("holding-now")).textContent).toContain("2 days left");
  await user.keyboard("x");
  await user.type(await screen.findByTestId("ask-reason"), "The board meets");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "extensionsAsk")?.args).toEqual(["d-p2", "2026-11-26", "The board meets"]));
  await user.click(await screen.findByTestId("wish-answer"));
  await user.click(await screen.findByTestId("answer-grant"));
  await waitFor(() => expect(screen.getByTestId("wish").dataset["state"]).toBe("granted"));
});

it("everything of who leaves is handed over, beyond the cap only when somebody says so", async () => {
  const { user, fake } = openAt("/settings/members", { lang: "en" });
  await user.click((await screen.findAllByTestId("member-row"))[0] as HTMLElement);
  await user.click(await screen.findByTestId("member-handover"));
  expect((await screen.findByTestId("handover-much")).textContent).toContain("4 deals");
  await user.click(screen.getByTestId("handover-to"));
  await user.keyboard("{ArrowDown}{Enter}");
  await user.click(screen.getByTestId("handover-run"));
  await user.click(await screen.findByTestId("handover-anyway"));
  await waitFor(() => expect(fake.calls.filter(({ name }) => name === "handoverRun").at(-1)?.args[0]).toMatchObject({ deals: null, anyway: true }));
  await waitFor(() => expect(screen.queryByTestId("handover-form")).toBeNull());
});
