//! Reading the log: the feed that refreshes screens, and the history of one row.

mod whole;

pub use whole::{log, rows};

use rusqlite::{OptionalExtension, params};

use super::act::Origin;
use super::read::Read;
use super::tx::{CREATED, LIFE, WriteTx};
use super::value;
use super::{Error, Id, Model, Noun, Result};

/// What was written after a cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Tables with new log lines.
    pub nouns: Vec<&'static str>,
    /// Hand back next time.
    pub cursor: i64,
    /// Of the latest restored backup. Another one than last time: all that was read may be outdated.
    pub restored: Option<Id>,
}

/// The end of the log.
pub fn cursor(read: &Read<'_>) -> Result<i64> {
    read.value("SELECT coalesce(max(n), 0) FROM changes", [])
}

/// The nouns written after `since`, by whichever process. A log shorter than `since` (a restored
/// backup) names every noun. While derived data of these nouns is still being worked off, the cursor
/// stays, so that a screen asks once more when all of it is there.
pub fn feed(model: &Model, read: &Read<'_>, since: i64) -> Result<Feed> {
    let end = cursor(read)?;
    let restored: Option<Id> = read.value("SELECT restored FROM workspace", [])?;
    if end < since {
        return Ok(Feed {
            nouns: model.nouns.iter().map(|noun| noun.table).collect(),
            cursor: end,
            restored,
        });
    }
    let numbers: Vec<i64> = read.all(
        "SELECT DISTINCT noun FROM changes WHERE n > ?1",
        [since],
        |row| row.get(0),
    )?;
    let nouns = numbers
        .into_iter()
        .filter_map(|no| model.noun(no))
        .map(|noun| noun.table)
        .collect();
    let settling: bool = read.value("SELECT EXISTS (SELECT 1 FROM dirty)", [])?;
    Ok(Feed {
        nouns,
        cursor: if settling { since } else { end },
        restored,
    })
}

/// What happened to a cell or a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    Created,
    Changed,
    Deleted,
    Restored,
}

/// One line of a row's history.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Line {
    /// Number in this device's log.
    pub n: i64,
    pub at: i64,
    pub member: Option<Id>,
    pub device: Id,
    pub action: Id,
    pub label: String,
    pub origin: Option<Origin>,
    pub noun: &'static str,
    pub field: String,
    pub op: Op,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Finds the noun and row number of an id.
pub fn locate(model: &Model, read: &Read<'_>, id: Id) -> Result<(&'static Noun, i64)> {
    for noun in model.nouns {
        let sql = format!("SELECT n FROM {} WHERE id = ?1", noun.table);
        let n = read
            .conn()
            .query_row(&sql, [id], |row| row.get(0))
            .optional()?;
        if let Some(n) = n {
            return Ok((noun, n));
        }
    }
    Err(Error::absent("rows", id))
}

/// Everything that ever happened to the row with this id, newest first: a new row gives one line per
/// filled cell.
pub fn history(model: &Model, read: &Read<'_>, id: Id) -> Result<Vec<Line>> {
    let (noun, n) = locate(model, read, id)?;
    of_row(read, noun, n)
}

/// The same for a row whose noun and number are known.
pub fn of_row(read: &Read<'_>, noun: &'static Noun, n: i64) -> Result<Vec<Line>> {
    let raw = read.all(
        "SELECT a.at, a.member, d.id, a.id, a.label, c.cell, c.old, c.new, c.n, a.origin
         FROM changes c JOIN actions a ON a.n = c.action JOIN devices d ON d.n = c.device
         WHERE c.noun = ?1 AND c.row = ?2 ORDER BY c.n DESC",
        params![noun.no, n],
        |row| {
            let line = Line {
                n: row.get(8)?,
                origin: row.get(9)?,
                at: row.get(0)?,
                member: row.get(1)?,
                device: row.get(2)?,
                action: row.get(3)?,
                label: row.get(4)?,
                noun: noun.table,
                field: String::new(),
                op: Op::Changed,
                old: None,
                new: None,
            };
            Ok((
                line,
                row.get::<_, i64>(5)?,
                row.get::<_, Option<Vec<u8>>>(6)?,
                row.get::<_, Option<Vec<u8>>>(7)?,
            ))
        },
    )?;
    let mut lines = Vec::with_capacity(raw.len());
    for (line, cell, old, new) in raw {
        match cell {
            CREATED => {
                let values = value::decode_row(noun, new.as_deref().unwrap_or_default())?;
                for cell in noun.cells {
                    if let Some(text) = value::shown(&values[cell.range()]) {
                        let field = cell.name.to_owned();
                        lines.push(Line {
                            field,
                            op: Op::Created,
                            new: Some(text),
                            ..line.clone()
                        });
                    }
                }
            }
            LIFE => {
                let gone = new.map(|bytes| value::decode_cell(&bytes, 1)).transpose()?;
                let gone = gone.and_then(|values| value::shown(&values)).is_some();
                lines.push(Line {
                    op: if gone { Op::Deleted } else { Op::Restored },
                    ..line
                });
            }
            no => {
                let Some(cell) = noun.cells.iter().find(|cell| cell.no == no) else {
                    continue;
                };
                let width = cell.columns.len();
                let text = |bytes: Option<Vec<u8>>| -> Result<Option<String>> {
                    let values = bytes
                        .map(|bytes| value::decode_cell(&bytes, width))
                        .transpose()?;
                    Ok(values.and_then(|values| value::shown(&values)))
                };
                let (old, new) = (text(old)?, text(new)?);
                lines.push(Line {
                    field: cell.name.to_owned(),
                    old,
                    new,
                    ..line
                });
            }
        }
    }
    Ok(lines)
}

