//! Queries on people.

use rusqlite::params;

#[cfg(doc)]
use super::types::IdentifierState;
use super::types::{Identifier, PersonRef};
use crate::kernel::{Id, Read, Result};
use crate::{group_of, root_of};

/// The organization and title that a person has now: the open position, the newest first.
pub const CURRENT_POSITION: &str = concat!(
    "LEFT JOIN positions ON positions.n = (SELECT p.n FROM positions p WHERE p.person IN ",
    group_of!("people", "people.id"),
    " AND p.deleted_at IS NULL AND p.to_on IS NULL ORDER BY p.stamp DESC LIMIT 1)
  LEFT JOIN organizations ON organizations.id = ",
    root_of!("organizations", "positions.organization")
);

/// A person as other screens show one: of one who was merged, whom they stand under.
pub fn refer(read: &Read<'_>, id: Id) -> Result<Option<PersonRef>> {
    let sql = format!(
        "SELECT people.id, people.shown, organizations.name, positions.title FROM people {CURRENT_POSITION}
         WHERE people.id = (SELECT coalesce(root, id) FROM people WHERE id = ?1)"
    );
    read.first(&sql, [id], |row| PersonRef::of(row, 0))
}

/// A person's live identifiers, phones first, with those of who was merged into them.
pub fn identifiers(read: &Read<'_>, person: Id) -> Result<Vec<Identifier>> {
    read.rows(
        concat!(
            "WHERE person IN ",
            group_of!("people", "?1"),
            " AND deleted_at IS NULL ORDER BY kind = 'phone' DESC, kind, n"
        ),
        [person],
    )
}

/// SQL of whether an identifier, by its alias, must not be used: [`IdentifierState::blocks`].
pub fn blocked(identifier: &str) -> String {
    format!("coalesce({identifier}.state IN ('wrong', 'do_not_contact'), 0)")
}

/// Live people, other than one, who have this identifier.
pub fn with_identifier(
    read: &Read<'_>,
    kind: &str,
    value: &str,
    but: Option<Id>,
) -> Result<Vec<Id>> {
    read.all(
        concat!(
            "SELECT DISTINCT p.id FROM identifiers i JOIN people p ON p.id = ",
            root_of!("people", "i.person"),
            " AND p.deleted_at IS NULL
             WHERE i.kind = ?1 AND i.value = ?2 AND i.deleted_at IS NULL
               AND (?3 IS NULL OR p.id <> ",
            root_of!("people", "?3"),
            ")"
        ),
        params![kind, value, but],
        |row| row.get(0),
    )
}
