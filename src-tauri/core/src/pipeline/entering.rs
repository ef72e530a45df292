//! What has to hold before a deal enters a stage: the stage is in use, and what it asks for is known.

use serde::{Deserialize, Serialize};

use super::types::{Deal, Stage};
use super::{move_into, set};
use crate::fields::{self, FieldView, ListKind};
use crate::kernel::text::filled;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, WriteTx, Written};

/// The fields of a deal that a stage may ask for, beside the team's own.
pub const FIELDS: [&str; 7] = [
    "organization",
    "person",
    "product",
    "amount",
    "close_on",
    "source",
    "note",
];

/// Something that a stage asks for and the deal does not have.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Need {
    /// One of [`FIELDS`], or the id of a field of the team's own.
    pub field: String,
    /// The team's own field.
    pub own: Option<FieldView>,
}

/// A field and what was typed for it, as [`set`] and [`fields::set`] take it.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct Typed {
    pub field: String,
    pub value: String,
}

/// A move together with what the stage asks for.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct EnterInput {
    pub deal: Id,
    pub stage: Id,
    pub reason: Option<String>,
    pub values: Vec<Typed>,
}

impl Stage {
    /// What must be known of a deal before it enters: names of [`FIELDS`], ids of the team's own fields.
    pub fn asks_for(&self) -> Vec<String> {
        serde_json::from_str(&self.required).unwrap_or_default()
    }
}

/// What a stage asks for, as it is stored; unknown names are refused.
pub fn stored(read: &Read<'_>, asked: &[String]) -> Result<String> {
    let own = fields::offered(read, ListKind::Deals)?;
    let known = |name: &String| {
        FIELDS.contains(&name.as_str()) || own.iter().any(|field| field.id.to_string() == *name)
    };
    if let Some(name) = asked.iter().find(|name| !known(name)) {
        return Err(Error::invalid("required").because(name));
    }
    serde_json::to_string(asked).map_err(Error::internal)
}

/// What the stage asks for and this deal does not have yet, in the stage's order.
pub fn missing(read: &Read<'_>, deal: &Deal, stage: &Stage) -> Result<Vec<Need>> {
    let asked = stage.asks_for();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let own = fields::list(read, ListKind::Deals)?;
    let held = fields::held(read, deal.id)?;
    let mut needs = Vec::new();
    for field in asked {
        let is_known = match field.as_str() {
            "organization" => deal.organization.is_some(),
            "person" => deal.person.is_some(),
            "product" => deal.product.is_some(),
            "amount" => deal.amount_minor.is_some(),
            "close_on" => deal.close_on.is_some(),
            "source" => deal.source.is_some(),
            "note" => deal.note.is_some(),
            id => held.iter().any(|held| held.field.to_string() == id),
        };
        let own = own.iter().find(|own| own.id.to_string() == field);
        // A field that was put away or deleted since is asked for by nobody.
        let askable = FIELDS.contains(&field.as_str()) || own.is_some_and(|own| !own.retired);
        if !is_known && askable {
            needs.push(Need {
                field,
                own: own.cloned(),
            });
        }
    }
    Ok(needs)
}

/// What this deal lacks before it may enter a stage.
pub fn needs(read: &Read<'_>, deal: Id, stage: Id) -> Result<Vec<Need>> {
    missing(read, &read.get(deal)?, &read.get(stage)?)
}

/// Refuses a stage that was put away, and one that asks for more than is known. `keys`: the fields, `fields`: the
/// same by name where they are the team's own, joined by commas.
pub fn demand(read: &Read<'_>, deal: &Deal, stage: &Stage) -> Result<()> {
    if stage.retired_at.is_some() {
        return Err(Error::new(Code::StageRetired).with("name", &stage.name));
    }
    let needs = missing(read, deal, stage)?;
    if needs.is_empty() {
        return Ok(());
    }
    let keys: Vec<&str> = needs.iter().map(|need| need.field.as_str()).collect();
    let called = |need: &Need| match &need.own {
        Some(own) => own.name.clone(),
        None => need.field.clone(),
    };
    let names: Vec<String> = needs.iter().map(called).collect();
    Err(Error::new(Code::StageNeeds)
        .with("name", &stage.name)
        .with("fields", names.join(", "))
        .with("keys", keys.join(",")))
}

/// Writes what a stage asks for and moves the deal, as one action.
pub fn enter_with(db: &Db, input: EnterInput) -> Result<Written<()>> {
    db.write(Act::new("deal_moved"), |tx| {
        let deal: Deal = tx.get(input.deal)?;
        tx.name_subject(deal.name);
        for typed in &input.values {
            fill(tx, input.deal, typed)?;
        }
        let deal: Deal = tx.get(input.deal)?;
        let stage = input.stage.to_string();
        move_into(tx, &deal, &stage, filled(input.reason.clone()))
    })
}

fn fill(tx: &mut WriteTx<'_>, deal: Id, typed: &Typed) -> Result<()> {
    match typed.field.parse::<Id>() {
        Ok(field) => fields::set(tx, deal, field, Some(&typed.value)),
        Err(_) if FIELDS.contains(&typed.field.as_str()) => {
            set(tx, deal, &typed.field, Some(&typed.value))
        }
        Err(_) => Err(Error::invalid("field").because(&typed.field)),
    }
}
