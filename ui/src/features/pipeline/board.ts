// Pure parts of the board: which columns stand open, what a move changes, what a card's foot says.
import type { Board, BoardColumn, DealCard, Money, StageKind } from "../../ipc/bindings.gen";

export type NextTone = "planned" | "late" | "none";

export function nextTone({ next }: Pick<DealCard, "next">): NextTone {
  if (next === null) return "none";
  return next.days_late > 0 ? "late" : "planned";
}

/** The firm is what people look for; a deal without one goes by its own name. */
export const cardTitle = (card: DealCard): string => card.organization ?? card.name;
export const cardSecond = (card: DealCard): string => card.person ?? (card.organization === null ? "" : card.name);

const isClosed = (kind: StageKind) => kind === "won" || kind === "lost";

export type Placement = "before" | "open" | "after";

/**
 * Leads fold to the left and closed stages to the right, unless that would leave nothing open. A
 * wide window also shows the last lead stage and what was won. What the user chose comes first.
 */
export function placeColumns(columns: readonly BoardColumn[], choice: ReadonlyMap<string, boolean>, wide = false): { column: BoardColumn; index: number; place: Placement }[] {
  const selling = columns.some(({ kind }) => kind === "qualified" || kind === "opportunity");
  const lastLead = columns.findLast(({ kind }) => kind === "lead")?.stage_id;
  const allFit = columns.length <= (wide ? 7 : 5);
  const standsOpen = ({ kind, stage_id }: BoardColumn) => {
    if (allFit) return true;
    if (kind === "lead") return !selling || (wide && stage_id === lastLead);
    return !isClosed(kind) || (wide && kind === "won");
  };
  return columns.map((column, index) => {
    const open = choice.get(column.stage_id) ?? standsOpen(column);
    return { column, index, place: open ? "open" : isClosed(column.kind) ? "after" : "before" };
  });
}

function addMoney(sum: readonly Money[], amount: Money, sign: 1 | -1): Money[] {
  const known = sum.some(({ currency }) => currency === amount.currency);
  const base = known ? sum : [...sum, { minor: 0, currency: amount.currency }];
  return base.map((each) => (each.currency === amount.currency ? { ...each, minor: each.minor + sign * amount.minor } : each));
}

function counted(column: BoardColumn, card: DealCard, sign: 1 | -1): BoardColumn {
  return {
    ...column,
    count: column.count + sign,
    sum: card.amount === null ? column.sum : addMoney(column.sum, card.amount, sign),
    unknown: column.unknown + (card.amount === null ? sign : 0),
  };
}

/** The board as it will be: counts and sums follow the card, which stands first in its new column. */
export function moveCard(board: Board, card: DealCard, from: string | null, to: string): Board {
  if (from === to) return board;
  const columns = board.columns.map((column) => {
    if (column.stage_id === from) return { ...counted(column, card, -1), cards: column.cards.filter(({ id }) => id !== card.id) };
    if (column.stage_id === to) return { ...counted(column, card, 1), cards: [{ ...card, days_in_stage: 0, idle_days: 0 }, ...column.cards] };
    return column;
  });
  return { ...board, columns };
}

/** Days left before a deal is stale in its stage, from the later of stage change and last real touch; null when unknown. */
export function daysLeft({ days_in_stage, idle_days: idle, stale_after: limit }: Pick<DealCard, "days_in_stage" | "idle_days" | "stale_after">): number | null {
  const days = idle === undefined ? days_in_stage : idle;
  return days === null || limit === null ? null : limit - days;
}
