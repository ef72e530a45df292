//! The holding of a deal on its page: days left, lock, wishes for more time, who held it from when and why.

use serde::Serialize;

use super::extensions::{self, ExtensionView};
use super::left::{self, DaysLeft};
use super::pool::{self, Lying};
use crate::kernel::{Id, Read, Result};
use crate::pipeline::state;
use crate::pipeline::{Deal, HeldWhy, TurnoverClock};

/// Who held it from when, and why; no member: the pool.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HolderView {
    pub id: Id,
    pub member: Option<String>,
    pub at: i64,
    pub day_only: bool,
    pub why: Option<HeldWhy>,
    pub reason: Option<String>,
    pub rule: Option<String>,
    pub clock: Option<TurnoverClock>,
    pub days: Option<i64>,
    pub pool: Option<String>,
    /// A claim that came second: another member had it already.
    pub void: bool,
    /// A file told so; nobody knows since when.
    pub told: bool,
    /// It brought the deal into the pool, where it still lies: that can be taken back.
    pub can_undo: bool,
}

/// The holding of a deal.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HoldingRecord {
    pub left: Option<DaysLeft>,
    pub locked_at: Option<i64>,
    pub locked_why: Option<String>,
    pub extensions: Vec<ExtensionView>,
    /// Where nobody holds it.
    pub lying: Option<Lying>,
    /// The latest first.
    pub history: Vec<HolderView>,
}

/// Everything about who holds a deal.
pub fn of_deal(read: &Read<'_>, id: Id) -> Result<HoldingRecord> {
    let deal: Deal = read.get(id)?;
    Ok(HoldingRecord {
        left: left::of_deal(read, deal.n)?,
        locked_at: deal.locked_at,
        locked_why: deal.locked_why.clone(),
        extensions: extensions::of_deal(read, id)?,
        lying: pool::lying(read, &[id])?.remove(&id),
        history: history(read, &deal)?,
    })
}

fn history(read: &Read<'_>, deal: &Deal) -> Result<Vec<HolderView>> {
    let void = state::story(&state::tellings(read, deal.id)?, deal.id).void;
    let mut lines = read.all(
        "SELECT h.id, h.member, m.name, h.at, h.at_day, h.why, h.reason, r.name, h.clock, h.days, p.name
         FROM holdings h LEFT JOIN members m ON m.id = h.member LEFT JOIN turnover_rules r ON r.id = h.rule
           LEFT JOIN pools p ON p.id = h.pool
         WHERE h.deal = ?1 AND h.deleted_at IS NULL ORDER BY h.at DESC, h.stamp DESC, h.id DESC",
        [deal.id],
        |row| {
            let (id, member): (Id, Option<Id>) = (row.get(0)?, row.get(1)?);
            Ok(HolderView {
                id,
                member: row.get(2)?,
                at: row.get(3)?,
                day_only: row.get(4)?,
                why: row.get(5)?,
                reason: row.get(6)?,
                rule: row.get(7)?,
                clock: row.get(8)?,
                days: row.get(9)?,
                pool: row.get(10)?,
                void: void.contains(&id),
                told: member.is_some_and(|member| {
                    id == crate::pipeline::told_holding(deal.id, member)
                }),
                can_undo: false,
            })
        },
    )?;
    if let Some(first) = lines.first_mut() {
        first.can_undo = deal.holder.is_none()
            && matches!(first.why, Some(HeldWhy::TurnedOver | HeldWhy::Returned));
    }
    Ok(lines)
}
