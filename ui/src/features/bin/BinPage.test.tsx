import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

const rows = () => screen.queryAllByTestId("bin-row");
const args = (calls: { name: string; args: unknown[] }[], name: string) => calls.find((call) => call.name === name)?.args;

describe("the recycle bin", () => {
  it("restores the row under the cursor with one key and offers to undo that", async () => {
    const { user, fake } = openAt("/bin");
    await waitFor(() => expect(rows()).toHaveLength(3));
    await user.keyboard("r");
    await waitFor(() => expect(args(fake.calls, "binRestore")).toEqual([["b1"]]));
    const toast = await screen.findByTestId("toast");
    expect(toast.textContent).toContain("「测试联系人」恢复了");
    expect(within(toast).getByRole("button")).toBeTruthy();
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  it("restores several that were marked, as one action", async () => {
    const { user, fake } = openAt("/bin");
    await waitFor(() => expect(rows()).toHaveLength(3));
    await user.keyboard("xjxr");
    await waitFor(() => expect(args(fake.calls, "binRestore")).toEqual([["b1", "b2"]]));
  });

  it("says what will be here when nothing was deleted", async () => {
    openAt("/bin", { empty: true, lang: "en" });
    expect(await screen.findByText("Nothing was deleted")).toBeTruthy();
  });
});

describe("deleting a record", () => {
  it("says what hangs on it first, then offers undo and leaves the page", async () => {
    const { user, fake, where } = openAt("/people/p1");
    await screen.findByTestId("record-delete");
    await user.keyboard("{Shift>}X{/Shift}");
    const ask = await screen.findByTestId("delete-ask");
    expect(ask.textContent).toContain("11 次往来");
    await user.click(screen.getByTestId("delete-go"));
    await waitFor(() => expect(args(fake.calls, "binDelete")).toEqual(["p1"]));
    expect((await screen.findByTestId("toast")).textContent).toContain("「张立群」放进了回收站");
    await waitFor(() => expect(where()).toBe("/people"));
  });
});
