//! An organization's page.

use serde::Serialize;

use super::{Merged, SourceField, owner, source_line, touches};
use crate::catalog;
use crate::fields::{self, HeldView};
use crate::followups::{self, ClosedStep, NextStep, Of};
use crate::kernel::{Id, Read, Result, same};
use crate::organizations::{self, Organization, OrganizationRef};
use crate::people::{Grade, PersonRef};
use crate::pipeline::{self, DealGlance};
use crate::team::MemberRef;
use crate::touchpoints::{self, Subject, TimelinePage};

/// People shown on an organization's page.
const STAFF: i64 = 50;

/// What an organization's record shows in place.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OrganizationView {
    pub id: Id,
    pub name: String,
    pub industry: Option<String>,
    pub region: Option<String>,
    pub grade: Option<Grade>,
    pub founded: Option<i64>,
    pub employees: Option<i64>,
    pub note: Option<String>,
}

/// An organization's page.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OrganizationRecord {
    pub organization: OrganizationView,
    /// Who looks after it: who was named, else who holds the latest open deal.
    #[specta(optional)]
    pub owner: Option<MemberRef>,
    /// Somebody was named.
    #[specta(optional)]
    pub owner_set: bool,
    #[specta(optional)]
    pub tags: Vec<String>,
    pub parent: Option<OrganizationRef>,
    pub children: Vec<OrganizationRef>,
    pub people: Vec<PersonRef>,
    pub deals: Vec<DealGlance>,
    pub followups: Vec<NextStep>,
    /// Kept or dropped, the latest first.
    #[specta(optional)]
    pub closed: Vec<ClosedStep>,
    pub touch_count: i64,
    pub last_touch_at: Option<i64>,
    pub touchpoints_total: i64,
    pub timeline: TimelinePage,
    pub source_line: Vec<SourceField>,
    /// What it holds in the team's own fields.
    #[specta(optional)]
    pub fields: Vec<HeldView>,
    #[specta(optional)]
    pub merged: Merged,
}

/// Everything about an organization; asked for one that was merged, about what it stands under.
pub fn organization(read: &Read<'_>, asked: Id) -> Result<OrganizationRecord> {
    let id = same::root(read, "organizations", asked)?;
    let organization: Organization = read.get(id)?;
    let refer = |row: &rusqlite::Row<'_>| {
        Ok(OrganizationRef {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    };
    let parent = read.first(
        "SELECT id, name FROM organizations WHERE id = (SELECT coalesce(root, id) FROM organizations WHERE id = ?1)",
        [organization.parent],
        refer,
    )?;
    let children = read.all(
        concat!(
            "SELECT id, name FROM organizations WHERE deleted_at IS NULL AND root IS NULL AND parent IN ",
            crate::group_of!("organizations", "?1"),
            " ORDER BY sort_key"
        ),
        [id],
        refer,
    )?;
    Ok(OrganizationRecord {
        owner: owner(read, organization.owner_now)?,
        owner_set: organization.owner.is_some(),
        tags: catalog::tags_of(read, id)?,
        parent,
        children,
        people: organizations::members_of(read, id, None, STAFF)?,
        deals: pipeline::glances(read, "organization", id)?,
        followups: followups::open_of(read, Of::Organization(id))?,
        closed: followups::closed_of(read, Of::Organization(id))?,
        touch_count: organization.touch_count,
        last_touch_at: organization.last_touch_at,
        touchpoints_total: touches(read, "organization", id)?,
        timeline: touchpoints::timeline(read, Subject::organization(id), None)?,
        source_line: source_line(read, id)?,
        fields: fields::held(read, id)?,
        merged: Merged::of(
            read.all(
                "SELECT id, name FROM organizations WHERE root = ?1 ORDER BY id",
                [id],
                Merged::one,
            )?,
            asked,
        ),
        organization: OrganizationView {
            id,
            name: organization.name,
            industry: organization.industry,
            region: organization.region,
            grade: organization.grade,
            founded: organization.founded,
            employees: organization.employees,
            note: organization.note,
        },
    })
}
