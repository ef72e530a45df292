//! The keys a person is found by: the folded name and its words, pinyin, initials, last four digits. With
//! them goes what the list filters by (`now.rs`): both read how somebody is reached, once.

use super::now::{self, Way};
use super::types::{Identifier, IdentifierKind, Person};
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result};
use crate::kernel::{lookup, same};
use crate::merged_below;
use crate::organizations::Position;

/// `people.sort_key`, the person's lines in `lookup`, and the columns of `now.rs`.
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
        Source {
            noun: Position::noun,
            via: Via::Column("person"),
        },
        Source {
            noun: Person::noun,
            via: Via::Column("merged_into"),
        },
        Source {
            noun: Person::noun,
            via: Via::Merged(BELOW),
        },
    ],
    run,
    subjects: "SELECT id FROM people",
    clear: &[
        "DELETE FROM lookup WHERE noun = 6",
        "DELETE FROM lookup_rows WHERE noun = 6",
    ],
    derived: &[
        "SELECT id, sort_key, organization_now, title_now, marks FROM people ORDER BY id",
        "SELECT p.id, l.key FROM lookup l JOIN people p ON p.n = l.row WHERE l.noun = 6 ORDER BY p.id, l.key",
        "SELECT p.id, l.keys FROM lookup_rows l JOIN people p ON p.n = l.row WHERE l.noun = 6 ORDER BY p.id",
    ],
};

/// The person and everybody merged into them.
pub const BELOW: &str = concat!(merged_below!("people"), " SELECT id FROM below");

/// `people.root`. First of all that is derived: the rest reads it.
pub static ROOT: Projection = Projection {
    name: "people_root",
    sources: &[Source {
        noun: Person::noun,
        via: Via::Merged(BELOW),
    }],
    run: |to, id| same::settle(to, "people", id),
    subjects: "SELECT id FROM people WHERE merged_into IS NOT NULL",
    clear: &["UPDATE people SET root = NULL WHERE root IS NOT NULL"],
    derived: &["SELECT id, root FROM people WHERE root IS NOT NULL ORDER BY id"],
};

/// Who was merged into another is found as that one. A candidate is sorted by the code: a place in a list
/// would tell the name's letters.
fn run(to: &Projector<'_>, id: Id) -> Result<()> {
    for id in same::with_root(to, "people", id)? {
        let ways = now::ways(to, id)?;
        lookup::project(to, Person::noun(), id, true, || Ok(phone_tails(&ways)))?;
        now::settle(to, id, &ways)?;
    }
    Ok(())
}

/// The last four characters of each number to call.
fn phone_tails(ways: &[Way]) -> Vec<String> {
    let phones = ways.iter().filter(|way| way.kind == IdentifierKind::Phone);
    phones
        .filter_map(|way| {
            let (at, _) = way.value.char_indices().rev().nth(3)?;
            Some(way.value[at..].to_owned())
        })
        .collect()
}
