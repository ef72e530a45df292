//! The keys a person is found by: the folded name and its words, pinyin, initials, last four digits.

use rusqlite::params;

use super::types::{Identifier, IdentifierKind, Person};
use crate::kernel::lookup;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result};

/// `people.sort_key` and the person's lines in `lookup`.
pub static PROJECTION: Projection = Projection {
    name: "people_keys",
    sources: &[
        Source {
            noun: Person::noun,
            via: Via::Own,
        },
        Source {
            noun: Identifier::noun,
            via: Via::Column("person"),
        },
    ],
    run,
    subjects: "SELECT id FROM people",
    clear: &["DELETE FROM lookup WHERE noun = 6"],
    derived: &[
        "SELECT id, sort_key FROM people ORDER BY id",
        "SELECT p.id, l.key FROM lookup l JOIN people p ON p.n = l.row WHERE l.noun = 6 ORDER BY p.id, l.key",
    ],
};

/// A candidate is sorted by the code: a place in a list would tell the name's letters.
fn run(to: &Projector<'_>, id: Id) -> Result<()> {
    lookup::project(to, Person::noun(), id, true, || phone_tails(to, id))
}

fn phone_tails(to: &Projector<'_>, person: Id) -> Result<Vec<String>> {
    to.read.all(
        "SELECT substr(value, -4) FROM identifiers
         WHERE person = ?1 AND kind = ?2 AND deleted_at IS NULL AND length(value) >= 4",
        params![person, IdentifierKind::Phone],
        |row| row.get(0),
    )
}
