//! Quotes: drafts are changed, what has gone out stays as it went and gets a next version.

use std::collections::HashSet;

use rusqlite::params;

use super::rules::{self, Span};
use super::sums;
use super::types::{Quote, QuoteLine, QuoteState};
use super::views::{QuoteInput, QuoteLineInput, QuoteSum};
use crate::catalog::Product;
use crate::kernel::text::{filled, required};
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, WriteTx, Written};
use crate::pipeline::Deal;

/// Makes a quote, or changes a draft: the lines become those that are handed in, in their order.
pub fn save(db: &Db, input: QuoteInput) -> Result<Written<Id>> {
    db.write(Act::new("quote_saved"), |tx| {
        let deal: Deal = tx.get(input.deal)?;
        tx.name_subject(deal.name);
        let mut quote = match input.id {
            Some(id) => draft(tx, id)?,
            None => first(tx.fresh_id(), input.deal),
        };
        quote.currency = rules::currency(&input.currency)?;
        quote.note = filled(input.note.clone());
        let span = Span::since(tx.today(), tx.today());
        let valid = input.valid_until.as_deref();
        // A draft that lay for a while keeps its day until somebody chooses another.
        if filled(input.valid_until.clone()) != quote.valid_until {
            quote.valid_until =
                rules::day_if(valid, "valid_until", span)?.map(|day| day.to_string());
        }
        sum(&input.lines)?;
        tx.put(&quote)?;
        put_lines(tx, quote.id, &input.lines)?;
        Ok(quote.id)
    })
}

/// What lines come to while they are typed.
pub fn sum_of(lines: &[QuoteLineInput]) -> QuoteSum {
    let each = lines
        .iter()
        .map(|line| rules::line(line.quantity_milli, line.unit_minor, line.discount_bp).ok());
    let lines: Vec<Option<i64>> = each.collect();
    let whole: Option<Vec<i64>> = lines.iter().copied().collect();
    QuoteSum {
        total: whole.and_then(sums::total),
        lines,
    }
}

/// Marks a draft as sent, today. It is fixed from then on.
pub fn send(db: &Db, id: Id) -> Result<Written<()>> {
    db.write(Act::new("quote_sent"), |tx| {
        let mut quote = draft(tx, id)?;
        name(tx, &quote)?;
        if lines(tx, id)?.is_empty() {
            return Err(Error::new(Code::QuoteEmpty));
        }
        let today = tx.today();
        if let Some(until) = &quote.valid_until {
            rules::day(until, "valid_until", Span::since(today, today))?;
        }
        quote.state = QuoteState::Sent;
        quote.sent_on = Some(today.to_string());
        tx.put(&quote)?;
        Ok(())
    })
}

/// Writes down what the other side said, today. A mistaken answer is given anew.
pub fn answer(db: &Db, id: Id, accepted: bool) -> Result<Written<()>> {
    let (label, state) = match accepted {
        true => ("quote_accepted", QuoteState::Accepted),
        false => ("quote_declined", QuoteState::Declined),
    };
    db.write(Act::new(label), |tx| {
        let mut quote: Quote = tx.get(id)?;
        name(tx, &quote)?;
        if quote.state == state {
            return Ok(());
        }
        let today = tx.today().to_string();
        quote.sent_on = quote.sent_on.or_else(|| Some(today.clone()));
        quote.state = state;
        quote.answered_on = Some(today);
        if lines(tx, id)?.is_empty() {
            return Err(Error::new(Code::QuoteEmpty));
        }
        tx.put(&quote)?;
        Ok(())
    })
}

/// Makes the next version of a quote: a draft with the same lines.
pub fn revise(db: &Db, id: Id) -> Result<Written<Id>> {
    db.write(Act::new("quote_revised"), |tx| {
        let old: Quote = tx.get(id)?;
        name(tx, &old)?;
        let today = tx.today().to_string();
        let last: i64 = tx.value(
            "SELECT max(version) FROM quotes WHERE series = ?1 AND deleted_at IS NULL",
            [old.series],
        )?;
        let next = Quote {
            n: 0,
            id: tx.fresh_id(),
            version: last.saturating_add(1),
            state: QuoteState::Draft,
            sent_on: None,
            answered_on: None,
            valid_until: old.valid_until.filter(|until| *until >= today),
            stay: false,
            ..old
        };
        tx.put_new(&next)?;
        for line in lines(tx, id)? {
            let copy = QuoteLine {
                n: 0,
                id: tx.fresh_id(),
                quote: next.id,
                ..line
            };
            tx.put_new(&copy)?;
        }
        Ok(next.id)
    })
}

