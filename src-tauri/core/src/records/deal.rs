//! A deal's page.

use serde::Serialize;

use super::{SourceField, source_line};
use crate::catalog;
use crate::fields::{self, HeldView};
use crate::followups::{self, ClosedStep, NextStep, Of};
use crate::kernel::{Id, Read, Result};
use crate::people::{CURRENT_POSITION, PersonRef};
use crate::pipeline::{self, Deal, DealGlance, DealRoleKind, PipelineRef, Stage, StageKind};
use crate::touchpoints::{self, Subject, TimelinePage};

/// Who takes part in a deal.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealPerson {
    pub person: PersonRef,
    pub role: DealRoleKind,
}

/// A stage move, newest first.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StageMoveView {
    pub id: Id,
    pub stage: String,
    pub kind: StageKind,
    /// `None`: nobody knows when.
    pub at: Option<i64>,
    pub day_only: bool,
    pub member: Option<String>,
    pub reason: Option<String>,
}

/// Who held it from when, newest first; no member: the pool.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HoldingView {
    pub id: Id,
    pub member: Option<String>,
    pub at: i64,
    pub day_only: bool,
    pub reason: Option<String>,
}

/// A deal's page.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealRecord {
    pub deal: DealGlance,
    pub pipeline: Option<PipelineRef>,
    pub product: Option<String>,
    pub organization_id: Option<Id>,
    pub person_id: Option<Id>,
    pub people: Vec<DealPerson>,
    pub moves: Vec<StageMoveView>,
    pub holdings: Vec<HoldingView>,
    pub followups: Vec<NextStep>,
    /// Kept or dropped, the latest first.
    #[specta(optional)]
    pub closed: Vec<ClosedStep>,
    #[specta(optional)]
    pub tags: Vec<String>,
    pub timeline: TimelinePage,
    pub note: Option<String>,
    /// Where it came from.
    #[specta(optional)]
    pub source: Option<String>,
    pub source_line: Vec<SourceField>,
    /// What it holds in the team's own fields.
    #[specta(optional)]
    pub fields: Vec<HeldView>,
}

/// Everything about a deal.
pub fn deal(read: &Read<'_>, id: Id) -> Result<DealRecord> {
    let deal: Deal = read.get(id)?;
    let pipeline = match deal.stage {
        Some(stage) => {
            let stage: Stage = read.get(stage)?;
            pipeline::pipelines(read)?
                .into_iter()
                .find(|pipeline| pipeline.id == stage.pipeline)
        }
        None => None,
    };
    let product = read.first(
        "SELECT name FROM products WHERE id = ?1",
        [deal.product],
        |row| row.get(0),
    )?;
    Ok(DealRecord {
        deal: pipeline::glance_of(read, id)?,
        pipeline,
        product,
        organization_id: deal.organization,
        person_id: deal.person,
        people: buying_group(read, id)?,
        moves: moves(read, id)?,
        holdings: holdings(read, id)?,
        followups: followups::open_of(read, Of::Deal(id))?,
        closed: followups::closed_of(read, Of::Deal(id))?,
        tags: catalog::tags_of(read, id)?,
        timeline: touchpoints::timeline(read, Subject::deal(id), None)?,
        source: match deal.source {
            Some(source) => catalog::source_name(read, source)?,
            None => None,
        },
        note: deal.note,
        source_line: source_line(read, id)?,
        fields: fields::held(read, id)?,
    })
}

fn buying_group(read: &Read<'_>, deal: Id) -> Result<Vec<DealPerson>> {
    let sql = format!(
        "SELECT people.id, people.shown, organizations.name, positions.title, r.role
         FROM deal_roles r JOIN people ON people.id = {} {CURRENT_POSITION}
         WHERE r.deal = ?1 AND r.deleted_at IS NULL GROUP BY people.n ORDER BY min(r.n)",
        crate::root_of!("people", "r.person")
    );
    read.all(&sql, [deal], |row| {
        Ok(DealPerson {
            person: PersonRef::of(row, 0)?,
            role: row.get(4)?,
        })
    })
}

fn moves(read: &Read<'_>, deal: Id) -> Result<Vec<StageMoveView>> {
    read.all(
        "SELECT v.id, s.name, s.kind, v.at, v.at_day, m.name, v.reason FROM stage_moves v
           JOIN stages s ON s.id = v.stage LEFT JOIN members m ON m.id = v.member
         WHERE v.deal = ?1 AND v.deleted_at IS NULL
         ORDER BY v.at IS NOT NULL DESC, v.at DESC, v.place DESC, v.id DESC",
        [deal],
        |row| {
            Ok(StageMoveView {
                id: row.get(0)?,
                stage: row.get(1)?,
                kind: row.get(2)?,
                at: row.get(3)?,
                day_only: row.get(4)?,
                member: row.get(5)?,
                reason: row.get(6)?,
            })
        },
    )
}

fn holdings(read: &Read<'_>, deal: Id) -> Result<Vec<HoldingView>> {
    read.all(
        "SELECT h.id, m.name, h.at, h.at_day, h.reason FROM holdings h LEFT JOIN members m ON m.id = h.member
         WHERE h.deal = ?1 AND h.deleted_at IS NULL ORDER BY h.at DESC, h.id DESC",
        [deal],
        |row| {
            Ok(HoldingView {
                id: row.get(0)?,
                member: row.get(1)?,
                at: row.get(2)?,
                day_only: row.get(3)?,
                reason: row.get(4)?,
            })
        },
    )
}
