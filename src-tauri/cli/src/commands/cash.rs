//! `touchline cash` and `touchline receivables`.

use serde_json::Value;
use touchline_core::cash::receivables::{self, ReceivablesInput};
use touchline_core::kernel::Db;

use crate::args::Owing;
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::Words;

const QUOTES: &[Column] = &[
    ("number", "/number", Shape::Text),
    ("version", "/version", Shape::Number),
    ("state", "/state", Shape::Word("cash.state")),
    ("sum", "/total", Shape::Money),
    ("valid", "/valid_until", Shape::Text),
    ("id", "/id", Shape::Text),
];

const CONTRACT: &[Column] = &[
    ("signed", "/signed_on", Shape::Text),
    ("amount", "/amount", Shape::Money),
    ("received", "/received", Shape::Money),
    ("owed", "/open", Shape::Money),
    ("until", "/to_on", Shape::Text),
    ("file", "/file", Shape::Text),
    ("id", "/id", Shape::Text),
];

const PLAN: &[Column] = &[
    ("part", "/title", Shape::Text),
    ("amount", "/amount", Shape::Money),
    ("received", "/paid", Shape::Money),
    ("due", "/due_now", Shape::Text),
    ("state", "/state", Shape::Word("cash.planState")),
    ("late", "/days_late", Shape::Late),
];

const INVOICES: &[Column] = &[
    ("number", "/number", Shape::Text),
    ("when", "/issued_on", Shape::Text),
    ("due", "/due_on", Shape::Text),
    ("amount", "/amount", Shape::Money),
];

const RECEIPTS: &[Column] = &[
    ("when", "/received_on", Shape::Text),
    ("amount", "/amount", Shape::Money),
    ("note", "/note", Shape::Text),
];

const OWED: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("organization", "/organization", Shape::Text),
    ("owed", "/sum", Shape::Money),
    ("unknown", "/unknown", Shape::Number),
    ("due", "/due_on", Shape::Text),
    ("late", "/days_late", Shape::Late),
    ("id", "/id", Shape::Text),
];

const AGES: &[Column] = &[
    ("age", "/age", Shape::Word("cash.age")),
    ("parts", "/count", Shape::Number),
    ("owed", "/sum", Shape::Money),
    ("unknown", "/unknown", Shape::Number),
];

/// Everything from quote to cash of a deal.
pub fn text(to: &Show<'_>, record: &Value) -> String {
    let mut text = to.part(record, "quotes", "/quotes", QUOTES);
    let contracts = record["contracts"].as_array();
    for contract in contracts.into_iter().flatten() {
        text.push_str(&format!("\n{}", to.record(contract, CONTRACT)));
        text.push_str(&to.part(contract, "plan", "/items", PLAN));
        text.push_str(&to.part(contract, "invoices", "/invoices", INVOICES));
        text.push_str(&to.part(contract, "receipts", "/receipts", RECEIPTS));
    }
    match text.is_empty() {
        true => to.words.say("cli.say.none"),
        false => text.trim_start().to_owned(),
    }
}

pub fn receivables(db: &Db, words: &Words, asked: &Owing) -> Result<Answer> {
    let input = ReceivablesInput {
        by: asked.by.parse()?,
        limit: asked.limit,
    };
    let (found, zone) = db.read(|read| Ok((receivables::list(read, &input)?, read.zone)))?;
    let to = Show { words, zone };
    let shown = value(&found)?;
    let rows = |at: &str| shown[at].as_array().cloned().unwrap_or_default();
    let total = found.rows.len() as i64 + found.more;
    let text = format!(
        "{}\n{}",
        to.rows(&rows("ages"), AGES),
        to.listed(&rows("rows"), OWED, Some(total))
    );
    Answer::new(&shown, text)
}
