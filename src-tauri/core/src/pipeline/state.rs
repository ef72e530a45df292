//! Where a deal stands: the latest of its stage moves, and who holds it. Also its lookup keys.

use rusqlite::params;

use crate::kernel::lookup;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Read, Record, Result};

use super::told_holding;
use super::types::{Deal, HeldWhy, Holding, StageMove};

/// `deals.stage`, `stage_at`, `holder`, `held_at`, `clock_at`, `sort_key`, and the deal's lines in `lookup`.
pub static PROJECTION: Projection = Projection {
    name: "deals_state",
    sources: &[
        Source {
            noun: Deal::noun,
            via: Via::Own,
        },
        Source {
            noun: StageMove::noun,
            via: Via::Column("deal"),
        },
        Source {
            noun: Holding::noun,
            via: Via::Column("deal"),
        },
    ],
    run,
    subjects: "SELECT id FROM deals",
    clear: &[
        "DELETE FROM lookup WHERE noun = 12",
        "DELETE FROM lookup_rows WHERE noun = 12",
    ],
    derived: &[
        "SELECT id, stage, stage_at, stage_day, holder, held_at, clock_at, sort_key FROM deals ORDER BY id",
        "SELECT d.id, l.key FROM lookup l JOIN deals d ON d.n = l.row WHERE l.noun = 12 ORDER BY d.id, l.key",
        "SELECT d.id, l.keys FROM lookup_rows l JOIN deals d ON d.n = l.row WHERE l.noun = 12 ORDER BY d.id",
    ],
};

/// Latest by time; at the same time the later place in the pipeline, then the later id, so that all
/// devices agree. A move without a time stands before all others.
const LATEST: &str = "ORDER BY at IS NOT NULL DESC, at DESC, place DESC, id DESC LIMIT 1";

fn run(to: &Projector<'_>, id: Id) -> Result<()> {
    to.execute(
        &format!(
            "UPDATE deals SET (stage, stage_at, stage_day) =
               (SELECT stage, at, at_day FROM stage_moves WHERE deal = ?1 AND deleted_at IS NULL {LATEST})
             WHERE id = ?1 AND EXISTS (SELECT 1 FROM stage_moves WHERE deal = ?1 AND deleted_at IS NULL)"
        ),
        [id],
    )?;
    to.execute(
        "UPDATE deals SET stage = NULL, stage_at = NULL, stage_day = 0
         WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM stage_moves WHERE deal = ?1 AND deleted_at IS NULL)",
        [id],
    )?;
    let held = story(&tellings(&to.read, id)?, id).held;
    to.execute(
        "UPDATE deals SET holder = ?2, held_at = ?3, clock_at = ?4 WHERE id = ?1",
        params![
            id,
            held.and_then(|held| held.member),
            held.map(|held| held.at),
            held.and_then(|held| held.clock_at)
        ],
    )?;
    lookup::project(to, Deal::noun(), id, false, || Ok(Vec::new()))
}

/// What a row of `holdings` says.
#[derive(Debug, Clone, Copy)]
pub struct Telling {
    pub id: Id,
    pub member: Option<Id>,
    pub at: i64,
    pub why: Option<HeldWhy>,
    /// A rule gave it back.
    pub by_rule: bool,
    pub deleted_at: Option<i64>,
}

/// Who holds a deal, since when, and since when their time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub member: Option<Id>,
    pub at: i64,
    pub clock_at: Option<i64>,
}

/// Who holds a deal in the end, and the claims that came too late.
#[derive(Debug, Clone, Default)]
pub struct Story {
    pub held: Option<Held>,
    pub void: Vec<Id>,
}

/// All that was ever said of who holds a deal, in the order in which it holds on every device.
pub fn tellings(read: &Read<'_>, deal: Id) -> Result<Vec<Telling>> {
    read.all(
        "SELECT id, member, at, why, rule IS NOT NULL, deleted_at FROM holdings WHERE deal = ?1
         ORDER BY at, stamp, id",
        [deal],
        |row| {
            Ok(Telling {
                id: row.get(0)?,
                member: row.get(1)?,
                at: row.get(2)?,
                why: row.get(3)?,
                by_rule: row.get(4)?,
                deleted_at: row.get(5)?,
            })
        },
    )
}

/// The latest telling holds, but a claim takes only what lay in the pool: when two members claim on two devices,
/// the earlier one has it and the later one is void. A claim made before a return was taken back stands.
/// A return by a rule that was taken back gives the holder their time anew, from the moment it was taken back.
pub fn story(tellings: &[Telling], deal: Id) -> Story {
    let mut story = Story::default();
    // Until when a return that was taken back had left the deal in the pool.
    let mut lay_until: Option<i64> = None;
    for told in tellings {
        if let Some(undone_at) = told.deleted_at {
            if told.member.is_none() {
                lay_until = lay_until.max(Some(undone_at));
                renew(&mut story, told, undone_at);
            }
            continue;
        }
        let held = story.held.is_some_and(|held| held.member.is_some());
        let lay = lay_until.is_some_and(|until| told.at <= until);
        if told.why == Some(HeldWhy::Claimed) && held && !lay {
            story.void.push(told.id);
            continue;
        }
        let dated = told
            .member
            .is_none_or(|member| told.id != told_holding(deal, member));
        lay_until = None;
        story.held = Some(Held {
            member: told.member,
            at: told.at,
            clock_at: dated.then_some(told.at),
        });
    }
    story
}

fn renew(story: &mut Story, told: &Telling, undone_at: i64) {
    if let Some(held) = story.held.as_mut()
        && told.by_rule
        && held.member.is_some()
    {
        held.clock_at = held.clock_at.max(Some(undone_at));
    }
}
