//! Filters and sorts by a field of the team's own, as conditions on the table of values.

use std::collections::{HashMap, HashSet};

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::read;
use super::store::named;
use super::types::{Field, FieldKind, Held, ListKind};
use crate::kernel::list::{Beside, Choice, Holds, Merged, period};
use crate::kernel::{Error, Id, Read, Result, text};

/// What filters and sorts ask the table of values.
pub type Asked = Beside;

/// Rows that hold nothing in the field.
const NOTHING: &[&str] = &["", "none"];

/// The rows for which one of these values of a field holds; `None`: there is no field of this id or name.
/// A text is contained, a number lies between two (`10..20`, `..5`), a day in a period; of several choices
/// one is this. A field that is gone altogether leaves no row.
pub fn condition(
    read: &Read<'_>,
    list: &str,
    field: &str,
    values: &[&str],
) -> Result<Option<Asked>> {
    let list: ListKind = list.parse()?;
    let Some(field) = named(read, list, field)? else {
        // A kept view may name a field whose making was taken back.
        let gone = field.parse::<Id>().ok();
        let nobody = |id| asked(read, list, id, " AND 1 = 0", Vec::new(), false);
        return gone.map(nobody).transpose();
    };
    let mut all = Vec::new();
    let mut given = Vec::new();
    let mut without = false;
    for value in values {
        if NOTHING.contains(value) {
            without = true;
            continue;
        }
        let (sql, more) = one(read, &field, value)?;
        all.push(sql);
        given.extend(more);
    }
    // "One of these, or nothing": nothing but the others.
    let (and, without) = match (all.is_empty(), without) {
        (true, _) => (String::new(), true),
        (false, false) => (format!(" AND ({})", all.join(" OR ")), false),
        (false, true) => (format!(" AND NOT ({})", all.join(" OR ")), true),
    };
    asked(read, list, field.id, &and, given, without).map(Some)
}

/// The values of a field in their order; `None`: there is no such field.
pub fn sorted(read: &Read<'_>, list: &str, field: &str) -> Result<Option<Asked>> {
    let list = list.parse()?;
    let field = named(read, list, field)?;
    let sorted = |field: Field| asked(read, list, field.id, "", Vec::new(), false);
    field.map(sorted).transpose()
}

/// What a filter by a field may be set to: choices in their order, yes and no. Text, numbers and days are
/// asked for in other ways and have none. `None`: there is no such field.
pub fn choices(read: &Read<'_>, list: ListKind, field: &str) -> Result<Option<Vec<Choice>>> {
    let Some(field) = named(read, list, field)? else {
        return Ok(None);
    };
    let held = counted(read, list, field.id)?;
    let count = |value: &str| held.get(value).copied().unwrap_or(0);
    if field.kind == FieldKind::YesNo {
        let choice = |value: &str, stored: &str| Choice {
            value: value.to_owned(),
            label: None,
            count: count(stored),
        };
        return Ok(Some(vec![choice("true", "1"), choice("false", "0")]));
    }
    let all = field.choices.0.into_iter().map(|choice| Choice {
        count: count(&choice.id),
        value: choice.id,
        label: Some(choice.name),
    });
    Ok(Some(all.collect()))
}

/// How many rows of the list hold each value or choice, as a filter by it counts them: what is in the bin counts
/// for nobody, what was merged away for the row it stands under.
fn counted(read: &Read<'_>, list: ListKind, field: Id) -> Result<HashMap<String, i64>> {
    let (table, held) = (list.word(), of(field));
    let hidden = match list {
        ListKind::Deals => "deleted_at IS NOT NULL",
        ListKind::People | ListKind::Organizations => "deleted_at IS NOT NULL OR root IS NOT NULL",
    };
    let values = |sql: &str| {
        read.all(sql, [], |row| {
            Ok((row.get::<_, Held>(0)?.plain(), row.get::<_, i64>(1)?))
        })
    };
    let all = values(&format!(
        "SELECT value, count(*) FROM field_values INDEXED BY field_values_by_value WHERE {held} GROUP BY value"
    ))?;
    let gone = values(&format!(
        "SELECT value, count(*) FROM (SELECT id AS gone FROM {table} WHERE {hidden})
         CROSS JOIN (SELECT row, value FROM field_values WHERE {held}) ON row = gone GROUP BY value"
    ))?;
    let merged = merged(read, list, field, &held, &[])?;
    let merged = merged.into_iter().map(|row| match row.value {
        Value::Integer(number) => (number.to_string(), 1),
        Value::Text(text) => (text, 1),
        _ => (String::new(), 1),
    });
    let gone = gone.into_iter().map(|(value, count)| (value, -count));
    let mut counts = HashMap::new();
    for (value, count) in all.into_iter().chain(gone).chain(merged) {
        for one in read::chosen(&value) {
            *counts.entry(one.to_owned()).or_insert(0) += count;
        }
    }
    Ok(counts)
}

