//! Who looks after a person or an organization: the owner that was set; when none is, whoever holds its
//! latest open deal. And the stage of the open deal that moved last.

use super::types::{Deal, Holding, Stage, StageMove};
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result, same};
use crate::organizations::Organization;
use crate::people::Person;

/// The projection that fills `owner_now` and `stage_now` of a table whose rows the deals name in a column. A macro,
/// because its queries are put together before the program runs.
macro_rules! owners_of {
    ($name:literal, $noun:expr, table $table:literal, column $column:literal) => {
        Projection {
            name: $name,
            sources: &[
                Source {
                    noun: $noun,
                    via: Via::Own,
                },
                Source {
                    noun: $noun,
                    via: Via::Column("merged_into"),
                },
                Source {
                    noun: $noun,
                    via: Via::Merged(concat!($crate::merged_below!($table), " SELECT id FROM below")),
                },
                Source {
                    noun: Deal::noun,
                    via: Via::Column($column),
                },
                Source {
                    noun: StageMove::noun,
                    via: Via::Found(owners_of!(@deal "stage_moves", $column)),
                },
                Source {
                    noun: Holding::noun,
                    via: Via::Found(owners_of!(@deal "holdings", $column)),
                },
                Source {
                    noun: Stage::noun,
                    via: Via::Found(concat!(
                        "SELECT ", $column, " FROM deals WHERE stage = ?1 AND ", $column, " IS NOT NULL"
                    )),
                },
            ],
            run: |to, id| {
                same::with_root(to, $table, id)?
                    .into_iter()
                    .try_for_each(|id| run(to, $table, $column, id))
            },
            subjects: concat!("SELECT id FROM ", $table),
            clear: &[],
            derived: &[concat!("SELECT id, owner_now, stage_now FROM ", $table, " ORDER BY id")],
        }
    };
    (@deal $from:literal, $column:literal) => {
        concat!(
            "SELECT d.", $column, " FROM ", $from, " x JOIN deals d ON d.id = x.deal
             WHERE x.id = ?1 AND d.", $column, " IS NOT NULL"
        )
    };
}

/// `people.owner_now` and `stage_now`. Reads deals as `deals_state` left them.
pub static OF_PEOPLE: Projection = owners_of! {
    "owners_of_people", Person::noun, table "people", column "person"
};

/// `organizations.owner_now` and `stage_now`.
pub static OF_ORGANIZATIONS: Projection = owners_of! {
    "owners_of_organizations", Organization::noun, table "organizations", column "organization"
};

/// What is kept with the row: owner and stage.
type Kept = (Option<Id>, Option<Id>);

fn run(to: &Projector<'_>, table: &'static str, column: &str, id: Id) -> Result<()> {
    let named = same::names_it(to, table, &format!("d.{column}"), id)?;
    let open = format!(
        "FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
         WHERE {named} AND d.deleted_at IS NULL"
    );
    let found: Option<(i64, Kept, Kept)> = to.read.first(
        &format!(
            "SELECT t.n, t.owner_now, t.stage_now,
               coalesce(t.owner, (SELECT d.holder {open} AND d.holder IS NOT NULL
                 ORDER BY d.held_at DESC, d.id DESC LIMIT 1)),
               (SELECT d.stage {open} ORDER BY d.stage_at DESC, d.id DESC LIMIT 1)
             FROM {table} t WHERE t.id = ?1"
        ),
        [id],
        |row| {
            Ok((
                row.get(0)?,
                (row.get(1)?, row.get(2)?),
                (row.get(3)?, row.get(4)?),
            ))
        },
    )?;
    match found {
        Some((n, stored, now)) if stored != now => {
            to.execute(
                &format!("UPDATE {table} SET owner_now = ?2, stage_now = ?3 WHERE n = ?1"),
                (n, now.0, now.1),
            )?;
            Ok(())
        }
        _ => Ok(()),
    }
}
