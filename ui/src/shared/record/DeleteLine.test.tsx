import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

const deleted = (calls: { name: string; args: unknown[] }[]) => calls.find(({ name }) => name === "binDelete")?.args;

describe("lines that go to the recycle bin", () => {
  it("a conversation goes by its button, and the toast takes it back", async () => {
    const { user, fake } = openAt("/people/p1");
    const [line] = await screen.findAllByTestId("timeline-item");
    await user.click(within(line ?? document.body).getByTestId("line-delete"));
    await user.click(await screen.findByTestId("delete-go"));
    await waitFor(() => expect(deleted(fake.calls)).toEqual([line?.getAttribute("data-line")]));
    expect(within(await screen.findByTestId("toast")).getByRole("button")).toBeTruthy();
  });

  it("a promise goes by the Delete key while it holds the keyboard", async () => {
    const { user, fake } = openAt("/people/p1");
    const [line] = await screen.findAllByTestId("promise");
    within(line ?? document.body).getByTestId("promise-done").focus();
    await user.keyboard("{Delete}");
    await user.click(await screen.findByTestId("delete-go"));
    await waitFor(() => expect(deleted(fake.calls)).toEqual([line?.getAttribute("data-line")]));
  });

  it("a follow-up of Today goes, and the next one opens", async () => {
    const { user, fake } = openAt("/today");
    const rows = await screen.findAllByTestId("today-row");
    await screen.findByTestId("today-phone");
    await user.keyboard("{Shift>}X{/Shift}");
    await user.click(await screen.findByTestId("delete-go"));
    await waitFor(() => expect(deleted(fake.calls)).toHaveLength(1));
    await waitFor(() => expect(screen.getAllByTestId("today-row")[1]?.hasAttribute("data-current")).toBe(true));
    expect(rows.length).toBeGreaterThan(1);
  });
});
