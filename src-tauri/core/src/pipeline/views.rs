//! A deal as other screens show it, and what its form hands in.

use serde::{Deserialize, Serialize};

use super::types::StageKind;
use crate::kernel::Id;
use crate::kernel::money::Money;
use crate::people::Grade;
use crate::team::MemberRef;

/// A pipeline by name.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct PipelineRef {
    pub id: Id,
    pub name: String,
}

/// A deal's score by the team's own rules; each half `None` where it is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct DealScore {
    pub fit: Option<Grade>,
    /// 1 to 4.
    pub level: Option<i64>,
}

impl DealScore {
    /// From two neighbouring columns.
    pub fn read(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Self> {
        Ok(DealScore {
            fit: row.get(at)?,
            level: row.get(at + 1)?,
        })
    }
}

/// A deal as records show it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealGlance {
    pub id: Id,
    pub name: String,
    pub stage_id: Option<Id>,
    pub stage: String,
    pub stage_kind: StageKind,
    /// Calendar days; `None`: nobody knows when it entered.
    pub days_in_stage: Option<i64>,
    pub stale_after: Option<i64>,
    /// Calendar days since the later of stage change and last real touch: what its limit counts.
    #[specta(optional)]
    pub idle_days: Option<i64>,
    /// `None`: unknown.
    pub amount: Option<Money>,
    pub touch_count: i64,
    pub holder: Option<MemberRef>,
    pub organization: Option<String>,
    pub person: Option<String>,
    /// The day on which it is expected to close.
    #[specta(optional)]
    pub close_on: Option<String>,
    #[specta(optional)]
    pub score: DealScore,
}

/// What the form hands in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct DealInput {
    pub id: Option<Id>,
    pub name: String,
    /// Name, found or made.
    pub organization: Option<String>,
    pub person: Option<Id>,
    /// The first stage when absent.
    pub stage: Option<Id>,
    /// Name of a product that exists.
    pub product: Option<String>,
    pub amount: Option<Money>,
    pub note: Option<String>,
}

/// A saved deal; `held_by`: somebody else already holds an open deal on this organization.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealSaved {
    pub id: Id,
    pub action: Option<Id>,
    pub held_by: Option<MemberRef>,
}
