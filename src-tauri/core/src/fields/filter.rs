//! Filters and sorts by a field of the team's own, as conditions on the table of values.

use rusqlite::types::Value;

use super::edit::holding;
use super::read;
use super::store::named;
use super::types::{Field, FieldKind, Held, ListKind};
use crate::kernel::list::{Beside, Choice, Holds, period};
use crate::kernel::{Error, Id, Read, Result};

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
    let Some(field) = named(read, list.parse()?, field)? else {
        // A kept view may name a field whose making was taken back.
        let gone = field.parse::<Id>().ok();
        return Ok(gone.map(|id| asked(format!("{} AND 1 = 0", of(id)), Vec::new(), false)));
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
    let own = of(field.id);
    // "One of these, or nothing": nothing but the others.
    Ok(Some(match (all.is_empty(), without) {
        (true, _) => asked(own, given, true),
        (false, false) => asked(format!("{own} AND ({})", all.join(" OR ")), given, false),
        (false, true) => asked(format!("{own} AND NOT ({})", all.join(" OR ")), given, true),
    }))
}

/// The values of a field in their order; `None`: there is no such field.
pub fn sorted(read: &Read<'_>, list: &str, field: &str) -> Result<Option<Asked>> {
    let field = named(read, list.parse()?, field)?;
    Ok(field.map(|field| asked(of(field.id), Vec::new(), false)))
}

/// What a filter by a field may be set to: choices in their order, yes and no. Text, numbers and days are
/// asked for in other ways and have none. `None`: there is no such field.
pub fn choices(read: &Read<'_>, list: ListKind, field: &str) -> Result<Option<Vec<Choice>>> {
    let Some(field) = named(read, list, field)? else {
        return Ok(None);
    };
    if field.kind == FieldKind::YesNo {
        return yes_and_no(read, &field).map(Some);
    }
    let held = holding(read, &field)?;
    let all = field.choices.0.into_iter().map(|choice| Choice {
        count: held.get(&choice.id).copied().unwrap_or(0),
        value: choice.id,
        label: Some(choice.name),
    });
    Ok(Some(all.collect()))
}

fn yes_and_no(read: &Read<'_>, field: &Field) -> Result<Vec<Choice>> {
    let count = |is: i64| {
        read.value(
            "SELECT count(*) FROM field_values WHERE field = ?1 AND value = ?2 AND deleted_at IS NULL",
            rusqlite::params![field.id, is],
        )
    };
    let choice = |value: &str, count| Choice {
        value: value.to_owned(),
        label: None,
        count,
    };
    Ok(vec![choice("true", count(1)?), choice("false", count(0)?)])
}

fn asked(condition: String, values: Vec<Value>, without: bool) -> Asked {
    Beside {
        table: "field_values",
        of: "row",
        column: "value",
        index: "field_values_by_value",
        condition,
        values,
        without,
    }
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
            let escaped = asked
                .replace('\\', "\\\\")
                .replace('%', "\\%")
                .replace('_', "\\_");
            let like = "value LIKE ? ESCAPE '\\'".to_owned();
            Ok((like, vec![Value::Text(format!("%{escaped}%"))]))
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
