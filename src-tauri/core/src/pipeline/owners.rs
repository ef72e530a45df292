//! Who looks after a person or an organization: the owner that was set; when none is, whoever holds its
//! latest open deal.

use super::types::{Deal, Holding, Stage, StageMove};
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result};
use crate::organizations::Organization;
use crate::people::Person;

/// `people.owner_now`. Reads deals as `deals_state` left them.
pub static OF_PEOPLE: Projection = Projection {
    name: "owners_of_people",
    sources: &[
        Source {
            noun: Person::noun,
            via: Via::Own,
        },
        Source {
            noun: Deal::noun,
            via: Via::Column("person"),
        },
        Source {
            noun: StageMove::noun,
            via: Via::Found(
                "SELECT d.person FROM stage_moves v JOIN deals d ON d.id = v.deal
                 WHERE v.id = ?1 AND d.person IS NOT NULL",
            ),
        },
        Source {
            noun: Holding::noun,
            via: Via::Found(
                "SELECT d.person FROM holdings h JOIN deals d ON d.id = h.deal
                 WHERE h.id = ?1 AND d.person IS NOT NULL",
            ),
        },
        Source {
            noun: Stage::noun,
            via: Via::Found("SELECT person FROM deals WHERE stage = ?1 AND person IS NOT NULL"),
        },
    ],
    run: |to, id| run(to, "people", "person", id),
    subjects: "SELECT id FROM people",
    clear: &[],
    derived: &["SELECT id, owner_now FROM people ORDER BY id"],
};

/// `organizations.owner_now`.
pub static OF_ORGANIZATIONS: Projection = Projection {
    name: "owners_of_organizations",
    sources: &[
        Source {
            noun: Organization::noun,
            via: Via::Own,
        },
        Source {
            noun: Deal::noun,
            via: Via::Column("organization"),
        },
        Source {
            noun: StageMove::noun,
            via: Via::Found(
                "SELECT d.organization FROM stage_moves v JOIN deals d ON d.id = v.deal
                 WHERE v.id = ?1 AND d.organization IS NOT NULL",
            ),
        },
        Source {
            noun: Holding::noun,
            via: Via::Found(
                "SELECT d.organization FROM holdings h JOIN deals d ON d.id = h.deal
                 WHERE h.id = ?1 AND d.organization IS NOT NULL",
            ),
        },
        Source {
            noun: Stage::noun,
            via: Via::Found(
                "SELECT organization FROM deals WHERE stage = ?1 AND organization IS NOT NULL",
            ),
        },
    ],
    run: |to, id| run(to, "organizations", "organization", id),
    subjects: "SELECT id FROM organizations",
    clear: &[],
    derived: &["SELECT id, owner_now FROM organizations ORDER BY id"],
};

fn run(to: &Projector<'_>, table: &str, column: &str, id: Id) -> Result<()> {
    let found: Option<(i64, Option<Id>, Option<Id>)> = to.read.first(
        &format!(
            "SELECT t.n, t.owner_now, coalesce(t.owner, (SELECT d.holder FROM deals d
                 JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
               WHERE d.{column} = ?1 AND d.deleted_at IS NULL AND d.holder IS NOT NULL
               ORDER BY d.held_at DESC, d.id DESC LIMIT 1))
             FROM {table} t WHERE t.id = ?1"
        ),
        [id],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    match found {
        Some((n, stored, owner)) if stored != owner => {
            to.execute(
                &format!("UPDATE {table} SET owner_now = ?2 WHERE n = ?1"),
                (n, owner),
            )?;
            Ok(())
        }
        _ => Ok(()),
    }
}
