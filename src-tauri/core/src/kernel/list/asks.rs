//! What each kind of filter asks of a row, as a condition on the table of the list: bits, numbers and amounts from
//! one to another, months, parts of a text, names of what is referred to. `{+}` stands before a column that an
//! index may find; see `Fits::conditions`.

use rusqlite::types::{ToSql, Value};

use super::Filter;
use crate::kernel::read::Read;
use crate::kernel::{Id, Noun, Result, lookup, money, numbers, record, text};

/// A condition, its values, and the index that finds its rows.
pub(super) struct Asked {
    pub sql: String,
    pub values: Vec<Value>,
    pub index: Option<&'static str>,
}

impl Asked {
    fn of(sql: String, values: Vec<Value>) -> Self {
        Asked {
            sql,
            values,
            index: None,
        }
    }
}

/// The condition of one value; `None`: not one that the filter knows.
pub(super) fn asked(
    read: &Read<'_>,
    noun: &Noun,
    filter: &Filter,
    value: &str,
) -> Result<Option<Asked>> {
    Ok(match filter {
        Filter::Bits(column, words) => {
            let known = words.iter().find(|(word, ..)| *word == value);
            known.map(|(_, mask, wanted)| {
                Asked::of(format!("({column} & {mask}) = {wanted}"), Vec::new())
            })
        }
        Filter::Range(column) if value.is_empty() => {
            Some(Asked::of(format!("{{+}}{column} IS NULL"), Vec::new()))
        }
        Filter::Range(column) => between(value, |typed, sign| {
            let plain = numbers::plain(typed)?;
            let number = match plain.parse() {
                Ok(whole) => Value::Integer(whole),
                Err(_) => Value::Real(plain.parse().ok()?),
            };
            Some((format!("{{+}}{column} {sign} ?"), vec![number]))
        }),
        Filter::Money { minor, .. } if value.is_empty() => {
            Some(Asked::of(format!("{{+}}{minor} IS NULL"), Vec::new()))
        }
        Filter::Money { minor, currency } => {
            between(value, |typed, sign| amount(minor, currency, typed, sign))
        }
        Filter::Month { column, .. } if value.is_empty() => {
            Some(Asked::of(format!("{{+}}{column} IS NULL"), Vec::new()))
        }
        Filter::Month { column, of } => month(read, value).map(|month| {
            let sql = format!(
                "({{+}}{column} >= '{month:02}-' AND {{+}}{column} < '{month:02}.' AND {of})"
            );
            Asked::of(sql, Vec::new())
        }),
        Filter::Part { none, .. } | Filter::Named { none, .. } if value.is_empty() => {
            Some(Asked::of((*none).to_owned(), Vec::new()))
        }
        Filter::Part { column, index, .. } => Some(part(read, noun, column, index, value)?),
        Filter::Named {
            column, of, index, ..
        } => Some(named(column, of(), index, value)?),
        Filter::Reference(..) | Filter::Word(_) | Filter::Tag | Filter::Days { .. } => None,
    })
}

/// `10..20`, open at one end, or `10` alone. `bound` makes the condition of one end.
fn between(
    value: &str,
    bound: impl Fn(&str, &str) -> Option<(String, Vec<Value>)>,
) -> Option<Asked> {
    let Some((from, to)) = value.split_once("..") else {
        let (sql, values) = bound(value, "=")?;
        return Some(Asked::of(sql, values));
    };
    let ends = [(from, ">="), (to, "<=")];
    let asked = ends.iter().filter(|(typed, _)| !typed.trim().is_empty());
    let both = asked
        .map(|(typed, sign)| bound(typed, sign))
        .collect::<Option<Vec<_>>>()
        .filter(|both| !both.is_empty())?;
    let (sql, values): (Vec<_>, Vec<_>) = both.into_iter().unzip();
    Some(Asked::of(
        format!("({})", sql.join(" AND ")),
        values.concat(),
    ))
}

/// An amount in whole units of whichever currency a row has.
fn amount(minor: &str, currency: &str, typed: &str, sign: &str) -> Option<(String, Vec<Value>)> {
    let plain = numbers::plain(typed)?;
    let of = |currency: &str| money::parse_minor(&plain, currency).map(Value::Integer);
    let list = |codes: &[&str]| codes.join("', '");
    let (whole, thousandths) = (money::WHOLE, money::THOUSANDTHS);
    let sql = format!(
        "{minor} {sign} CASE WHEN {currency} IN ('{}') THEN ? WHEN {currency} IN ('{}') THEN ? ELSE ? END",
        list(&whole),
        list(&thousandths)
    );
    Some((sql, vec![of(whole[0])?, of(thousandths[0])?, of("")?]))
}

/// `01` to `12`, `this` or `next`.
fn month(read: &Read<'_>, word: &str) -> Option<u32> {
    use chrono::Datelike;
    let this = read.today().month();
    match word {
        "this" => Some(this),
        "next" => Some(this % 12 + 1),
        _ => word
            .parse()
            .ok()
            .filter(|month| word.len() == 2 && (1..=12).contains(month)),
    }
}

/// Rows whose text has this part. What different texts there are is read out of the index first: few, and what
/// is left are the same few texts to be found.
fn part(
    read: &Read<'_>,
    noun: &Noun,
    column: &str,
    index: &'static str,
    value: &str,
) -> Result<Asked> {
    let (table, stands) = (noun.table, noun.stands());
    let held: Vec<String> = read.all(
        &format!(
            "SELECT DISTINCT {column} FROM {table} INDEXED BY {index}
             WHERE {stands} AND {column} IS NOT NULL AND {column} LIKE ?1 ESCAPE '\\'"
        ),
        [text::like(value)],
        |row| row.get(0),
    )?;
    let held = serde_json::to_string(&held).map_err(crate::kernel::Error::internal)?;
    Ok(Asked {
        sql: format!("{{+}}{column} IN (SELECT value FROM json_each(?))"),
        values: vec![Value::Text(held)],
        index: Some(index),
    })
}

/// Rows that refer to what is called so, by the keys it is found by, or to the row with this id; with either
/// goes what was merged into it.
fn named(column: &str, of: &Noun, index: &'static str, value: &str) -> Result<Asked> {
    let table = of.table;
    let (found, values) = match value.parse::<Id>() {
        Ok(id) => (
            "SELECT ?".to_owned(),
            vec![record::to_value(&id as &dyn ToSql)?],
        ),
        Err(_) => {
            let key: String = text::fold(value).chars().take(lookup::LONGEST).collect();
            (
                format!(
                    "SELECT t.id FROM lookup l CROSS JOIN {table} t ON t.n = l.row
                     WHERE l.noun = {} AND l.key >= ? AND l.key < ?",
                    of.no
                ),
                vec![
                    Value::Text(key.clone()),
                    Value::Text(format!("{key}\u{10FFFF}")),
                ],
            )
        }
    };
    Ok(Asked {
        sql: format!(
            "{{+}}{column} IN (WITH found(id) AS MATERIALIZED ({found}) SELECT id FROM found
               UNION ALL SELECT same.id FROM found CROSS JOIN {table} same ON same.root = found.id)"
        ),
        values,
        index: Some(index),
    })
}
