import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { openAt, type Opened } from "../../test/openAt";

const of = (opened: Opened, name: string) => opened.fake.calls.filter((one) => one.name === name).map(({ args }) => args);

async function atCandidate(): Promise<Opened> {
  const opened = openAt("/interviews/i-1");
  await screen.findByTestId("interview-sentence");
  await opened.user.keyboard("{Alt>}y{/Alt}");
  await screen.findByTestId("interview-answer");
  return opened;
}

const box = () => screen.getByTestId<HTMLTextAreaElement>("interview-answer");
const states = () => screen.getAllByTestId("interview-question").map(({ dataset }) => dataset["state"]);

describe("the interview sheet", () => {
  it("asks a candidate for consent first, and says what it never touches", async () => {
    const opened = await atCandidate();
    expect(of(opened, "interviewsConsent")).toEqual([["i-1", { given: true, retain_until: "2027-05-19" }]]);
    expect(screen.getByTestId("interview-hiring").textContent).toContain("不影响录用");
    expect(document.activeElement).toBe(box());
  });

  it("after a no it keeps nothing and says what stays", async () => {
    const opened = openAt("/interviews/i-1");
    await screen.findByTestId("interview-sentence");
    await opened.user.keyboard("{Alt>}n{/Alt}");
    expect(await screen.findByTestId("interview-stopped")).toBeDefined();
    expect(screen.queryByTestId("interview-answer")).toBeNull();
  });

  it("keeps an answer when its question is left, once", async () => {
    const opened = await atCandidate();
    await opened.user.type(box(), "清楚");
    expect(of(opened, "interviewsAnswer")).toEqual([]);
    await opened.user.keyboard("{Control>}{ArrowDown}{/Control}");
    await waitFor(() => expect(states()).toEqual(["answered", "not_asked", "not_asked"]));
    await opened.user.keyboard("{Control>}{ArrowUp}{/Control}");
    await waitFor(() => expect(box().value).toBe("清楚"));
    await opened.user.keyboard("{Control>}{ArrowDown}{/Control}");
    expect(of(opened, "interviewsAnswer")).toEqual([["i-1", { question: "q-candidate-0", state: "answered", text: "清楚", verbatim: false }]]);
  });

  it("tells asked without an answer from not asked", async () => {
    const opened = await atCandidate();
    await opened.user.keyboard("{Alt>}2{/Alt}{Control>}{ArrowDown}{/Control}");
    await waitFor(() => expect(states()).toEqual(["no_answer", "not_asked", "not_asked"]));
  });

  it("keeps a draft of what is typed", async () => {
    const opened = await atCandidate();
    await opened.user.type(box(), "半句");
    await waitFor(() => {
      const [place, body] = of(opened, "draftsPut").at(-1) ?? [];
      expect(place).toBe("interview:i-1");
      expect(body).toContain("半句");
    });
    expect(screen.getByTestId("interview-saved").textContent).toBe("草稿已存");
  });

  it("takes a question of one's own", async () => {
    const opened = await atCandidate();
    await opened.user.keyboard("{Alt>}5{/Alt}");
    await opened.user.type(await screen.findByTestId("interview-own"), "还会再来吗？{Enter}");
    await waitFor(() => expect(screen.getByTestId("interview-asked").textContent).toBe("还会再来吗？"));
  });

  it("ends with the minutes and the promise to thank, by keys alone", async () => {
    const opened = await atCandidate();
    await opened.user.type(box(), "清楚");
    await opened.user.keyboard("{Control>}{Enter}{/Control}");
    const form = await screen.findByTestId("interview-finish-go");
    expect(screen.getByTestId("interview-left").textContent).toContain("2");
    expect(within(document.body).getByTestId<HTMLInputElement>("interview-thank").checked).toBe(true);
    fireEvent.keyDown(form, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(of(opened, "interviewsFinish")).toHaveLength(1));
    const [[, input] = []] = of(opened, "interviewsFinish");
    expect(input).toMatchObject({ minutes: 1, thanks: { due_on: "2026-11-24" } });
  });

  it("has no serious accessibility violation", async () => {
    await atCandidate();
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });
});

describe("beginning an interview", () => {
  it("from the record, with the person known and the guide by arrow", async () => {
    const opened = openAt("/people/p1");
    await screen.findByTestId("record-interview");
    await opened.user.keyboard("i");
    await screen.findByTestId("interview-with");
    await screen.findByTestId("interview-guide-candidate");
    await opened.user.click(screen.getByTestId("interview-guide-candidate"));
    await opened.user.keyboard("{Enter}");
    await waitFor(() => expect(opened.where()).toMatch(/^\/interviews\//));
    expect(of(opened, "interviewsStart")[0]?.[0]).toMatchObject({ person: { existing: "p1" }, guide: "g-candidate", held_on: null, keeps: null });
  });

  it("from Today it keeps the promise it was begun for", async () => {
    const opened = openAt("/today");
    await screen.findByTestId("today-phone");
    await opened.user.keyboard("i");
    await screen.findByTestId("interview-with");
    await opened.user.click(await screen.findByTestId("interview-go"));
    await waitFor(() => expect(of(opened, "interviewsStart")).toHaveLength(1));
    expect(of(opened, "interviewsStart")[0]?.[0]).toMatchObject({ guide: "g-care", keeps: expect.any(String) });
  });
});
