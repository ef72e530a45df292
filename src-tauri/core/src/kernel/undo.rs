//! Taking back is a new action of inverse changes, with new stamps, so that it syncs and updates
//! projections like any other. An action and all its takings-back and redoings form one chain with
//! the first as root; `live` on the root says whether its effect stands.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};

use super::tx::{CREATED, LIFE, Read, WriteTx};
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
    pub live: bool,
    pub changes: i64,
    first_change: i64,
    last_change: i64,
}

const COLUMNS: &str =
    "n, id, label, subject, at, member, live, change_count, first_change, coalesce(last_change, 0)";

fn read_action(row: &rusqlite::Row<'_>) -> rusqlite::Result<Action> {
    Ok(Action {
        n: row.get(0)?,
        id: row.get(1)?,
        label: row.get(2)?,
        subject: row.get(3)?,
        at: row.get(4)?,
        member: row.get(5)?,
        live: row.get(6)?,
        changes: row.get(7)?,
        first_change: row.get(8)?,
        last_change: row.get(9)?,
    })
}

/// The action that Ctrl+Z takes back on this device: its latest whose effect stands.
pub(super) fn latest_live(conn: &Connection, device: i64) -> Result<Action> {
    let sql = format!(
        "SELECT {COLUMNS} FROM actions WHERE root IS NULL AND live = 1 AND state = 'done' AND device = ?1 ORDER BY n DESC LIMIT 1"
    );
    conn.query_row(&sql, [device], read_action)
        .optional()?
        .ok_or_else(|| Error::new(Code::UndoNothing))
}

/// The action that redo brings back: the latest taken back here, if nothing was done since.
pub(super) fn latest_undone(conn: &Connection, device: i64) -> Result<Action> {
    let sql = format!(
        "SELECT {COLUMNS} FROM actions r WHERE root IS NULL AND live = 0 AND state = 'done' AND device = ?1
           AND NOT EXISTS (SELECT 1 FROM actions newer WHERE newer.root IS NULL AND newer.device = ?1
                           AND newer.n > (SELECT max(u.n) FROM actions u WHERE u.root = r.n))
         ORDER BY (SELECT max(u.n) FROM actions u WHERE u.root = r.n) DESC LIMIT 1"
    );
    conn.query_row(&sql, [device], read_action)
        .optional()?
        .ok_or_else(|| Error::new(Code::RedoNothing))
}

/// The root of the chain that the action with this id belongs to.
pub(super) fn root_of(conn: &Connection, id: Id) -> Result<Action> {
    let sql = format!(
        "SELECT {COLUMNS} FROM actions WHERE n = (SELECT coalesce(root, n) FROM actions WHERE id = ?1)"
    );
    conn.query_row(&sql, [id], read_action)
        .optional()?
        .ok_or_else(|| Error::absent("actions", id))
}

struct Line {
    n: i64,
    noun: &'static Noun,
    cell: i64,
    row: i64,
    old: Option<Vec<u8>>,
    new: Option<Vec<u8>>,
}

fn lines(model: &'static Model, read: &Read<'_>, root: &Action) -> Result<Vec<Line>> {
    let raw = read.all(
        "SELECT n, noun, cell, row, old, new FROM changes WHERE n BETWEEN ?1 AND ?2 AND action = ?3 ORDER BY n",
        params![root.first_change, root.last_change, root.n],
        |row| {
            Ok((row.get::<_, i64>(1)?, row.get(0)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        },
    )?;
    raw.into_iter()
        .map(|(noun, n, cell, row, old, new)| {
            let noun = model
                .noun(noun)
                .ok_or_else(|| Error::internal(format!("unknown noun {noun}")))?;
            Ok(Line {
                n,
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
    let lines = lines(tx.model(), tx, root)?;
    refuse_if_in_the_way(tx, root, &lines)?;
    if root.live {
        for line in lines.iter().rev() {
            apply(tx, line, line.old.as_deref(), true)?;
        }
    } else {
        for line in &lines {
            apply(tx, line, line.new.as_deref(), false)?;
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
        CREATED => {
            let now = tx.now;
            tx.set_life(line.noun, id, line.row, back.then_some(now), &values)
        }
        LIFE => {
            let life = match to
                .map(|bytes| value::decode_cell(bytes, 1))
                .transpose()?
                .as_deref()
            {
                Some([Value::Integer(at)]) => Some(*at),
                _ => None,
            };
            if life == deleted_at {
                return Ok(());
            }
            tx.set_life(line.noun, id, line.row, life, &values)
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

/// Refuses when later work of another chain whose effect stands wrote the same cells, or when a live
/// row made elsewhere refers to a row this action made.
fn refuse_if_in_the_way(tx: &WriteTx<'_>, root: &Action, lines: &[Line]) -> Result<()> {
    let mut count = 0i64;
    let mut first = None;
    for line in lines {
        let any_cell = line.cell == CREATED || line.cell == LIFE;
        let later: Option<Option<String>> = tx.first(
            "SELECT r.subject FROM changes c JOIN actions a ON a.n = c.action JOIN actions r ON r.n = coalesce(a.root, a.n)
             WHERE c.noun = ?1 AND c.row = ?2 AND c.n > ?3 AND (?4 OR c.cell = ?5 OR c.cell = 255)
               AND r.n <> ?6 AND r.live = 1 AND r.n > ?6 LIMIT 1",
            params![line.noun.no, line.row, line.n, any_cell, line.cell, root.n],
            |row| row.get(0),
        )?;
        if let Some(subject) = later {
            count += 1;
            first = first.or(subject);
        }
    }
    if root.live {
        count += referrers(tx, root, lines)?;
    }
    if count == 0 {
        return Ok(());
    }
    Err(Error::new(Code::UndoBlocked)
        .with("action", root.id)
        .with("count", count)
        .with("first", first.unwrap_or_default()))
}

/// Live rows that refer to a row this action made and were not made by it themselves.
fn referrers(tx: &WriteTx<'_>, root: &Action, lines: &[Line]) -> Result<i64> {
    let mut made: Vec<&'static Noun> = Vec::new();
    for line in lines.iter().filter(|line| line.cell == CREATED) {
        if !made.iter().any(|noun| noun.no == line.noun.no) {
            made.push(line.noun);
        }
    }
    let mut count = 0;
    for to in made {
        for from in tx.model().nouns {
            for cell in from
                .cells
                .iter()
                .filter(|cell| cell.refers() == Some(to.table))
            {
                let sql = format!(
                    "SELECT count(*) FROM changes made JOIN {to} ON {to}.n = made.row
                       JOIN {from} r ON r.{column} = {to}.id AND r.deleted_at IS NULL
                     WHERE made.n BETWEEN ?1 AND ?2 AND made.action = ?3 AND made.noun = {to_no} AND made.cell = 0
                       AND NOT EXISTS (SELECT 1 FROM changes c WHERE c.noun = {from_no} AND c.row = r.n
                                       AND c.cell = 0 AND c.action = ?3)",
                    to = to.table, from = from.table, column = cell.columns[0], to_no = to.no, from_no = from.no,
                );
                count +=
                    tx.value::<i64>(&sql, params![root.first_change, root.last_change, root.n])?;
            }
        }
    }
    Ok(count)
}
