//! Queries on touchpoints, and the timeline of one subject out of the event stream.

use std::collections::HashMap;

use rusqlite::{Row, params};
use serde::Serialize;

use super::types::{Channel, Direction, Outcome, Touchpoint};
use super::{Subject, SubjectWord};
use crate::catalog;
use crate::events::kind;
use crate::kernel::list::{self, Listed, PageInput};
use crate::kernel::{Error, Id, Read, Record, Result, same};
use crate::people::PersonRef;
use crate::pipeline::StageKind;
use crate::root_of;

/// A touchpoint as screens show it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TouchpointView {
    pub id: Id,
    pub at: i64,
    pub day_only: bool,
    pub channel: Channel,
    pub direction: Direction,
    pub outcome: Option<Outcome>,
    pub minutes: Option<i64>,
    pub sentiment: Option<i64>,
    pub summary: Option<String>,
    pub raw: Option<String>,
    pub member: Option<String>,
    pub person: Option<PersonRef>,
    pub organization: Option<String>,
    pub deal: Option<String>,
    pub tags: Vec<String>,
}

/// A deal entered a stage.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StageEntry {
    pub id: Id,
    pub at: i64,
    pub day_only: bool,
    pub deal: String,
    pub stage: String,
    pub stage_kind: StageKind,
    pub member: Option<String>,
    pub reason: Option<String>,
}

/// One line of a timeline.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimelineItem {
    Touchpoint(TouchpointView),
    Stage(StageEntry),
}

/// Newest first; stage moves stand between touchpoints, `total` counts touchpoints only.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TimelinePage {
    pub items: Vec<TimelineItem>,
    pub next: Option<String>,
    pub total: i64,
}

const VIEW: &str = concat!(
    "SELECT t.id, t.at, t.at_day, t.channel, t.direction, t.outcome, t.minutes, t.sentiment, t.summary,
    CASE WHEN p.kind = 'candidate' THEN NULL ELSE t.raw END,
    m.name, p.id, p.shown, o.name, d.name, t.n
  FROM touchpoints t LEFT JOIN members m ON m.id = t.member LEFT JOIN people p ON p.id = ",
    root_of!("people", "t.person"),
    " LEFT JOIN organizations o ON o.id = ",
    root_of!("organizations", "t.organization"),
    " LEFT JOIN deals d ON d.id = t.deal"
);

/// Without its tags.
fn read_view(row: &Row<'_>) -> rusqlite::Result<TouchpointView> {
    let organization: Option<String> = row.get(13)?;
    let person = match row.get::<_, Option<Id>>(11)? {
        Some(id) => Some(PersonRef {
            id,
            name: row.get(12)?,
            organization: organization.clone(),
            title: None,
        }),
        None => None,
    };
    Ok(TouchpointView {
        id: row.get(0)?,
        at: row.get(1)?,
        day_only: row.get(2)?,
        channel: row.get(3)?,
        direction: row.get(4)?,
        outcome: row.get(5)?,
        minutes: row.get(6)?,
        sentiment: row.get(7)?,
        summary: row.get(8)?,
        raw: row.get(9)?,
        member: row.get(10)?,
        person,
        organization,
        deal: row.get(14)?,
        tags: Vec::new(),
    })
}

/// One touchpoint.
pub fn view(read: &Read<'_>, id: Id) -> Result<TouchpointView> {
    let view = read.first(
        &format!("{VIEW} WHERE t.id = ?1 AND t.deleted_at IS NULL"),
        [id],
        read_view,
    )?;
    let mut view = view.ok_or_else(|| Error::absent("touchpoints", id))?;
    view.tags = catalog::tags_of(read, id)?;
    Ok(view)
}

const ITEMS: i64 = 50;

