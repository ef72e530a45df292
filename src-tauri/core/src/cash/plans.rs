//! Payment plans: a contract in parts, each a share or an amount, with its day or what it waits for.

use super::contracts::name;
use super::rules::{self, Span};
use super::sums::{self, WHOLE};
use super::types::{Contract, PayAfter, PlanItem};
use super::views::{PlanInput, PlanItemInput, PlanTemplate};
use crate::kernel::text::filled;
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx, Written};

/// Makes the plan of a contract what is handed in, in this order. Money that was meant for a part that is
/// gone counts for whatever is open first.
pub fn save(db: &Db, input: PlanInput) -> Result<Written<()>> {
    db.write(Act::new("plan_saved"), |tx| {
        let contract = name(tx, input.contract)?;
        put(tx, &contract, &input.items)
    })
}

/// Lays a built-in plan over a contract that has none: the first part is due when it was signed, the days of
/// the others are known when they come about.
pub fn lay(db: &Db, contract: Id, template: PlanTemplate) -> Result<Written<()>> {
    db.write(Act::new("plan_saved"), |tx| {
        let contract = name(tx, contract)?;
        if !items(tx, contract.id)?.is_empty() {
            return Err(Error::invalid("plan"));
        }
        let parts: Vec<PlanItemInput> = parts_of(template)
            .iter()
            .map(|(share, after)| PlanItemInput {
                id: None,
                title: None,
                share_bp: Some(*share),
                amount: None,
                due_on: (*after == PayAfter::Signing).then(|| contract.signed_on.clone()),
                pay_after: Some(*after),
            })
            .collect();
        put(tx, &contract, &parts)
    })
}

fn parts_of(template: PlanTemplate) -> &'static [(i64, PayAfter)] {
    use PayAfter::{Acceptance, Delivery, Signing};
    match template {
        PlanTemplate::ThirtySixtyTen => &[(3000, Signing), (6000, Delivery), (1000, Acceptance)],
        PlanTemplate::Halves => &[(5000, Signing), (5000, Delivery)],
        PlanTemplate::Whole => &[(WHOLE, Signing)],
    }
}

/// The parts of a contract in their order.
pub fn items(read: &Read<'_>, contract: Id) -> Result<Vec<PlanItem>> {
    read.rows(
        "WHERE contract = ?1 AND deleted_at IS NULL ORDER BY place, id",
        [contract],
    )
}

fn put(tx: &mut WriteTx<'_>, contract: &Contract, wanted: &[PlanItemInput]) -> Result<()> {
    rules::shares(wanted.iter().filter_map(|item| item.share_bp))?;
    let amounts = wanted.iter().filter_map(|item| item.amount.as_ref());
    let amounts = amounts.map(|amount| rules::amount(amount, &contract.currency));
    let amounts = amounts.collect::<Result<Vec<i64>>>()?;
    sums::total(amounts.into_iter().chain(contract.amount_minor)).ok_or_else(rules::too_large)?;
    let before = items(tx, contract.id)?;
    let kept = |item: &PlanItem| wanted.iter().any(|one| one.id == Some(item.id));
    for gone in before.iter().filter(|item| !kept(item)) {
        tx.delete::<PlanItem>(gone.id)?;
    }
    let today = tx.today();
    for (place, item) in wanted.iter().enumerate() {
        if item.share_bp.is_some() && item.amount.is_some() {
            return Err(Error::invalid("share"));
        }
        let known = before.iter().find(|known| Some(known.id) == item.id);
        let due = rules::day_if(item.due_on.as_deref(), "due_on", Span::any(today))?;
        tx.put(&PlanItem {
            n: 0,
            id: known.map_or_else(|| tx.fresh_id(), |known| known.id),
            deleted_at: None,
            contract: contract.id,
            place: place as i64 + 1,
            share_bp: item.share_bp,
            amount_minor: item.amount.as_ref().map(|amount| amount.minor),
            currency: contract.currency.clone(),
            title: filled(item.title.clone()),
            due_on: due.map(|day| day.to_string()),
            pay_after: item.pay_after,
            worth_minor: None,
            paid_minor: 0,
            due_now: None,
            settled: false,
        })?;
    }
    Ok(())
}
