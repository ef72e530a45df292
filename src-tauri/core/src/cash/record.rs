//! From quote to cash of one deal, out of one snapshot.

use chrono::NaiveDate;

use super::open::{self, Counted};
use super::types::{Contract, Invoice, Quote, QuoteState, Receipt};
use super::views::{
    CashRecord, ContractView, InvoiceView, PlanItemView, PlanState, QuoteLineView, QuoteProduct,
    QuoteView, ReceiptView,
};
use super::{quotes, suggest, sums};
use crate::kernel::money::Money;
use crate::kernel::time::days_between;
use crate::kernel::{Id, Read, Result};
use crate::pipeline::{self, Deal};

/// Everything from quote to cash of a deal.
pub fn of_deal(read: &Read<'_>, deal: Id) -> Result<CashRecord> {
    let deal: Deal = read.get(deal)?;
    let quotes: Vec<Quote> = read.rows(
        "WHERE deal = ?1 AND deleted_at IS NULL
         ORDER BY (SELECT max(k.n) FROM quotes k WHERE k.series = quotes.series AND k.deleted_at IS NULL) DESC,
                  version DESC, n DESC",
        [deal.id],
    )?;
    let contracts: Vec<Contract> = read.rows(
        "WHERE deal = ?1 AND deleted_at IS NULL ORDER BY signed_on DESC, n DESC",
        [deal.id],
    )?;
    let suggestion = suggest::stage(read, &deal, &quotes, &contracts)?;
    let contracts = contracts.iter().map(|row| contract(read, row, &quotes));
    let contracts = contracts.collect::<Result<_>>()?;
    let latest = |one: &Quote| {
        let later = |other: &Quote| other.series == one.series && other.version > one.version;
        !quotes.iter().any(later)
    };
    let quotes = quotes.iter().map(|row| quote(read, row, latest(row)));
    Ok(CashRecord {
        quotes: quotes.collect::<Result<_>>()?,
        contracts,
        suggestion,
        currency: deal.currency,
        products: products(read)?,
    })
}

fn products(read: &Read<'_>) -> Result<Vec<QuoteProduct>> {
    read.all(
        "SELECT id, name, price_minor, currency FROM products WHERE deleted_at IS NULL ORDER BY name, n",
        [],
        |row| {
            Ok(QuoteProduct {
                id: row.get(0)?,
                name: row.get(1)?,
                price: pipeline::money(row.get(2)?, row.get(3)?),
            })
        },
    )
}

fn quote(read: &Read<'_>, quote: &Quote, latest: bool) -> Result<QuoteView> {
    let mut lines = Vec::new();
    let (mut list, mut net) = (Vec::new(), Vec::new());
    for line in quotes::lines(read, quote.id)? {
        let sum = sums::line(line.quantity_milli, line.unit_minor, line.discount_bp);
        list.push(sum.map(|(before, _)| before));
        net.push(sum.map(|(_, after)| after));
        lines.push(QuoteLineView {
            id: line.id,
            product: line.product,
            title: line.title,
            quantity_milli: line.quantity_milli,
            unit_minor: line.unit_minor,
            discount_bp: line.discount_bp,
            net_minor: sum.map(|(_, after)| after),
        });
    }
    let total = |each: Vec<Option<i64>>| {
        let each: Option<Vec<i64>> = each.into_iter().collect();
        let minor = each.and_then(sums::total)?;
        Some(money(minor, &quote.currency))
    };
    let today = read.today().to_string();
    Ok(QuoteView {
        id: quote.id,
        number: quotes::number(quote.series),
        version: quote.version,
        latest,
        state: quote.state,
        currency: quote.currency.clone(),
        sent_on: quote.sent_on.clone(),
        answered_on: quote.answered_on.clone(),
        expired: quote.state == QuoteState::Sent
            && quote
                .valid_until
                .as_ref()
                .is_some_and(|until| *until < today),
        valid_until: quote.valid_until.clone(),
        note: quote.note.clone(),
        lines,
        list: total(list),
        total: total(net),
    })
}