/// Moves a version to the recycle bin; the others stay.
pub fn delete(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("quote_deleted"), |tx| {
        let quote: Quote = tx.get(id)?;
        name(tx, &quote)?;
        tx.delete::<Quote>(id)
    })
}

/// The lines of a version in their order.
pub fn lines(read: &Read<'_>, quote: Id) -> Result<Vec<QuoteLine>> {
    read.rows(
        "WHERE quote = ?1 AND deleted_at IS NULL ORDER BY place, id",
        [quote],
    )
}

/// The deals of which a quote lies with the customer: sent, not answered, and still holding.
pub fn open(read: &Read<'_>) -> Result<HashSet<Id>> {
    let deals = read.all(
        "SELECT deal FROM quotes WHERE state = ?1 AND deleted_at IS NULL
           AND (valid_until IS NULL OR valid_until >= ?2)",
        params![QuoteState::Sent, read.today().to_string()],
        |row| row.get(0),
    )?;
    Ok(deals.into_iter().collect())
}

/// What all versions of a quote are called: "Q-" and six characters of the first one's id, those that
/// differ most between neighbours.
pub fn number(series: Id) -> String {
    let plain = series.0.simple().to_string().to_uppercase();
    format!("Q-{}", &plain[plain.len() - 6..])
}

fn first(id: Id, deal: Id) -> Quote {
    Quote {
        n: 0,
        id,
        deleted_at: None,
        deal,
        series: id,
        version: 1,
        currency: String::new(),
        state: QuoteState::Draft,
        sent_on: None,
        answered_on: None,
        valid_until: None,
        note: None,
        stay: false,
    }
}

fn draft(read: &Read<'_>, id: Id) -> Result<Quote> {
    let quote: Quote = read.get(id)?;
    if quote.state == QuoteState::Draft {
        return Ok(quote);
    }
    Err(Error::new(Code::QuoteFixed)
        .with("number", number(quote.series))
        .with("version", quote.version))
}

/// The sum of all lines, or why one of them may not stand.
fn sum(lines: &[QuoteLineInput]) -> Result<i64> {
    let each = lines
        .iter()
        .map(|line| rules::line(line.quantity_milli, line.unit_minor, line.discount_bp));
    let each = each.collect::<Result<Vec<i64>>>()?;
    sums::total(each).ok_or_else(rules::too_large)
}

fn put_lines(tx: &mut WriteTx<'_>, quote: Id, wanted: &[QuoteLineInput]) -> Result<()> {
    let before = lines(tx, quote)?;
    for gone in before
        .iter()
        .filter(|line| !wanted.iter().any(|one| one.id == Some(line.id)))
    {
        tx.delete::<QuoteLine>(gone.id)?;
    }
    for (place, line) in wanted.iter().enumerate() {
        let id = match line.id {
            Some(id) if before.iter().any(|known| known.id == id) => id,
            // Taken back meanwhile, or deleted by another window: what was typed is a line all the same.
            _ => tx.fresh_id(),
        };
        if let Some(product) = line.product {
            tx.get::<Product>(product)?;
        }
        tx.put(&QuoteLine {
            n: 0,
            id,
            deleted_at: None,
            quote,
            place: place as i64 + 1,
            product: line.product,
            title: required(&line.title, "line_title")?,
            quantity_milli: line.quantity_milli,
            unit_minor: line.unit_minor,
            discount_bp: line.discount_bp,
        })?;
    }
    Ok(())
}

fn name(tx: &mut WriteTx<'_>, quote: &Quote) -> Result<()> {
    let name = tx.get::<Deal>(quote.deal)?.name;
    tx.name_subject(name);
    Ok(())
}
