//! The team: who works here, in which role, with whom. Never a ranking of people.

mod store;
#[cfg(test)]
mod tests;
mod types;

pub use store::{active, by_name, list, refer};
pub use types::{Member, MemberInput, MemberRef, MemberView, Role, Seniority};

use crate::kernel::text::{self, required};
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx, Written};

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
        holding_cap: None,
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

/// How many open deals a member may hold unless it was said otherwise.
pub const HOLDING_CAP: i64 = 10;
const MOST_HELD: i64 = 10_000;

/// All members, those who work here first, then by name.
pub fn views(read: &Read<'_>) -> Result<Vec<MemberView>> {
    let mut all = store::list(read)?;
    all.sort_by_key(|member| !member.active);
    Ok(all
        .into_iter()
        .map(|member| MemberView {
            id: member.id,
            name: member.name,
            role: member.role,
            seniority: member.seniority,
            holding_cap: member.holding_cap.unwrap_or(HOLDING_CAP),
            active: member.active,
            region: member.region,
        })
        .collect())
}

/// Makes or changes a member. Who left stays, as inactive: what they did and hold carries their name.
pub fn edit(db: &Db, input: &MemberInput) -> Result<Written<Id>> {
    let name = required(&input.name, "name")?;
    if !(0..=MOST_HELD).contains(&input.holding_cap) {
        return Err(Error::invalid("holding_cap"));
    }
    db.write(Act::new("member_saved").on(&name), |tx| {
        let mut row = match input.id {
            Some(id) => tx.get(id)?,
            None => member(tx.fresh_id(), &name, input.role),
        };
        row.name = name.clone();
        row.role = input.role;
        row.seniority = input.seniority;
        row.active = input.active;
        row.region = text::filled(input.region.clone());
        if row.holding_cap.unwrap_or(HOLDING_CAP) != input.holding_cap {
            row.holding_cap = Some(input.holding_cap);
        }
        tx.put(&row)?;
        Ok(row.id)
    })
}

/// Says who works on this device; nobody when `None`.
pub fn sit_here(db: &Db, member: Option<Id>) -> Result<()> {
    if let Some(id) = member {
        db.read(|read| read.get::<Member>(id).map(drop))?;
    }
    db.set_device(|device| device.me = member)
}
