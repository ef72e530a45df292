import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openAt } from "../../test/openAt";

it("nothing is scored until rules are tried and saved; then the grid stands there", async () => {
  const { user, fake } = openAt("/settings/scoring", { lang: "en" });
  await user.click(await screen.findByTestId("scoring-begin"));
  expect(screen.getAllByTestId("fit-rule")).toHaveLength(2);
  await user.click(screen.getByTestId("engagement-add"));
  expect(screen.getAllByTestId("engagement-rule")).toHaveLength(2);
  await user.click(screen.getAllByTestId("rule-remove")[0] ?? document.body);
  expect(screen.getAllByTestId("fit-rule")).toHaveLength(1);
  await user.click(screen.getByTestId("scoring-try"));
  const grid = await screen.findByTestId("score-grid");
  expect(within(grid).getByTestId("cell-A-4").textContent).toContain("75%");
  expect(within(grid).getByTestId("cell-A-4").textContent).toContain("(47–91)");
  expect(within(grid).getByTestId("cell-A-2").textContent).toContain("won 3 of 4, not enough data");
  expect(fake.calls.some(({ name }) => name === "scoringSave")).toBe(false);
  await user.click(screen.getByTestId("scoring-save"));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "scoringSave")?.args[0]).toMatchObject({ fit: [{ field: "organization.grade" }] }));
});

it("a grid without rules says what will be here and leads to the rules", async () => {
  const { user } = openAt("/pipeline/scores", { lang: "en" });
  await user.click(await screen.findByTestId("scores-begin"));
  await screen.findByTestId("panel-scoring");
});

it("a score opens by key into the lines that add up to it", async () => {
  const { user } = openAt("/deals/d-p1", { lang: "en" });
  await screen.findByTestId("deal-score");
  await user.keyboard("gg");
  expect((await screen.findByRole("dialog")).textContent).toContain("nothing is scored");
});
