//! Today: the queue of what to do now. Overdue promises, those due today, and conversations nobody
//! could say whose they were.

use rusqlite::params;
use serde::Serialize;

use crate::followups::days_late;
use crate::kernel::{Id, Read, Result};
use crate::people::PersonRef;
use crate::touchpoints::Channel;
use crate::{group_of, root_of};

crate::words! {
    /// A part of the queue.
    pub enum TodayKind {
        Overdue = "overdue",
        Due = "due",
        /// Who was this?
        Who = "who",
    }
}

/// One thing to do.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TodayRow {
    /// The follow-up's id, or the touchpoint's for `who`.
    pub id: Id,
    pub person: Option<PersonRef>,
    pub title: String,
    pub channel: Option<Channel>,
    pub due_on: Option<String>,
    pub due_at: Option<i64>,
    pub days_late: i64,
    /// When the conversation was, for `who`.
    pub at: Option<i64>,
}

/// One part of the queue.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TodaySection {
    pub kind: TodayKind,
    pub rows: Vec<TodayRow>,
    /// How many more there are behind the rows.
    #[specta(optional)]
    pub more: i64,
}

/// The queue of one day.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Today {
    /// The workspace's calendar day.
    pub day: String,
    pub sections: Vec<TodaySection>,
    pub left: i64,
    /// Promises closed today.
    pub done: i64,
    /// Promises due tomorrow.
    pub tomorrow: i64,
}

/// How many rows of a part are shown; `left` counts all.
const MOST: i64 = 200;

/// The queue as it stands now.
pub fn list(read: &Read<'_>) -> Result<Today> {
    let today = read.today();
    let day = today.to_string();
    let open = |due: &str| -> Result<i64> {
        read.value(
            &format!("SELECT count(*) FROM followups f WHERE f.state = 'open' AND f.deleted_at IS NULL AND {due}"),
            [&day],
        )
    };
    let (overdue, due) = ("f.due_on < ?1", "f.due_on = ?1");
    let (overdue_open, due_open, nobody_open) = (open(overdue)?, open(due)?, nobody_count(read)?);
    let sections = vec![
        section(
            TodayKind::Overdue,
            promised(read, overdue, &day)?,
            overdue_open,
        ),
        section(TodayKind::Due, promised(read, due, &day)?, due_open),
        section(TodayKind::Who, nobody(read)?, nobody_open),
    ];
    let tomorrow = crate::kernel::time::plus_days(today, 1);
    let midnight = read.zone.midnight(today);
    Ok(Today {
        left: overdue_open + due_open + nobody_open,
        done: read.value(
            "SELECT count(*) FROM followups WHERE state <> 'open' AND done_at >= ?1 AND deleted_at IS NULL",
            [midnight],
        )?,
        tomorrow: read.value(
            "SELECT count(*) FROM followups WHERE state = 'open' AND deleted_at IS NULL AND due_on = ?1",
            [tomorrow.to_string()],
        )?,
        day,
        sections,
    })
}

fn section(kind: TodayKind, rows: Vec<TodayRow>, all: i64) -> TodaySection {
    let more = all - rows.len() as i64;
    TodaySection { kind, rows, more }
}

/// How many things are left today.
pub fn left(read: &Read<'_>) -> Result<i64> {
    let promised: i64 = read.value(
        "SELECT count(*) FROM followups WHERE state = 'open' AND deleted_at IS NULL AND due_on <= ?1",
        [read.today().to_string()],
    )?;
    Ok(promised + nobody_count(read)?)
}

/// Conversations of which nobody said whose they were.
fn nobody_count(read: &Read<'_>) -> Result<i64> {
    read.value(
        "SELECT count(*) FROM touchpoints WHERE who IS NOT NULL AND person IS NULL AND deleted_at IS NULL",
        [],
    )
}

fn promised(read: &Read<'_>, due: &str, day: &str) -> Result<Vec<TodayRow>> {
    let today = read.today();
    read.all(
        &format!(
            "SELECT f.id, f.title, f.channel, f.due_on, f.due_at, p.id, p.shown, coalesce(o.name, fo.name), s.title
             FROM followups f LEFT JOIN people p ON p.id = {}
               LEFT JOIN positions s ON s.n = (SELECT x.n FROM positions x WHERE x.person IN {} AND x.deleted_at IS NULL
                                               AND x.to_on IS NULL ORDER BY x.stamp DESC LIMIT 1)
               LEFT JOIN organizations o ON o.id = {}
               LEFT JOIN organizations fo ON fo.id = {}
             WHERE f.state = 'open' AND f.deleted_at IS NULL AND {due}
             ORDER BY f.due_on, f.due_at IS NULL, f.due_at, f.n LIMIT ?2",
            root_of!("people", "f.person"),
            group_of!("people", "p.id"),
            root_of!("organizations", "s.organization"),
            root_of!("organizations", "f.organization"),
        ),
        params![day, MOST],
        |row| {
            let due_on: String = row.get(3)?;
            Ok(TodayRow {
                id: row.get(0)?,
                title: row.get(1)?,
                channel: row.get(2)?,
                days_late: days_late(&due_on, today),
                due_on: Some(due_on),
                due_at: row.get(4)?,
                person: PersonRef::read(row, 5)?,
                at: None,
            })
        },
    )
}

fn nobody(read: &Read<'_>) -> Result<Vec<TodayRow>> {
    read.all(
        "SELECT id, coalesce(raw, summary, who), channel, at FROM touchpoints
         WHERE who IS NOT NULL AND person IS NULL AND deleted_at IS NULL ORDER BY at DESC LIMIT ?1",
        [MOST],
        |row| {
            Ok(TodayRow {
                id: row.get(0)?,
                person: None,
                title: row.get(1)?,
                channel: row.get(2)?,
                due_on: None,
                due_at: None,
                days_late: 0,
                at: row.get(3)?,
            })
        },
    )
}
