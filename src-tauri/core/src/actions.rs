//! Everything done in this workspace, newest first: one line a gesture, with who, when and from where.
//! Taking back and redoing are turns of the gesture they belong to, not lines of their own.

use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};

use crate::kernel::act::ActionState;
use crate::kernel::list::numbers;
use crate::kernel::{Db, Error, Id, Read, Result};
use crate::team::MemberRef;

/// When an action was last taken back or redone, and by whom.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Turned {
    pub at: i64,
    pub member: Option<String>,
}

/// One gesture.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ActionLine {
    pub id: Id,
    /// Milliseconds UTC.
    pub at: i64,
    pub member: Option<String>,
    pub device: Id,
    /// Done on this device.
    pub here: bool,
    /// Key of its sentence.
    pub label: String,
    /// What it was done to.
    pub subject: Option<String>,
    pub changes: i64,
    pub state: ActionState,
    /// Its effect stands.
    pub live: bool,
    pub turned: Option<Turned>,
}

/// Which actions.
#[derive(Debug, Clone, Default, Deserialize, specta::Type)]
pub struct ActionsInput {
    pub member: Option<Id>,
    /// Key of a sentence.
    pub label: Option<String>,
    /// `next` of the page before; `None`: the first page.
    pub after: Option<String>,
    pub limit: u32,
}

/// One page, the latest first.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ActionsPage {
    pub rows: Vec<ActionLine>,
    pub next: Option<String>,
    pub total: i64,
}

/// What the list can be narrowed to.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ActionsChoices {
    pub labels: Vec<String>,
    pub members: Vec<MemberRef>,
}

const LINE: &str = "SELECT a.n, a.id, a.at, m.name, d.id, a.label, a.subject, a.change_count, a.state, a.live, t.at, tm.name
  FROM actions a JOIN devices d ON d.n = a.device LEFT JOIN members m ON m.id = a.member
    LEFT JOIN actions t ON t.n = (SELECT max(u.n) FROM actions u WHERE u.root = a.n)
    LEFT JOIN members tm ON tm.id = t.member";

fn line(row: &Row<'_>, here: Id) -> rusqlite::Result<(i64, ActionLine)> {
    let device = row.get(4)?;
    let turned = match row.get::<_, Option<i64>>(10)? {
        Some(at) => Some(Turned {
            at,
            member: row.get(11)?,
        }),
        None => None,
    };
    let line = ActionLine {
        id: row.get(1)?,
        at: row.get(2)?,
        member: row.get(3)?,
        device,
        here: device == here,
        label: row.get(5)?,
        subject: row.get(6)?,
        changes: row.get(7)?,
        state: row.get(8)?,
        live: row.get(9)?,
        turned,
    };
    Ok((row.get(0)?, line))
}

const MOST: u32 = 500;

/// One page of what was done.
pub fn list(db: &Db, input: &ActionsInput) -> Result<ActionsPage> {
    let here = db.device().id;
    db.read(|read| page(read, here, input))
}

fn page(read: &Read<'_>, here: Id, input: &ActionsInput) -> Result<ActionsPage> {
    let mut conditions = String::from("a.root IS NULL");
    let mut values = Vec::new();
    if let Some(member) = input.member {
        conditions.push_str(" AND a.member = ?");
        values.push(Value::Blob(member.bytes().to_vec()));
    }
    if let Some(label) = &input.label {
        conditions.push_str(" AND a.label = ?");
        values.push(Value::Text(label.clone()));
    }
    let total = read.value(
        &format!("SELECT count(*) FROM actions a WHERE {conditions}"),
        params_from_iter(&values),
    )?;
    if let Some(after) = &input.after {
        let n: i64 = after
            .parse()
            .map_err(|_| Error::invalid("after").because(after))?;
        conditions.push_str(" AND a.n < ?");
        values.push(Value::Integer(n));
    }
    let limit = input.limit.clamp(1, MOST) as usize;
    let mut found = read.all(
        &format!(
            "{LINE} WHERE {conditions} ORDER BY a.n DESC LIMIT {}",
            limit + 1
        ),
        params_from_iter(&values),
        |row| line(row, here),
    )?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|(n, _)| n.to_string());
    Ok(ActionsPage {
        rows: found.into_iter().map(|(_, line)| line).collect(),
        next,
        total,
    })
}

/// What the list can be narrowed to: the sentences and members that stand in it.
pub fn choices(read: &Read<'_>) -> Result<ActionsChoices> {
    Ok(ActionsChoices {
        labels: read.all(
            "SELECT DISTINCT label FROM actions WHERE root IS NULL ORDER BY label",
            [],
            |row| row.get(0),
        )?,
        members: read.all(
            "SELECT id, name, role FROM members
             WHERE EXISTS (SELECT 1 FROM actions a WHERE a.member = members.id AND a.root IS NULL) ORDER BY n",
            [],
            |row| MemberRef::of(row, 0),
        )?,
    })
}

/// What stands in the way of taking an action back, or of redoing it: the latest first, each to be
/// taken back before it. Empty: nothing does.
pub fn in_the_way(db: &Db, action: Id) -> Result<Vec<ActionLine>> {
    let found = db.in_the_way(action)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let here = db.device().id;
    let sql = format!(
        "{LINE} WHERE a.n IN ({}) ORDER BY a.n DESC",
        numbers(&found)
    );
    let lines = db.read(|read| read.uncached(&sql, |row| line(row, here)))?;
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

#[cfg(test)]
mod tests;
