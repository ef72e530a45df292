//! Two rows beside each other: their fields, and what hangs on each.

use rusqlite::types::Value;

use super::types::{DuplicatesKind, Field, Side, Sides, Take};
use crate::catalog;
use crate::kernel::record::Cell;
use crate::kernel::{Error, Id, Noun, Read, Result, same};
use crate::organizations;
use crate::people::{self, PersonKind};

/// Two rows side by side; of a row that was merged, what it stands under. The one with the lower id comes
/// first: it is the one that stays.
pub fn sides(read: &Read<'_>, kind: DuplicatesKind, one: Id, other: Id) -> Result<Sides> {
    let table = kind.noun().table;
    let (one, other) = (
        same::root(read, table, one)?,
        same::root(read, table, other)?,
    );
    if one == other {
        return Err(Error::invalid("other").because("the same row"));
    }
    let (one, other) = (one.min(other), one.max(other));
    let noun = kind.noun();
    let (left, right) = (stored(read, noun, one)?, stored(read, noun, other)?);
    let mut fields = Vec::new();
    for (at, take) in offered(noun, &left, &right) {
        let cell = &noun.cells[at];
        fields.push(Field {
            name: cell.name.to_owned(),
            one: shown(read, cell, one, &left)?,
            other: shown(read, cell, other, &right)?,
            take,
        });
    }
    Ok(Sides {
        one: side(read, kind, one)?,
        other: side(read, kind, other)?,
        fields,
    })
}

/// The cells somebody may choose, by position, with what is taken when nobody does: all but what merging
/// itself writes, where one side is filled.
pub(super) fn offered(noun: &Noun, left: &[Value], right: &[Value]) -> Vec<(usize, Take)> {
    let cells = noun.cells.iter().enumerate();
    cells
        .filter(|(_, cell)| cell.name != "merged_into")
        .filter_map(|(at, cell)| {
            let (one, other) = (&left[cell.first], &right[cell.first]);
            let take = match (is_empty(one), is_empty(other)) {
                (true, true) => return None,
                (true, false) => Take::Other,
                (false, false) if cell.name == "note" && one != other => Take::Both,
                _ => Take::One,
            };
            Some((at, take))
        })
        .collect()
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// The logged columns of a live row.
pub(super) fn stored(read: &Read<'_>, noun: &Noun, id: Id) -> Result<Vec<Value>> {
    let width = noun.width();
    let found = read.first(&noun.sql.stored, [id], |row| {
        let values: Vec<Value> = (0..width)
            .map(|at| row.get(at + 2))
            .collect::<rusqlite::Result<_>>()?;
        Ok((row.get::<_, Option<i64>>(1)?, values))
    })?;
    match found {
        Some((None, values)) => Ok(values),
        _ => Err(Error::absent(noun.table, id)),
    }
}

/// A value as people read it: references by name, a candidate by the code.
fn shown(read: &Read<'_>, cell: &Cell, id: Id, row: &[Value]) -> Result<String> {
    if let (Some(table), Value::Blob(bytes)) = (cell.refers(), &row[cell.first]) {
        let Ok(referred) = <[u8; 16]>::try_from(bytes.as_slice()) else {
            return Ok(String::new());
        };
        let sql = format!("SELECT name FROM {table} WHERE id = ?1");
        let name = read.first(&sql, [Id::from_bytes(referred)], |row| row.get(0))?;
        return Ok(name.unwrap_or_default());
    }
    Ok(match &row[cell.first] {
        Value::Text(text) if cell.name == "name" => {
            let kind = row.get(1).cloned();
            match kind {
                Some(Value::Text(kind)) if kind == PersonKind::Candidate.word() => {
                    people::called(id, PersonKind::Candidate, text)
                }
                _ => text.clone(),
            }
        }
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        _ => String::new(),
    })
}

fn side(read: &Read<'_>, kind: DuplicatesKind, id: Id) -> Result<Side> {
    let noun = kind.noun();
    let (table, called) = (noun.table, noun.called());
    let column = match kind {
        DuplicatesKind::People => "person",
        DuplicatesKind::Organizations => "organization",
    };
    let named = same::names(column, "?1");
    let count = |of: &str, and: &str| -> Result<i64> {
        read.value(
            &format!("SELECT count(*) FROM {of} WHERE {named} AND deleted_at IS NULL{and}"),
            [id],
        )
    };
    let reached = match kind {
        DuplicatesKind::People => people::identifiers(read, id)?
            .into_iter()
            .map(|row| {
                row.shown
                    .unwrap_or_else(|| people::shown(row.kind, &row.value))
            })
            .collect(),
        DuplicatesKind::Organizations => organizations::members_of(read, id, None, 50)?
            .into_iter()
            .map(|person| person.name)
            .collect(),
    };
    let (name, stamp): (String, i64) = read
        .first(
            &format!("SELECT {called}, stamp FROM {table} WHERE id = ?1"),
            [id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .ok_or_else(|| Error::absent(table, id))?;
    Ok(Side {
        id,
        name,
        reached,
        tags: catalog::tags_of(read, id)?,
        touchpoints: count("touchpoints", "")?,
        deals: count("deals", "")?,
        followups: count("followups", " AND state = 'open'")?,
        made_at: stamp >> 16,
    })
}
