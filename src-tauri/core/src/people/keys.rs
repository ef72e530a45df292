//! The keys a person is found by: the folded name and its words, pinyin, initials, last four digits.

use rusqlite::params;

use super::types::{Identifier, IdentifierKind, Person};
use crate::kernel::lookup;
use crate::kernel::projections::{Projection, Projector, Source, Via};
use crate::kernel::{Id, Record, Result, text};

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

fn run(to: &Projector<'_>, id: Id) -> Result<()> {
    let row = to.read.first(
        "SELECT n, name, shown, deleted_at IS NULL FROM people WHERE id = ?1",
        [id],
        |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, bool>(3)?,
            ))
        },
    )?;
    let Some((n, name, shown, live)) = row else {
        return Ok(());
    };
    let folded = text::fold(&name);
    to.execute(
        "UPDATE people SET sort_key = ?2 WHERE n = ?1 AND sort_key <> ?2",
        // A candidate is sorted by the code: a place in a list would tell the name's letters.
        params![n, text::sort_key(&text::fold(&shown))],
    )?;
    let mut found = Vec::new();
    if live {
        let (pinyin, initials) = text::pinyin(&folded);
        found = lookup::of_name(&folded, &pinyin, &initials, true);
        if shown != name {
            found.push(text::fold(&shown));
        }
        for value in phones(to, id)? {
            found.extend(
                value
                    .char_indices()
                    .rev()
                    .nth(3)
                    .map(|(at, _)| value[at..].to_owned()),
            );
        }
    }
    lookup::write(to, Person::noun().no, n, found)
}

fn phones(to: &Projector<'_>, person: Id) -> Result<Vec<String>> {
    to.read.all(
        "SELECT value FROM identifiers WHERE person = ?1 AND kind = ?2 AND deleted_at IS NULL",
        params![person, IdentifierKind::Phone],
        |row| row.get(0),
    )
}
