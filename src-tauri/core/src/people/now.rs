//! What the list of people filters by and other tables hold: where somebody works now, and how they are
//! reached. Kept with the person, worked out anew with the keys.

use rusqlite::params;

use super::types::{IdentifierKind, IdentifierState};
use crate::group_of;
use crate::kernel::projections::Projector;
use crate::kernel::{Id, Result};

/// Bits of `people.marks`; those of the ways to reach somebody stand for ways that may be used.
pub mod marks {
    pub const PHONE: i64 = 1;
    pub const EMAIL: i64 = 2;
    pub const WECHAT: i64 = 4;
    /// Of any number or address it is known.
    pub const REACHABLE: i64 = 8;
    pub const DO_NOT_CONTACT: i64 = 16;
    pub const WRONG: i64 = 32;
    /// There is a position held now, and it has a title.
    pub const PLACED: i64 = 64;
    pub const TITLED: i64 = 128;
    /// Any way to reach them.
    pub const ANY_WAY: i64 = PHONE | EMAIL | WECHAT;
}

/// A live number or address.
pub(super) struct Way {
    pub kind: IdentifierKind,
    pub value: String,
    pub state: Option<IdentifierState>,
}

/// How a person is reached, by what was merged into them too.
pub(super) fn ways(to: &Projector<'_>, person: Id) -> Result<Vec<Way>> {
    to.read.all(
        concat!(
            "SELECT kind, value, state FROM identifiers WHERE person IN ",
            group_of!("people", "?1"),
            " AND deleted_at IS NULL"
        ),
        [person],
        |row| {
            Ok(Way {
                kind: row.get(0)?,
                value: row.get(1)?,
                state: row.get(2)?,
            })
        },
    )
}

fn mark(way: &Way) -> i64 {
    let usable = !way.state.is_some_and(IdentifierState::blocks);
    let by_kind = match way.kind {
        _ if !usable => 0,
        IdentifierKind::Phone => marks::PHONE,
        IdentifierKind::Email => marks::EMAIL,
        IdentifierKind::Wechat | IdentifierKind::Wecom => marks::WECHAT,
        IdentifierKind::External => 0,
    };
    let by_state = match way.state {
        Some(IdentifierState::Reachable) => marks::REACHABLE,
        Some(IdentifierState::DoNotContact) => marks::DO_NOT_CONTACT,
        Some(IdentifierState::Wrong) => marks::WRONG,
        Some(IdentifierState::NameOnly | IdentifierState::Shared) | None => 0,
    };
    by_kind | by_state
}

/// `organization_now`, `title_now` and `marks` of a person. The position is the one that every view shows:
/// [`CURRENT_POSITION`](super::CURRENT_POSITION).
pub(super) fn settle(to: &Projector<'_>, person: Id, ways: &[Way]) -> Result<()> {
    let place: Option<(Id, Option<String>)> = to.read.first(
        concat!(
            "SELECT organization, nullif(title, '') FROM positions WHERE person IN ",
            group_of!("people", "?1"),
            " AND deleted_at IS NULL AND to_on IS NULL ORDER BY stamp DESC LIMIT 1"
        ),
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut all = ways.iter().fold(0, |all, way| all | mark(way));
    let (organization, title) = match place {
        Some((organization, title)) => (Some(organization), title),
        None => (None, None),
    };
    all |= organization.map_or(0, |_| marks::PLACED) | title.as_ref().map_or(0, |_| marks::TITLED);
    // Read before it is written: an UPDATE opens every index of its table even where it changes nothing.
    let changed: Option<i64> = to.read.first(
        "SELECT n FROM people WHERE id = ?1
           AND (marks <> ?2 OR organization_now IS NOT ?3 OR title_now IS NOT ?4)",
        params![person, all, organization, title],
        |row| row.get(0),
    )?;
    if let Some(n) = changed {
        to.execute(
            "UPDATE people SET marks = ?2, organization_now = ?3, title_now = ?4 WHERE n = ?1",
            params![n, all, organization, title],
        )?;
    }
    Ok(())
}
