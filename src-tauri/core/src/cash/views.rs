//! Quotes, contracts and plans as screens show them, and what forms hand in.

use serde::{Deserialize, Serialize};

use super::types::{PayAfter, QuoteState};
use crate::kernel::Id;
use crate::kernel::money::Money;
use crate::words;

/// Everything from quote to cash of one deal.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct CashRecord {
    /// The latest first; versions of one quote stand together.
    pub quotes: Vec<QuoteView>,
    /// The latest signed first.
    pub contracts: Vec<ContractView>,
    pub suggestion: Option<StageSuggestion>,
    /// That of the deal's amount.
    pub currency: Option<String>,
    /// What a line may name.
    pub products: Vec<QuoteProduct>,
}

/// A product with its list price.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuoteProduct {
    pub id: Id,
    pub name: String,
    pub price: Option<Money>,
}

words! {
    /// Why a stage is suggested.
    pub enum SuggestedBy {
        Quote = "quote",
        Contract = "contract",
    }
}

/// A stage to which the deal could move now. It never moves by itself.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct StageSuggestion {
    /// The quote or contract.
    pub source: Id,
    pub by: SuggestedBy,
    pub stage_id: Id,
    pub stage: String,
}

/// A version of a quote with its lines.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuoteView {
    pub id: Id,
    /// "Q-" and six characters, the same for all versions.
    pub number: String,
    pub version: i64,
    /// There is no later version.
    pub latest: bool,
    pub state: QuoteState,
    pub currency: String,
    pub sent_on: Option<String>,
    pub answered_on: Option<String>,
    pub valid_until: Option<String>,
    /// Sent, unanswered, and its last day has passed.
    pub expired: bool,
    pub note: Option<String>,
    pub lines: Vec<QuoteLineView>,
    /// Before discounts; `None`: more than can be kept.
    pub list: Option<Money>,
    pub total: Option<Money>,
}

/// A line of a quote; amounts in minor units of the quote's currency.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuoteLineView {
    pub id: Id,
    pub product: Option<Id>,
    pub title: String,
    pub quantity_milli: i64,
    pub unit_minor: i64,
    pub discount_bp: i64,
    /// After the discount, rounded half away from zero.
    pub net_minor: Option<i64>,
}

/// A contract with its plan and what came in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ContractView {
    pub id: Id,
    /// The quote it follows, and its number.
    pub quote: Option<Id>,
    pub quote_number: Option<String>,
    pub signed_on: String,
    /// `None`: unknown.
    pub amount: Option<Money>,
    pub currency: String,
    pub from_on: Option<String>,
    pub to_on: Option<String>,
    /// Days to its end; negative: it has ended.
    pub days_left: Option<i64>,
    pub file: Option<String>,
    pub note: Option<String>,
    pub items: Vec<PlanItemView>,
    pub invoices: Vec<InvoiceView>,
    pub receipts: Vec<ReceiptView>,
    /// Sum of the parts of the plan that are known.
    pub planned: Money,
    /// Parts whose amount is unknown.
    pub unknown: i64,
    /// Amount minus plan; `None`: one of them is unknown.
    pub unplanned: Option<Money>,
    pub invoiced: Money,
    /// All that came in.
    pub received: Money,
    /// What the known parts still wait for.
    pub open: Money,
    /// What came in above the plan.
    pub over: Money,
    /// Receipts in another currency, which two devices can bring together: in no sum.
    pub foreign: i64,
}

words! {
    /// How a part of a plan stands.
    pub enum PlanState {
        Paid = "paid",
        Overdue = "overdue",
        Open = "open",
    }
}

/// A part of a payment plan.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PlanItemView {
    pub id: Id,
    pub title: Option<String>,
    pub share_bp: Option<i64>,
    /// `None`: unknown.
    pub amount: Option<Money>,
    pub paid: Money,
    pub open: Option<Money>,
    /// As planned.
    pub due_on: Option<String>,
    /// The day that counts: the latest invoice's, else the planned one.
    pub due_now: Option<String>,
    pub pay_after: Option<PayAfter>,
    pub state: PlanState,
    /// Whole days past the day that counts; `None`: no day, or paid.
    pub days_late: Option<i64>,
}

/// An invoice.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct InvoiceView {
    pub id: Id,
    pub item: Option<Id>,
    pub number: Option<String>,
    pub issued_on: String,
    pub due_on: Option<String>,
    pub amount: Money,
    pub note: Option<String>,
}

/// Money that came in.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ReceiptView {
    pub id: Id,
    pub item: Option<Id>,
    pub received_on: String,
    pub amount: Money,
    pub note: Option<String>,
}

/// A quote as its form hands it in, with all of its lines.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct QuoteInput {
    /// `None`: a new one.
    pub id: Option<Id>,
    pub deal: Id,
    pub currency: String,
    pub valid_until: Option<String>,
    pub note: Option<String>,
    pub lines: Vec<QuoteLineInput>,
}

/// A line as it is handed in: thousandths, minor units, hundredths of a percent.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct QuoteLineInput {
    /// `None`: a new one.
    pub id: Option<Id>,
    pub product: Option<Id>,
    pub title: String,
    pub quantity_milli: i64,
    pub unit_minor: i64,
    pub discount_bp: i64,
}

/// What typed lines come to, minor units; `None`: it may not stand, or is more than can be kept.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct QuoteSum {
    pub lines: Vec<Option<i64>>,
    pub total: Option<i64>,
}

/// A contract as its form hands it in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ContractInput {
    pub id: Option<Id>,
    pub deal: Id,
    pub quote: Option<Id>,
    pub signed_on: String,
    /// `None`: unknown.
    pub amount_minor: Option<i64>,
    pub currency: String,
    pub from_on: Option<String>,
    pub to_on: Option<String>,
    pub file: Option<String>,
    pub note: Option<String>,
}

/// A whole plan as its form hands it in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct PlanInput {
    pub contract: Id,
    pub items: Vec<PlanItemInput>,
}

/// A part of a plan: a share, or an amount, or neither while that is unknown.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct PlanItemInput {
    pub id: Option<Id>,
    pub title: Option<String>,
    pub share_bp: Option<i64>,
    pub amount: Option<Money>,
    pub due_on: Option<String>,
    pub pay_after: Option<PayAfter>,
}

words! {
    /// Plans that come built in.
    pub enum PlanTemplate {
        /// Signing, delivery, acceptance.
        ThirtySixtyTen = "30-60-10",
        /// Signing and delivery.
        Halves = "50-50",
        Whole = "100",
    }
}

/// An invoice as its form hands it in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct InvoiceInput {
    pub id: Option<Id>,
    pub contract: Id,
    pub item: Option<Id>,
    pub number: Option<String>,
    pub issued_on: String,
    pub due_on: Option<String>,
    pub amount: Money,
    pub note: Option<String>,
}

/// A receipt as its form hands it in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ReceiptInput {
    pub id: Option<Id>,
    pub contract: Id,
    pub item: Option<Id>,
    pub received_on: String,
    pub amount: Money,
    pub note: Option<String>,
}
