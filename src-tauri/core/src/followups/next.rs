//! The day of a deal's earliest open promise, kept with the deal: the board colours and counts by it.

use super::types::Followup;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result};
use crate::pipeline::Deal;

/// `deals.next_on`.
pub static PROJECTION: Projection = Projection {
    name: "next_step_of_deals",
    sources: &[
        Source {
            noun: Deal::noun,
            via: Via::Own,
        },
        Source {
            noun: Followup::noun,
            via: Via::Column("deal"),
        },
    ],
    run,
    subjects: "SELECT id FROM deals",
    clear: &[],
    derived: &["SELECT id, next_on FROM deals ORDER BY id"],
};

fn run(to: &Projector<'_>, deal: Id) -> Result<()> {
    to.execute(
        "UPDATE deals SET next_on = (SELECT min(due_on) FROM followups
           WHERE deal = ?1 AND state = 'open' AND deleted_at IS NULL) WHERE id = ?1",
        [deal],
    )?;
    Ok(())
}
