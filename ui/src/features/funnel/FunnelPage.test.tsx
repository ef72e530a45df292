import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openAt } from "../../test/openAt";

it("draws the bars, says how many were won, and opens into its deals", async () => {
  const { user, fake } = openAt("/pipeline/funnel", { lang: "en" });
  expect((await screen.findByTestId("funnel-finding")).textContent).toContain("of what was decided was won");
  const bars = screen.getAllByTestId("funnel-bar");
  expect(bars).toHaveLength(9);
  expect(bars[0]?.getAttribute("aria-label")).toContain("40 deals");
  await user.click(bars[3] ?? document.body);
  await screen.findByTestId("funnel-behind");
  expect(fake.calls.find(({ name }) => name === "funnelDeals")?.args[0]).toMatchObject({ part: "reached", group: null });
});

it("has a table twin under T, with times that say when they are not reached", async () => {
  const { user } = openAt("/pipeline/funnel", { lang: "en" });
  await screen.findByTestId("funnel-chart");
  await user.keyboard("t");
  const table = await screen.findByTestId("funnel-table");
  expect(within(table).getAllByText("not reached").length).toBeGreaterThan(0);
  await user.keyboard("t");
  await screen.findByTestId("funnel-chart");
});

it("is broken down by what the address says, and a group narrows it", async () => {
  const { user, fake } = openAt("/pipeline/funnel?by=source", { lang: "en" });
  const groups = await screen.findAllByTestId("funnel-group");
  expect(groups.map((row) => within(row).getByRole("rowheader").textContent)).toEqual(["Referral", "unknown"]);
  await user.click(within(groups[0] ?? document.body).getByRole("button", { name: "Referral" }));
  await screen.findByTestId("funnel-only");
  await waitFor(() => expect(fake.calls.filter(({ name }) => name === "funnelGet").at(-1)?.args[0]).toMatchObject({ by: "source", filters: [{ by: "source", key: "g1" }] }));
});

it("opens its passport: the moment, the formulas, what was left out", async () => {
  const { user } = openAt("/pipeline/funnel", { lang: "en" });
  await user.click(await screen.findByTestId("funnel-passport"));
  const passport = await screen.findByTestId("passport");
  expect(passport.textContent).toContain("Kaplan–Meier");
  expect(passport.textContent).toContain("2 stays without their days");
});

it("is empty with a way to go on", async () => {
  openAt("/pipeline/funnel", { lang: "en", empty: true });
  expect(await screen.findByText("Nothing to measure yet")).toBeDefined();
});

it("plans at own rates beside the textbook and says where there is too little to measure", async () => {
  const { user, fake } = openAt("/pipeline/plan", { lang: "en" });
  const needs = await screen.findByTestId("plan-needs");
  expect(needs.textContent).toContain("too few to measure: textbook used");
  const size = screen.getByTestId("plan-size");
  await user.clear(size);
  await user.type(size, "2");
  await user.click(screen.getByTestId("plan-save"));
  await waitFor(() => expect(fake.calls.find(({ name }) => name === "planSetTarget")?.args[0]).toEqual({ deals: 2 }));
});
