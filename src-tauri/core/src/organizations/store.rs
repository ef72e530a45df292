//! Queries on organizations and positions.

use rusqlite::params;

use super::types::Position;
use crate::kernel::{Id, Read, Result, text};
use crate::people::PersonRef;
use crate::{group_of, root_of};

/// The live organization with this name, blanks and case aside; of one that was merged, what it stands under.
pub fn by_name(read: &Read<'_>, name: &str) -> Result<Option<Id>> {
    let wanted = text::squeeze(name);
    let key: String = text::fold(name).chars().take(24).collect();
    let found = read.all(
        "SELECT o.id, x.name FROM lookup l JOIN organizations o ON o.n = l.row AND o.deleted_at IS NULL
           JOIN organizations x ON x.id = o.id OR x.root = o.id
         WHERE l.noun = 8 AND l.key = ?1 ORDER BY o.n, x.root IS NOT NULL",
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
        concat!(
            "SELECT ",
            root_of!("organizations", "p.organization"),
            ", p.title FROM positions p WHERE p.person IN ",
            group_of!("people", "?1"),
            " AND p.deleted_at IS NULL AND p.to_on IS NULL ORDER BY p.stamp DESC LIMIT 1"
        ),
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// A person's positions that have not ended, the one that counts first.
pub fn open_positions(read: &Read<'_>, person: Id) -> Result<Vec<Position>> {
    read.rows(
        concat!(
            "WHERE person IN ",
            group_of!("people", "?1"),
            " AND deleted_at IS NULL AND to_on IS NULL ORDER BY stamp DESC"
        ),
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
        concat!(
            "SELECT p.id, p.shown, o.name, s.title, max(s.stamp) FROM positions s
               JOIN people p ON p.id = ",
            root_of!("people", "s.person"),
            " AND p.deleted_at IS NULL
               JOIN organizations o ON o.id = ",
            root_of!("organizations", "s.organization"),
            " WHERE s.organization IN ",
            group_of!("organizations", "?1"),
            " AND s.deleted_at IS NULL AND s.to_on IS NULL AND p.id IS NOT ?2
             GROUP BY p.n ORDER BY p.last_touch_at DESC, p.n LIMIT ?3"
        ),
        params![organization, but, limit],
        |row| PersonRef::of(row, 0),
    )
}
