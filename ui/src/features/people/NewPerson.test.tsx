import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openAt } from "../../test/openAt";

const value = (testId: string) => screen.getByTestId(testId).getAttribute("value");

async function openForm() {
  const opened = openAt("/people");
  await screen.findAllByTestId("person-row");
  await opened.user.keyboard("n");
  await screen.findByTestId("person-form");
  return opened;
}

describe("a pasted signature", () => {
  it("fills the form, which is saved as it then stands", async () => {
    const { user, fake } = await openForm();
    await user.click(screen.getByTestId("person-paste"));
    await user.paste("李思源 总经理\n澜石化工\n手机 13900001076 / 13900001077");
    await waitFor(() => expect(value("person-name")).toBe("李思源"));
    expect(value("person-phone")).toBe("13900001076, 13900001077");
    await user.type(screen.getByTestId("person-title"), "（代）");
    await user.click(screen.getByTestId("person-save"));
    await waitFor(() => expect(fake.calls.find(({ name }) => name === "peopleSave")?.args[0]).toMatchObject({
      name: "李思源", title: "总经理（代）", organization: "澜石化工",
      identifiers: [{ kind: "phone", value: "13900001076" }, { kind: "phone", value: "13900001077" }],
    }));
  });

  it("pasted into a field of one line goes into the box, and leaves what was typed by hand", async () => {
    const { user } = await openForm();
    await user.type(screen.getByTestId("person-name"), "小李");
    await user.paste("李思源\n总经理\n随便一句");
    await waitFor(() => expect(value("person-title")).toBe("总经理"));
    expect(value("person-name")).toBe("小李");
    expect(screen.getByTestId("person-rest").textContent).toContain("随便一句");
  });

  it("says who already has the number, and leads there", async () => {
    const { user, where } = await openForm();
    await user.type(screen.getByTestId("person-phone"), "13812342231");
    const twin = await screen.findByTestId("person-twin");
    expect(twin.textContent).toContain("13812342231 已经是张立群的");
    await user.click(screen.getByText("打开张立群"));
    await waitFor(() => expect(where()).toBe("/people/p1"));
  });
});

it("brings back what was typed when it was closed by Escape, and not when it was given up", async () => {
  const { user } = await openForm();
  await user.type(screen.getByTestId("person-name"), "周末");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByTestId("person-form")).toBeNull());
  await user.keyboard("n");
  await screen.findByTestId("person-form");
  expect(value("person-name")).toBe("周末");
  await user.click(screen.getByRole("button", { name: "取消" }));
  await waitFor(() => expect(screen.queryByTestId("person-form")).toBeNull());
  await user.keyboard("n");
  await screen.findByTestId("person-form");
  expect(value("person-name")).toBe("");
});
