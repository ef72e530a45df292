//! The workspace as another program can read it: every row as it is, every change as it was made. Values
//! are JSON: numbers, text, and ids as text.

use std::collections::HashMap;

use rusqlite::types::{Value, ValueRef};
use serde_json::{Map, Value as Json, json};

use super::super::read::Read;
use super::super::tx::{CREATED, LIFE};
use super::super::{Id, Model, Noun, Result, list, value};

/// Log lines that are read at once.
const LINES: i64 = 5_000;

/// Tells every row of a noun, deleted ones too, in the order in which they came here.
pub fn rows(read: &Read<'_>, noun: &Noun, tell: &mut dyn FnMut(Json) -> Result<()>) -> Result<()> {
    let columns: Vec<&str> = noun.columns().collect();
    let mut last = 0i64;
    loop {
        let sql = format!(
            "SELECT n, id, deleted_at, {} FROM {} WHERE n > {last} ORDER BY n LIMIT {LINES}",
            columns.join(", "),
            noun.table
        );
        let found = read.uncached(&sql, |row| {
            let mut cells = Map::new();
            for (at, column) in columns.iter().enumerate() {
                let cell = shown(row.get_ref(3 + at)?);
                if !cell.is_null() {
                    cells.insert((*column).to_owned(), cell);
                }
            }
            let line = json!({
                "noun": noun.table,
                "id": row.get::<_, Id>(1)?,
                "deleted_at": row.get::<_, Option<i64>>(2)?,
                "cells": cells,
            });
            Ok((row.get::<_, i64>(0)?, line))
        })?;
        let Some((end, _)) = found.last() else {
            return Ok(());
        };
        last = *end;
        found.into_iter().try_for_each(|(_, line)| tell(line))?;
    }
}

/// Tells every action, and every change with the action that made it, in the order in which they came here.
pub fn log(model: &Model, read: &Read<'_>, tell: &mut dyn FnMut(Json) -> Result<()>) -> Result<()> {
    let mut actions: HashMap<i64, Id> = HashMap::new();
    let told = read.all(
        "SELECT a.n, a.id, a.at, a.member, a.label, a.subject, a.origin, a.state, d.id FROM actions a
           JOIN devices d ON d.n = a.device ORDER BY a.n",
        [],
        |row| {
            let id: Id = row.get(1)?;
            let line = json!({
                "action": id,
                "at": row.get::<_, i64>(2)?,
                "member": row.get::<_, Option<Id>>(3)?,
                "label": row.get::<_, String>(4)?,
                "subject": row.get::<_, Option<String>>(5)?,
                "origin": row.get::<_, Option<String>>(6)?,
                "state": row.get::<_, String>(7)?,
                "device": row.get::<_, Id>(8)?,
            });
            Ok((row.get::<_, i64>(0)?, id, line))
        },
    )?;
    for (n, id, line) in told {
        actions.insert(n, id);
        tell(line)?;
    }
    let mut last = 0i64;
    loop {
        let raw = read.all(
            "SELECT n, action, noun, cell, row, old, new FROM changes WHERE n > ?1 ORDER BY n LIMIT ?2",
            [last, LINES],
            |row| {
                Ok(Raw {
                    n: row.get(0)?,
                    action: row.get(1)?,
                    noun: row.get(2)?,
                    cell: row.get(3)?,
                    row: row.get(4)?,
                    old: row.get(5)?,
                    new: row.get(6)?,
                })
            },
        )?;
        let Some(end) = raw.last() else { return Ok(()) };
        last = end.n;
        let ids = ids(model, read, &raw)?;
        for line in raw {
            let Some(noun) = model.noun(line.noun) else {
                continue;
            };
            let cells = line.cells(noun)?;
            tell(json!({
                "change": line.n,
                "action": actions.get(&line.action),
                "noun": noun.table,
                "row": ids.get(&(line.noun, line.row)),
                "cells": cells,
            }))?;
        }
    }
}

struct Raw {
    n: i64,
    action: i64,
    noun: i64,
    cell: i64,
    row: i64,
    old: Option<Vec<u8>>,
    new: Option<Vec<u8>>,
}

impl Raw {
    /// Column → what it held and what it holds since; a deleted row says so.
    fn cells(&self, noun: &Noun) -> Result<Map<String, Json>> {
        let mut told = Map::new();
        let bytes = |bytes: &Option<Vec<u8>>, width: usize| -> Result<Vec<Value>> {
            match bytes {
                Some(bytes) => value::decode_cell(bytes, width),
                None => Ok(vec![Value::Null; width]),
            }
        };
        match self.cell {
            CREATED => {
                let values = value::decode_row(noun, self.new.as_deref().unwrap_or_default())?;
                for (column, value) in noun.columns().zip(values) {
                    if value != Value::Null {
                        told.insert(column.to_owned(), json!({ "new": json_of(&value) }));
                    }
                }
            }
            LIFE => {
                let (old, new) = (bytes(&self.old, 1)?, bytes(&self.new, 1)?);
                told.insert(
                    "deleted_at".to_owned(),
                    json!({ "old": json_of(&old[0]), "new": json_of(&new[0]) }),
                );
            }
            no => {
                let Some(cell) = noun.cells.iter().find(|cell| cell.no == no) else {
                    return Ok(told);
                };
                let width = cell.columns.len();
                let (old, new) = (bytes(&self.old, width)?, bytes(&self.new, width)?);
                for ((column, old), new) in cell.columns.iter().zip(old).zip(new) {
                    told.insert(
                        (*column).to_owned(),
                        json!({ "old": json_of(&old), "new": json_of(&new) }),
                    );
                }
            }
        }
        Ok(told)
    }
}

/// Identities of the rows that these lines are about; one that was erased has none.
fn ids(model: &Model, read: &Read<'_>, raw: &[Raw]) -> Result<HashMap<(i64, i64), Id>> {
    let mut rows: HashMap<i64, Vec<i64>> = HashMap::new();
    for line in raw {
        rows.entry(line.noun).or_default().push(line.row);
    }
    let mut ids = HashMap::new();
    for (no, mut ns) in rows {
        let Some(noun) = model.noun(no) else { continue };
        ns.sort_unstable();
        ns.dedup();
        let sql = format!(
            "SELECT n, id FROM {} WHERE n IN ({})",
            noun.table,
            list::numbers(&ns)
        );
        let found = read.uncached(&sql, |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Id>(1)?))
        })?;
        ids.extend(found.into_iter().map(|(n, id)| ((no, n), id)));
    }
    Ok(ids)
}

fn shown(value: ValueRef<'_>) -> Json {
    let owned = match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    };
    json_of(&owned)
}

fn json_of(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Integer(number) => json!(number),
        Value::Real(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Blob(bytes) => match <[u8; 16]>::try_from(bytes.as_slice()) {
            Ok(id) => json!(Id::from_bytes(id)),
            Err(_) => json!(
                bytes
                    .iter()
                    .map(|byte| format!("{byte:02x}"))
                    .collect::<String>()
            ),
        },
    }
}
