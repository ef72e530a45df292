import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openAt } from "../../test/openAt";

it("the buying group is drawn, and what nobody does yet is said", async () => {
  openAt("/deals/d-p1", { lang: "en" });
  const picture = await screen.findByTestId("group-picture");
  const people = await screen.findAllByTestId("group-person");
  expect(people.length).toBeGreaterThan(0);
  const said = within(picture).getByRole("img").getAttribute("aria-label") ?? "";
  expect(said).not.toBe("");
  for (const role of ["decides", "pays", "uses"]) {
    const there = people.some((person) => person.textContent?.includes(role));
    const missing = screen.queryByTestId("group-missing")?.textContent ?? "";
    expect(missing.includes(role)).toBe(!there);
  }
});
