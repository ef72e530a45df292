//! Making and changing the fields themselves.

use std::collections::HashMap;

use super::read;
use super::types::{
    Choices, Field, FieldChoice, FieldInput, FieldKind, FieldValue, Held, ListKind,
};
use crate::kernel::text::required;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, WriteTx, Written, settings, text};

/// A field of choices has so many at most.
const MOST_CHOICES: usize = 500;

/// Makes or changes a field. With another kind, every value is read anew; if some would not fit, nothing
/// is changed and the refusal says how many.
///
/// Errors: `name_taken`, `kind_unfit`.
pub fn save(db: &Db, input: FieldInput) -> Result<Written<Id>> {
    let name = required(&input.name, "name")?;
    db.write(Act::new("field_saved").on(&name), |tx| {
        refuse_taken(tx, input.noun, &name, input.id)?;
        let Some(id) = input.id else {
            let names: Vec<String> = input.choices.into_iter().map(|one| one.name).collect();
            return make(tx, input.noun, &name, input.kind, &names);
        };
        let mut field: Field = tx.get(id)?;
        let before = field.clone();
        field.name = name.clone();
        field.kind = input.kind;
        field.choices = laid(tx, &before, &input)?;
        if field.kind == before.kind {
            tx.put(&field)?;
        } else {
            convert(tx, &before, &mut field)?;
        }
        Ok(id)
    })
}

/// Makes a field, after the others of its noun.
pub fn make(
    tx: &mut WriteTx<'_>,
    noun: ListKind,
    name: &str,
    kind: FieldKind,
    choices: &[String],
) -> Result<Id> {
    let name = required(name, "name")?;
    refuse_taken(tx, noun, &name, None)?;
    let id = tx.fresh_id();
    let mut field = empty(tx, id, noun, &name, kind)?;
    for choice in choices {
        add_choice(&mut field, choice);
    }
    tx.put(&field)?;
    Ok(field.id)
}

/// A field without choices, to stand after the others of its noun.
pub fn empty(
    read: &Read<'_>,
    id: Id,
    noun: ListKind,
    name: &str,
    kind: FieldKind,
) -> Result<Field> {
    let place = read.value(
        "SELECT coalesce(max(place), 0) + 1 FROM fields WHERE noun = ?1",
        [noun],
    )?;
    Ok(Field {
        noun,
        name: name.trim().to_owned(),
        kind,
        place,
        id,
        ..super::of_kind(kind)
    })
}

/// Puts the fields of a noun into this order; those not named stay behind them.
pub fn order(db: &Db, ids: &[Id]) -> Result<Written<()>> {
    db.write(Act::new("fields_ordered"), |tx| {
        for (place, id) in ids.iter().enumerate() {
            let mut field: Field = tx.get(*id)?;
            field.place = place as i64 + 1;
            tx.put(&field)?;
        }
        Ok(())
    })
}

/// Puts a field away, so that it is no longer offered, or takes it out again. What rows hold in it stays.
pub fn retire(db: &Db, id: Id, away: bool) -> Result<Written<()>> {
    let label = if away { "field_retired" } else { "field_saved" };
    db.write(Act::new(label), |tx| {
        let mut field: Field = tx.get(id)?;
        tx.name_subject(field.name.clone());
        if !away {
            refuse_taken(tx, field.noun, &field.name, Some(id))?;
        }
        field.retired_at = away.then_some(tx.now);
        tx.put(&field).map(drop)
    })
}

/// Two fields of one name could not be told apart; one put away gives its name free.
fn refuse_taken(read: &Read<'_>, noun: ListKind, name: &str, but: Option<Id>) -> Result<()> {
    let wanted = text::fold(name);
    let twin = super::offered(read, noun)?
        .into_iter()
        .find(|field| Some(field.id) != but && text::fold(&field.name) == wanted);
    match twin {
        Some(twin) => Err(Error::new(Code::NameTaken).with("name", twin.name)),
        None => Ok(()),
    }
}

/// The choices that the form leaves: one that is no longer named but held somewhere is put away.
fn laid(read: &Read<'_>, before: &Field, input: &FieldInput) -> Result<Choices> {
    let mut field = Field {
        choices: Choices::default(),
        ..before.clone()
    };
    for wanted in &input.choices {
        let name = required(&wanted.name, "choices")?;
        let known = wanted
            .id
            .as_deref()
            .and_then(|id| before.choices.of(id))
            .cloned();
        match known {
            Some(known) => field.choices.0.push(FieldChoice {
                name,
                away: false,
                ..known
            }),
            None => add_choice(&mut field, &name),
        }
    }
    let held = holding(read, before)?;
    for gone in &before.choices.0 {
        if field.choices.of(&gone.id).is_none() && held.contains_key(&gone.id) {
            let away = FieldChoice {
                away: true,
                ..gone.clone()
            };
            field.choices.0.push(away);
        }
    }
    if field.choices.0.len() > MOST_CHOICES {
        return Err(Error::invalid("choices").because("too many"));
    }
    Ok(field.choices)
}

/// How many rows hold each choice of a field.
fn holding(read: &Read<'_>, field: &Field) -> Result<HashMap<String, i64>> {
    if !matches!(field.kind, FieldKind::Choice | FieldKind::Choices) {
        return Ok(HashMap::new());
    }
    let found = read.all(
        "SELECT value, count(*) FROM field_values
         WHERE field = ?1 AND deleted_at IS NULL AND value IS NOT NULL GROUP BY value",
        [field.id],
        |row| Ok((row.get::<_, Held>(0)?, row.get::<_, i64>(1)?)),
    )?;
    let mut held = HashMap::new();
    for (value, count) in found {
        for id in read::chosen(&value.plain()) {
            *held.entry(id.to_owned()).or_insert(0) += count;
        }
    }
    Ok(held)
}

fn add_choice(field: &mut Field, name: &str) {
    if !name.trim().is_empty() && read::choice(&field.choices, name).is_none() {
        let choice = read::new_choice(field.id, &field.choices, name);
        field.choices.0.push(choice);
    }
}

/// Gives a field the choices in a text that it does not have yet, as far as there is room for more.
pub fn add_choices(field: &mut Field, typed: &str) {
    if field.choices.0.len() >= MOST_CHOICES {
        return;
    }
    match field.kind {
        FieldKind::Choices => {
            for part in read::split(&field.choices.clone(), typed) {
                add_choice(field, part);
            }
        }
        _ => add_choice(field, typed),
    }
}

/// Writes a field under its new kind with every value read anew.
fn convert(tx: &mut WriteTx<'_>, before: &Field, field: &mut Field) -> Result<()> {
    let rows: Vec<FieldValue> = tx.rows(
        "WHERE field = ?1 AND deleted_at IS NULL AND value IS NOT NULL",
        [field.id],
    )?;
    let becomes_choices = matches!(field.kind, FieldKind::Choice | FieldKind::Choices);
    let mut next = Vec::with_capacity(rows.len());
    let mut unfit = 0;
    let lang = settings::lang(tx)?;
    for row in rows {
        let held = row.value.as_ref().map(Held::plain).unwrap_or_default();
        let typed = read::words(before, &held, lang);
        if becomes_choices {
            add_choices(field, &typed);
        }
        match read::read(field, &typed) {
            Ok(value) => next.push(FieldValue { value, ..row }),
            Err(_) => unfit += 1,
        }
    }
    if unfit > 0 {
        return Err(Error::new(Code::KindUnfit)
            .with("name", &field.name)
            .with("count", unfit));
    }
    tx.put(field)?;
    for row in next {
        tx.put(&row)?;
    }
    Ok(())
}
