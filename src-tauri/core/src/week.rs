//! This week: what was talked over, begun, moved and signed since Monday, and what people cared about,
//! beside last week up to the same weekday. Each figure opens the rows behind it.

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};
use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::kernel::money::Money;
use crate::kernel::time::plus_days;
use crate::kernel::{Id, Read, Result};
use crate::pipeline::money;
use crate::root_of;

crate::words! {
    /// A figure of the week.
    pub enum WeekFigure {
        /// Touchpoints in which the other side took part.
        Conversations = "conversations",
        /// Deals whose first move into a stage was then.
        Leads = "leads",
        /// Every later move.
        Moves = "moves",
        /// Deals that were won then and still are.
        Signed = "signed",
        /// Distinct people in whose conversations a tag was heard.
        Cared = "cared",
    }
}

/// This week's number and last week's up to the same weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct Beside {
    pub now: i64,
    pub before: i64,
}

/// A sum per currency. `unknown`: signed deals that name no amount and stand in no sum.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Signed {
    pub deals: i64,
    pub sum: Vec<Money>,
    pub unknown: i64,
}

/// A tag and how many people it was heard from; ten mentions by one person are one voice.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Cared {
    pub tag: Id,
    pub name: String,
    pub people: Beside,
}

/// The week so far.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Week {
    /// Monday and today; last week's Monday and same weekday. All whole days.
    pub from_on: String,
    pub to_on: String,
    pub before_from_on: String,
    pub before_to_on: String,
    /// Milliseconds UTC.
    pub as_of: i64,
    pub conversations: Beside,
    /// Touchpoints of this week in which nobody took part: in no figure.
    pub attempts: i64,
    pub leads: Beside,
    pub moves: Beside,
    pub signed: Signed,
    pub signed_before: Signed,
    /// The most heard tags, at most five.
    pub cared: Vec<Cared>,
    /// People in whose conversations any tag was heard.
    pub heard: i64,
}

/// A row behind a figure.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct WeekRow {
    /// The touchpoint, move or person itself.
    pub id: Id,
    pub person: Option<Id>,
    pub deal: Option<Id>,
    pub name: String,
    pub about: Option<String>,
    /// Milliseconds UTC.
    pub at: i64,
    pub amount: Option<Money>,
}

/// Which figure is opened; `tag` for [`WeekFigure::Cared`].
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct WeekRowsInput {
    pub figure: WeekFigure,
    pub tag: Option<Id>,
}

/// Days as instants, half open.
#[derive(Debug, Clone, Copy)]
struct Span {
    from: i64,
    to: i64,
}

