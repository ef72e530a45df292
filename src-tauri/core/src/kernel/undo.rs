//! Taking back is a new action of inverse changes, with new stamps, so that it syncs and updates
//! projections like any other. An action and all its takings-back and redoings form one chain with
//! the first as root; `live` on the root says whether its effect stands.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Params, params};

use super::read::Read;
use super::tx::{CREATED, LIFE, WriteTx};
use super::value;
use super::{Code, Error, Id, Model, Noun, Result};

/// The root of a chain, as undo and history need it.
#[derive(Debug, Clone)]
pub struct Action {
    pub n: i64,
    pub id: Id,
    pub label: String,
    pub subject: Option<String>,
    pub at: i64,
    pub member: Option<Id>,
    /// Its effect stands.
    pub live: bool,
    /// It may be taken back: not still running, and no part of how the workspace came to be.
    pub done: bool,
    pub changes: i64,
    first_change: i64,
    last_change: i64,
}

fn find(conn: &Connection, tail: &str, params: impl Params) -> Result<Option<Action>> {
    let sql = format!(
        "SELECT n, id, label, subject, at, member, live, state = 'done', change_count, first_change,
                coalesce(last_change, 0)
         FROM actions r WHERE root IS NULL AND {tail} LIMIT 1"
    );
    let found = conn.query_row(&sql, params, |row| {
        Ok(Action {
            n: row.get(0)?,
            id: row.get(1)?,
            label: row.get(2)?,
            subject: row.get(3)?,
            at: row.get(4)?,
            member: row.get(5)?,
            live: row.get(6)?,
            done: row.get(7)?,
            changes: row.get(8)?,
            first_change: row.get(9)?,
            last_change: row.get(10)?,
        })
    });
    Ok(found.optional()?)
}

/// The action that Ctrl+Z takes back on this device: the latest gesture whose effect stands, be it
/// done or redone.
pub(super) fn latest_live(conn: &Connection, device: i64) -> Result<Action> {
    let tail = "live = 1 AND state = 'done' AND device = ?1 ORDER BY n DESC";
    let done = find(conn, tail, [device])?;
    let after = done.as_ref().map_or(0, |action| action.n);
    // What stands and was turned after that was redone: nothing else leaves it standing.
    let tail = "live = 1 AND state = 'done' AND n = (
           SELECT c.root FROM actions c JOIN actions o ON o.n = c.root AND o.live = 1 AND o.state = 'done'
           WHERE c.n > ?2 AND c.device = ?1 ORDER BY c.n DESC LIMIT 1)";
    let redone = find(conn, tail, [device, after])?;
    redone.or(done).ok_or_else(|| Error::new(Code::UndoNothing))
}

/// The action that redo brings back: the latest taken back here, if nothing was done since.
pub(super) fn latest_undone(conn: &Connection, device: i64) -> Result<Action> {
    let tail = "live = 0 AND state = 'done'
           AND (SELECT u.device FROM actions u WHERE u.root = r.n ORDER BY u.n DESC LIMIT 1) = ?1
           AND NOT EXISTS (SELECT 1 FROM actions newer WHERE newer.root IS NULL AND newer.device = ?1
                           AND newer.n > (SELECT max(u.n) FROM actions u WHERE u.root = r.n))
         ORDER BY (SELECT max(u.n) FROM actions u WHERE u.root = r.n) DESC";
    find(conn, tail, [device])?.ok_or_else(|| Error::new(Code::RedoNothing))
}

/// The root of the chain that the action with this id belongs to.
pub(super) fn root_of(conn: &Connection, id: Id) -> Result<Action> {
    let tail = "n = (SELECT coalesce(root, n) FROM actions WHERE id = ?1)";
    find(conn, tail, [id])?.ok_or_else(|| Error::absent("actions", id))
}

/// This action, if it is still running.
pub(super) fn running(conn: &Connection, n: i64) -> Result<Option<Action>> {
    find(conn, "n = ?1 AND state = 'running'", [n])
}

/// How many log lines are held in memory at a time.
const SLICE: i64 = 10_000;

struct Line {
    noun: &'static Noun,
    cell: i64,
    row: i64,
    old: Option<Vec<u8>>,
    new: Option<Vec<u8>>,
}

