import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

const rows = () => screen.queryAllByTestId("history-row");

describe("everything done here", () => {
  it("names each action in words and takes the one under the cursor back", async () => {
    const { user, fake } = openAt("/history");
    await waitFor(() => expect(rows()).toHaveLength(6));
    expect(rows()[1]?.textContent).toContain("移动商机「东泰机电」");
    await user.keyboard("ju");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "actionsUndo")?.args).toEqual(["h2"]));
    expect((await screen.findByTestId("toast")).textContent).toContain("已撤销：移动商机「东泰机电」");
  });

  it("redoes one that was taken back", async () => {
    const { user, fake } = openAt("/history", { lang: "en" });
    await waitFor(() => expect(rows()).toHaveLength(6));
    await user.keyboard("jju");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "actionsRedo")?.args).toEqual(["h3"]));
  });

  it("lists what stands in the way, and takes all of it back from the top", async () => {
    const { user, fake } = openAt("/history");
    await waitFor(() => expect(rows()).toHaveLength(6));
    fake.refuse("actionsUndo", "undo_blocked");
    await user.keyboard("jjju");
    await screen.findByTestId("history-way");
    await waitFor(() => expect(screen.getAllByTestId("history-way-row")).toHaveLength(2));
    await user.click(screen.getByTestId("history-way-all"));
    await waitFor(() => expect(fake.calls.filter(({ name }) => name === "actionsUndo").map(({ args }) => args[0])).toEqual(["h4", "h1", "h2", "h4"]));
  });

  it("says what will be here when nothing was done", async () => {
    openAt("/history", { empty: true, lang: "en" });
    expect(await screen.findByText("Nothing was done here yet")).toBeTruthy();
  });
});
