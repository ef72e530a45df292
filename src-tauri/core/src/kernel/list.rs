//! Paging by key: never OFFSET. A page is found over one sort column that has an index; rows without
//! a value come last in either direction. What a row shows is the noun's own query.

use rusqlite::types::Value;
use rusqlite::{params_from_iter, types::ToSql};
use serde::Deserialize;

use super::read::Read;
use super::record::Trait;
use super::{Error, Noun, Result, text};

/// Which page of which order.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct PageInput {
    pub sort: String,
    pub desc: bool,
    /// `next` of the page before; `None`: the first page.
    pub after: Option<String>,
    pub limit: u32,
    /// Beginning of a name, pinyin, initials or last four digits.
    pub query: Option<String>,
    /// `field=value`, on fields declared filterable.
    #[serde(default)]
    #[specta(skip)]
    pub filters: Vec<String>,
}

impl PageInput {
    /// The first rows in one order.
    pub fn first(sort: &str, desc: bool, limit: u32) -> Self {
        PageInput {
            sort: sort.to_owned(),
            desc,
            after: None,
            limit,
            query: None,
            filters: Vec::new(),
        }
    }
}

/// Row numbers of one page, in order.
pub struct Page {
    pub rows: Vec<i64>,
    pub next: Option<String>,
    /// Everything that fits, not only this page.
    pub total: i64,
}

/// A sort that a list offers: its name outside and its column.
pub type Sorts = &'static [(&'static str, &'static str)];

const MOST: u32 = 500;

/// Finds one page of a noun.
pub fn page(read: &Read<'_>, noun: &Noun, sorts: Sorts, input: &PageInput) -> Result<Page> {
    let column = sorts
        .iter()
        .find(|(name, _)| *name == input.sort)
        .map(|(_, column)| *column)
        .ok_or_else(|| Error::invalid("sort").because(&input.sort))?;
    let (conditions, values) = conditions(noun, input)?;
    let table = noun.table;
    let total = read.value(
        &format!("SELECT count(*) FROM {table} WHERE {conditions}"),
        params_from_iter(values.iter()),
    )?;
    let limit = input.limit.clamp(1, MOST) as usize;
    let after: Option<(Option<Value>, i64)> = input.after.as_deref().map(decode).transpose()?;
    let scan = Scan {
        table,
        column,
        desc: input.desc,
        conditions: &conditions,
        values: &values,
    };

    let mut found = Vec::new();
    let past_valued = matches!(&after, Some((None, _)));
    if !past_valued {
        found = scan.valued(read, after.as_ref(), limit + 1)?;
    }
    if found.len() <= limit {
        let from = if past_valued {
            after.map(|(_, n)| n)
        } else {
            None
        };
        found.extend(scan.valueless(read, from, limit + 1 - found.len())?);
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found
        .last()
        .filter(|_| more)
        .map(|(value, n)| encode(value, *n));
    Ok(Page {
        rows: found.into_iter().map(|(_, n)| n).collect(),
        next,
        total,
    })
}

struct Scan<'a> {
    table: &'a str,
    column: &'a str,
    desc: bool,
    conditions: &'a str,
    values: &'a [Value],
}

