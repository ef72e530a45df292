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
});
