//! Fields of the team's own on people, organizations and deals: a customer level, a contract day, whatever
//! a file brought that fits nothing. What a row holds in one is a cell like any other: it has its
//! history, its undo and its filter. Not here: how a list shows them.

mod edit;
mod filter;
mod read;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use edit::{add_choices, empty, make, order, retire, save};
pub use filter::{Asked, choices, condition, sorted};
pub use read::{chosen, link, read, words};
pub use store::{all, held, held_by_rows, list, named, uses};
pub use types::{
    ChoiceInput, Choices, Field, FieldChoice, FieldInput, FieldKind, FieldUses, FieldValue,
    FieldView, Held, HeldView, ListKind,
};

use crate::kernel::{Error, Id, Read, Result, WriteTx};

/// A field that is kept nowhere: to find out what fits a kind.
pub fn of_kind(kind: FieldKind) -> Field {
    Field {
        n: 0,
        id: Id::derived(&[b"fields"]),
        deleted_at: None,
        noun: ListKind::People,
        name: String::new(),
        kind,
        choices: Choices::default(),
        place: 0,
        retired_at: None,
    }
}

/// Fields of a noun that may be filled now, in their order.
pub fn offered(read: &Read<'_>, noun: ListKind) -> Result<Vec<Field>> {
    let mut fields = store::all(read, noun)?;
    fields.retain(|field| field.retired_at.is_none());
    Ok(fields)
}

/// Sets what a row holds in a field from what was typed: choices by id or by name; blank empties it.
///
/// Errors: `row_absent` when the row is none of the field's noun, and those of the kind: `number_unfit`,
/// `day_unfit`, `link_unfit`, `yes_no_unfit`, `choice_unknown`.
pub fn set(tx: &mut WriteTx<'_>, row: Id, field: Id, typed: Option<&str>) -> Result<()> {
    let field: Field = tx.get(field)?;
    let table = field.noun.word();
    let there: bool = tx.value(
        &format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1 AND deleted_at IS NULL)"),
        [row],
    )?;
    if !there {
        return Err(Error::absent(table, row));
    }
    put(tx, row, &field, typed.unwrap_or_default())
}

/// The same where row and field are known to be there: an import.
pub fn put(tx: &mut WriteTx<'_>, row: Id, field: &Field, typed: &str) -> Result<()> {
    let value = read(field, typed)?;
    let id = FieldValue::id_of(row, field.id);
    if value.is_none() {
        let stored: Option<FieldValue> = tx.find(id)?;
        if stored.is_none_or(|stored| stored.deleted_at.is_some()) {
            return Ok(());
        }
    }
    tx.put(&FieldValue {
        n: 0,
        id,
        deleted_at: None,
        row,
        field: field.id,
        value,
    })?;
    Ok(())
}
