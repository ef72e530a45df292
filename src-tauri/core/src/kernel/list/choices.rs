//! What a filter may be set to.

use serde::Serialize;

use super::fits::filterable;
use super::{Filter, Offer};
use crate::kernel::read::Read;
use crate::kernel::{Error, Id, Noun, Result};

/// A value that a column of the shown rows has.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Choice {
    pub value: String,
    /// The name of what is referred to; `None`: the value is its own word.
    pub label: Option<String>,
    pub count: i64,
}

/// How many choices a filter shows.
const CHOICES: i64 = 200;

/// What a filter may be set to, the most frequent first.
pub fn choices(read: &Read<'_>, noun: &Noun, offer: &Offer, field: &str) -> Result<Vec<Choice>> {
    let (table, stands) = (noun.table, noun.stands());
    let by_reference = |column: &str, to: &str| {
        read.all(
            &format!(
                "SELECT r.id, r.name, c.count FROM (SELECT {column} AS id, count(*) AS count FROM {table}
                   WHERE {stands} AND {column} IS NOT NULL GROUP BY {column}) c
                 JOIN {to} r ON r.id = c.id ORDER BY c.count DESC, r.n LIMIT {CHOICES}"
            ),
            [],
            |row| {
                Ok(Choice {
                    value: row.get::<_, Id>(0)?.to_string(),
                    label: row.get(1)?,
                    count: row.get(2)?,
                })
            },
        )
    };
    match offer.filters.iter().find(|(name, _)| *name == field) {
        Some((_, Filter::Reference(column, to))) => return by_reference(column, to),
        Some((_, Filter::Tag)) => {
            return read.all(
                &format!(
                    "SELECT t.id, t.name, count(*) AS count FROM tags t
                       JOIN taggings g ON g.tag = t.id AND g.deleted_at IS NULL
                       JOIN {table} r ON r.id = g.target AND r.deleted_at IS NULL
                     WHERE t.deleted_at IS NULL GROUP BY t.id ORDER BY count DESC, t.n LIMIT {CHOICES}"
                ),
                [],
                |row| {
                    Ok(Choice {
                        value: row.get::<_, Id>(0)?.to_string(),
                        label: row.get(1)?,
                        count: row.get(2)?,
                    })
                },
            );
        }
        Some((_, Filter::Named { column, of, .. })) => return by_reference(column, of().table),
        _ => {}
    }
    let refused = || Error::invalid("field").because(field);
    let column = match offer.filters.iter().find(|(name, _)| *name == field) {
        Some((_, Filter::Word(column))) => column,
        Some(_) => return Err(refused()),
        None => {
            let cell = filterable(noun, field).ok_or_else(refused)?;
            if let Some(to) = cell.refers() {
                return by_reference(cell.columns[0], to);
            }
            cell.columns[0]
        }
    };
    read.all(
        &format!(
            "SELECT CAST({column} AS TEXT), count(*) AS count FROM {table}
             WHERE {stands} AND {column} IS NOT NULL AND {column} <> ''
             GROUP BY {column} ORDER BY count DESC, {column} LIMIT {CHOICES}"
        ),
        [],
        |row| {
            Ok(Choice {
                value: row.get(0)?,
                label: None,
                count: row.get(1)?,
            })
        },
    )
}
