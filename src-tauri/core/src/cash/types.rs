//! Columns of quotes, contracts, payment plans, invoices and receipts.

use crate::kernel::Id;
use crate::{record, words};

words! {
    /// Where a quote stands. What has gone out is never changed: a new version is made.
    pub enum QuoteState {
        Draft = "draft",
        Sent = "sent",
        Accepted = "accepted",
        Declined = "declined",
    }
}

words! {
    /// What a part of a payment plan waits for.
    pub enum PayAfter {
        Signing = "signing",
        Delivery = "delivery",
        Acceptance = "acceptance",
        Other = "other",
    }
}

record! {
    /// What was offered at what price; each version is a row of its own.
    pub struct Quote in "quotes", noun 40 {
        cell 1 deal: Id [refers(deals)];
        /// Its first version, and the how manieth it is: 1, 2, 3.
        cell 2 chain { series: Id, version: i64 };
        cell 3 currency: String;
        /// Days as the workspace counts them.
        cell 4 state { state: QuoteState, sent_on: Option<String>, answered_on: Option<String> };
        /// The last day on which it holds.
        cell 5 valid_until: Option<String>;
        /// Terms, as they are printed below the lines.
        cell 6 note: Option<String>;
        /// Somebody said that the deal does not move for it.
        cell 7 stay: bool;
    }
}

record! {
    /// A line of a quote: a product, or free words.
    pub struct QuoteLine in "quote_lines", noun 41 {
        cell 1 quote: Id [refers(quotes)];
        cell 2 place: i64;
        cell 3 what { product: Option<Id>, title: String } [refers(products by product)];
        /// Thousandths of one, minor units for one, and hundredths of a percent off.
        cell 4 price { quantity_milli: i64, unit_minor: i64, discount_bp: i64 };
    }
}

record! {
    /// What was signed. Its day is the day on which the deal was won.
    pub struct Contract in "contracts", noun 42 {
        cell 1 deal: Id [refers(deals)];
        cell 2 quote: Option<Id> [refers(quotes)];
        cell 3 signed_on: String;
        /// No amount: unknown, never zero. Plan, invoices and receipts are in this currency.
        cell 4 amount { amount_minor: Option<i64>, currency: String };
        cell 5 term { from_on: Option<String>, to_on: Option<String> };
        /// Where the paper lies: a file's name or path.
        cell 6 file: Option<String>;
        cell 7 note: Option<String>;
        /// Somebody said that the deal does not move for it.
        cell 8 stay: bool;
    }
}

record! {
    /// A part of a contract's payment plan: a share of the contract, or an amount.
    pub struct PlanItem in "plan_items", noun 43 {
        cell 1 contract: Id [refers(contracts)];
        cell 2 place: i64;
        /// Hundredths of a percent of the contract, else minor units.
        cell 3 amount { share_bp: Option<i64>, amount_minor: Option<i64>, currency: String };
        cell 4 title: Option<String>;
        cell 5 due_on: Option<String>;
        cell 6 pay_after: Option<PayAfter>;
        /// What it comes to; `None`: unknown.
        projected worth_minor: Option<i64>;
        projected paid_minor: i64;
        /// The day of its latest invoice, else its own.
        projected due_now: Option<String>;
        /// Nothing more is expected.
        projected settled: bool;
    }
}

record! {
    /// What was billed.
    pub struct Invoice in "invoices", noun 44 {
        cell 1 contract: Id [refers(contracts)];
        cell 2 item: Option<Id> [refers(plan_items)];
        cell 3 number: Option<String>;
        cell 4 issued_on: String;
        cell 5 due_on: Option<String>;
        cell 6 amount { amount_minor: i64, currency: String };
        cell 7 note: Option<String>;
    }
}

record! {
    /// Money that came in.
    pub struct Receipt in "receipts", noun 45 {
        cell 1 contract: Id [refers(contracts)];
        /// What it is for; `None`: whatever is open first.
        cell 2 item: Option<Id> [refers(plan_items)];
        cell 3 received_on: String;
        cell 4 amount { amount_minor: i64, currency: String };
        cell 5 note: Option<String>;
    }
}
