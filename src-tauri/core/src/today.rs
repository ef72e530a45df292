//! Today: the queue of what to do now. Overdue promises, those due today, and conversations nobody
//! could say whose they were.

use serde::Serialize;

use crate::followups::days_late;
use crate::kernel::time::plus_days;
use crate::kernel::{Id, Read, Result};
use crate::people::PersonRef;
use crate::team::{Member, Role};
use crate::touchpoints::Channel;
use crate::{group_of, root_of};

crate::words! {
    /// A part of the queue.
    pub enum TodayKind {
        Overdue = "overdue",
        Due = "due",
        /// Promises of others that have waited for five days or more: shown to a founder, in their own part.
        Waiting = "waiting",
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
    /// Three days late: told to its holder once more.
    #[specta(optional)]
    pub again: bool,
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

/// Days late from which on a promise is told to its holder again, and from which on a founder sees it.
const AGAIN: i64 = 3;
const WAITING: i64 = 5;

/// The queue as it stands now.
pub fn list(read: &Read<'_>) -> Result<Today> {
    let today = read.today();
    let day = today.to_string();
    let queue = Queue::of(read)?;
    let open = |of: &str| -> Result<i64> {
        let sql = format!("SELECT count(*) FROM {QUEUE} WHERE {of}");
        read.value(&sql, queue.params())
    };
    let (overdue, due, waiting) = (OVERDUE, DUE, "f.due_on < ?1 AND f.waits");
    let (overdue_open, due_open, nobody_open) = (open(overdue)?, open(due)?, nobody_count(read)?);
    let mut sections = vec![
        section(
            TodayKind::Overdue,
            promised(read, overdue, &queue)?,
            overdue_open,
        ),
        section(TodayKind::Due, promised(read, due, &queue)?, due_open),
    ];
    let waiting_open = open(waiting)?;
    if waiting_open > 0 {
        let rows = promised(read, waiting, &queue)?;
        sections.push(section(TodayKind::Waiting, rows, waiting_open));
    }
    sections.push(section(TodayKind::Who, nobody(read)?, nobody_open));
    let tomorrow = plus_days(today, 1);
    let midnight = read.zone.midnight(today);
    Ok(Today {
        left: overdue_open + due_open + waiting_open + nobody_open,
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

/// Open promises; `waits`: of somebody else, and late since long ago. That is asked for a founder only.
const QUEUE: &str = "(SELECT *, coalesce(due_on <= ?2 AND member <> ?3, 0) AS waits FROM followups
   WHERE state = 'open' AND deleted_at IS NULL) f";
const OVERDUE: &str = "f.due_on < ?1 AND NOT f.waits";
const DUE: &str = "f.due_on = ?1 AND NOT f.waits";

/// What [`QUEUE`] asks by.
struct Queue {
    day: String,
    long_ago: String,
    founder: Option<Id>,
}

impl Queue {
    fn of(read: &Read<'_>) -> Result<Self> {
        let me: Option<Member> = match read.me {
            Some(me) => read.find(me)?,
            None => None,
        };
        let founder = me.filter(|me| me.role == Role::Founder);
        let today = read.today();
        Ok(Queue {
            day: today.to_string(),
            long_ago: plus_days(today, -WAITING).to_string(),
            founder: founder.map(|me| me.id),
        })
    }

    fn params(&self) -> (&str, &str, Option<Id>) {
        (&self.day, &self.long_ago, self.founder)
    }
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

fn promised(read: &Read<'_>, of: &str, queue: &Queue) -> Result<Vec<TodayRow>> {
    let today = read.today();
    read.all(
        &format!(
            "SELECT f.id, f.title, f.channel, f.due_on, f.due_at, p.id, p.shown, coalesce(o.name, fo.name), s.title,
               f.member
             FROM {QUEUE} LEFT JOIN people p ON p.id = {}
               LEFT JOIN positions s ON s.n = (SELECT x.n FROM positions x WHERE x.person IN {} AND x.deleted_at IS NULL
                                               AND x.to_on IS NULL ORDER BY x.stamp DESC LIMIT 1)
               LEFT JOIN organizations o ON o.id = {}
               LEFT JOIN organizations fo ON fo.id = {}
             WHERE {of} ORDER BY f.due_on, f.due_at IS NULL, f.due_at, f.n LIMIT {MOST}",
            root_of!("people", "f.person"),
            group_of!("people", "p.id"),
            root_of!("organizations", "s.organization"),
            root_of!("organizations", "f.organization"),
        ),
        queue.params(),
        |row| {
            let due_on: String = row.get(3)?;
            let days_late = days_late(&due_on, today);
            let holder: Option<Id> = row.get(9)?;
            Ok(TodayRow {
                id: row.get(0)?,
                title: row.get(1)?,
                channel: row.get(2)?,
                days_late,
                again: days_late >= AGAIN && (holder.is_none() || holder == read.me),
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
                again: false,
                at: row.get(3)?,
            })
        },
    )
}

#[cfg(test)]
mod tests;
