//! Queries on follow-ups.

use chrono::NaiveDate;
use rusqlite::Row;

use super::types::{ClosedStep, NextStep};
use crate::kernel::time::days_between;
use crate::kernel::{Id, Read, Result, same};

/// The columns a [`NextStep`] is read from.
const COLUMNS: &str = "id, title, due_on, due_at, channel";

impl NextStep {
    /// Reads [`COLUMNS`] from column `at` on; `today` is the workspace's day.
    fn of(row: &Row<'_>, at: usize, today: NaiveDate) -> rusqlite::Result<Self> {
        let due_on: String = row.get(at + 2)?;
        Ok(NextStep {
            id: row.get(at)?,
            title: row.get(at + 1)?,
            days_late: days_late(&due_on, today),
            due_on,
            due_at: row.get(at + 3)?,
            channel: row.get(at + 4)?,
        })
    }

    /// The same where the query may have joined nothing.
    pub fn read(row: &Row<'_>, at: usize, today: NaiveDate) -> rusqlite::Result<Option<Self>> {
        let id: Option<Id> = row.get(at)?;
        id.map(|_| Self::of(row, at, today)).transpose()
    }
}

/// Days past a due day; negative while it is to come.
pub fn days_late(due_on: &str, today: NaiveDate) -> i64 {
    due_on
        .parse()
        .map_or(0, |due: NaiveDate| days_between(due, today))
}

/// Whose promises are asked for.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    Person(Id),
    Organization(Id),
    Deal(Id),
}

impl Of {
    /// The condition on follow-ups, and the id that is ?1 in it.
    fn condition(self) -> (String, Id) {
        let (column, id) = match self {
            Of::Person(id) => ("person", id),
            Of::Organization(id) => ("organization", id),
            Of::Deal(id) => ("deal", id),
        };
        (same::names(column, "?1"), id)
    }
}

/// Open promises, the earliest first.
pub fn open_of(read: &Read<'_>, of: Of) -> Result<Vec<NextStep>> {
    let (named, id) = of.condition();
    let today = read.today();
    read.all(
        &format!(
            "SELECT {COLUMNS} FROM followups WHERE {named} AND state = 'open' AND deleted_at IS NULL
             ORDER BY due_on, due_at IS NULL, due_at, n"
        ),
        [id],
        |row| NextStep::of(row, 0, today),
    )
}

/// How many closed promises a record shows.
const CLOSED: i64 = 20;

/// Promises kept or dropped, the latest first.
pub fn closed_of(read: &Read<'_>, of: Of) -> Result<Vec<ClosedStep>> {
    let (named, id) = of.condition();
    read.all(
        &format!(
            "SELECT id, title, due_on, done_at, state FROM followups
             WHERE {named} AND state <> 'open' AND deleted_at IS NULL ORDER BY done_at DESC, n DESC LIMIT {CLOSED}"
        ),
        [id],
        |row| {
            Ok(ClosedStep {
                id: row.get(0)?,
                title: row.get(1)?,
                due_on: row.get(2)?,
                done_at: row.get(3)?,
                state: row.get(4)?,
            })
        },
    )
}

/// SQL of the number of the earliest open promise whose `column` is `outer`: for cards and lists.
pub fn earliest(column: &str, outer: &str) -> String {
    let named = same::names(&format!("f.{column}"), outer);
    format!(
        "(SELECT f.n FROM followups f WHERE {named} AND f.state = 'open' AND f.deleted_at IS NULL
          ORDER BY f.due_on, f.due_at IS NULL, f.due_at, f.n LIMIT 1)"
    )
}
