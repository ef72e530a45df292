import { describe, expect, it } from "vitest";
import { makeFake } from "../../ipc/fake";
import { withSales } from "../../ipc/fake/sales";
import { daysLeft, moveCard, nextTone, placeColumns } from "./board";

const board = await withSales(makeFake()).commands.dealsBoard(null, null);
const column = (id: string, from = board) => {
  const found = from.columns.find(({ stage_id }) => stage_id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
};
const cardIn = (id: string, place = 0) => {
  const card = column(id).cards[place];
  if (!card) throw new Error(`no card in ${id}`);
  return card;
};

describe("moving a card", () => {
  it("takes its amount and its count along", () => {
    const card = cardIn("quoted", 1);
    const after = moveCard(board, card, "quoted", "trial");
    expect(column("trial", after).sum).toEqual([{ minor: 42_600_000, currency: "CNY" }]);
    expect(column("quoted", after).sum).toEqual([{ minor: 35_400_000, currency: "CNY" }]);
    expect([column("trial", after).count, column("quoted", after).count]).toEqual([6, 4]);
    expect(column("trial", after).cards[0]).toMatchObject({ id: card.id, days_in_stage: 0 });
  });
  it("keeps an unknown amount unknown", () => {
    const card = column("qualified").cards.find(({ amount }) => amount === null) ?? cardIn("qualified");
    const after = moveCard(board, card, "qualified", "visited");
    expect([column("qualified", after).unknown, column("visited", after).unknown]).toEqual([0, 1]);
    expect(column("visited", after).sum).toEqual(column("visited").sum);
  });
  it("changes nothing when it comes back to where it was", () => {
    expect(moveCard(board, cardIn("trial"), "trial", "trial")).toBe(board);
  });
  it("adds a second currency beside the first", () => {
    const card = { ...cardIn("trial"), amount: { minor: 500, currency: "EUR" } };
    expect(column("won", moveCard(board, card, "trial", "won")).sum).toEqual([{ minor: 500, currency: "EUR" }]);
  });
});

describe("folding", () => {
  const open = (choice: [string, boolean][] = [], wide = false, columns = board.columns) =>
    placeColumns(columns, new Map(choice), wide).filter(({ place }) => place === "open").map(({ column: { stage_id } }) => stage_id);
  it("leaves the stages being worked on open", () => {
    expect(open()).toEqual(["qualified", "visited", "trial", "quoted", "negotiating"]);
  });
  it("shows a stage more at each end of a wide window", () => {
    expect(open([], true)).toEqual(["nurtured", "qualified", "visited", "trial", "quoted", "negotiating", "won"]);
  });
  it("lets the user's choice win", () => {
    expect(open([["new", true], ["trial", false]], true)).not.toContain("trial");
    expect(open([["new", true]])).toContain("new");
  });
  it("folds no lead when there is nothing but leads", () => {
    expect(open([], false, board.columns.filter(({ kind }) => kind === "lead"))).toEqual(["new", "contacted", "nurtured"]);
  });
});

describe("a card", () => {
  it("says planned, late or nothing planned", () => {
    expect([nextTone(cardIn("qualified", 1)), nextTone(cardIn("visited")), nextTone(cardIn("qualified"))]).toEqual(["planned", "late", "none"]);
  });
  it("never takes a missing limit for a passed one", () => {
    expect(daysLeft({ days_in_stage: 400, stale_after: null })).toBeNull();
    expect(daysLeft({ days_in_stage: null, stale_after: 14 })).toBeNull();
    expect(daysLeft({ days_in_stage: 20, stale_after: 14 })).toBe(-6);
  });
});
