//! Queries on pipelines, stages and deals.

use rusqlite::{Row, params};

use super::types::{Pipeline, Stage, StageKind};
use super::views::{DealGlance, DealScore, PipelineRef};
use crate::kernel::money::Money;
use crate::kernel::time::days_between;
use crate::kernel::{Error, Id, Read, Result, same};
use crate::root_of;
use crate::team::MemberRef;

/// The pipelines in use, in their order.
pub fn pipelines(read: &Read<'_>) -> Result<Vec<PipelineRef>> {
    let all: Vec<Pipeline> = read.rows(
        "WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY place, n",
        [],
    )?;
    Ok(all
        .into_iter()
        .map(|pipeline| PipelineRef {
            id: pipeline.id,
            name: pipeline.name,
        })
        .collect())
}

/// The stages of a pipeline in their order.
pub fn stages(read: &Read<'_>, pipeline: Id) -> Result<Vec<Stage>> {
    read.rows(
        "WHERE pipeline = ?1 AND deleted_at IS NULL ORDER BY place, n",
        [pipeline],
    )
}

/// The stage whose id, or whose name in any case, is `text`; within the deal's pipeline if one is
/// given.
pub fn stage_named(read: &Read<'_>, text: &str, pipeline: Option<Id>) -> Result<Stage> {
    if let Ok(id) = text.parse::<Id>() {
        return read.get(id);
    }
    let all: Vec<Stage> = match pipeline {
        Some(pipeline) => stages(read, pipeline)?,
        None => read.rows("WHERE deleted_at IS NULL ORDER BY n", [])?,
    };
    let wanted = crate::kernel::text::squeeze(text);
    all.into_iter()
        .find(|stage| crate::kernel::text::squeeze(&stage.name) == wanted)
        .ok_or_else(|| Error::absent("stages", text))
}

/// SQL of the instant since which the deal that stands under this name has not moved: the later of stage change and last
/// real touch; NULL: nobody knows.
#[macro_export]
macro_rules! idle_from {
    ($deal:literal) => {
        concat!(
            "coalesce(max(",
            $deal,
            ".stage_at, ",
            $deal,
            ".last_touch_at), ",
            $deal,
            ".stage_at, ",
            $deal,
            ".last_touch_at)"
        )
    };
}

/// SELECT … FROM of [`glance`], to be followed by WHERE.
pub const GLANCE: &str = concat!(
    "SELECT deals.id, deals.name, s.id, s.name, s.kind, deals.stage_at, s.limit_days,
    deals.amount_minor, deals.currency, deals.touch_count, m.id, m.name, m.role, o.name, p.shown, deals.n,
    deals.close_on, ",
    idle_from!("deals"),
    " AS idle_from, deals.fit_now, deals.level_now
  FROM deals LEFT JOIN stages s ON s.id = deals.stage LEFT JOIN members m ON m.id = deals.holder
    LEFT JOIN organizations o ON o.id = ",
    root_of!("organizations", "deals.organization"),
    " LEFT JOIN people p ON p.id = ",
    root_of!("people", "deals.person")
);

/// Reads a row of [`GLANCE`].
pub fn glance(read: &Read<'_>, row: &Row<'_>) -> rusqlite::Result<DealGlance> {
    let amount = money(row.get(7)?, row.get(8)?);
    Ok(DealGlance {
        id: row.get(0)?,
        name: row.get(1)?,
        stage_id: row.get(2)?,
        stage: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
        stage_kind: row
            .get::<_, Option<StageKind>>(4)?
            .unwrap_or(StageKind::Lead),
        days_in_stage: row.get::<_, Option<i64>>(5)?.map(|at| days_since(read, at)),
        stale_after: row.get(6)?,
        idle_days: idle_days(read, row)?,
        amount,
        touch_count: row.get(9)?,
        holder: MemberRef::read(row, 10)?,
        organization: row.get(13)?,
        person: row.get(14)?,
        close_on: row.get(16)?,
        score: DealScore::read(row, 18)?,
    })
}

/// Calendar days since `idle_from`, a column of the row.
pub fn idle_days(read: &Read<'_>, row: &Row<'_>) -> rusqlite::Result<Option<i64>> {
    let from: Option<i64> = row.get("idle_from")?;
    Ok(from.map(|at| days_since(read, at)))
}

/// Calendar days from an instant to today.
pub fn days_since(read: &Read<'_>, at: i64) -> i64 {
    days_between(read.zone.day(at), read.today())
}

/// An amount only when both halves are there.
pub fn money(minor: Option<i64>, currency: Option<String>) -> Option<Money> {
    Some(Money {
        minor: minor?,
        currency: currency?,
    })
}

/// Live deals whose `column` is `id`, open ones first, the latest moved first.
pub fn glances(read: &Read<'_>, column: &str, id: Id) -> Result<Vec<DealGlance>> {
    read.all(
        &format!(
            "{GLANCE} WHERE {} AND deals.deleted_at IS NULL
             ORDER BY s.kind IN ('won', 'lost'), deals.stage_at DESC, deals.n DESC LIMIT 200",
            same::names(&format!("deals.{column}"), "?1")
        ),
        [id],
        |row| glance(read, row),
    )
}

/// The open deals of a person, the latest moved first.
pub fn open_of_person(read: &Read<'_>, person: Id) -> Result<Vec<DealGlance>> {
    let all = glances(read, "person", person)?;
    Ok(all
        .into_iter()
        .filter(|deal| !matches!(deal.stage_kind, StageKind::Won | StageKind::Lost))
        .collect())
}

/// One deal.
pub fn glance_of(read: &Read<'_>, deal: Id) -> Result<DealGlance> {
    read.first(
        &format!("{GLANCE} WHERE deals.id = ?1"),
        params![deal],
        |row| glance(read, row),
    )?
    .ok_or_else(|| Error::absent("deals", deal))
}

/// How many deals are open.
pub fn open_count(read: &Read<'_>) -> Result<i64> {
    read.value(
        "SELECT count(*) FROM stages s JOIN deals d ON d.stage = s.id AND d.deleted_at IS NULL
         WHERE s.kind NOT IN ('won', 'lost') AND s.deleted_at IS NULL",
        [],
    )
}
