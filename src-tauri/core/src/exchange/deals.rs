//! `sales_pipeline`: deals with their stage, holder, product, organization, days and value.

mod known;
mod way;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use known::{Deals, Entry};
use way::{FileStage, Way, way};

use super::dates::{self, First};
use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State};
use super::said::DealSaid;
use super::sources::{Kind, Shape};
use super::table::Table;
use super::types::ImportNote;
use crate::kernel::{Id, Result};

/// A deal's name is ours to make; longer ones help nobody.
pub const NAME: usize = 200;

struct Parsed<'t> {
    line: Line<'t>,
    number: &'t str,
    stage: FileStage,
    way: Way,
    amount: Option<i64>,
    product: Option<&'t str>,
    account: Option<&'t str>,
    agent: Option<&'t str>,
    /// Fields that stay with the line, as text.
    aside: Vec<(&'static str, String)>,
}

/// How a file is to be read.
struct Reading {
    engaged: First,
    closed: First,
    currency: String,
}

impl Reading {
    fn parse<'t>(&self, line: &Line<'t>) -> std::result::Result<Parsed<'t>, Fault> {
        let number = line.required("external_id", Reason::IdMissing)?;
        let stage = line.required("stage", Reason::StageMissing)?;
        let stage =
            FileStage::named(stage).ok_or_else(|| line.fault(Reason::StageUnknown, "stage"))?;
        let engaged = line.day("engaged_on", self.engaged)?;
        let closed = line.day("closed_on", self.closed)?;
        let way = way(stage, engaged, closed)
            .ok_or_else(|| line.fault(Reason::DatesReversed, "closed_on"))?;
        let amount = line.amount("amount", &self.currency)?;
        let mut aside = vec![("external_id", number.to_owned())];
        let spare = |day: Option<NaiveDate>, used: bool| day.filter(|_| !used);
        aside.extend(spare(engaged, way.uses_engaged).map(|day| ("engaged_on", day.to_string())));
        aside.extend(spare(closed, way.uses_closed).map(|day| ("closed_on", day.to_string())));
        let parsed = Parsed {
            line: *line,
            number,
            stage,
            way,
            // What a lost deal would have brought, nobody wrote down.
            amount: amount.filter(|amount| *amount != 0 || stage != FileStage::Lost),
            product: line.text("product"),
            account: line.text("organization"),
            agent: line.text("holder"),
            aside,
        };
        // With the product too, so that it surely fits when it must be kept.
        let mut most = parsed.aside.clone();
        most.extend(line.owned("product").map(|name| ("product", name)));
        line.kept(&most)?;
        Ok(parsed)
    }
}

/// The order of each column of days, and what to note about it.
fn orders(table: &Table, shape: &Shape) -> ([First; 2], Option<ImportNote>) {
    let told = |field| line::told(table, shape, field);
    let orders = dates::orders([told("engaged_on"), told("closed_on")]);
    let strange = orders.into_iter().find(|order| *order != First::Year);
    let note = strange.map(|order| ImportNote::new("date_format").with("format", order.shown()));
    (orders, note)
}

/// What is counted while deals are planned, for the notes.
#[derive(Default)]
struct Noticed {
    /// Product as it stands in the file → as it is called here, and how many lines.
    matched: BTreeMap<(String, String), usize>,
    unknown: BTreeMap<String, usize>,
    no_amount: usize,
    no_account: usize,
    no_date: usize,
    amounts: usize,
}

/// Plans a file of deals.
pub fn plan(
    table: &Table,
    shape: &Shape,
    state: &mut State,
    deals: &mut Deals,
) -> Result<FilePlan> {
    let ([engaged, closed], format) = orders(table, shape);
    let reading = Reading {
        engaged,
        closed,
        currency: state.ground.currency.clone(),
    };
    let claim =
        |parsed: &Parsed<'_>| Id::derived(&[b"deals", b"sales_pipeline", parsed.number.as_bytes()]);
    let lines = line::read_all(
        table,
        shape,
        "external_id",
        |line| reading.parse(line),
        claim,
    );
    let mut plan = FilePlan::default();
    let mut pipeline = None;
    if lines.iter().any(std::result::Result::is_ok) {
        pipeline = deals.pipeline(&state.ground, &mut plan)?;
    }
    let mut noticed = Noticed::default();
    plan.fill(lines, |plan, id, parsed| {
        noticed.count(&parsed);
        one(state, deals, plan, &mut noticed, id, parsed)
    })?;
    if let Some(name) = pipeline {
        plan.notes
            .push(ImportNote::new("pipeline_made").with("name", name));
    }
    noticed.tell(&mut plan, &reading.currency);
    plan.notes.extend(format);
    Ok(plan)
}