/// Sets `field` of the row with this id to what it held before the change on log line `line`, or as the
/// line made it. Returns the row's name, if it has one.
pub fn bring_back(
    model: &Model,
    tx: &mut WriteTx<'_>,
    id: Id,
    line: &str,
    field: &str,
) -> Result<Option<String>> {
    let (noun, n) = locate(model, tx, id)?;
    let refused = || Error::invalid("line").because(format!("{line} {field}"));
    let at = noun
        .cells
        .iter()
        .position(|cell| cell.name == field)
        .ok_or_else(refused)?;
    let no: i64 = line.parse().map_err(|_| refused())?;
    let (cell, old, new) = tx
        .first(
            "SELECT cell, old, new FROM changes WHERE n = ?1 AND noun = ?2 AND row = ?3",
            params![no, noun.no, n],
            |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, Option<Vec<u8>>>(1)?,
                    row.get::<_, Option<Vec<u8>>>(2)?,
                ))
            },
        )?
        .ok_or_else(refused)?;
    let width = noun.cells[at].columns.len();
    let values = match cell {
        CREATED => value::decode_row(noun, new.as_deref().unwrap_or_default())?
            [noun.cells[at].range()]
        .to_vec(),
        no if no == noun.cells[at].no => value::decode_cell(&old.unwrap_or_default(), width)?,
        _ => return Err(refused()),
    };
    tx.put_cell(noun, id, at, &values)?;
    if noun.cell_of("name").is_none() {
        return Ok(None);
    }
    let sql = format!("SELECT {} FROM {} WHERE n = ?1", noun.called(), noun.table);
    tx.first(&sql, [n], |row| row.get(0))
}

/// Gives back to a row what it held before `other` was merged into it: the cells that were written on it by
/// the way and still stand so. Returns how many.
pub fn unlay(model: &Model, tx: &mut WriteTx<'_>, other: Id) -> Result<usize> {
    let (noun, n) = locate(model, tx, other)?;
    let cell = noun
        .cell_of("merged_into")
        .map(|cell| cell.no)
        .ok_or_else(|| Error::invalid("kind").because(noun.table))?;
    let merged: Option<(i64, i64)> = tx.first(
        "SELECT n, action FROM changes WHERE noun = ?1 AND row = ?2 AND cell = ?3 ORDER BY n DESC LIMIT 1",
        params![noun.no, n, cell],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let Some((line, action)) = merged else {
        return Ok(0);
    };
    // One action may merge many: what belongs to this one stands between the merge before it and its own.
    let lines = tx.all(
        "SELECT c.row, c.cell, c.old FROM changes c
         WHERE c.action = ?1 AND c.noun = ?2 AND c.row <> ?3 AND c.cell NOT IN (?4, ?6, ?7) AND c.n < ?5
           AND c.n > coalesce((SELECT max(b.n) FROM changes b
                               WHERE b.action = ?1 AND b.noun = ?2 AND b.cell = ?4 AND b.n < ?5), 0)
           AND NOT EXISTS (SELECT 1 FROM changes l WHERE l.noun = ?2 AND l.row = c.row AND l.n > c.n
                           AND l.cell = c.cell)",
        params![action, noun.no, n, cell, line, CREATED, LIFE],
        |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, Option<Vec<u8>>>(2)?,
            ))
        },
    )?;
    let mut given = 0;
    for (row, no, old) in lines {
        let Some(at) = noun.cells.iter().position(|cell| cell.no == no) else {
            continue;
        };
        let values = value::decode_cell(&old.unwrap_or_default(), noun.cells[at].columns.len())?;
        let id: Id = tx.value(
            &format!("SELECT id FROM {} WHERE n = ?1", noun.table),
            [row],
        )?;
        given += usize::from(tx.put_cell(noun, id, at, &values)?);
    }
    Ok(given)
}

/// Replays the log from nothing: for each row its logged columns and whether it is live. The
/// property test holds it against the tables.
pub fn replay(
    model: &Model,
    read: &Read<'_>,
) -> Result<std::collections::BTreeMap<(i64, i64), Replayed>> {
    let mut rows = std::collections::BTreeMap::new();
    let raw = read.all(
        "SELECT noun, row, cell, new FROM changes ORDER BY n",
        [],
        |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
                row.get::<_, Option<Vec<u8>>>(3)?,
            ))
        },
    )?;
    for (no, row, cell, new) in raw {
        let Some(noun) = model.noun(no) else { continue };
        let bytes = new.unwrap_or_default();
        match cell {
            CREATED => {
                let values = value::decode_row(noun, &bytes)?;
                rows.insert((no, row), Replayed { live: true, values });
            }
            LIFE => {
                let gone = value::shown(&value::decode_cell(&bytes, 1)?).is_some();
                if let Some(replayed) = rows.get_mut(&(no, row)) {
                    replayed.live = !gone;
                }
            }
            _ => {
                let known = noun.cells.iter().find(|known| known.no == cell);
                if let (Some(known), Some(replayed)) = (known, rows.get_mut(&(no, row))) {
                    let values = value::decode_cell(&bytes, known.columns.len())?;
                    replayed.values[known.range()].clone_from_slice(&values);
                }
            }
        }
    }
    Ok(rows)
}

/// A row as the log alone tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Replayed {
    pub live: bool,
    pub values: Vec<rusqlite::types::Value>,
}
