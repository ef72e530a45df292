import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { openAt } from "../../test/openAt";

it("V turns from the board to the table, on to the pool, funnel, plan and scores, and back", async () => {
  const { user, where } = openAt("/pipeline", { lang: "en" });
  await screen.findByTestId("board");
  await user.keyboard("v");
  await waitFor(() => expect(where()).toBe("/pipeline/table"));
  expect((await screen.findAllByTestId("deal-row")).length).toBeGreaterThan(3);
  const turns = [["/pipeline/pool", "pool-suggest"], ["/pipeline/funnel", "funnel-chart"], ["/pipeline/plan", "plan"], ["/pipeline/scores", "scores-begin"], ["/pipeline", "board"]] as const;
  for (const [next, page] of turns) {
    await user.keyboard("v");
    await waitFor(() => expect(where()).toBe(next));
    await screen.findByTestId(page);
  }
});

it("an amount is typed as it is spoken of and stored in minor units", async () => {
  const { user, fake } = openAt("/pipeline/table");
  await screen.findAllByTestId("deal-row");
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}e");
  const box = await screen.findByTestId("edit-amount");
  await user.clear(box);
  await user.type(box, "90,000{Enter}");
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "listsChange")?.args).toEqual(["deals", { rows: ["d-p1"] }, { set: { field: "amount", value: "9000000 CNY" } }]));
});
