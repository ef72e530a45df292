//! `products`: name, family, list price. A price is in the workspace's currency, since the table
//! names none.

use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State};
use super::said::ProductSaid;
use super::sources::{Kind, Shape};
use super::table::Table;
use super::types::ImportNote;
use crate::kernel::Result;

struct Parsed<'t> {
    name: &'t str,
    family: Option<String>,
    price: Option<i64>,
    kept: Option<String>,
}

fn parse<'t>(line: &Line<'t>, currency: &str) -> std::result::Result<Parsed<'t>, Fault> {
    Ok(Parsed {
        name: line.required("name", Reason::NameMissing)?,
        family: line.owned("family"),
        price: line.amount("price", currency)?,
        kept: line.kept(&[])?,
    })
}

/// Plans a file of products.
pub fn plan(table: &Table, shape: &Shape, state: &mut State) -> Result<FilePlan> {
    let currency = state.ground.currency.clone();
    let claim = |parsed: &Parsed<'_>| state.products.claim(parsed.name);
    let lines = line::read_all(table, shape, "name", |line| parse(line, &currency), claim);
    let mut plan = FilePlan::default();
    let mut priced = false;
    plan.fill(lines, |_, id, parsed| {
        priced |= parsed.price.is_some();
        let name = parsed.name;
        let said = ProductSaid {
            id,
            name: parsed.name.to_owned(),
            family: parsed.family,
            price: parsed.price.map(|minor| (minor, currency.clone())),
        };
        let mut steps = Vec::new();
        let outcome = state.products.rows.say(said, &mut steps);
        state.keep_line(Kind::Products, id, parsed.kept, &mut steps)?;
        Ok(Planned::new(outcome, steps).called(name))
    })?;
    if priced {
        plan.notes
            .push(ImportNote::new("currency_assumed").with("currency", currency));
    }
    Ok(plan)
}
