//! What of each part of a plan is still open: its worth, what came in for it, the day that counts. Derived
//! from contract, plan, invoices and receipts, so that lists of receivables need not add anything up.

use std::collections::HashMap;

use rusqlite::params;

use super::sums::{self, Part};
use super::types::{Contract, Invoice, PlanItem, Receipt};
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Read, Record, Result};

const OF_CONTRACT: Via = Via::Column("contract");

/// `plan_items.worth_minor`, `paid_minor`, `due_now`, `settled`.
pub static PROJECTION: Projection = Projection {
    name: "plan_items_open",
    sources: &[
        Source {
            noun: Contract::noun,
            via: Via::Own,
        },
        Source {
            noun: PlanItem::noun,
            via: OF_CONTRACT,
        },
        Source {
            noun: Invoice::noun,
            via: OF_CONTRACT,
        },
        Source {
            noun: Receipt::noun,
            via: OF_CONTRACT,
        },
    ],
    run,
    subjects: "SELECT DISTINCT contract FROM plan_items",
    clear: &[],
    derived: &["SELECT id, worth_minor, paid_minor, due_now, settled FROM plan_items ORDER BY id"],
};

/// The parts of a plan, what counts for each, and what is over.
pub struct Counted {
    pub items: Vec<PlanItem>,
    pub paid: Vec<i128>,
    pub over: i128,
    /// All that came in, in the contract's currency.
    pub received: i128,
    /// Receipts in another one.
    pub foreign: i64,
}

/// What came in, counted against the live parts of a contract's plan.
pub fn count(read: &Read<'_>, contract: &Contract) -> Result<Counted> {
    let mut items = super::plans::items(read, contract.id)?;
    let worth = worths(contract, &items);
    for (item, worth) in items.iter_mut().zip(worth) {
        item.worth_minor = worth;
    }
    let receipts: Vec<Receipt> = read.rows(
        "WHERE contract = ?1 AND deleted_at IS NULL AND amount_minor > 0",
        [contract.id],
    )?;
    let (ours, foreign): (Vec<_>, Vec<_>) = receipts
        .into_iter()
        .partition(|receipt| receipt.currency == contract.currency);
    let mut meant: HashMap<Id, i128> = HashMap::new();
    let mut received = 0;
    for receipt in &ours {
        received += i128::from(receipt.amount_minor);
        if let Some(item) = receipt.item {
            *meant.entry(item).or_default() += i128::from(receipt.amount_minor);
        }
    }
    let parts: Vec<Part> = items
        .iter()
        .map(|item| Part {
            worth: item.worth_minor,
            meant: meant.get(&item.id).copied().unwrap_or_default(),
        })
        .collect();
    let free = received - parts.iter().map(|part| part.meant).sum::<i128>();
    let (paid, over) = sums::paid(&parts, free);
    Ok(Counted {
        items,
        paid,
        over,
        received,
        foreign: foreign.len() as i64,
    })
}

/// What each part comes to: its amount, or its share of the contract. Shares are rounded together.
fn worths(contract: &Contract, items: &[PlanItem]) -> Vec<Option<i64>> {
    let shares: Vec<i64> = items.iter().filter_map(|item| item.share_bp).collect();
    let of_whole = contract
        .amount_minor
        .and_then(|amount| sums::shares(amount, &shares));
    let mut next = of_whole.map(Vec::into_iter);
    let mut share = || next.as_mut().and_then(Iterator::next);
    let worth = |item: &PlanItem| match (item.share_bp, item.amount_minor) {
        (Some(_), _) => share(),
        (None, Some(amount)) if item.currency == contract.currency => Some(amount),
        _ => None,
    };
    items.iter().map(worth).collect()
}

fn run(to: &Projector<'_>, id: Id) -> Result<()> {
    // Deleted parts, and those of a contract that is gone, wait for nothing.
    to.execute(
        "UPDATE plan_items SET worth_minor = NULL, paid_minor = 0, due_now = NULL, settled = 1
         WHERE contract = ?1 AND (deleted_at IS NOT NULL
           OR NOT EXISTS (SELECT 1 FROM contracts c WHERE c.id = ?1 AND c.deleted_at IS NULL))
           AND (worth_minor IS NOT NULL OR paid_minor <> 0 OR due_now IS NOT NULL OR settled <> 1)",
        [id],
    )?;
    let contract = to.read.find::<Contract>(id)?;
    let Some(contract) = contract.filter(|contract| contract.deleted_at.is_none()) else {
        return Ok(());
    };
    let Counted { items, paid, .. } = count(&to.read, &contract)?;
    for (item, paid) in items.iter().zip(paid) {
        let settled = item
            .worth_minor
            .is_some_and(|worth| paid >= i128::from(worth));
        to.execute(
            "UPDATE plan_items SET worth_minor = ?2, paid_minor = ?3, settled = ?4,
               due_now = coalesce((SELECT max(due_on) FROM invoices WHERE item = ?5 AND contract = ?6 AND deleted_at IS NULL),
                                  due_on)
             WHERE n = ?1",
            params![item.n, item.worth_minor, sums::kept(paid), settled, item.id, id],
        )?;
    }
    Ok(())
}
