// From quote to cash of one deal, and what is open of all of them. Sums come from core, also while they are
// typed; here they are only shown.
import { keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import type { PlanTemplate, QuoteLineInput, ReceivablesInput } from "../../ipc/bindings.gen";
import { call } from "../../ipc/call";

const reads = ["quotes", "quote_lines", "contracts", "plan_items", "invoices", "receipts", "deals", "stage_moves", "stages", "organizations", "products", "settings"];

export const cashQueries = {
  all: ["cash"] as const,
  deal: (id: string) => queryOptions({ queryKey: [...cashQueries.all, "deal", id] as const, queryFn: () => call.cashGet(id), meta: { reads } }),
  /** What typed lines come to. */
  sum: (lines: QuoteLineInput[]) => queryOptions({ queryKey: [...cashQueries.all, "sum", lines] as const, queryFn: () => call.quotesSum(lines), placeholderData: keepPreviousData, gcTime: 0 }),
  receivables: (input: ReceivablesInput) =>
    queryOptions({ queryKey: [...cashQueries.all, "receivables", input] as const, queryFn: () => call.receivablesList(input), placeholderData: keepPreviousData, meta: { reads } }),
  /** Whose paper it is: what the workspace is called. */
  from: () => queryOptions({ queryKey: [...cashQueries.all, "from"] as const, queryFn: async () => (await call.appInfo()).workspace_name, meta: { reads: ["settings"] } }),
  today: (day: string) => queryOptions({ queryKey: [...cashQueries.all, "today", day] as const, queryFn: () => call.receivablesToday(), meta: { reads } }),
};

export const useSaveQuote = () => useMutation({ mutationFn: call.quotesSave });
export const useSendQuote = () => useMutation({ mutationFn: call.quotesSend });
export const useAnswerQuote = () => useMutation({ mutationFn: ({ id, accepted }: { id: string; accepted: boolean }) => call.quotesAnswer(id, accepted) });
export const useReviseQuote = () => useMutation({ mutationFn: call.quotesRevise });
export const useDeleteQuote = () => useMutation({ mutationFn: call.quotesDelete });
export const useSaveContract = () => useMutation({ mutationFn: call.contractsSave });
export const useDeleteContract = () => useMutation({ mutationFn: call.contractsDelete });
export const useSavePlan = () => useMutation({ mutationFn: call.plansSave });
export const useLayPlan = () => useMutation({ mutationFn: ({ contract, template }: { contract: string; template: PlanTemplate }) => call.plansLay(contract, template) });
export const useSaveInvoice = () => useMutation({ mutationFn: call.invoicesSave });
export const useDeleteInvoice = () => useMutation({ mutationFn: call.invoicesDelete });
export const useSaveReceipt = () => useMutation({ mutationFn: call.receiptsSave });
export const useDeleteReceipt = () => useMutation({ mutationFn: call.receiptsDelete });
export const useStay = () => useMutation({ mutationFn: call.cashStay });
/** A promise to ask for the money, before its day. */
export const useRemind = () => useMutation({ mutationFn: call.followupsSave });
export const useMoveThere = () => useMutation({ mutationFn: ({ deal, stage }: { deal: string; stage: string }) => call.dealsMove(deal, stage, null) });