/// What the action wrote in this part of the log, in order.
fn lines(
    model: &'static Model,
    read: &Read<'_>,
    root: &Action,
    from: i64,
    to: i64,
) -> Result<Vec<Line>> {
    let raw = read.all(
        "SELECT noun, cell, row, old, new FROM changes WHERE n BETWEEN ?1 AND ?2 AND action = ?3 ORDER BY n",
        params![from, to, root.n],
        |row| {
            Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
        },
    )?;
    raw.into_iter()
        .map(|(noun, cell, row, old, new)| {
            let noun = model
                .noun(noun)
                .ok_or_else(|| Error::internal(format!("unknown noun {noun}")))?;
            Ok(Line {
                noun,
                cell,
                row,
                old,
                new,
            })
        })
        .collect()
}

/// Takes the chain of `root` back if it stands, or redoes it if it does not.
pub(super) fn toggle(tx: &mut WriteTx<'_>, root: &Action) -> Result<()> {
    refuse_if_in_the_way(tx, root)?;
    let (first, last) = (root.first_change, root.last_change);
    if root.live {
        let mut end = last;
        while end >= first {
            let start = i64::max(first, end - SLICE + 1);
            for line in lines(tx.model(), tx, root, start, end)?.iter().rev() {
                apply(tx, line, line.old.as_deref(), true)?;
            }
            end = start - 1;
        }
    } else {
        let mut start = first;
        while start <= last {
            let end = i64::min(last, start + SLICE - 1);
            for line in lines(tx.model(), tx, root, start, end)? {
                apply(tx, &line, line.new.as_deref(), false)?;
            }
            start = end + 1;
        }
    }
    Ok(())
}

fn apply(tx: &mut WriteTx<'_>, line: &Line, to: Option<&[u8]>, back: bool) -> Result<()> {
    let width = line.noun.width();
    let (id, deleted_at, mut values): (Id, Option<i64>, Vec<Value>) = tx
        .first(&line.noun.sql.stored_by_n, [line.row], |row| {
            let values = (0..width)
                .map(|at| row.get(at + 2))
                .collect::<rusqlite::Result<_>>()?;
            Ok((row.get(0)?, row.get(1)?, values))
        })?
        .ok_or_else(|| Error::absent(line.noun.table, line.row))?;
    match line.cell {
        CREATED | LIFE => {
            let life = match line.cell {
                CREATED => back.then_some(tx.now),
                _ => life_in(to)?,
            };
            if life == deleted_at {
                return Ok(());
            }
            tx.set_life(line.noun, id, line.row, deleted_at, life, &values)
        }
        no => {
            let Some(at) = line.noun.cells.iter().position(|cell| cell.no == no) else {
                return Ok(()); // a newer version's cell: not ours to move
            };
            let target = match to {
                Some(bytes) => value::decode_cell(bytes, line.noun.cells[at].columns.len())?,
                None => vec![Value::Null; line.noun.cells[at].columns.len()],
            };
            tx.set_cell(line.noun, id, line.row, at, &target, &mut values)
        }
    }
}

/// When a row was deleted, as a log line of its life tells it.
fn life_in(bytes: Option<&[u8]>) -> Result<Option<i64>> {
    let values = bytes
        .map(|bytes| value::decode_cell(bytes, 1))
        .transpose()?;
    Ok(match values.as_deref() {
        Some([Value::Integer(at)]) => Some(*at),
        _ => None,
    })
}

/// Refuses when later work of another chain whose effect stands wrote the same cells, or made a row
/// refer to one that this action brought.
fn refuse_if_in_the_way(tx: &WriteTx<'_>, root: &Action) -> Result<()> {
    if is_last(tx, root)? {
        return Ok(());
    }
    let (mut count, mut first) = overwritten(tx, root)?;
    if root.live {
        let (referring, subject) = referrers(tx, root)?;
        count += referring;
        first = first.or(subject);
    }
    if count == 0 {
        return Ok(());
    }
    Err(Error::new(Code::UndoBlocked)
        .with("action", root.id)
        .with("count", count)
        .with("first", first.unwrap_or_default()))
}

/// Nothing was written since but by the action's own chain: the usual case, and quickly told.
fn is_last(tx: &WriteTx<'_>, root: &Action) -> Result<bool> {
    tx.value(
        "SELECT NOT EXISTS (SELECT 1 FROM changes WHERE n > ?1 AND action <> ?2
                            AND action NOT IN (SELECT n FROM actions WHERE root = ?2))",
        params![root.first_change, root.n],
    )
}