fn one(
    state: &mut State,
    deals: &mut Deals,
    plan: &mut FilePlan,
    noticed: &mut Noticed,
    id: Id,
    mut parsed: Parsed<'_>,
) -> Result<Planned> {
    let mut steps = Vec::new();
    let account = parsed
        .account
        .map(|name| state.organization(plan, name, &mut steps));
    let agent = parsed
        .agent
        .map(|name| state.member(plan, name, &mut steps));
    let product = parsed.product.and_then(|name| state.products.find(name));
    let called = |id: Id| {
        state
            .products
            .rows
            .live
            .get(&id)
            .map(|row| row.name.clone())
    };
    let product_name = product.and_then(called);
    match (parsed.product, &product_name) {
        (Some(said), Some(name)) if said != name => {
            *noticed
                .matched
                .entry((said.to_owned(), name.clone()))
                .or_default() += 1;
        }
        (Some(said), None) => {
            *noticed.unknown.entry(said.to_owned()).or_default() += 1;
            parsed.aside.push(("product", said.to_owned()));
        }
        _ => {}
    }
    let mut own = Vec::new();
    let said = DealSaid {
        id,
        name: name(
            product_name.as_deref().or(parsed.product),
            parsed.account,
            parsed.number,
        ),
        organization: account,
        person: None,
        product,
        amount: parsed
            .amount
            .map(|minor| (minor, state.ground.currency.clone())),
        note: None,
        close_on: None,
    };
    let outcome = deals.rows.say(said, &mut own);
    let called_now = deals.rows.live.get(&id).map(|row| row.name.clone());
    let called_now = called_now.unwrap_or_default();
    deals.go(id, &parsed.way, agent, &state.ground, plan, &mut own)?;
    if let Some(agent) = agent {
        deals.hold(id, agent, &state.ground, plan, &mut own)?;
    }
    state.fill_own(id, &parsed.line, &mut own);
    let kept = parsed.line.kept(&parsed.aside).ok().flatten();
    state.keep_line(Kind::Pipeline, id, kept, &mut own)?;
    Ok(Planned::new(outcome, own).after(steps).called(called_now))
}

/// "GTX Pro · Isdom"; the number of the file stands in for what is missing.
fn name(product: Option<&str>, account: Option<&str>, number: &str) -> String {
    let name = match (product, account) {
        (Some(product), Some(account)) => format!("{product} · {account}"),
        (Some(known), None) | (None, Some(known)) => format!("{known} · {number}"),
        (None, None) => number.to_owned(),
    };
    name.chars().take(NAME).collect()
}

impl Noticed {
    fn count(&mut self, parsed: &Parsed<'_>) {
        self.no_amount += usize::from(parsed.amount.is_none());
        self.amounts += usize::from(parsed.amount.is_some());
        self.no_account += usize::from(parsed.account.is_none());
        let current = parsed
            .way
            .moves
            .iter()
            .find(|(stage, _)| *stage == parsed.stage);
        self.no_date += usize::from(current.is_none_or(|(_, day)| day.is_none()));
    }

    fn tell(self, plan: &mut FilePlan, currency: &str) {
        for ((from, to), rows) in self.matched {
            let note = ImportNote::new("product_matched")
                .with("from", from)
                .with("to", to);
            plan.notes.push(note.with("rows", rows));
        }
        for (name, rows) in self.unknown {
            let note = ImportNote::new("product_unknown").with("name", name);
            plan.notes.push(note.with("rows", rows));
        }
        plan.note_rows("unknown_amount", self.no_amount);
        plan.note_rows("no_account", self.no_account);
        plan.note_rows("no_date", self.no_date);
        if self.amounts > 0 {
            plan.notes
                .push(ImportNote::new("currency_assumed").with("currency", currency));
        }
    }
}
