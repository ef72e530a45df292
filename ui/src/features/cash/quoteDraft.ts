// A quote while it is typed: words in fields, kept as they are until they are saved, and what core gets of them.
import type { QuoteInput, QuoteLineInput, QuoteProduct, QuoteView } from "../../ipc/bindings.gen";
import { decimal, minorOf, PERCENT, plain, plainMinor, QUANTITY } from "./typed";

export type LineDraft = { id: string | null; title: string; quantity: string; unit: string; discount: string };
export type QuoteDraft = { currency: string; valid_until: string | null; note: string; lines: LineDraft[] };

export const blankLine = (): LineDraft => ({ id: null, title: "", quantity: "1", unit: "", discount: "" });

export function draftOf(quote: QuoteView | null, currency: string, valid_until: string): QuoteDraft {
  if (quote === null) return { currency, valid_until, note: "", lines: [blankLine()] };
  const lines = quote.lines.map((line) => ({
    id: line.id, title: line.title, quantity: plain(line.quantity_milli, QUANTITY), unit: plainMinor(line.unit_minor, quote.currency), discount: line.discount_bp === 0 ? "" : plain(line.discount_bp, PERCENT),
  }));
  return { currency: quote.currency, valid_until: quote.valid_until, note: quote.note ?? "", lines: lines.length === 0 ? [blankLine()] : lines };
}

/** Nothing but what a new line begins with. */
export const isBlank = ({ title, unit, discount }: LineDraft) => title.trim() === "" && unit.trim() === "" && discount.trim() === "";

export type Wrong = "title" | "quantity" | "unit" | "discount";

/** What of a line is no value; an empty list when it can be handed to core. */
export function wrongs(line: LineDraft, currency: string): Wrong[] {
  const found: Wrong[] = [];
  if (line.title.trim() === "") found.push("title");
  if (decimal(line.quantity, QUANTITY) === null) found.push("quantity");
  if (minorOf(line.unit, currency) === null) found.push("unit");
  if (line.discount.trim() !== "" && decimal(line.discount, PERCENT) === null) found.push("discount");
  return found;
}

/** A line as core takes it; what is no number yet counts as nothing. */
function inputOf(line: LineDraft, currency: string, products: readonly QuoteProduct[]): QuoteLineInput {
  const title = line.title.trim();
  return {
    id: line.id, title, product: products.find(({ name }) => name === title)?.id ?? null,
    quantity_milli: decimal(line.quantity, QUANTITY) ?? 0, unit_minor: minorOf(line.unit, currency) ?? 0, discount_bp: decimal(line.discount, PERCENT) ?? 0,
  };
}

export const linesOf = (draft: QuoteDraft, products: readonly QuoteProduct[]): QuoteLineInput[] => draft.lines.filter((line) => !isBlank(line)).map((line) => inputOf(line, draft.currency, products));

export const quoteInput = (id: string | null, deal: string, draft: QuoteDraft, products: readonly QuoteProduct[]): QuoteInput => ({
  id, deal, currency: draft.currency, valid_until: draft.valid_until, note: draft.note, lines: linesOf(draft, products),
});

/** What was kept; whatever else stands there is passed over. */
export function readDraft(body: string | null): QuoteDraft | null {
  if (body === null || body === "") return null;
  try {
    const kept: unknown = JSON.parse(body);
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(kept: unknown): kept is QuoteDraft {
  return typeof kept === "object" && kept !== null && "lines" in kept && Array.isArray(kept.lines) && "currency" in kept && typeof kept.currency === "string" && "note" in kept && typeof kept.note === "string" && "valid_until" in kept;
}
