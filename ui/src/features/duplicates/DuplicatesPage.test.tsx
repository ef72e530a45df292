import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

const pairs = () => screen.queryAllByTestId("duplicate-pair");
const args = (calls: { name: string; args: unknown[] }[], name: string) => calls.find((call) => call.name === name)?.args;

describe("the page of duplicates", () => {
  it("merges the pair under the cursor by keyboard with what was chosen, offers undo and shows the next", async () => {
    const { user, fake } = openAt("/duplicates");
    await waitFor(() => expect(pairs()).toHaveLength(2));
    const city = await screen.findByTestId("duplicate-field-city");
    expect(within(city).getAllByRole("radio")[1]?.getAttribute("aria-checked")).toBe("true");
    // Second field: its value of the right; third: the left one, blank.
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}{ArrowRight}{Shift>}{ArrowDown}{/Shift}{ArrowLeft}m");
    await waitFor(() =>
      expect(args(fake.calls, "duplicatesMerge")).toEqual([
        { kind: "people", one: "p1", other: "d1", taken: [{ field: "kind", take: "other" }, { field: "city", take: "one" }] },
      ]),
    );
    expect((await screen.findByTestId("toast")).textContent).toContain("合并好了");
    await waitFor(() => expect(pairs()).toHaveLength(1));
    expect(pairs()[0]?.textContent).toContain("陈静");
  });

  it("remembers that two are not the same", async () => {
    const { user, fake } = openAt("/duplicates");
    await waitFor(() => expect(pairs()).toHaveLength(2));
    await user.keyboard("j");
    await waitFor(() => expect(pairs()[1]?.getAttribute("data-active")).toBe("true"));
    await screen.findByTestId("duplicate-merge");
    await waitFor(() => expect(screen.getByTestId("duplicate-sides").textContent).toContain("陈婧"));
    await user.keyboard("x");
    await waitFor(() => expect(args(fake.calls, "duplicatesDistinct")).toEqual(["p2", "d2"]));
    await waitFor(() => expect(pairs()).toHaveLength(1));
  });

  it("merges all that are beyond doubt after saying how many", async () => {
    const { user, fake } = openAt("/duplicates", { lang: "en" });
    await user.click(await screen.findByTestId("duplicates-sure"));
    expect(await screen.findByText(/1 pair has the same number/)).toBeTruthy();
    await user.click(screen.getByTestId("duplicates-sure-go"));
    await waitFor(() => expect(args(fake.calls, "duplicatesMergeSure")).toEqual(["people"]));
    await user.click(screen.getByTestId("duplicates-organizations"));
    await waitFor(() => expect(pairs()[0]?.textContent).toContain("Blue Whale"));
  });

  it("says what will be here when nobody stands there twice", async () => {
    openAt("/duplicates", { empty: true, lang: "en" });
    expect(await screen.findByText("Nobody stands here twice")).toBeTruthy();
  });
});

describe("a new person", () => {
  it("is told who of that name is here already, with the way there", async () => {
    const { user, where } = openAt("/people");
    await user.click(await screen.findByTestId("people-new"));
    await user.type(await screen.findByTestId("person-name"), "张立群");
    const told = await screen.findByTestId("likely-open");
    expect(screen.getByTestId("likely").textContent).toContain("尾号 2231");
    await user.click(told);
    await waitFor(() => expect(where()).toBe("/people/p1"));
  });
});

describe("merging from a record", () => {
  it("finds the other one and goes side by side", async () => {
    const { user, where } = openAt("/people/p2");
    await user.click(await screen.findByTestId("record-merge"));
    await user.type(await screen.findByTestId("merge-search"), "张");
    await user.click((await screen.findAllByTestId("merge-hit"))[0] as HTMLElement);
    await waitFor(() => expect(where()).toBe("/duplicates"));
  });
});