/// Rows with a value in the field, narrowed by a further condition.
fn asked(
    read: &Read<'_>,
    list: ListKind,
    field: Id,
    and: &str,
    values: Vec<Value>,
    without: bool,
) -> Result<Asked> {
    let condition = format!("{}{and}", of(field));
    Ok(Beside {
        table: "field_values",
        of: "row",
        column: "value",
        index: "field_values_by_value",
        merged: merged(read, list, field, &condition, &values)?,
        condition,
        values,
        without,
    })
}

/// The rows that hold nothing in the field themselves, while one that was merged into them does: of several
/// the one with the lowest id, as records and tables show it. Only those whose value fits.
fn merged(
    read: &Read<'_>,
    list: ListKind,
    field: Id,
    condition: &str,
    values: &[Value],
) -> Result<Vec<Merged>> {
    let (table, held) = (list.word(), of(field));
    if list == ListKind::Deals {
        return Ok(Vec::new());
    }
    let all = read.all(
        &format!(
            "SELECT stands.n, stands.id, v.value, v.fits
             FROM (SELECT id AS gone, root AS root_id FROM {table} WHERE root IS NOT NULL) m
               CROSS JOIN (SELECT row, value, ({condition}) AS fits FROM field_values WHERE {held}) v ON v.row = m.gone
               JOIN {table} stands ON stands.id = m.root_id AND stands.deleted_at IS NULL AND stands.root IS NULL
             WHERE NOT EXISTS (SELECT 1 FROM field_values own WHERE own.row = m.root_id AND own.{held_own})
             ORDER BY m.root_id, m.gone",
            held_own = held.replace(" AND ", " AND own.")
        ),
        params_from_iter(values.iter()),
        |row| {
            let merged = Merged {
                n: row.get(0)?,
                id: row.get(1)?,
                value: row.get(2)?,
            };
            Ok((merged, row.get::<_, bool>(3)?))
        },
    )?;
    let mut seen = HashSet::new();
    let first = all.into_iter().filter(|(row, _)| seen.insert(row.n));
    Ok(first
        .filter(|(_, fits)| *fits)
        .map(|(row, _)| row)
        .collect())
}

/// Ids of ours are written out.
fn of(field: Id) -> String {
    let hex: String = field.0.simple().to_string();
    format!("field = x'{hex}' AND deleted_at IS NULL AND value IS NOT NULL")
}

fn one(read: &Read<'_>, field: &Field, asked: &str) -> Result<(String, Vec<Value>)> {
    let refused = || Error::invalid("filter").because(format!("{}={asked}", field.name));
    let exactly = |held: Held| ("value = ?".to_owned(), vec![held.sql()]);
    match field.kind {
        FieldKind::Text | FieldKind::Link => {
            let like = "value LIKE ? ESCAPE '\\'".to_owned();
            Ok((like, vec![Value::Text(text::like(asked))]))
        }
        FieldKind::Date => {
            let within = period(read, "value", Holds::Day, asked).ok_or_else(refused)?;
            Ok((within, Vec::new()))
        }
        FieldKind::Number => match asked.split_once("..") {
            Some((from, to)) => {
                let bound = |typed: &str, sign: &str| -> Result<Option<(String, Value)>> {
                    let held = read::read(field, typed)?;
                    Ok(held.map(|held| (format!("value {sign} ?"), held.sql())))
                };
                let both: Vec<(String, Value)> = [bound(from, ">=")?, bound(to, "<=")?]
                    .into_iter()
                    .flatten()
                    .collect();
                if both.is_empty() {
                    return Err(refused());
                }
                let (sql, values): (Vec<_>, Vec<_>) = both.into_iter().unzip();
                Ok((format!("({})", sql.join(" AND ")), values))
            }
            None => read::read(field, asked)?.map(exactly).ok_or_else(refused),
        },
        FieldKind::Choices => {
            let wanted = read::choice(&field.choices, asked).unwrap_or(asked);
            holding_one(read, field, wanted)
        }
        // A choice that is gone is one that nobody holds.
        FieldKind::Choice => {
            let id = read::choice(&field.choices, asked).unwrap_or(asked);
            Ok(exactly(Held::Text(id.to_owned())))
        }
        FieldKind::YesNo => read::read(field, asked)?.map(exactly).ok_or_else(refused),
    }
}

/// The values of several choices of which one is this: there are few different ones, found by hopping
/// from each to the next in the index.
fn holding_one(read: &Read<'_>, field: &Field, id: &str) -> Result<(String, Vec<Value>)> {
    let all: Vec<String> = read.all(
        "WITH RECURSIVE held(value) AS (
           SELECT min(value) FROM field_values WHERE field = ?1 AND deleted_at IS NULL AND value IS NOT NULL
           UNION ALL
           SELECT (SELECT min(v.value) FROM field_values v
                   WHERE v.field = ?1 AND v.deleted_at IS NULL AND v.value IS NOT NULL AND v.value > held.value)
           FROM held WHERE held.value IS NOT NULL)
         SELECT value FROM held WHERE typeof(value) = 'text'",
        [field.id],
        |row| row.get(0),
    )?;
    let having = all
        .into_iter()
        .filter(|held| read::chosen(held).any(|one| one == id));
    let values: Vec<Value> = having.map(Value::Text).collect();
    let marks = vec!["?"; values.len()].join(", ");
    Ok((format!("value IN ({marks})"), values))
}
