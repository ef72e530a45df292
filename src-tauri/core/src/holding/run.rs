//! The nights: rules give deals back when the app runs. After days offline each missed night is gone through in
//! its order, on what had been by then, so that it comes out as if each had run. Returns have derived ids: a
//! second run, and a run on another device, write the same rows. A night is one action.

use chrono::NaiveDate;
use rusqlite::params;
use serde::Serialize;

use super::facts::{Facts, Rule, Whose, active_rules};
use super::rules::taken;
use crate::kernel::time::{days_between, plus_days};
use crate::kernel::{Act, Code, Db, Id, Read, Result, WriteTx};
use crate::pipeline::{Deal, HeldWhy, Holding, TurnoverClock};

const LEASE: &str = "turnover";
const LEASE_MS: i64 = 10 * 60_000;
/// Returns written in one transaction.
const SLICE: usize = if cfg!(test) { 3 } else { 1_000 };
/// More nights than this are not gone through: a clock went astray.
const MOST_NIGHTS: i64 = 400;

/// What a night gave back.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TurnoverNight {
    /// The day that it begins.
    pub day: String,
    pub returned: i64,
    pub action: Option<Id>,
}

/// A deal that goes back.
struct Return {
    deal: Id,
    holder: Id,
    held_at: i64,
    rule: Id,
    pool: Option<Id>,
    clock: TurnoverClock,
    days: i64,
}

/// The identity of what a night does to a deal.
fn return_id(deal: Id, night: NaiveDate) -> Id {
    Id::derived(&[b"turnover", deal.bytes(), night.to_string().as_bytes()])
}

/// Goes through the nights up to this morning that were not gone through yet. Nothing while another process
/// does so.
pub fn run(db: &Db) -> Result<Vec<TurnoverNight>> {
    if db.read(missed)?.is_none() {
        return Ok(Vec::new());
    }
    let ran = db.leased(LEASE, LEASE_MS, || nights(db))?;
    Ok(ran.unwrap_or_default())
}

fn nights(db: &Db) -> Result<Vec<TurnoverNight>> {
    let Some((first, last)) = db.read(missed)? else {
        return Ok(Vec::new());
    };
    let plans = db.read(|read| plan(read, first, last))?;
    let mut ran = Vec::new();
    for (night, returns) in plans {
        let done = give_back(db, night, &returns)?;
        if done.returned > 0 {
            ran.push(done);
        }
    }
    let last = last.to_string();
    let sql = "INSERT INTO turnover_through (only, night) VALUES (1, ?1)
               ON CONFLICT (only) DO UPDATE SET night = max(night, excluded.night)";
    db.write_local(sql, [last])?;
    Ok(ran)
}

/// The first and the last night to go through; `None`: there is none, or no rule.
fn missed(read: &Read<'_>) -> Result<Option<(NaiveDate, NaiveDate)>> {
    let since: Option<i64> = read.value(
        "SELECT min(since) FROM turnover_rules WHERE active = 1 AND deleted_at IS NULL",
        [],
    )?;
    let Some(since) = since else {
        return Ok(None);
    };
    let today = read.today();
    let through: Option<String> = read.first(
        "SELECT night FROM turnover_through WHERE only = 1",
        [],
        |row| row.get(0),
    )?;
    let through: Option<NaiveDate> = through.and_then(|night| night.parse().ok());
    let first = plus_days(later_of(through, read.zone.day(since)), 1);
    let first = first.max(plus_days(today, -MOST_NIGHTS));
    Ok((first <= today).then_some((first, today)))
}

fn later_of(through: Option<NaiveDate>, since: NaiveDate) -> NaiveDate {
    through.map_or(since, |through| through.max(since))
}

/// What each night gives back. A deal that one night took is not there for the next.
fn plan(
    read: &Read<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<(NaiveDate, Vec<Return>)>> {
    let rules = active_rules(read)?;
    let mut facts = Facts::load(read, &Whose::Everybody, &rules)?;
    let mut plans = Vec::new();
    for later in 0..=days_between(first, last) {
        let night = plus_days(first, later);
        let at = facts.night(night);
        let running: Vec<Rule> = rules
            .iter()
            .filter(|rule| rule.row.since < at)
            .cloned()
            .collect();
        let returns: Vec<Return> = taken(&facts, &running, night)?
            .into_iter()
            .map(|(fact, rule, clock, days)| Return {
                deal: fact.id,
                holder: fact.holder,
                held_at: fact.held_at,
                rule: rule.row.id,
                pool: rule.row.pool,
                clock,
                days,
            })
            .collect();
        let gone: std::collections::HashSet<Id> = returns.iter().map(|one| one.deal).collect();
        facts.all.retain(|fact| !gone.contains(&fact.id));
        if !returns.is_empty() {
            plans.push((night, returns));
        }
    }
    Ok(plans)
}

fn give_back(db: &Db, night: NaiveDate, returns: &[Return]) -> Result<TurnoverNight> {
    let mut long = db.long(Act::new("turnover_night").on(night.to_string()));
    let mut returned = 0;
    for some in returns.chunks(SLICE) {
        let written = long.slice(|tx| {
            let mut count = 0;
            for one in some {
                count += i64::from(put(tx, night, one)?);
            }
            Ok(count)
        });
        match written {
            Ok(count) => returned += count,
            Err(error) => {
                long.cancel()?;
                return Err(error);
            }
        }
    }
    let (action, _) = long.finish()?;
    Ok(TurnoverNight {
        day: night.to_string(),
        returned,
        action,
    })
}

/// Writes one return. False: somebody was quicker, or this night's return was there already, perhaps taken back.
fn put(tx: &mut WriteTx<'_>, night: NaiveDate, one: &Return) -> Result<bool> {
    let id = return_id(one.deal, night);
    let deal: Option<Deal> = tx.find(one.deal)?;
    let same = deal.is_some_and(|deal| {
        (deal.deleted_at, deal.holder, deal.held_at) == (None, Some(one.holder), Some(one.held_at))
    });
    if !same || tx.find::<Holding>(id)?.is_some() {
        return Ok(false);
    }
    tx.put_new(&Holding {
        n: 0,
        id,
        deleted_at: None,
        deal: one.deal,
        member: None,
        at: tx.zone.midnight(night),
        at_day: false,
        reason: None,
        why: Some(HeldWhy::TurnedOver),
        pool: one.pool,
        rule: Some(one.rule),
        clock: Some(one.clock),
        days: Some(one.days),
    })?;
    Ok(true)
}

/// Takes the latest return of a deal back: who held it holds it again, and their time begins anew.
pub fn take_back(db: &Db, deal: Id) -> Result<crate::kernel::Written<()>> {
    db.write(Act::new("return_undone"), |tx| {
        let row: Deal = tx.get(deal)?;
        tx.name_subject(row.name.clone());
        let latest: Option<(Id, Option<HeldWhy>)> = tx.first(
            "SELECT id, why FROM holdings WHERE deal = ?1 AND deleted_at IS NULL
             ORDER BY at DESC, stamp DESC, id DESC LIMIT 1",
            params![deal],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        match latest {
            Some((id, Some(HeldWhy::TurnedOver | HeldWhy::Returned))) if row.holder.is_none() => {
                tx.delete::<Holding>(id)?;
                Ok(())
            }
            _ => Err(crate::kernel::Error::new(Code::NotInPool).with("name", row.name)),
        }
    })
}
