//! Where a deal stands: the latest of its stage moves and of its holdings. Also its lookup keys.

use crate::kernel::lookup;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result};

use super::types::{Deal, Holding, StageMove};

/// `deals.stage`, `stage_at`, `holder`, `held_at`, `sort_key`, and the deal's lines in `lookup`.
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
        "SELECT id, stage, stage_at, stage_day, holder, held_at, sort_key FROM deals ORDER BY id",
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
    to.execute(
        "UPDATE deals SET (holder, held_at) =
           (SELECT member, at FROM holdings WHERE deal = ?1 AND deleted_at IS NULL ORDER BY at DESC, id DESC LIMIT 1)
         WHERE id = ?1",
        [id],
    )?;
    lookup::project(to, Deal::noun(), id, false, || Ok(Vec::new()))
}
