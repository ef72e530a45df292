//! People: one identity across all channels, with their identifiers.

mod apart;
pub mod identity;
pub mod keys;
mod now;
mod rules;
pub mod signature;
mod store;
#[cfg(test)]
mod tests;
mod types;

pub use apart::DistinctPair;
pub use now::marks;
pub use rules::{normalise, shown};
pub use store::{CURRENT_POSITION, blocked, identifiers, refer};
pub use types::{
    Grade, Identifier, IdentifierInput, IdentifierKind, IdentifierState, Person, PersonInput,
    PersonKind, PersonRef, PersonSaved, PersonView, called, month_day, named,
};

use serde::Serialize;

use crate::catalog;
use crate::kernel::text::{filled, required};
use crate::kernel::{Act, Db, Error, Id, Read, Record, Result, WriteTx, Written};
use crate::organizations;

/// Makes or changes a person with their identifiers and position. Others who already have one of
/// the identifiers are told, never refused: devices meet later.
pub fn save(db: &Db, input: PersonInput) -> Result<PersonSaved> {
    let name = required(&input.name, "name")?;
    let written = db.write(Act::new("person_saved"), |tx| {
        let mut person = match input.id {
            Some(id) => tx.get(id)?,
            None => named(tx.fresh_id(), &name),
        };
        person.name = name.clone();
        input.lay_over(&mut person)?;
        person.source = match filled(input.source.clone()) {
            Some(source) => Some(catalog::source(tx, &source)?),
            None => None,
        };
        tx.name_subject(called(person.id, person.kind, &person.name));
        write(tx, &person)?;
        let twins = identify(tx, person.id, &input.identifiers)?;
        if let Some(organization) = filled(input.organization.clone()) {
            let organization = organizations::find_or_make(tx, &organization)?;
            organizations::place(tx, person.id, organization, filled(input.title.clone()))?;
        }
        Ok((person.id, twins))
    })?;
    let (id, twins) = written.value;
    Ok(PersonSaved {
        id,
        action: written.action,
        twins,
    })
}

/// Sets one field of a person from what was typed; `None` empties it. The names are those of
/// [`PersonInput`] and `owner`, a member's id. `organization` and `title` are of the position held now.
pub fn set(tx: &mut WriteTx<'_>, id: Id, field: &str, typed: Option<&str>) -> Result<()> {
    let mut person: Person = tx.get(id)?;
    let text = || filled(typed.map(str::to_owned));
    match field {
        // The lists know a candidate's code only; the name is changed on the record.
        "name" if person.kind == PersonKind::Candidate => return Err(Error::invalid("name")),
        "name" => person.name = required(typed.unwrap_or_default(), "name")?,
        "kind" => person.kind = typed.unwrap_or_default().parse()?,
        "grade" => person.grade = typed.map(str::parse).transpose()?,
        "city" => person.city = text(),
        "note" => person.note = text(),
        "birthday_md" => person.birthday_md = types::birthday(text())?,
        "owner" => person.owner = typed.map(str::parse).transpose()?,
        "source" => {
            person.source = match text() {
                Some(source) => Some(catalog::source(tx, &source)?),
                None => None,
            }
        }
        "organization" => {
            let name = required(typed.unwrap_or_default(), "organization")?;
            return organizations::move_to(tx, id, &name);
        }
        "title" => return organizations::set_title(tx, id, text()),
        _ => return Err(Error::invalid("field").because(field)),
    }
    write(tx, &person)
}

/// Writes a person as they should stand. The name of who becomes a candidate goes from what was done before.
pub fn write(tx: &mut WriteTx<'_>, person: &Person) -> Result<()> {
    let before: Option<Person> = match person.kind {
        PersonKind::Candidate => tx.find(person.id)?,
        _ => None,
    };
    tx.put(person)?;
    match before.filter(|before| before.kind != PersonKind::Candidate) {
        Some(before) => hide_name(tx, before.id, &before.name),
        None => Ok(()),
    }
}

