//! The team: who works here, in which role, with whom. Never a ranking of people.

mod store;
mod types;

pub use store::{active, by_name, list, refer};
pub use types::{Member, MemberRef, Role, Seniority};

use crate::kernel::{Id, Read, Result, WriteTx, text};

/// The identity of a member of this name that a first start brings. What a file brings has one that
/// does not depend on the workspace: see `exchange`.
pub fn id_of(workspace: Id, name: &str) -> Id {
    Id::derived(&[
        workspace.bytes(),
        b"members",
        text::squeeze(name).as_bytes(),
    ])
}

/// A new, active member.
pub fn member(id: Id, name: &str, role: Role) -> Member {
    Member {
        n: 0,
        id,
        deleted_at: None,
        name: name.trim().to_owned(),
        role,
        seniority: Seniority::Senior,
        manager: None,
        region: None,
        active: true,
    }
}

/// Writes a member.
pub fn save(tx: &mut WriteTx<'_>, member: &Member) -> Result<()> {
    tx.put(member)?;
    Ok(())
}

/// The member who works on this device, if one was chosen.
pub fn me(read: &Read<'_>) -> Result<Option<MemberRef>> {
    read.me.map_or(Ok(None), |id| refer(read, id))
}
