//! The day of the earliest open promise, kept with the person, organization and deal: tables are filtered
//! and sorted by it, the board colours and counts by it.

use super::types::Followup;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result, same};
use crate::organizations::Organization;
use crate::people::Person;
use crate::pipeline::Deal;

/// The projection that fills `next_on` of a table whose rows the follow-ups name in a column. A macro,
/// because its queries are put together before the program runs.
macro_rules! next_step_of {
    ($noun:expr, table $table:literal, column $column:literal) => {
        Projection {
            name: concat!("next_step_of_", $table),
            sources: &[
                Source {
                    noun: $noun,
                    via: Via::Made,
                },
                Source {
                    noun: Followup::noun,
                    via: Via::Column($column),
                },
                Source {
                    noun: $noun,
                    via: Via::Column("merged_into"),
                },
                Source {
                    noun: $noun,
                    via: Via::Merged(concat!(
                        $crate::merged_below!($table),
                        " SELECT id FROM below"
                    )),
                },
            ],
            run: |to, id| {
                let both = match $noun().merges() {
                    true => same::with_root(to, $table, id)?,
                    false => vec![id],
                };
                both.into_iter()
                    .try_for_each(|id| run(to, $table, $column, id))
            },
            subjects: concat!("SELECT id FROM ", $table),
            clear: &[],
            derived: &[concat!("SELECT id, next_on FROM ", $table, " ORDER BY id")],
        }
    };
}

/// `people.next_on`.
pub static OF_PEOPLE: Projection = next_step_of! {
    Person::noun, table "people", column "person"
};

/// `organizations.next_on`.
pub static OF_ORGANIZATIONS: Projection = next_step_of! {
    Organization::noun, table "organizations", column "organization"
};

/// `deals.next_on`.
pub static OF_DEALS: Projection = next_step_of! {
    Deal::noun, table "deals", column "deal"
};

fn run(to: &Projector<'_>, table: &'static str, column: &str, id: Id) -> Result<()> {
    let named = match column {
        "deal" => "deal = ?1".to_owned(),
        _ => same::names_it(to, table, column, id)?,
    };
    let found: Option<(i64, Option<String>, Option<String>)> = to.read.first(
        &format!(
            "SELECT n, next_on, (SELECT min(due_on) FROM followups
               WHERE {named} AND state = 'open' AND deleted_at IS NULL)
             FROM {table} WHERE id = ?1"
        ),
        [id],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    match found {
        Some((n, stored, next)) if stored != next => {
            to.execute(
                &format!("UPDATE {table} SET next_on = ?2 WHERE n = ?1"),
                (n, next),
            )?;
            Ok(())
        }
        _ => Ok(()),
    }
}
