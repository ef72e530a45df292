//! An interview that was begun and of which nothing is worth keeping yet: it waits among the drafts of
//! this device, so that a crash does not lose it and leaving it leaves no trace.

use serde::{Deserialize, Serialize};

use super::types::{Interview, InterviewState};
use crate::kernel::settings::Lang;
use crate::kernel::{Db, Error, Id, Read, Result, WriteTx, drafts};
use crate::people;
use crate::touchpoints::{self, Channel, Direction, Touchpoint};

const PLACE: &str = "interview-plan:";
/// Where the window keeps what is being typed.
const TYPED: &str = "interview:";

/// What the start form said.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Plan {
    pub person: Id,
    pub guide: Id,
    pub version: i64,
    pub channel: Channel,
    pub lang: Lang,
    pub at: i64,
    pub at_day: bool,
    pub typed_later: bool,
    pub keeps: Option<Id>,
}

/// An interview with its touchpoint, written or only planned.
pub struct Held {
    pub interview: Interview,
    pub touchpoint: Touchpoint,
    /// It stands in the workspace, not among the drafts.
    pub kept: bool,
}

/// Remembers a plan.
pub fn remember(db: &Db, id: Id, plan: &Plan) -> Result<()> {
    let body = serde_json::to_string(plan).map_err(Error::internal)?;
    drafts::put(db, &format!("{PLACE}{id}"), &body)
}

/// Forgets the plan and what was being typed.
pub fn forget(db: &Db, id: Id) -> Result<()> {
    drafts::put(db, &format!("{PLACE}{id}"), "")?;
    drafts::put(db, &format!("{TYPED}{id}"), "")
}

/// The plan of an interview.
pub fn of(read: &Read<'_>, id: Id) -> Result<Option<Plan>> {
    let body = drafts::find(read, &format!("{PLACE}{id}"))?;
    Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
}

/// Interviews of this device that are only planned, the latest first.
pub fn all(read: &Read<'_>) -> Result<Vec<Id>> {
    let places = drafts::places(read, PLACE)?;
    let ids = places
        .iter()
        .filter_map(|place| place.strip_prefix(PLACE)?.parse().ok());
    Ok(ids.collect())
}

/// The interview as it is kept, or else as it is planned.
pub fn hold(read: &Read<'_>, id: Id) -> Result<Held> {
    if let Some(interview) = read
        .find::<Interview>(id)?
        .filter(|interview| interview.deleted_at.is_none())
    {
        let touchpoint = read.get(interview.touchpoint)?;
        return Ok(Held {
            interview,
            touchpoint,
            kept: true,
        });
    }
    let plan = of(read, id)?.ok_or_else(|| Error::absent("interviews", id))?;
    let touchpoint = Touchpoint {
        n: 0,
        id: Id::derived(&[b"touchpoints", b"interview", id.bytes()]),
        deleted_at: None,
        at: plan.at,
        at_day: plan.at_day,
        channel: plan.channel,
        direction: Direction::Outbound,
        outcome: None,
        minutes: None,
        sentiment: None,
        summary: None,
        raw: None,
        who: None,
        member: read.me,
        person: Some(plan.person),
        organization: None,
        deal: None,
    };
    let interview = Interview {
        n: 0,
        id,
        deleted_at: None,
        touchpoint: touchpoint.id,
        guide: plan.guide,
        version: plan.version,
        lang: plan.lang,
        consent: None,
        consent_on: None,
        retain_until: None,
        state: InterviewState::Running,
        typed_later: plan.typed_later,
        thanks: None,
        keeps: plan.keeps,
    };
    Ok(Held {
        interview,
        touchpoint,
        kept: false,
    })
}

/// Names the action after whom it was held with.
pub fn name(tx: &mut WriteTx<'_>, touchpoint: &Touchpoint) -> Result<()> {
    if let Some(person) = touchpoint.person
        && let Some(shown) = people::refer(tx, person)?
    {
        tx.name_subject(shown.name);
    }
    Ok(())
}

/// The interview, made a touchpoint if it was only planned.
pub fn keep(tx: &mut WriteTx<'_>, id: Id) -> Result<Held> {
    let mut held = hold(tx, id)?;
    name(tx, &held.touchpoint)?;
    if !held.kept {
        held.touchpoint = touchpoints::add(tx, held.touchpoint)?;
        tx.put(&held.interview)?;
        held.kept = true;
    }
    Ok(held)
}
