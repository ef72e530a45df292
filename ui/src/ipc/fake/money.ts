// Quotes, a contract with its plan, and receivables of the fake core. It keeps what is saved, so that pages can
// be tried; the arithmetic here is only good enough to look at.
import type { CashRecord, ContractView, Money, QuoteLineInput, QuoteView, Receivables } from "../bindings.gen";
import type { Commands } from "../transport";
import { TODAY } from "./world";

type Say = (word: { zh: string; en: string }) => string;
type Around = { empty: boolean; say: Say; commit: (nouns: string[], label: string) => { action: string; label: string } };

const cny = (minor: number): Money => ({ minor, currency: "CNY" });
const net = ({ quantity_milli, unit_minor, discount_bp }: QuoteLineInput) => (discount_bp < 0 || discount_bp > 10_000 || quantity_milli <= 0 ? null : Math.round((quantity_milli * unit_minor * (10_000 - discount_bp)) / 10_000_000));

export function fakeCash({ empty, say, commit }: Around) {
  const made = new Map<string, CashRecord>();
  let serial = 0;
  const record = (deal: string): CashRecord => {
    const known = made.get(deal);
    if (known !== undefined) return known;
    const fresh: CashRecord = { quotes: [], contracts: [], suggestion: null, currency: "CNY", products: [{ id: "pr1", name: say({ zh: "压力机", en: "Press" }), price: cny(8_600_000) }] };
    if (deal === "d-p1" && !empty) fresh.contracts.push(contract(say));
    made.set(deal, fresh);
    return fresh;
  };
  const quoteOf = (id: string) => [...made.values()].flatMap(({ quotes }) => quotes).find((quote) => quote.id === id);
  const saved = (nouns: string[], label: string) => ({ id: "x1", action: commit(nouns, label).action });
  return {
    cashGet: async (deal) => structuredClone(record(deal)),
    cashStay: async () => {
      for (const one of made.values()) one.suggestion = null;
      return commit(["quotes"], "stage_kept");
    },
    quotesSave: async ({ id, deal, lines, ...input }) => {
      const { quotes } = record(deal);
      const total = cny(lines.reduce((sum, line) => sum + (net(line) ?? 0), 0));
      const quote: QuoteView = {
        ...input, id: id ?? `q${(serial += 1)}`, number: "Q-7F3A21", version: 1, latest: true, state: "draft", sent_on: null, answered_on: null, expired: false, list: total, total,
        lines: lines.map((line, index) => ({ ...line, id: line.id ?? `l${index}`, net_minor: net(line) })),
      };
      const at = quotes.findIndex((one) => one.id === id);
      quotes.splice(Math.max(0, at), at < 0 ? 0 : 1, quote);
      return saved(["quotes"], "quote_saved");
    },
    quotesSum: async (lines) => {
      const each = lines.map(net);
      return { lines: each, total: each.some((one) => one === null) ? null : each.reduce<number>((sum, one) => sum + (one ?? 0), 0) };
    },
    quotesSend: async (id) => {
      const quote = quoteOf(id);
      if (quote !== undefined) Object.assign(quote, { state: "sent", sent_on: TODAY });
      for (const one of made.values()) if (one.quotes.some((other) => other.id === id)) one.suggestion = { source: id, by: "quote", stage_id: "s-Quoted", stage: say({ zh: "报价", en: "Quoted" }) };
      return commit(["quotes"], "quote_sent");
    },
    quotesAnswer: async (id, accepted) => {
      Object.assign(quoteOf(id) ?? {}, { state: accepted ? "accepted" : "declined", answered_on: TODAY });
      return commit(["quotes"], "quote_accepted");
    },
    quotesRevise: async () => saved(["quotes"], "quote_revised"),
    quotesDelete: async () => commit(["quotes"], "quote_deleted"),
    contractsSave: async ({ deal, ...input }) => {
      record(deal).contracts.push({ ...contract(say), id: "c2", signed_on: input.signed_on, amount: input.amount_minor === null ? null : cny(input.amount_minor) });
      return saved(["contracts"], "contract_saved");
    },
    contractsDelete: async () => commit(["contracts"], "contract_deleted"),
    plansSave: async () => commit(["plan_items"], "plan_saved"),
    plansLay: async () => commit(["plan_items"], "plan_saved"),
    invoicesSave: async () => saved(["invoices"], "invoice_saved"),
    invoicesDelete: async () => commit(["invoices"], "invoice_deleted"),
    receiptsSave: async () => saved(["receipts"], "receipt_saved"),
    receiptsDelete: async () => commit(["receipts"], "receipt_deleted"),
    receivablesList: async () => receivables(empty, say),
    receivablesToday: async () => ({
      due: empty ? [] : [{ id: "i2", deal: "d-p1", name: say({ zh: "恒达精密产线", en: "Hengda line" }), organization: say({ zh: "恒达精密制造", en: "Hengda Precision" }), title: null, amount: cny(5_160_000), due_on: "2026-11-12", days_late: 9 }],
      due_more: 0, ending: [], ending_more: 0,
    }),
  } satisfies Partial<Commands>;
}

function contract(say: Say): ContractView {
  const item = { title: null, due_on: null, days_late: null };
  return {
    id: "c1", quote: null, quote_number: null, signed_on: "2026-10-20", amount: cny(8_600_000), currency: "CNY", from_on: null, to_on: null, days_left: null, file: say({ zh: "合同.pdf", en: "contract.pdf" }), note: null,
    items: [
      { ...item, id: "i1", share_bp: 3000, amount: cny(2_580_000), paid: cny(2_580_000), open: cny(0), due_now: "2026-10-20", pay_after: "signing", state: "paid" },
      { ...item, id: "i2", share_bp: 6000, amount: cny(5_160_000), paid: cny(0), open: cny(5_160_000), due_now: "2026-11-12", pay_after: "delivery", state: "overdue", days_late: 9 },
      { ...item, id: "i3", share_bp: 1000, amount: cny(860_000), paid: cny(0), open: cny(860_000), due_now: null, pay_after: "acceptance", state: "open" },
    ],
    invoices: [{ id: "v1", item: "i1", number: "2026-118", issued_on: "2026-10-20", due_on: null, amount: cny(2_580_000), note: null }],
    receipts: [{ id: "r1", item: null, received_on: "2026-10-28", amount: cny(2_580_000), note: null }],
    planned: cny(8_600_000), unknown: 0, unplanned: cny(0), invoiced: cny(2_580_000), received: cny(2_580_000), open: cny(6_020_000), over: cny(0), foreign: 0,
  };
}

function receivables(empty: boolean, say: Say): Receivables {
  const none = { count: 0, sum: [], unknown: 0 };
  const ages: Receivables["ages"] = [
    { age: "not_due", ...none }, { age: "to_30", count: 1, sum: [cny(5_160_000)], unknown: 0 }, { age: "to_60", ...none }, { age: "to_90", ...none }, { age: "over_90", ...none }, { age: "undated", count: 1, sum: [cny(860_000)], unknown: 0 },
  ];
  const whole = { sum: [cny(6_020_000)], count: 2, unknown: 0, ages };
  if (empty) return { day: TODAY, rows: [], more: 0, sum: [], count: 0, unknown: 0, ages: ages.map(({ age }) => ({ age, ...none })) };
  return { day: TODAY, more: 0, ...whole, rows: [{ id: "d-p1", name: say({ zh: "恒达精密产线", en: "Hengda line" }), organization: say({ zh: "恒达精密制造", en: "Hengda Precision" }), ...whole, due_on: "2026-11-12", days_late: 9 }] };
}