/// A page of a subject's timeline; `before` is `next` of the page before.
pub fn timeline(read: &Read<'_>, subject: Subject, before: Option<&str>) -> Result<TimelinePage> {
    let stream = subject.kind.stream() as i64;
    let n: i64 = subject_n(read, subject)?;
    let (at, seq): (i64, i64) = before
        .map(|cursor| {
            serde_json::from_str(cursor).map_err(|_| Error::invalid("before").because(cursor))
        })
        .transpose()?
        .unwrap_or((i64::MAX, i64::MAX));
    let mut lines = read.all(
        "SELECT at, seq, kind, ref_n FROM events
         WHERE subject_kind = ?1 AND subject_n = ?2 AND kind <> ?6 AND (at, seq) < (?3, ?4)
         ORDER BY at DESC, seq DESC LIMIT ?5",
        params![stream, n, at, seq, ITEMS + 1, kind::HOLDING],
        |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
                row.get::<_, i64>(3)?,
            ))
        },
    )?;
    let more = lines.len() as i64 > ITEMS;
    lines.truncate(ITEMS as usize);
    let next = lines
        .last()
        .filter(|_| more)
        .map(|(at, seq, _, _)| serde_json::json!([at, seq]).to_string());
    let total = read.value(
        "SELECT count(*) FROM events WHERE subject_kind = ?1 AND subject_n = ?2 AND kind IN (?3, ?4)",
        params![stream, n, kind::TOUCH, kind::ATTEMPT],
    )?;
    let numbers = |moves: bool| -> Vec<i64> {
        let wanted = lines
            .iter()
            .filter(|(_, _, kind, _)| (*kind == kind::STAGE_MOVE) == moves);
        wanted.map(|(_, _, _, n)| *n).collect()
    };
    let mut touches = views(read, &numbers(false))?;
    let mut moves = stage_entries(read, &numbers(true))?;
    let items = lines
        .iter()
        .filter_map(|(_, _, kind, n)| match *kind {
            kind::STAGE_MOVE => moves.remove(n).map(TimelineItem::Stage),
            _ => touches.remove(n).map(TimelineItem::Touchpoint),
        })
        .collect();
    Ok(TimelinePage { items, next, total })
}

/// The row number of a subject that is there; of one that was merged, that of what it stands under.
pub fn subject_n(read: &Read<'_>, subject: Subject) -> Result<i64> {
    let table = subject.kind.table();
    let id = match subject.kind {
        SubjectWord::Deal => subject.id,
        SubjectWord::Person | SubjectWord::Organization => same::root(read, table, subject.id)?,
    };
    read.first(
        &format!("SELECT n FROM {table} WHERE id = ?1"),
        [id],
        |row| row.get(0),
    )?
    .ok_or_else(|| Error::absent(table, subject.id))
}

/// Touchpoints by their row numbers, with their tags: two queries, however many they are.
fn views(read: &Read<'_>, rows: &[i64]) -> Result<HashMap<i64, TouchpointView>> {
    let mut tags = catalog::tags_of_rows(read, Touchpoint::noun(), rows)?;
    let sql = format!("{VIEW} WHERE t.n IN ({})", list::numbers(rows));
    let found = read.uncached(&sql, |row| Ok((row.get::<_, i64>(15)?, read_view(row)?)))?;
    Ok(found
        .into_iter()
        .map(|(n, mut view)| {
            view.tags = tags.remove(&n).unwrap_or_default();
            (n, view)
        })
        .collect())
}

fn stage_entries(read: &Read<'_>, rows: &[i64]) -> Result<HashMap<i64, StageEntry>> {
    let sql = format!(
        "SELECT v.id, v.at, v.at_day, d.name, s.name, s.kind, m.name, v.reason, v.n
         FROM stage_moves v JOIN deals d ON d.id = v.deal JOIN stages s ON s.id = v.stage
           LEFT JOIN members m ON m.id = v.member WHERE v.n IN ({})",
        list::numbers(rows)
    );
    let found = read.uncached(&sql, |row| {
        let entry = StageEntry {
            id: row.get(0)?,
            at: row.get(1)?,
            day_only: row.get(2)?,
            deal: row.get(3)?,
            stage: row.get(4)?,
            stage_kind: row.get(5)?,
            member: row.get(6)?,
            reason: row.get(7)?,
        };
        Ok((row.get(8)?, entry))
    })?;
    Ok(found.into_iter().collect())
}

const OFFER: list::Offer = list::Offer::sorts(&[("at", "at")]);

/// One page of touchpoints of everybody.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<Listed<TouchpointView>> {
    let page = list::page(read, Touchpoint::noun(), &OFFER, input)?;
    let found = views(read, &page.rows)?;
    Ok(page.with(found))
}

impl Subject {
    pub fn person(id: Id) -> Self {
        Subject {
            kind: SubjectWord::Person,
            id,
        }
    }

    pub fn organization(id: Id) -> Self {
        Subject {
            kind: SubjectWord::Organization,
            id,
        }
    }

    pub fn deal(id: Id) -> Self {
        Subject {
            kind: SubjectWord::Deal,
            id,
        }
    }
}
