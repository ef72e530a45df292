import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { call } from "../../ipc/call";
import { openAt } from "../../test/openAt";

const agreed = (until: string) => call.interviewsConsent("i-1", { given: true, retain_until: until });

describe("keeping words as long as was agreed", () => {
  it("says on the record until when, and asks for nothing before that day", async () => {
    openAt("/people/p1");
    await screen.findByTestId("record-name");
    await agreed("2027-05-19");
    expect((await screen.findByTestId("kept-until")).textContent).toContain("2027年5月19日");
    expect(screen.getByTestId("kept-until").hasAttribute("data-over")).toBe(false);
  });

  it("asks on Today once the day has passed, and erases after saying what goes", async () => {
    const { user, fake } = openAt("/today");
    await screen.findByTestId("today-list");
    await agreed("2026-11-17");
    await user.click(await screen.findByTestId("erasure-erase"));
    expect((await screen.findByTestId("erase-ask")).textContent).toContain("撤销不了");
    expect(fake.calls.some(({ name }) => name === "erasureRun")).toBe(false);
    await user.click(screen.getByTestId("erase-go"));
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "erasureRun")?.args).toEqual(["p1"]));
    await waitFor(() => expect(screen.queryByTestId("erasure-due")).toBeNull());
  });

  it("is done from the record by keyboard", async () => {
    const { user, fake } = openAt("/people/p1");
    await screen.findByTestId("record-name");
    await agreed("2026-11-17");
    await screen.findByTestId("kept-until");
    await user.keyboard("{Shift>}E{/Shift}");
    await screen.findByTestId("erase-ask");
    await user.tab();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "erasureRun")?.args).toEqual(["p1"]));
  });
});