/// The actions that stand in the way of taking this one back (or of redoing it): row numbers of roots,
/// the latest first.
pub(super) fn in_the_way(
    model: &'static Model,
    read: &Read<'_>,
    root: &Action,
) -> Result<Vec<i64>> {
    const MOST: usize = 100;
    let mut found: BTreeSet<i64> = read
        .all(
            &overwriting("DISTINCT r.n"),
            params![root.first_change, root.last_change, root.n],
            |row| row.get(0),
        )?
        .into_iter()
        .collect();
    if root.live {
        for sql in references(model, read, root, "DISTINCT r.n")? {
            found.extend(read.all(&sql, span(root), |row| row.get::<_, i64>(0))?);
        }
    }
    Ok(found.into_iter().rev().take(MOST).collect())
}

/// How many later changes stand on what the action wrote, and what the first of them was done to.
fn overwritten(tx: &WriteTx<'_>, root: &Action) -> Result<(i64, Option<String>)> {
    let found = tx.first(
        &overwriting("count(DISTINCT c.n), r.subject, min(r.n)"),
        params![root.first_change, root.last_change, root.n],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.unwrap_or_default())
}

/// Later changes, of other chains that stand, to the cells that an action (its log lines ?1 to ?2, its
/// number ?3) wrote.
fn overwriting(wanted: &str) -> String {
    format!(
        "SELECT {wanted}
         FROM changes l
           JOIN changes c ON c.noun = l.noun AND c.row = l.row AND c.n > l.n
             AND (l.cell IN (0, 255) OR c.cell IN (l.cell, 255))
           JOIN actions a ON a.n = c.action JOIN actions r ON r.n = coalesce(a.root, a.n)
         WHERE l.n BETWEEN ?1 AND ?2 AND l.action = ?3 AND r.n > ?3 AND r.live = 1"
    )
}

/// How many live rows were made to refer, by later work that stands, to a row that this action made or
/// brought back; and what the first of that work was done to.
fn referrers(tx: &WriteTx<'_>, root: &Action) -> Result<(i64, Option<String>)> {
    let mut all = (0, None);
    let wanted = "count(DISTINCT f.n), r.subject, min(r.n)";
    for sql in references(tx.model(), tx, root, wanted)? {
        let found: Option<(i64, Option<String>)> =
            tx.first(&sql, span(root), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (count, subject) = found.unwrap_or_default();
        all = (all.0 + count, all.1.or(subject));
    }
    Ok(all)
}

/// One query for each way in which a row can refer to one that this action made or brought back.
fn references(
    model: &'static Model,
    read: &Read<'_>,
    root: &Action,
    wanted: &str,
) -> Result<Vec<String>> {
    let brought: Vec<i64> = read.all(
        "SELECT DISTINCT noun FROM changes
         WHERE n BETWEEN ?1 AND ?2 AND action = ?3 AND (cell = 0 OR (cell = 255 AND new = ?4))",
        span(root),
        |row| row.get(0),
    )?;
    let mut queries = Vec::new();
    for to in model.nouns.iter().filter(|noun| brought.contains(&noun.no)) {
        for from in model.nouns {
            for cell in from.cells {
                for (column, _) in cell.references().filter(|(_, table)| *table == to.table) {
                    queries.push(referring(to, from, cell.no, column, wanted));
                }
            }
        }
    }
    Ok(queries)
}

/// Where an action stands in the log, and what a line of a row's life says when it was brought back.
fn span(root: &Action) -> impl Params {
    (
        root.first_change,
        root.last_change,
        root.n,
        value::encode_cell(&[Value::Null]),
    )
}

fn referring(to: &Noun, from: &Noun, cell: i64, column: &str, wanted: &str) -> String {
    format!(
        "SELECT {wanted}
         FROM changes l
           JOIN {to} t ON t.n = l.row
           JOIN {from} f ON f.{column} = t.id AND f.deleted_at IS NULL
           JOIN changes c ON c.noun = {from_no} AND c.row = f.n AND c.n > l.n AND c.cell IN (0, 255, {cell})
           JOIN actions a ON a.n = c.action JOIN actions r ON r.n = coalesce(a.root, a.n)
         WHERE l.n BETWEEN ?1 AND ?2 AND l.action = ?3 AND l.noun = {to_no} AND (l.cell = 0 OR (l.cell = 255 AND l.new = ?4))
           AND r.n > ?3 AND r.live = 1",
        to = to.table,
        from = from.table,
        from_no = from.no,
        to_no = to.no,
    )
}