impl Scan<'_> {
    fn valued(
        &self,
        read: &Read<'_>,
        after: Option<&(Option<Value>, i64)>,
        limit: usize,
    ) -> Result<Vec<(Value, i64)>> {
        let (order, sign) = if self.desc {
            ("DESC", "<")
        } else {
            ("ASC", ">")
        };
        let Scan {
            table,
            column,
            conditions,
            ..
        } = self;
        let mut values = self.values.to_vec();
        let mut from = String::new();
        if let Some((Some(value), n)) = after {
            from = format!(" AND ({column}, n) {sign} (?, ?)");
            values.extend([value.clone(), Value::Integer(*n)]);
        }
        let sql = format!(
            "SELECT {column}, n FROM {table} WHERE {conditions} AND {column} IS NOT NULL{from}
             ORDER BY {column} {order}, n {order} LIMIT {limit}"
        );
        read.all(&sql, params_from_iter(values.iter()), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    fn valueless(
        &self,
        read: &Read<'_>,
        after: Option<i64>,
        limit: usize,
    ) -> Result<Vec<(Value, i64)>> {
        let Scan {
            table,
            column,
            conditions,
            ..
        } = self;
        let mut values = self.values.to_vec();
        values.push(Value::Integer(after.unwrap_or(0)));
        let sql = format!(
            "SELECT n FROM {table} WHERE {conditions} AND {column} IS NULL AND n > ? ORDER BY n LIMIT {limit}"
        );
        read.all(&sql, params_from_iter(values.iter()), |row| {
            Ok((Value::Null, row.get(0)?))
        })
    }
}

fn conditions(noun: &Noun, input: &PageInput) -> Result<(String, Vec<Value>)> {
    let mut sql = String::from("deleted_at IS NULL");
    let mut values = Vec::new();
    if let Some(key) = input
        .query
        .as_deref()
        .map(text::fold)
        .filter(|key| !key.is_empty())
    {
        sql.push_str(&format!(
            " AND n IN (SELECT row FROM lookup WHERE noun = {} AND key >= ? AND key < ?)",
            noun.no
        ));
        values.extend([
            Value::Text(key.clone()),
            Value::Text(format!("{key}\u{10FFFF}")),
        ]);
    }
    for filter in &input.filters {
        let (field, value) = filter
            .split_once('=')
            .ok_or_else(|| Error::invalid("filter").because(filter))?;
        let cell = noun
            .cells
            .iter()
            .find(|cell| cell.columns[0] == field && cell.traits.contains(&Trait::Filterable))
            .ok_or_else(|| Error::invalid("filter").because(filter))?;
        let column = cell.columns[0];
        match value {
            "" => sql.push_str(&format!(" AND {column} IS NULL")),
            // A text column may hold the word, a yes-or-no column its number.
            "true" | "false" => {
                sql.push_str(&format!(
                    " AND ({column} = ? OR (typeof({column}) = 'integer' AND {column} = ?))"
                ));
                values.push(Value::Text(value.to_owned()));
                values.push(Value::Integer((value == "true").into()));
            }
            _ => {
                sql.push_str(&format!(" AND {column} = ?"));
                values.push(filter_value(cell.refers().is_some(), value)?);
            }
        }
    }
    Ok((sql, values))
}

/// As text: the column's own type decides whether "007" is a number.
fn filter_value(is_reference: bool, typed: &str) -> Result<Value> {
    if is_reference {
        return super::record::to_value(&typed.parse::<super::Id>()? as &dyn ToSql);
    }
    Ok(Value::Text(typed.to_owned()))
}

fn encode(value: &Value, n: i64) -> String {
    let value = match value {
        Value::Integer(number) => serde_json::json!(number),
        Value::Real(number) => serde_json::json!(number),
        Value::Text(text) => serde_json::json!(text),
        Value::Null | Value::Blob(_) => serde_json::Value::Null,
    };
    serde_json::json!([value, n]).to_string()
}

fn decode(cursor: &str) -> Result<(Option<Value>, i64)> {
    let broken = || Error::invalid("after").because(cursor);
    let (value, n): (serde_json::Value, i64) =
        serde_json::from_str(cursor).map_err(|_| broken())?;
    let value = match value {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(Value::Text(text)),
        serde_json::Value::Number(number) => Some(match number.as_i64() {
            Some(whole) => Value::Integer(whole),
            None => Value::Real(number.as_f64().ok_or_else(broken)?),
        }),
        _ => return Err(broken()),
    };
    Ok((value, n))
}

/// A `WHERE n IN (…)` list: row numbers are our own, so they are written out.
pub fn numbers(rows: &[i64]) -> String {
    rows.iter()
        .map(i64::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Brings rows that a query returned in any order into the page's order.
pub fn in_order<T>(rows: &[i64], found: Vec<(i64, T)>) -> Vec<T> {
    let mut by_n: std::collections::HashMap<i64, T> = found.into_iter().collect();
    rows.iter().filter_map(|n| by_n.remove(n)).collect()
}
