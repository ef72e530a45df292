//! From quote to cash on the deal's record: quotes with versions, signed contracts, payment plans, invoices,
//! receipts, and what is still open of them. Totals are only ever summed ([`sums`]); the deal never moves by
//! itself ([`suggest`]).

mod contracts;
pub mod open;
mod plans;
mod quotes;
pub mod receivables;
mod record;
mod rules;
mod suggest;
pub mod sums;
#[cfg(test)]
mod tests;
pub mod today;
mod types;
mod views;

pub use contracts::{
    delete as delete_contract, delete_invoice, delete_receipt, save as save_contract, save_invoice,
    save_receipt,
};
pub use plans::{lay as lay_plan, save as save_plan};
pub use quotes::{
    answer as answer_quote, delete as delete_quote, number as quote_number, open as open_quotes,
    revise as revise_quote, save as save_quote, send as send_quote, sum_of,
};
pub use record::of_deal;
pub use suggest::stay;
pub use types::{Contract, Invoice, PayAfter, PlanItem, Quote, QuoteLine, QuoteState, Receipt};
pub use views::{
    CashRecord, ContractInput, ContractView, InvoiceInput, InvoiceView, PlanInput, PlanItemInput,
    PlanItemView, PlanState, PlanTemplate, QuoteInput, QuoteLineInput, QuoteLineView, QuoteProduct,
    QuoteSum, QuoteView, ReceiptInput, ReceiptView, StageSuggestion, SuggestedBy,
};
