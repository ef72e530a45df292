//! More time for a holder: asked with a reason, granted until a day or refused; and the lock that keeps a deal
//! from every rule.

use rusqlite::params;
use serde::Serialize;

use super::types::{Extension, ExtensionState};
use crate::kernel::text::{filled, required};
use crate::kernel::time::plus_days;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, Written};
use crate::pipeline::Deal;

/// No extension reaches further, days.
const MOST_DAYS: i64 = 366;

/// A wish for more time, and what was decided.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ExtensionView {
    pub id: Id,
    pub deal: Id,
    pub name: String,
    pub organization: Option<String>,
    pub member: Option<String>,
    pub at: i64,
    pub until_on: String,
    pub reason: String,
    pub state: ExtensionState,
    pub granted_until: Option<String>,
    pub answered_by: Option<String>,
    pub answered_at: Option<i64>,
    pub note: Option<String>,
}

const VIEW: &str = concat!(
    "SELECT e.id, e.deal, d.name, o.name, m.name, e.at, e.until_on, e.reason, e.state, e.granted_until,
       a.name, e.answered_at, e.note
     FROM extensions e JOIN deals d ON d.id = e.deal AND d.deleted_at IS NULL
       LEFT JOIN organizations o ON o.id = ",
    crate::root_of!("organizations", "d.organization"),
    " LEFT JOIN members m ON m.id = e.member LEFT JOIN members a ON a.id = e.answered_by
     WHERE e.deleted_at IS NULL"
);

fn view(row: &rusqlite::Row<'_>) -> rusqlite::Result<ExtensionView> {
    Ok(ExtensionView {
        id: row.get(0)?,
        deal: row.get(1)?,
        name: row.get(2)?,
        organization: row.get(3)?,
        member: row.get(4)?,
        at: row.get(5)?,
        until_on: row.get(6)?,
        reason: row.get(7)?,
        state: row.get(8)?,
        granted_until: row.get(9)?,
        answered_by: row.get(10)?,
        answered_at: row.get(11)?,
        note: row.get(12)?,
    })
}

/// Those of a deal, the latest first.
pub fn of_deal(read: &Read<'_>, deal: Id) -> Result<Vec<ExtensionView>> {
    let sql = format!("{VIEW} AND e.deal = ?1 ORDER BY e.at DESC, e.id DESC");
    read.all(&sql, [deal], view)
}

/// Those that wait for an answer, the earliest asked first.
pub fn waiting(read: &Read<'_>) -> Result<Vec<ExtensionView>> {
    let sql = format!("{VIEW} AND e.state = ?1 ORDER BY e.at, e.id LIMIT 100");
    read.all(&sql, [ExtensionState::Asked], view)
}

/// A day from tomorrow to a year ahead.
fn day_ahead(read: &Read<'_>, typed: &str, field: &'static str) -> Result<String> {
    let day: chrono::NaiveDate = typed.trim().parse().map_err(|_| Error::invalid(field))?;
    let (from, to) = (
        plus_days(read.today(), 1),
        plus_days(read.today(), MOST_DAYS),
    );
    if day < from || day > to {
        return Err(Error::new(Code::DayOutOfRange)
            .with("field", field)
            .with("value", day)
            .with("from", from)
            .with("to", to));
    }
    Ok(day.to_string())
}

/// The holder asks for more time. While one wish waits, it is changed rather than doubled.
pub fn ask(db: &Db, deal: Id, until_on: &str, reason: &str) -> Result<Written<Id>> {
    let reason = required(reason, "reason")?;
    db.write(Act::new("extension_asked"), |tx| {
        let row: Deal = tx.get(deal)?;
        tx.name_subject(row.name.clone());
        if row.holder.is_none() {
            return Err(Error::new(Code::NobodyHolds).with("name", row.name));
        }
        let waiting: Option<Id> = tx.first(
            "SELECT id FROM extensions WHERE deal = ?1 AND state = ?2 AND deleted_at IS NULL ORDER BY id LIMIT 1",
            params![deal, ExtensionState::Asked],
            |row| row.get(0),
        )?;
        let id = waiting.unwrap_or_else(|| tx.fresh_id());
        let wish = Extension {
            n: 0,
            id,
            deleted_at: None,
            deal,
            member: tx.me.or(row.holder),
            at: tx.now,
            until_on: day_ahead(tx, until_on, "until_on")?,
            reason: reason.clone(),
            state: ExtensionState::Asked,
            granted_until: None,
            answered_by: None,
            answered_at: None,
            note: None,
        };
        tx.put(&wish)?;
        Ok(id)
    })
}

/// Grants a wish until a day, or refuses it (`None`), with a word on why. An answer may be given anew.
pub fn answer(db: &Db, id: Id, until: Option<&str>, note: Option<String>) -> Result<Written<()>> {
    let label = match until {
        Some(_) => "extension_granted",
        None => "extension_refused",
    };
    db.write(Act::new(label), |tx| {
        let mut row: Extension = tx.get(id)?;
        tx.name_subject(tx.get::<Deal>(row.deal)?.name);
        row.granted_until = match until {
            Some(until) => Some(day_ahead(tx, until, "until_on")?),
            None => None,
        };
        row.state = match until {
            Some(_) => ExtensionState::Granted,
            None => ExtensionState::Refused,
        };
        row.answered_by = tx.me;
        row.answered_at = Some(tx.now);
        row.note = filled(note.clone());
        tx.put(&row)?;
        Ok(())
    })
}

/// Keeps a deal from every rule, saying why; `None` lets it go again.
pub fn lock(db: &Db, deal: Id, why: Option<String>) -> Result<Written<()>> {
    let label = match why {
        Some(_) => "deal_locked",
        None => "deal_unlocked",
    };
    db.write(Act::new(label), |tx| {
        let mut row: Deal = tx.get(deal)?;
        tx.name_subject(row.name.clone());
        (row.locked_at, row.locked_why) = match &why {
            Some(why) => (
                row.locked_at.or(Some(tx.now)),
                Some(required(why, "reason")?),
            ),
            None => (None, None),
        };
        tx.put(&row)?;
        Ok(())
    })
}
