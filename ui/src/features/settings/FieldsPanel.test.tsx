import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

describe("fields of the team's own", () => {
  it("are listed with their kind, made with choices and put away", async () => {
    const { user, fake } = openAt("/settings/fields", { lang: "en" });
    await waitFor(() => expect(screen.getAllByTestId("field-row")).toHaveLength(2));
    await user.click(screen.getByTestId("field-new"));
    await user.type(screen.getByTestId("field-name"), "Region");
    await user.click(screen.getByTestId("field-kind"));
    await user.click(await screen.findByRole("option", { name: "One choice", hidden: true }));
    await user.click(screen.getByTestId("field-choice-add"));
    await user.type(within(screen.getByTestId("field-form")).getByTestId("field-choice"), "North{Enter}South");
    await user.click(screen.getByTestId("field-save"));
    await waitFor(() => expect(screen.getAllByTestId("field-row")).toHaveLength(3));
    const input = fake.calls.find(({ name }) => name === "fieldsSave")?.args[0];
    expect(input).toMatchObject({ name: "Region", kind: "choice", choices: [{ id: null, name: "North" }, { id: null, name: "South" }] });
    await user.click(screen.getAllByTestId("field-row")[2] ?? document.body);
    await user.click(await screen.findByTestId("field-retire"));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === "fieldsRetire")).toBe(true));
  });
});
