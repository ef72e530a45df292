//! What Today shows of holding: deals that go back soon, wishes that wait for an answer, what the last night gave
//! back, and how much room there is.

use std::collections::HashMap;

use rusqlite::params;
use serde::Serialize;

use super::extensions::{self, ExtensionView};
use super::left::{self, DaysLeft};
use super::settings::{self, Room};
use crate::cash;
use crate::kernel::list::numbers;
use crate::kernel::time::plus_days;
use crate::kernel::{Id, Read, Result};
use crate::pipeline::{self, DealGlance, HeldWhy, TurnoverClock};
use crate::team::{Member, Role};

/// How many of each are shown.
const MOST: usize = 20;

/// A deal that goes back soon.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Warned {
    pub deal: DealGlance,
    pub left: DaysLeft,
    /// A quote lies with the customer.
    pub quote: bool,
    /// A wish for more time waits for an answer.
    pub asked: bool,
}

/// A deal that a rule gave back in the last nights and that is still in the pool.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct GoneBack {
    pub deal: Id,
    pub name: String,
    pub organization: Option<String>,
    pub rule: Option<String>,
    pub clock: Option<TurnoverClock>,
    pub days: Option<i64>,
    pub at: i64,
}

/// The holding of one day.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HoldingToday {
    /// Those of the member who works here; of everybody where nobody was chosen.
    pub warned: Vec<Warned>,
    pub warned_more: i64,
    /// For founders and where nobody was chosen.
    pub asks: Vec<ExtensionView>,
    /// What was theirs before.
    pub gone_back: Vec<GoneBack>,
    /// Of the member who works here.
    pub room: Option<Room>,
    /// Open deals in the pool.
    pub pool: i64,
}

/// What of holding is to be looked after now.
pub fn today(read: &Read<'_>) -> Result<HoldingToday> {
    let me: Option<Member> = match read.me {
        Some(me) => read.find(me)?,
        None => None,
    };
    let mut near = left::warned(read, read.me)?;
    let warned_more = near.len().saturating_sub(MOST) as i64;
    near.truncate(MOST);
    let decides = me.as_ref().is_none_or(|me| me.role == Role::Founder);
    Ok(HoldingToday {
        warned: warned(read, near)?,
        warned_more,
        asks: match decides {
            true => extensions::waiting(read)?,
            false => Vec::new(),
        },
        gone_back: gone_back(read)?,
        room: me.map(|me| settings::room(read, &me)).transpose()?,
        pool: read.value(
            "SELECT count(*) FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
             WHERE d.holder IS NULL AND d.deleted_at IS NULL",
            [],
        )?,
    })
}

fn warned(read: &Read<'_>, near: Vec<(i64, Id, DaysLeft)>) -> Result<Vec<Warned>> {
    let rows: Vec<i64> = near.iter().map(|(n, ..)| *n).collect();
    let sql = format!("{} WHERE deals.n IN ({})", pipeline::GLANCE, numbers(&rows));
    let glances = read.uncached(&sql, |row| {
        Ok((row.get::<_, i64>(15)?, pipeline::glance(read, row)?))
    })?;
    let mut glances: HashMap<i64, DealGlance> = glances.into_iter().collect();
    let quotes = cash::open_quotes(read)?;
    let asked: Vec<Id> = read.all(
        "SELECT deal FROM extensions WHERE state = 'asked' AND deleted_at IS NULL",
        [],
        |row| row.get(0),
    )?;
    let rows = near.into_iter().filter_map(|(n, id, left)| {
        Some(Warned {
            deal: glances.remove(&n)?,
            left,
            quote: quotes.contains(&id),
            asked: asked.contains(&id),
        })
    });
    Ok(rows.collect())
}

/// Returns of the last three nights of what the member who works here held, or of all where nobody was chosen.
fn gone_back(read: &Read<'_>) -> Result<Vec<GoneBack>> {
    let from = read.zone.midnight(plus_days(read.today(), -2));
    read.all(
        concat!(
            "SELECT d.id, d.name, o.name, r.name, h.clock, h.days, h.at
             FROM holdings h JOIN deals d ON d.id = h.deal AND d.deleted_at IS NULL AND d.holder IS NULL
               LEFT JOIN organizations o ON o.id = ",
            crate::root_of!("organizations", "d.organization"),
            " LEFT JOIN turnover_rules r ON r.id = h.rule
             WHERE h.rule IS NOT NULL AND h.deleted_at IS NULL AND h.at >= ?1 AND h.at = d.held_at AND h.why = ?2
               AND (?3 IS NULL OR ?3 = (SELECT f.member FROM holdings f WHERE f.deal = d.id AND f.deleted_at IS NULL
                 AND f.member IS NOT NULL ORDER BY f.at DESC, f.stamp DESC, f.id DESC LIMIT 1))
             ORDER BY h.at DESC, d.n LIMIT 20"
        ),
        params![from, HeldWhy::TurnedOver, read.me],
        |row| {
            Ok(GoneBack {
                deal: row.get(0)?,
                name: row.get(1)?,
                organization: row.get(2)?,
                rule: row.get(3)?,
                clock: row.get(4)?,
                days: row.get(5)?,
                at: row.get(6)?,
            })
        },
    )
}
