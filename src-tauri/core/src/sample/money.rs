//! The sample's quotes and contracts, and what of them was billed and paid.

use super::table::{self, Row};
use super::{Scene, cast::FirmDeal, currency, unknown};
use crate::cash::{Contract, Invoice, PayAfter, PlanItem, Quote, QuoteLine, QuoteState, Receipt};
use crate::kernel::{Id, Result};
use crate::pipeline::Deal;

const MONEY: &str = include_str!("money.txt");
/// How long a contract runs.
const TERM_DAYS: i64 = 365;

/// Writes them all.
pub fn write(scene: &mut Scene<'_, '_>) -> Result<()> {
    let mut latest = None;
    for row in table::rows(MONEY) {
        match row.part {
            "quotes" => latest = Some(write_quote(scene, &row, latest)?),
            _ => write_contract(scene, &row)?,
        }
    }
    Ok(())
}

/// The deal of a row, with its amount in minor units.
fn deal_of(scene: &Scene<'_, '_>, row: &Row) -> Result<(Deal, i64)> {
    let deals = &scene.firm(row.text(0))?.deals;
    let FirmDeal { id, .. } = deals
        .iter()
        .find(|deal| deal.key == row.text(1))
        .ok_or_else(|| unknown(row.text(1)))?;
    let deal: Deal = scene.tx.get(*id)?;
    let minor = deal.amount_minor.ok_or_else(|| row.wrong(1))?;
    Ok((deal, minor))
}

/// Writes a quote of one line; a later version goes on the series of the row before it.
fn write_quote(scene: &mut Scene<'_, '_>, row: &Row, before: Option<Id>) -> Result<Id> {
    let (deal, minor) = deal_of(scene, row)?;
    let id = scene.tx.fresh_id();
    let (version, percent, sent): (i64, i64, i64) = (row.read(2)?, row.read(3)?, row.read(4)?);
    let (state, answered) = match row.text(5).split_once(' ') {
        Some((state, ago)) => (state.parse()?, Some(ago.parse().map_err(|_| row.wrong(5))?)),
        None => (QuoteState::Sent, None),
    };
    let series = match version {
        1 => id,
        _ => before.ok_or_else(|| row.wrong(2))?,
    };
    let day = |ago: i64| scene.calendar.day(ago).to_string();
    let quote = Quote {
        n: 0,
        id,
        deleted_at: None,
        deal: deal.id,
        series,
        version,
        currency: currency(scene.words.lang).to_owned(),
        state,
        sent_on: Some(day(sent)),
        answered_on: answered.map(day),
        valid_until: Some(day(sent - row.read::<i64>(6)?)),
        note: None,
        stay: false,
    };
    scene.tx.put_new(&quote)?;
    scene.tx.put_new(&QuoteLine {
        n: 0,
        id: scene.tx.fresh_id(),
        deleted_at: None,
        quote: id,
        place: 1,
        product: deal.product,
        title: deal.name,
        quantity_milli: 1_000,
        unit_minor: minor * percent / 100,
        discount_bp: 0,
    })?;
    Ok(series)
}

fn write_contract(scene: &mut Scene<'_, '_>, row: &Row) -> Result<()> {
    let (deal, minor) = deal_of(scene, row)?;
    let signed = scene.calendar.worked(row.read(2)?);
    let accepted = scene.tx.first(
        "SELECT id FROM quotes WHERE deal = ?1 AND state = 'accepted'",
        [deal.id],
        |found| found.get(0),
    )?;
    let contract = Contract {
        n: 0,
        id: scene.tx.fresh_id(),
        deleted_at: None,
        deal: deal.id,
        quote: accepted,
        signed_on: scene.calendar.day(signed).to_string(),
        amount_minor: Some(minor),
        currency: currency(scene.words.lang).to_owned(),
        from_on: Some(scene.calendar.day(signed).to_string()),
        to_on: Some(scene.calendar.day(signed - TERM_DAYS).to_string()),
        file: None,
        note: None,
        stay: false,
    };
    scene.tx.put_new(&contract)?;
    for (at, part) in row.text(3).split(", ").enumerate() {
        write_part(scene, row, &contract, at as i64 + 1, part)?;
    }
    Ok(())
}

/// `60 delivery 22 billed 30 paid 19`.
fn write_part(
    scene: &mut Scene<'_, '_>,
    row: &Row,
    contract: &Contract,
    place: i64,
    part: &str,
) -> Result<()> {
    let words: Vec<&str> = part.split(' ').collect();
    let number = |at: usize| -> Result<i64> {
        let word = words.get(at).ok_or_else(|| row.wrong(3))?;
        word.parse().map_err(|_| row.wrong(3))
    };
    let ago_of = |what: &str| match words.iter().position(|word| *word == what) {
        Some(at) => number(at + 1).map(Some),
        None => Ok(None),
    };
    let (percent, due) = (number(0)?, number(2)?);
    let after: PayAfter = words.get(1).ok_or_else(|| row.wrong(3))?.parse()?;
    let (billed, paid) = (ago_of("billed")?, ago_of("paid")?);
    let amount_minor = contract.amount_minor.unwrap_or_default() * percent / 100;
    let due_on = Some(scene.calendar.day(due).to_string());
    let item = scene.tx.fresh_id();
    scene.tx.put_new(&PlanItem {
        n: 0,
        id: item,
        deleted_at: None,
        contract: contract.id,
        place,
        share_bp: Some(percent * 100),
        amount_minor: None,
        currency: contract.currency.clone(),
        title: None,
        due_on: due_on.clone(),
        pay_after: Some(after),
        worth_minor: None,
        paid_minor: 0,
        due_now: None,
        settled: false,
    })?;
    if let Some(ago) = billed {
        scene.tx.put_new(&Invoice {
            n: 0,
            id: scene.tx.fresh_id(),
            deleted_at: None,
            contract: contract.id,
            item: Some(item),
            number: None,
            issued_on: scene.calendar.day(ago).to_string(),
            due_on,
            amount_minor,
            currency: contract.currency.clone(),
            note: None,
        })?;
    }
    if let Some(ago) = paid {
        scene.tx.put_new(&Receipt {
            n: 0,
            id: scene.tx.fresh_id(),
            deleted_at: None,
            contract: contract.id,
            item: Some(item),
            received_on: scene.calendar.day(ago).to_string(),
            amount_minor,
            currency: contract.currency.clone(),
            note: None,
        })?;
    }
    Ok(())
}
