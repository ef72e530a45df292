//! Queries on members.

use super::types::{Member, MemberRef};
use crate::kernel::{Id, Read, Result};

/// All members, by name.
pub fn list(read: &Read<'_>) -> Result<Vec<Member>> {
    read.rows("WHERE deleted_at IS NULL ORDER BY name, n", [])
}

/// Members who work here now.
pub fn active(read: &Read<'_>) -> Result<Vec<MemberRef>> {
    let members: Vec<Member> =
        read.rows("WHERE deleted_at IS NULL AND active = 1 ORDER BY n", [])?;
    Ok(members
        .into_iter()
        .map(|m| MemberRef {
            id: m.id,
            name: m.name,
            role: m.role,
        })
        .collect())
}

/// The member with exactly this name.
pub fn by_name(read: &Read<'_>, name: &str) -> Result<Option<Member>> {
    Ok(read
        .rows(
            "WHERE name = ?1 AND deleted_at IS NULL LIMIT 1",
            [name.trim()],
        )?
        .pop())
}

/// Name and role of a member, also of one who left.
pub fn refer(read: &Read<'_>, id: Id) -> Result<Option<MemberRef>> {
    read.first(
        "SELECT id, name, role FROM members WHERE id = ?1",
        [id],
        |row| MemberRef::of(row, 0),
    )
}
