//! The buying group: who takes part in a deal, and how. One role a person.

use super::types::{Deal, DealRole, DealRoleKind};
use crate::kernel::{Act, Db, Id, Result, Written};

/// The identity of a person's part in a deal: two devices that add the same person agree.
pub fn id_of(deal: Id, person: Id) -> Id {
    Id::derived(&[b"deal_roles", deal.bytes(), person.bytes()])
}

/// Adds a person to a deal, or changes how they take part.
pub fn save(db: &Db, deal: Id, person: Id, role: DealRoleKind) -> Result<Written<()>> {
    db.write(Act::new("role_saved"), |tx| {
        tx.name_subject(tx.get::<Deal>(deal)?.name);
        tx.put(&DealRole {
            n: 0,
            id: id_of(deal, person),
            deleted_at: None,
            deal,
            person,
            role,
        })?;
        Ok(())
    })
}

/// Takes a person out of a deal; what was said with them stays.
pub fn remove(db: &Db, deal: Id, person: Id) -> Result<Written<bool>> {
    db.write(Act::new("role_removed"), |tx| {
        tx.name_subject(tx.get::<Deal>(deal)?.name);
        let known: Vec<Id> = tx.all(
            concat!(
                "SELECT id FROM deal_roles WHERE deal = ?1 AND deleted_at IS NULL AND person IN ",
                crate::group_of!("people", "?2")
            ),
            [deal, person],
            |row| row.get(0),
        )?;
        let mut removed = false;
        for role in known {
            removed |= tx.delete::<DealRole>(role)?;
        }
        Ok(removed)
    })
}
