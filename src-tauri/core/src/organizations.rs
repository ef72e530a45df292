//! Organizations and who works there. A person's firm is the open position; old positions stay.

pub mod keys;
mod names;
pub mod positions;
mod store;
mod types;

pub use names::{core_key, core_name};
pub(crate) use positions::day;
pub use store::{by_name, current, members_of};
pub use types::{Organization, OrganizationInput, OrganizationRef, OrganizationSaved, Position};

use crate::kernel::text::{filled, required};
use crate::kernel::{Act, Db, Error, Id, Result, WriteTx, text};

/// The identity of an organization of this name that a file brings.
pub fn id_of(name: &str) -> Id {
    Id::derived(&[b"organizations", text::identity(name).as_bytes()])
}

/// An organization of which only the name is known.
pub fn named(id: Id, name: &str) -> Organization {
    Organization {
        n: 0,
        id,
        deleted_at: None,
        name: name.trim().to_owned(),
        industry: None,
        region: None,
        grade: None,
        parent: None,
        founded: None,
        employees: None,
        note: None,
        owner: None,
        merged_into: None,
        root: None,
        sort_key: String::new(),
        touch_count: 0,
        last_touch_at: None,
        owner_now: None,
        next_on: None,
        stage_now: None,
    }
}

/// Makes or changes an organization; what the form does not show stays.
pub fn save(db: &Db, input: OrganizationInput) -> Result<OrganizationSaved> {
    let name = required(&input.name, "name")?;
    let written = db.write(Act::new("organization_saved").on(&name), |tx| {
        let mut organization = match input.id {
            Some(id) => tx.get(id)?,
            None => named(tx.fresh_id(), &name),
        };
        organization.name = name.clone();
        organization.industry = filled(input.industry);
        organization.region = filled(input.region);
        tx.put(&organization)?;
        Ok(organization.id)
    })?;
    Ok(OrganizationSaved {
        id: written.value,
        action: written.action,
    })
}

/// Sets one field of an organization from what was typed; `None` empties it. `owner` is a member's id.
pub fn set(tx: &mut WriteTx<'_>, id: Id, field: &str, typed: Option<&str>) -> Result<()> {
    let mut organization: Organization = tx.get(id)?;
    let words = || filled(typed.map(str::to_owned));
    let number = |field: &'static str| match words() {
        Some(digits) => match text::fold(&digits).replace(',', "").parse::<i64>() {
            Ok(number) if number >= 0 => Ok(Some(number)),
            _ => Err(Error::invalid(field).because(digits)),
        },
        None => Ok(None),
    };
    match field {
        "name" => organization.name = required(typed.unwrap_or_default(), "name")?,
        "industry" => organization.industry = words(),
        "region" => organization.region = words(),
        "grade" => organization.grade = typed.map(str::parse).transpose()?,
        "founded" => organization.founded = number("founded")?,
        "employees" => organization.employees = number("employees")?,
        "note" => organization.note = words(),
        "owner" => organization.owner = typed.map(str::parse).transpose()?,
        _ => return Err(Error::invalid("field").because(field)),
    }
    tx.put(&organization)?;
    Ok(())
}

/// The organization of this name, made if there is none.
pub fn find_or_make(tx: &mut WriteTx<'_>, name: &str) -> Result<Id> {
    if let Some(found) = by_name(tx, name)? {
        return Ok(found);
    }
    let organization = named(tx.fresh_id(), name);
    tx.put(&organization)?;
    Ok(organization.id)
}

/// Makes `organization` the place where a person works now; an open position elsewhere ends today.
pub fn place(
    tx: &mut WriteTx<'_>,
    person: Id,
    organization: Id,
    title: Option<String>,
) -> Result<()> {
    let mut stays = false;
    for mut position in store::open_positions(tx, person)? {
        if position.organization == organization {
            stays = true;
            position.title = title.clone().or(position.title);
        } else {
            position.to_on = Some(tx.today().to_string());
        }
        tx.put(&position)?;
    }
    if !stays {
        let id = tx.fresh_id();
        tx.put(&Position {
            n: 0,
            id,
            deleted_at: None,
            person,
            organization,
            title,
            from_on: None,
            to_on: None,
        })?;
    }
    Ok(())
}

/// Sets the title of where a person works now; nobody has one without that.
pub fn set_title(tx: &mut WriteTx<'_>, person: Id, title: Option<String>) -> Result<()> {
    let mut position = store::open_positions(tx, person)?
        .into_iter()
        .next()
        .ok_or_else(|| Error::invalid("title").because("no position"))?;
    position.title = title;
    tx.put(&position)?;
    Ok(())
}

/// Makes the organization of this name where a person works now. Of several positions held at once none
/// is ended by the way: that is said on the record.
pub fn move_to(tx: &mut WriteTx<'_>, person: Id, name: &str) -> Result<()> {
    if store::open_positions(tx, person)?.len() > 1 {
        return Err(Error::invalid("organization").because("several positions"));
    }
    let organization = find_or_make(tx, name)?;
    place(tx, person, organization, None)
}