/// Calls a candidate by the code in what was done before they were one, too. A single letter is no name:
/// it stands in every other word.
pub fn hide_name(tx: &mut WriteTx<'_>, id: Id, name: &str) -> Result<()> {
    if name.chars().count() < 2 {
        return Ok(());
    }
    let code = called(id, PersonKind::Candidate, name);
    tx.rename_subjects(Person::noun(), id, name, &code)
}

/// Moves a person to the recycle bin; what was said with them stays.
pub fn delete(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("person_deleted"), |tx| {
        let person: Person = tx.get(id)?;
        tx.name_subject(person.shown);
        tx.delete::<Person>(id)
    })
}

/// Who already has a number or address that is about to be saved.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Twin {
    /// As it was handed in.
    pub value: String,
    pub person: PersonRef,
}

/// Live people who already have one of these, in the order of these.
pub fn twins(read: &Read<'_>, wanted: &[IdentifierInput]) -> Result<Vec<Twin>> {
    let mut twins = Vec::new();
    for input in wanted {
        let Some(value) = normalise(input.kind, &input.value) else {
            continue;
        };
        for id in store::with_identifier(read, input.kind.word(), &value, None)? {
            if let Some(person) = refer(read, id)? {
                let value = input.value.clone();
                twins.push(Twin { value, person });
            }
        }
    }
    Ok(twins)
}

/// The identity of somebody's number or address: from its parts, so that two devices that add the same
/// one agree.
pub fn identifier_id(person: Id, kind: IdentifierKind, value: &str) -> Id {
    let kind = kind.word();
    Id::derived(&[
        b"identifiers",
        person.bytes(),
        kind.as_bytes(),
        value.as_bytes(),
    ])
}

/// Says of a number or address how it stands with it, from today on; `None`: nothing is known.
pub fn mark(
    db: &Db,
    id: Id,
    state: Option<IdentifierState>,
    why: Option<String>,
) -> Result<Written<()>> {
    db.write(Act::new("identifier_marked"), |tx| {
        let mut identifier: Identifier = tx.get(id)?;
        tx.name_subject(identifier.value.clone());
        if identifier.state != state {
            identifier.state_on = state.map(|_| tx.today().to_string());
        }
        identifier.state = state;
        identifier.state_why = filled(why).filter(|_| state.is_some());
        tx.put(&identifier)?;
        Ok(())
    })
}

/// Makes `wanted` the identifiers of a person. Returns others who have one of them.
pub fn identify(
    tx: &mut WriteTx<'_>,
    person: Id,
    wanted: &[IdentifierInput],
) -> Result<Vec<PersonRef>> {
    let stored = store::identifiers(tx, person)?;
    let mut kept = Vec::new();
    let mut twins = Vec::new();
    for input in wanted {
        let Some(value) = normalise(input.kind, &input.value) else {
            continue;
        };
        for twin in store::with_identifier(tx, input.kind.word(), &value, Some(person))? {
            twins.extend(refer(tx, twin)?);
        }
        let known = stored
            .iter()
            .find(|have| have.kind == input.kind && have.value == value);
        if let Some(known) = known {
            kept.push(known.id);
            continue;
        }
        let id = identifier_id(person, input.kind, &value);
        let typed = input.value.trim().to_owned();
        let shown = (typed != value).then_some(typed);
        // A number that was taken away and comes back is still not to be called.
        let before: Option<Identifier> = tx.find(id)?;
        let (state, state_why, state_on) = before.map_or((None, None, None), |was| {
            (was.state, was.state_why, was.state_on)
        });
        tx.put(&Identifier {
            n: 0,
            id,
            deleted_at: None,
            person,
            kind: input.kind,
            value,
            shown,
            state,
            state_why,
            state_on,
        })?;
        kept.push(id);
    }
    for gone in stored.iter().filter(|have| !kept.contains(&have.id())) {
        tx.delete::<Identifier>(gone.id)?;
    }
    Ok(twins)
}
