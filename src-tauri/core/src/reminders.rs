//! Reminders: which promises with a time are due now and were not told of yet. What was told is known to
//! this device only and stands in no log. Showing them is the shell's work.

use rusqlite::params;
use serde::Serialize;

use crate::kernel::{Db, Id, Read, Result};

/// A promise whose time has come.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Reminder {
    pub followup: Id,
    pub title: String,
    pub person: Option<Id>,
    pub name: Option<String>,
    pub organization: Option<String>,
    /// Milliseconds UTC.
    pub due_at: i64,
}

/// After a sleep, a promise is still told of for this long: later it stands on Today as overdue.
const LATE: i64 = 12 * 3_600_000;
/// The most told of at once; the others stand on Today.
const MOST: usize = 3;

/// Takes the promises that are to be told of now: each comes once for its due time, whatever becomes of
/// the telling. Those of other members stay theirs. Nothing while this device wants none.
pub fn take(db: &Db) -> Result<Vec<Reminder>> {
    if !db.device().reminders {
        return Ok(Vec::new());
    }
    let due = db.read(due)?;
    let told = mark(db, due)?;
    Ok(told.into_iter().rev().take(MOST).collect())
}

/// Notes that these are told of. Returns those that another program has not taken in the meantime.
fn mark(db: &Db, due: Vec<Reminder>) -> Result<Vec<Reminder>> {
    let rows = due.iter().map(|due| (due.followup, due.due_at));
    let sql = "INSERT OR IGNORE INTO reminded (followup, due_at) VALUES (?1, ?2)";
    let written = db.write_local_all(sql, rows)?;
    let ours = due.into_iter().zip(written).filter(|(_, ours)| *ours);
    Ok(ours.map(|(due, _)| due).collect())
}

fn due(read: &Read<'_>) -> Result<Vec<Reminder>> {
    read.all(
        concat!("SELECT f.id, f.title, p.id, p.shown, o.name, f.due_at FROM followups f
           LEFT JOIN people p ON p.id = ", crate::root_of!("people", "f.person"), " AND p.deleted_at IS NULL
           LEFT JOIN organizations o ON o.id = ", crate::root_of!("organizations", "f.organization"), "
         WHERE f.due_at IS NOT NULL AND f.state = 'open' AND f.deleted_at IS NULL AND f.due_at <= ?1 AND f.due_at > ?2
           AND (?3 IS NULL OR f.member IS NULL OR f.member = ?3)
           AND NOT EXISTS (SELECT 1 FROM reminded r WHERE r.followup = f.id AND r.due_at = f.due_at)
         ORDER BY f.due_at, f.n"),
        params![read.now, read.now - LATE, read.me],
        |row| {
            Ok(Reminder {
                followup: row.get(0)?,
                title: row.get(1)?,
                person: row.get(2)?,
                name: row.get(3)?,
                organization: row.get(4)?,
                due_at: row.get(5)?,
            })
        },
    )
}

/// Whether this device tells of promises whose time has come.
pub fn set(db: &Db, on: bool) -> Result<()> {
    db.set_device(|device| device.reminders = on)
}

#[cfg(test)]
mod tests;
