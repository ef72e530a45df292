//! Queries on organizations and positions.

use rusqlite::params;

use super::types::Position;
use crate::kernel::{Id, Read, Result, text};
use crate::people::PersonRef;

/// The live organization with this name, blanks and case aside.
pub fn by_name(read: &Read<'_>, name: &str) -> Result<Option<Id>> {
    let wanted = text::squeeze(name);
    let key: String = text::fold(name).chars().take(24).collect();
    let found = read.all(
        "SELECT o.id, o.name FROM lookup l JOIN organizations o ON o.n = l.row AND o.deleted_at IS NULL
         WHERE l.noun = 8 AND l.key = ?1 ORDER BY o.n",
        [key],
        |row| Ok((row.get(0)?, row.get::<_, String>(1)?)),
    )?;
    Ok(found
        .into_iter()
        .find(|(_, found)| text::squeeze(found) == wanted)
        .map(|(id, _)| id))
}

/// Where a person works now: organization, title.
pub fn current(read: &Read<'_>, person: Id) -> Result<Option<(Id, Option<String>)>> {
    read.first(
        "SELECT organization, title FROM positions
         WHERE person = ?1 AND deleted_at IS NULL AND to_on IS NULL ORDER BY stamp DESC LIMIT 1",
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// A person's positions that have not ended, the one that counts first.
pub fn open_positions(read: &Read<'_>, person: Id) -> Result<Vec<Position>> {
    read.rows(
        "WHERE person = ?1 AND deleted_at IS NULL AND to_on IS NULL ORDER BY stamp DESC",
        [person],
    )
}

/// People who work there now, latest contact first; without `but`.
pub fn members_of(
    read: &Read<'_>,
    organization: Id,
    but: Option<Id>,
    limit: i64,
) -> Result<Vec<PersonRef>> {
    read.all(
        "SELECT p.id, p.shown, o.name, s.title FROM positions s
           JOIN people p ON p.id = s.person AND p.deleted_at IS NULL
           JOIN organizations o ON o.id = s.organization
         WHERE s.organization = ?1 AND s.deleted_at IS NULL AND s.to_on IS NULL AND p.id IS NOT ?2
         ORDER BY p.last_touch_at DESC, p.n LIMIT ?3",
        params![organization, but, limit],
        |row| PersonRef::of(row, 0),
    )
}
