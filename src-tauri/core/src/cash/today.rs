//! What Today shows of money: payments that are due soon or late, contracts that end.

use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde::Serialize;

use super::receivables::{OPEN, days_late, open_of};
use super::sums;
use crate::kernel::money::Money;
use crate::kernel::time::plus_days;
use crate::kernel::{Id, Read, Result};
use crate::root_of;

/// How many days before its day a payment stands on Today.
pub const SOON: i64 = 7;
/// How many days before its end a contract stands on Today.
pub const ENDING: i64 = 60;

/// A payment that is due soon or late, or a contract that ends soon.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct CashDue {
    /// The part of the plan, or the contract.
    pub id: Id,
    pub deal: Id,
    pub name: String,
    pub organization: Option<String>,
    pub title: Option<String>,
    /// What is open; of a contract, its amount. `None`: unknown.
    pub amount: Option<Money>,
    pub due_on: String,
    /// Whole days past that day; negative: still to come.
    pub days_late: i64,
}

/// The money of one day.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct CashToday {
    /// Late or due within [`SOON`] days, the longest due first.
    pub due: Vec<CashDue>,
    /// How many more there are.
    pub due_more: i64,
    /// Contracts that end within [`ENDING`] days and that no later one of their deal carries on.
    pub ending: Vec<CashDue>,
    pub ending_more: i64,
}

/// How many of each are shown.
const MOST: i64 = 20;

/// What of money is to be looked after now.
pub fn today(read: &Read<'_>) -> Result<CashToday> {
    let (due, ending) = (due(read)?, ending(read)?);
    Ok(CashToday {
        due_more: due_count(read)? - due.len() as i64,
        ending_more: ending_count(read)? - ending.len() as i64,
        due,
        ending,
    })
}

/// Payments that are late or due within [`SOON`] days, the longest due first.
fn due(read: &Read<'_>) -> Result<Vec<CashDue>> {
    let until = plus_days(read.today(), SOON).to_string();
    let sql = format!(
        "SELECT i.id, d.id, d.name, o.name, i.title, i.due_now, c.currency, i.worth_minor, i.paid_minor {OPEN}
         LEFT JOIN organizations o ON o.id = {}
         WHERE i.settled = 0 AND i.due_now <= ?1 ORDER BY i.due_now, i.n LIMIT ?2",
        root_of!("organizations", "d.organization")
    );
    let today = read.today();
    read.all(&sql, params![until, MOST], |row| {
        let open = open_of(row, 7)?;
        cash_due(row, today, open.map(sums::kept))
    })
}

/// How many payments [`due`] finds.
fn due_count(read: &Read<'_>) -> Result<i64> {
    let until = plus_days(read.today(), SOON).to_string();
    let sql = format!("SELECT count(*) {OPEN} WHERE i.settled = 0 AND i.due_now <= ?1");
    read.value(&sql, [until])
}

/// FROM and WHERE of contracts that end within some days (?1 to ?2) and that no later one of their deal
/// carries on.
const ENDS: &str = concat!(
    "FROM contracts c JOIN deals d ON d.id = c.deal AND d.deleted_at IS NULL
   LEFT JOIN organizations o ON o.id = ",
    root_of!("organizations", "d.organization"),
    "
   WHERE c.deleted_at IS NULL AND c.to_on BETWEEN ?1 AND ?2 AND NOT EXISTS (
     SELECT 1 FROM contracts k WHERE k.deal = c.deal AND k.deleted_at IS NULL AND k.to_on > c.to_on)"
);

/// Contracts that end within [`ENDING`] days, the first to end first.
fn ending(read: &Read<'_>) -> Result<Vec<CashDue>> {
    let (from, until) = ending_span(read);
    let sql = format!(
        "SELECT c.id, d.id, d.name, o.name, c.file, c.to_on, c.currency, c.amount_minor {ENDS}
         ORDER BY c.to_on, c.n LIMIT ?3"
    );
    let today = read.today();
    read.all(&sql, params![from, until, MOST], |row| {
        cash_due(row, today, row.get(7)?)
    })
}

/// How many contracts [`ending`] finds.
fn ending_count(read: &Read<'_>) -> Result<i64> {
    let (from, until) = ending_span(read);
    let sql = format!("SELECT count(*) {ENDS}");
    read.value(&sql, [from, until])
}

fn ending_span(read: &Read<'_>) -> (String, String) {
    let today = read.today();
    let until = plus_days(today, ENDING);
    (today.to_string(), until.to_string())
}

fn cash_due(row: &Row<'_>, today: NaiveDate, minor: Option<i64>) -> rusqlite::Result<CashDue> {
    let due_on: String = row.get(5)?;
    let currency: String = row.get(6)?;
    Ok(CashDue {
        id: row.get(0)?,
        deal: row.get(1)?,
        name: row.get(2)?,
        organization: row.get(3)?,
        title: row.get(4)?,
        amount: minor.map(|minor| Money { minor, currency }),
        days_late: days_late(today, Some(&due_on)).unwrap_or_default(),
        due_on,
    })
}
