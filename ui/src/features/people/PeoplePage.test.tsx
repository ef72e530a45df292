import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

describe("people", () => {
  it("lists, filters by name and says when nobody fits", async () => {
    const { user } = openAt("/people");
    expect((await screen.findAllByTestId("person-row"))[0]?.textContent).toContain("张立群");
    await user.keyboard("/");
    await user.keyboard("海燕");
    await waitFor(() => expect(screen.getAllByTestId("person-row")).toHaveLength(1));
    await user.keyboard("x");
    expect(await screen.findByText("没有符合的人")).toBeTruthy();
  });

  it("asks core for another order when a head is pressed", async () => {
    const { user, fake } = openAt("/people");
    await screen.findAllByTestId("person-row");
    await user.click(screen.getByTestId("sort-touch_count"));
    await waitFor(() => expect(fake.calls.some(({ name, args }) => name === "peopleList" && JSON.stringify(args[0]).includes('"sort":"touch_count","desc":true'))).toBe(true));
  });

  it("j and Enter open a record", async () => {
    const { user, where } = openAt("/people");
    await screen.findAllByTestId("person-row");
    await user.keyboard("j{Enter}");
    await waitFor(() => expect(where()).toBe("/people/p2"));
  });

  it("N makes a new person, and not without a name", async () => {
    const { user, fake, where } = openAt("/people");
    await screen.findAllByTestId("person-row");
    await user.keyboard("n");
    await user.click(await screen.findByTestId("person-save"));
    expect(await screen.findByText("还没写名字")).toBeTruthy();
    await user.type(screen.getByTestId("person-name"), "钱多多");
    await user.type(screen.getByTestId("person-phone"), "13800001111");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "peopleSave")?.args[0]).toMatchObject({ name: "钱多多", identifiers: [{ kind: "phone", value: "13800001111" }] }));
    await waitFor(() => expect(where()).toBe("/people/p1"));
  });

  it("an empty list offers the first step", async () => {
    openAt("/people", { empty: true, lang: "en" });
    expect(await screen.findByText("No people yet")).toBeTruthy();
  });

  it("filters by field with the keyboard and says what each condition takes away", async () => {
    const { user } = openAt("/people");
    await screen.findAllByTestId("person-row");
    await user.keyboard("f");
    await user.click(await screen.findByTestId("filter-grade"));
    const [gradeA] = await screen.findAllByTestId("filter-value");
    if (gradeA === undefined) throw new Error("no values");
    await user.click(gradeA);
    expect((await screen.findByTestId("chip-grade")).textContent).toContain("A");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("filter-value")).toBeNull());
    await user.keyboard("/");
    await user.keyboard("张立群");
    const [button] = await screen.findAllByTestId("without");
    expect(button?.textContent).toContain("去掉「等级」还有");
    if (button !== undefined) await user.click(button);
    expect(await screen.findAllByTestId("person-row")).toHaveLength(1);
  });

  it("edits a cell where it stands: e, Enter, and Escape returns", async () => {
    const { user, fake } = openAt("/people");
    await screen.findAllByTestId("person-row");
    await user.keyboard("je");
    const box = await screen.findByTestId("edit-name");
    await user.clear(box);
    await user.type(box, "王海雁{Enter}");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "listsChange")?.args).toEqual(["people", { rows: ["p2"] }, { set: { field: "name", value: "王海雁" } }]));
    expect(await screen.findByText("王海雁")).toBeTruthy();
    await user.keyboard("e");
    await screen.findByTestId("edit-name");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("edit-name")).toBeNull());
  });

  it("changes the chosen rows, or the whole view, in one action", async () => {
    const { user, fake } = openAt("/people", { lang: "en" });
    await screen.findAllByTestId("person-row");
    await user.keyboard("x{Shift>}{ArrowDown}{/Shift}");
    expect((await screen.findByTestId("bulk-bar")).textContent).toContain("2 chosen");
    await user.keyboard("r");
    await screen.findByTestId("pick");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "listsChange")?.args).toEqual(["people", { rows: ["p1", "p2"] }, { set: { field: "grade", value: "A" } }]));
    expect(await screen.findByText("1 changed · 1 was like that already")).toBeTruthy();
    await user.keyboard("{Control>}a{/Control}t");
    await user.type(await screen.findByTestId("pick"), "vip{Enter}");
    await waitFor(() => expect(fake.calls.findLast(({ name }) => name === "listsChange")?.args).toMatchObject(["people", { view: { but: [] } }, { tag: { name: "vip" } }]));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("bulk-bar")).toBeNull());
  });

  it("goes to either end at once", async () => {
    const { user } = openAt("/people");
    await screen.findAllByTestId("person-row");
    const total = 409;
    await user.keyboard("{End}");
    await waitFor(() => expect(screen.getByRole("grid").getAttribute("aria-activedescendant")).toBe(`people-${total - 1}`));
    await user.keyboard("{Home}");
    expect(screen.getByRole("grid").getAttribute("aria-activedescendant")).toBe("people-0");
  });

  it("filters by where somebody works, how they are reached and the month of their birthday", async () => {
    const { user, fake } = openAt("/people", { lang: "en" });
    await screen.findAllByTestId("person-row");
    await user.keyboard("f");
    await user.click(await screen.findByTestId("filter-organization"));
    await user.click(await screen.findByTestId("filter-ask"));
    await user.type(await screen.findByTestId("value-text"), "dong{Enter}");
    expect((await screen.findByTestId("chip-organization")).textContent).toBe("Organizationcontains “dong”");
    await user.keyboard("f");
    await user.click(await screen.findByTestId("filter-touch_count"));
    await user.click(await screen.findByTestId("filter-ask"));
    await user.type(await screen.findByTestId("value-from"), "1,000{Enter}");
    expect((await screen.findByTestId("chip-touch_count")).textContent).toContain("at least 1,000");
    await user.keyboard("f");
    await user.click(await screen.findByTestId("filter-birthday"));
    expect((await screen.findAllByTestId("filter-value")).slice(0, 3).map((one) => one.textContent)).toEqual(["this month", "next month", "January"]);
    await user.click(screen.getByText("October"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("filter-value")).toBeNull());
    await user.keyboard("f");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("filter-find")));
    await user.keyboard("rea{Enter}");
    await user.click(await screen.findByText("do not contact"));
    const asked = ["organization=dong", "touch_count=1000..", "birthday=10", "reach=do_not_contact"];
    await waitFor(() => expect(fake.calls.some(({ name, args }) => name === "peopleList" && JSON.stringify(args[0]).includes(JSON.stringify(asked)))).toBe(true));
  });

  it("filters by a period, one at a time, and by days of one's own", async () => {
    const { user } = openAt("/people", { lang: "en" });
    await screen.findAllByTestId("person-row");
    await user.keyboard("f");
    await user.click(await screen.findByTestId("filter-last_touch_at"));
    await user.click(await screen.findByText("never touched"));
    expect((await screen.findByTestId("chip-last_touch_at")).textContent).toContain("never touched");
    await user.click(screen.getByText("this week"));
    await waitFor(() => expect(screen.getByTestId("chip-last_touch_at").textContent).not.toContain("never"));
    await user.click(screen.getByTestId("days-ask-older"));
    const days = await screen.findByTestId("days-older");
    await user.clear(days);
    await user.type(days, "14{Enter}");
    await waitFor(() => expect(screen.getByTestId("chip-last_touch_at").textContent).toContain("more than 14 days ago"));
  });

  it("Enter edits the cell under the cursor, Tab goes to the next, and Escape leaves the cells", async () => {
    const { user, fake } = openAt("/people", { lang: "en" });
    await screen.findAllByTestId("person-row");
    await user.keyboard("{ArrowRight}{ArrowRight}{Enter}");
    const firm = await screen.findByTestId("edit-organization");
    await user.clear(firm);
    await user.type(firm, "Newco{Tab}");
    await screen.findByTestId("edit-grade");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "listsChange")?.args).toEqual(["people", { rows: ["p1"] }, { set: { field: "organization", value: "Newco" } }]));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("edit-grade")).toBeNull());
  });

  it("remembers the columns that were chosen", async () => {
    const { user } = openAt("/people");
    await screen.findAllByTestId("person-row");
    expect(screen.queryByRole("columnheader", { name: "城市" })).toBeNull();
    await user.keyboard("c");
    await user.click(await screen.findByTestId("column-city"));
    expect(await screen.findByRole("columnheader", { name: "城市" })).toBeTruthy();
    expect(localStorage.getItem("touchline.columns.people")).toContain('"city":true');
  });
});
