//! Views: filters, order and columns of a table kept under a name, for the team or for one member. A
//! private view lies in the file like any other row; the others' windows only do not show it.

#[cfg(test)]
mod tests;
mod types;

pub use types::{View, ViewInput, ViewLine, ViewState};

use crate::fields::ListKind;
use crate::kernel::text::required;
use crate::kernel::{Act, Db, Id, Read, Result, Written};

/// The views of a table that the member who works here may see, in their order.
pub fn list(read: &Read<'_>, list: ListKind) -> Result<Vec<ViewLine>> {
    let all: Vec<View> = read.rows(
        "WHERE list = ?1 AND deleted_at IS NULL AND (owner IS NULL OR owner IS ?2) ORDER BY NOT pinned, place, n",
        rusqlite::params![list, read.me],
    )?;
    Ok(all.into_iter().map(ViewLine::from).collect())
}

/// Keeps a view: a new one stands behind the others.
pub fn save(db: &Db, input: ViewInput) -> Result<Written<Id>> {
    let name = required(&input.name, "name")?;
    db.write(Act::new("view_saved").on(&name), |tx| {
        let mut view = match input.id {
            Some(id) => tx.get(id)?,
            None => View {
                n: 0,
                id: tx.fresh_id(),
                deleted_at: None,
                list: input.list,
                name: name.clone(),
                state: input.state.clone(),
                owner: None,
                pinned: false,
                place: tx.value(
                    "SELECT coalesce(max(place), 0) + 1 FROM views WHERE list = ?1",
                    [input.list],
                )?,
            },
        };
        view.name = name.clone();
        view.state = input.state;
        view.owner = match (input.shared, view.owner) {
            (true, _) => None,
            // Where nobody was chosen there is nobody else to keep it from.
            (false, owner) => owner.or(tx.me),
        };
        view.pinned = input.pinned;
        tx.put(&view)?;
        Ok(view.id)
    })
}

/// Moves a view to the recycle bin.
pub fn delete(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("view_deleted"), |tx| {
        let view: View = tx.get(id)?;
        tx.name_subject(view.name);
        tx.delete::<View>(id)
    })
}

/// Puts views into this order.
pub fn order(db: &Db, ids: &[Id]) -> Result<Written<()>> {
    db.write(Act::new("views_ordered"), |tx| {
        for (place, id) in ids.iter().enumerate() {
            let mut view: View = tx.get(*id)?;
            view.place = place as i64 + 1;
            tx.put(&view)?;
        }
        Ok(())
    })
}