fn contract(read: &Read<'_>, contract: &Contract, quotes: &[Quote]) -> Result<ContractView> {
    let counted = open::count(read, contract)?;
    let in_ours = |minor: i128| money(sums::kept(minor), &contract.currency);
    let invoices: Vec<Invoice> = read.rows(
        "WHERE contract = ?1 AND deleted_at IS NULL ORDER BY issued_on, n",
        [contract.id],
    )?;
    let receipts: Vec<Receipt> = read.rows(
        "WHERE contract = ?1 AND deleted_at IS NULL ORDER BY received_on, n",
        [contract.id],
    )?;
    let known = counted.items.iter().filter_map(|item| item.worth_minor);
    let planned: i128 = known.clone().map(i128::from).sum();
    let unknown = (counted.items.len() - known.count()) as i64;
    let open = open_sum(&counted);
    let billed = invoices
        .iter()
        .filter(|invoice| invoice.currency == contract.currency);
    let invoiced = billed.map(|invoice| i128::from(invoice.amount_minor)).sum();
    let today = read.today();
    let quoted = quotes.iter().find(|quote| Some(quote.id) == contract.quote);
    Ok(ContractView {
        id: contract.id,
        quote: contract.quote,
        quote_number: quoted.map(|quote| quotes::number(quote.series)),
        signed_on: contract.signed_on.clone(),
        amount: contract
            .amount_minor
            .map(|minor| money(minor, &contract.currency)),
        currency: contract.currency.clone(),
        from_on: contract.from_on.clone(),
        days_left: contract.to_on.as_deref().and_then(|to| days_to(today, to)),
        to_on: contract.to_on.clone(),
        file: contract.file.clone(),
        note: contract.note.clone(),
        planned: in_ours(planned),
        unknown,
        unplanned: match contract.amount_minor {
            Some(amount) if unknown == 0 => Some(in_ours(i128::from(amount) - planned)),
            _ => None,
        },
        invoiced: in_ours(invoiced),
        received: in_ours(counted.received),
        open: in_ours(open),
        over: in_ours(counted.over),
        foreign: counted.foreign,
        items: items(counted, &contract.currency, today),
        invoices: invoices.into_iter().map(invoice).collect(),
        receipts: receipts.into_iter().map(receipt).collect(),
    })
}

fn open_sum(counted: &Counted) -> i128 {
    let each = counted.items.iter().zip(&counted.paid);
    each.filter_map(|(item, paid)| Some(i128::from(item.worth_minor?) - paid))
        .sum()
}

fn items(counted: Counted, currency: &str, today: NaiveDate) -> Vec<PlanItemView> {
    let Counted { items, paid, .. } = counted;
    items
        .into_iter()
        .zip(paid)
        .map(|(item, paid)| {
            let open = item.worth_minor.map(|worth| i128::from(worth) - paid);
            let settled = open.is_some_and(|open| open <= 0);
            let late = item.due_now.as_deref().and_then(|due| days_to(today, due));
            let days_late = late.map(|days| -days).filter(|_| !settled);
            PlanItemView {
                id: item.id,
                title: item.title,
                share_bp: item.share_bp,
                amount: item.worth_minor.map(|worth| money(worth, currency)),
                paid: money(sums::kept(paid), currency),
                open: open.map(|open| money(sums::kept(open), currency)),
                due_on: item.due_on,
                due_now: item.due_now,
                pay_after: item.pay_after,
                state: match days_late {
                    _ if settled => PlanState::Paid,
                    Some(1..) => PlanState::Overdue,
                    _ => PlanState::Open,
                },
                days_late,
            }
        })
        .collect()
}

fn invoice(row: Invoice) -> InvoiceView {
    InvoiceView {
        id: row.id,
        item: row.item,
        number: row.number,
        issued_on: row.issued_on,
        due_on: row.due_on,
        amount: money(row.amount_minor, &row.currency),
        note: row.note,
    }
}

fn receipt(row: Receipt) -> ReceiptView {
    ReceiptView {
        id: row.id,
        item: row.item,
        received_on: row.received_on,
        amount: money(row.amount_minor, &row.currency),
        note: row.note,
    }
}

/// Days from today to a stored day; `None`: no calendar has it.
pub(super) fn days_to(today: NaiveDate, day: &str) -> Option<i64> {
    Some(days_between(today, day.parse().ok()?))
}

fn money(minor: i64, currency: &str) -> Money {
    Money {
        minor,
        currency: currency.to_owned(),
    }
}