impl Span {
    /// Whole days from `from` to and with `to`.
    fn days(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Self {
        Span {
            from: read.zone.midnight(from),
            to: read.zone.midnight(plus_days(to, 1)),
        }
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    plus_days(day, -i64::from(day.weekday().num_days_from_monday()))
}

/// The most rows shown behind a figure, and the most tags.
const ROWS: i64 = 500;
const TAGS: usize = 5;

/// The week so far, and last week up to the same weekday.
pub fn week(read: &Read<'_>) -> Result<Week> {
    let today = read.today();
    let first = monday(today);
    let (before_first, before_last) = (plus_days(first, -7), plus_days(today, -7));
    let now = Span::days(read, first, today);
    let before = Span::days(read, before_first, before_last);
    let (talked, attempts) = conversations(read, now)?;
    let (leads, moves) = moves(read, now)?;
    let (leads_before, moves_before) = self::moves(read, before)?;
    let (cared, heard) = cared(read, now, before)?;
    Ok(Week {
        from_on: first.to_string(),
        to_on: today.to_string(),
        before_from_on: before_first.to_string(),
        before_to_on: before_last.to_string(),
        as_of: read.now,
        conversations: Beside {
            now: talked,
            before: conversations(read, before)?.0,
        },
        attempts,
        leads: Beside {
            now: leads,
            before: leads_before,
        },
        moves: Beside {
            now: moves,
            before: moves_before,
        },
        signed: signed(read, now)?,
        signed_before: signed(read, before)?,
        cared,
        heard,
    })
}

/// Touchpoints in which the other side took part, and those in which it did not.
fn conversations(read: &Read<'_>, span: Span) -> Result<(i64, i64)> {
    let found = read.first(
        "SELECT count(*) FILTER (WHERE is_real), count(*) FILTER (WHERE NOT is_real) FROM touchpoints
         WHERE at >= ?1 AND at < ?2 AND deleted_at IS NULL",
        params![span.from, span.to],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}

/// True for the move that brought its deal into the pipeline. One without a date may have been earlier.
const IS_FIRST: &str = "NOT EXISTS (SELECT 1 FROM stage_moves e WHERE e.deal = v.deal AND e.deleted_at IS NULL AND e.n <> v.n
    AND (e.at IS NULL OR (e.at, e.place, e.n) < (v.at, v.place, v.n)))";

/// First moves of deals (new leads), and later ones.
fn moves(read: &Read<'_>, span: Span) -> Result<(i64, i64)> {
    let sql = format!(
        "SELECT count(*) FILTER (WHERE first), count(*) FILTER (WHERE NOT first) FROM (
           SELECT {IS_FIRST} AS first FROM stage_moves v JOIN deals d ON d.id = v.deal AND d.deleted_at IS NULL
           WHERE v.at >= ?1 AND v.at < ?2 AND v.deleted_at IS NULL)"
    );
    let found = read.first(&sql, params![span.from, span.to], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(found.unwrap_or_default())
}

/// Deals that entered a won stage in the span and stand in one.
const SIGNED: &str = "FROM deals d WHERE d.deleted_at IS NULL
    AND d.stage IN (SELECT id FROM stages WHERE kind = 'won')
    AND d.id IN (SELECT v.deal FROM stage_moves v JOIN stages s ON s.id = v.stage AND s.kind = 'won'
                 WHERE v.at >= ?1 AND v.at < ?2 AND v.deleted_at IS NULL)";

fn signed(read: &Read<'_>, span: Span) -> Result<Signed> {
    let sums = read.all(
        &format!(
            "SELECT d.currency, sum(d.amount_minor), count(*) {SIGNED} GROUP BY d.currency ORDER BY 2 DESC"
        ),
        params![span.from, span.to],
        |row| {
            let sum = money(row.get(1)?, row.get(0)?);
            Ok((sum, row.get::<_, i64>(2)?))
        },
    )?;
    let unknown = sums.iter().filter(|(sum, _)| sum.is_none());
    Ok(Signed {
        deals: sums.iter().map(|(_, count)| count).sum(),
        unknown: unknown.map(|(_, count)| count).sum(),
        sum: sums.into_iter().filter_map(|(sum, _)| sum).collect(),
    })
}

/// Conversations with somebody, with their live tags: a tag on the person is nothing said this week,
/// and our own notes are not their words.
const HEARD: &str = "FROM touchpoints t JOIN taggings g ON g.target = t.id AND g.deleted_at IS NULL
      JOIN tags w ON w.id = g.tag AND w.deleted_at IS NULL
    WHERE t.at >= ?1 AND t.at < ?2 AND t.deleted_at IS NULL AND t.is_real AND t.person IS NOT NULL";

/// Every tag once for each person it was heard from.
fn voices(read: &Read<'_>, span: Span) -> Result<BTreeSet<(Id, Id)>> {
    let found = read.all(
        &format!("SELECT w.id, {} {HEARD}", root_of!("people", "t.person")),
        params![span.from, span.to],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.into_iter().collect())
}

/// How many people each tag was heard from.
fn heads(voices: &BTreeSet<(Id, Id)>) -> HashMap<Id, i64> {
    let mut heads = HashMap::new();
    for (tag, _) in voices {
        *heads.entry(*tag).or_default() += 1;
    }
    heads
}

fn cared(read: &Read<'_>, now: Span, before: Span) -> Result<(Vec<Cared>, i64)> {
    let heard = voices(read, now)?;
    let last = heads(&voices(read, before)?);
    let names: HashMap<Id, String> = read
        .all("SELECT id, name FROM tags", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .into_iter()
        .collect();
    let mut cared: Vec<Cared> = heads(&heard)
        .into_iter()
        .map(|(tag, people)| Cared {
            tag,
            name: names.get(&tag).cloned().unwrap_or_default(),
            people: Beside {
                now: people,
                before: last.get(&tag).copied().unwrap_or(0),
            },
        })
        .collect();
    cared.sort_by(|a, b| (b.people.now, &a.name).cmp(&(a.people.now, &b.name)));
    cared.truncate(TAGS);
    let people: BTreeSet<Id> = heard.into_iter().map(|(_, person)| person).collect();
    Ok((cared, people.len() as i64))
}

/// The rows behind a figure of this week, the latest first; at most 500.
pub fn rows(read: &Read<'_>, input: &WeekRowsInput) -> Result<Vec<WeekRow>> {
    let today = read.today();
    let span = Span::days(read, monday(today), today);
    match input.figure {
        WeekFigure::Conversations => talked(read, span),
        WeekFigure::Leads => moved(read, span, IS_FIRST),
        WeekFigure::Moves => moved(read, span, &format!("NOT ({IS_FIRST})")),
        WeekFigure::Signed => signed_deals(read, span),
        WeekFigure::Cared => people_of(read, span, input.tag),
    }
}

fn talked(read: &Read<'_>, span: Span) -> Result<Vec<WeekRow>> {
    read.all(
        concat!(
            "SELECT t.id, p.id, t.deal, coalesce(p.shown, t.who, ''),
                coalesce(t.summary, CASE WHEN p.kind = 'candidate' THEN NULL ELSE t.raw END), t.at
         FROM touchpoints t LEFT JOIN people p ON p.id = ",
            root_of!("people", "t.person"),
            "
         WHERE t.at >= ?1 AND t.at < ?2 AND t.deleted_at IS NULL AND t.is_real
         ORDER BY t.at DESC, t.n DESC LIMIT ?3"
        ),
        params![span.from, span.to, ROWS],
        |row| {
            Ok(WeekRow {
                id: row.get(0)?,
                person: row.get(1)?,
                deal: row.get(2)?,
                name: row.get(3)?,
                about: row.get(4)?,
                at: row.get(5)?,
                amount: None,
            })
        },
    )
}

fn moved(read: &Read<'_>, span: Span, which: &str) -> Result<Vec<WeekRow>> {
    read.all(
        &format!(
            "SELECT v.id, d.id, d.name, s.name, v.at, d.amount_minor, d.currency
             FROM stage_moves v JOIN deals d ON d.id = v.deal AND d.deleted_at IS NULL JOIN stages s ON s.id = v.stage
             WHERE v.at >= ?1 AND v.at < ?2 AND v.deleted_at IS NULL AND {which}
             ORDER BY v.at DESC, v.n DESC LIMIT ?3"
        ),
        params![span.from, span.to, ROWS],
        deal_row,
    )
}

fn signed_deals(read: &Read<'_>, span: Span) -> Result<Vec<WeekRow>> {
    read.all(
        &format!(
            "SELECT d.id, d.id, d.name, (SELECT name FROM organizations o WHERE o.id = {}), coalesce(d.stage_at, ?1),
                    d.amount_minor, d.currency {SIGNED} ORDER BY d.amount_minor DESC, d.n LIMIT ?3",
            root_of!("organizations", "d.organization")
        ),
        params![span.from, span.to, ROWS],
        deal_row,
    )
}

fn deal_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<WeekRow> {
    Ok(WeekRow {
        id: row.get(0)?,
        person: None,
        deal: row.get(1)?,
        name: row.get(2)?,
        about: row.get(3)?,
        at: row.get(4)?,
        amount: money(row.get(5)?, row.get(6)?),
    })
}

/// Each person once, with what they last said under the tag.
fn people_of(read: &Read<'_>, span: Span, tag: Option<Id>) -> Result<Vec<WeekRow>> {
    read.all(
        &format!(
            "SELECT p.id, p.id, p.shown,
                    coalesce(t.summary, CASE WHEN p.kind = 'candidate' THEN NULL ELSE t.raw END), max(t.at) FROM people p JOIN (
               SELECT {} AS who, t.summary, t.raw, t.at {HEARD} AND (?3 IS NULL OR w.id = ?3)) t ON t.who = p.id
             GROUP BY p.id ORDER BY 5 DESC LIMIT ?4",
            root_of!("people", "t.person")
        ),
        params![span.from, span.to, tag, ROWS],
        |row| {
            Ok(WeekRow {
                id: row.get(0)?,
                person: row.get(1)?,
                deal: None,
                name: row.get(2)?,
                about: row.get(3)?,
                at: row.get(4)?,
                amount: None,
            })
        },
    )
}

#[cfg(test)]
mod tests;
