//! Where somebody works and worked. People change jobs; a position that ended stays.

use chrono::NaiveDate;
use serde::Deserialize;

use super::find_or_make;
use super::types::{Organization, Position};
use crate::kernel::text::{filled, required};
use crate::kernel::{Act, Db, Error, Id, Result, Written};

/// What the form hands in. Days are calendar days; no last day: they still work there.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct PositionInput {
    pub id: Option<Id>,
    pub person: Id,
    /// Name, found or made.
    pub organization: String,
    pub title: Option<String>,
    pub from_on: Option<String>,
    pub to_on: Option<String>,
}

/// Makes or changes a position. Others of the same person stay as they are.
pub fn save(db: &Db, input: &PositionInput) -> Result<Written<Id>> {
    let name = required(&input.organization, "organization")?;
    let from_on = day(input.from_on.as_deref(), "from_on")?;
    let to_on = day(input.to_on.as_deref(), "to_on")?;
    if from_on.is_some() && to_on.is_some() && to_on < from_on {
        return Err(Error::invalid("to_on").because("before the first day"));
    }
    db.write(Act::new("position_saved").on(&name), |tx| {
        let organization = find_or_make(tx, &name)?;
        let id = input.id.unwrap_or_else(|| tx.fresh_id());
        tx.put(&Position {
            n: 0,
            id,
            deleted_at: None,
            person: input.person,
            organization,
            title: filled(input.title.clone()),
            from_on: from_on.map(|day| day.to_string()),
            to_on: to_on.map(|day| day.to_string()),
        })?;
        Ok(id)
    })
}

/// Takes a position away that was never one; leaving is a last day.
pub fn delete(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("position_deleted"), |tx| {
        if let Some(position) = tx.find::<Position>(id)?
            && let Some(organization) = tx.find::<Organization>(position.organization)?
        {
            tx.name_subject(organization.name);
        }
        tx.delete::<Position>(id)
    })
}

/// A calendar day as typed, or the refusal of this field; blank is none.
pub(crate) fn day(typed: Option<&str>, field: &'static str) -> Result<Option<NaiveDate>> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else {
        return Ok(None);
    };
    let day = typed
        .parse()
        .map_err(|_| Error::invalid(field).because(typed))?;
    Ok(Some(day))
}
