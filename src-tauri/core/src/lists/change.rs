//! One change to one row or to many, as one action with one undo: an edited cell, a bulk change over
//! chosen rows or over a whole view.

use serde::{Deserialize, Serialize};

use super::ListKind;
use crate::kernel::list::{self, PageInput};
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, WriteTx};
use crate::{catalog, fields, organizations, people, pipeline};

/// Which rows.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    Rows(Vec<Id>),
    /// Everything that a view shows, loaded or not, but these.
    View {
        page: PageInput,
        but: Vec<Id>,
    },
}

/// What to do to each.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// `None` empties the field.
    Set {
        field: String,
        value: Option<String>,
    },
    Tag {
        name: String,
    },
    Untag {
        name: String,
    },
}

/// How many rows were changed, and how many stood like that already.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Changes {
    pub action: Option<Id>,
    pub changed: u32,
    pub unchanged: u32,
}

/// The fields that the nouns of lists have themselves: of two by one name it is this that is meant.
const BUILT_IN: &[&str] = &[
    "name",
    "kind",
    "grade",
    "city",
    "note",
    "birthday_md",
    "owner",
    "source",
    "organization",
    "title",
    "industry",
    "region",
    "founded",
    "employees",
    "amount",
    "product",
    "close_on",
    "stage",
    "person",
];

/// Rows written in one transaction.
pub(super) const SLICE: usize = if cfg!(test) { 200 } else { 2_000 };

/// How far a change of many rows is.
#[derive(Debug, Clone, Copy, Serialize, specta::Type)]
pub struct ChangeProgress {
    pub done: u32,
    pub total: u32,
}

/// Changes rows of a list. All of it stands or nothing does.
pub fn change(db: &Db, kind: ListKind, which: Which, change: &Change) -> Result<Changes> {
    change_while(db, kind, which, change, &mut |_| true)
}

/// The same, told after each slice how far it is. When `go_on` says no, what was written is taken back
/// and the change is refused with `cancelled`.
pub fn change_while(
    db: &Db,
    kind: ListKind,
    which: Which,
    change: &Change,
    go_on: &mut dyn FnMut(ChangeProgress) -> bool,
) -> Result<Changes> {
    let rows = match which {
        Which::Rows(rows) => rows,
        Which::View { page, but } => {
            let (noun, offer) = kind.what();
            let but: std::collections::HashSet<Id> = but.into_iter().collect();
            let mut all = db.read(|read| list::ids(read, noun, offer, &page))?;
            all.retain(|id| !but.contains(id));
            all
        }
    };
    let act = Act::new(match kind {
        ListKind::People => "people_changed",
        ListKind::Organizations => "organizations_changed",
        ListKind::Deals => "deals_changed",
    });
    if rows.len() <= SLICE {
        let written = db.write(act, |tx| {
            let changed = slice(tx, kind, &rows, change)?;
            let subject = subject(tx, kind, &rows)?;
            tx.name_subject(subject);
            Ok(changed)
        })?;
        return Ok(counted(written.action, written.value, rows.len()));
    }
    let mut long = db.long(act.on(rows.len().to_string()));
    let (mut changed, mut done) = (0, 0);
    let total = number(rows.len());
    for some in rows.chunks(SLICE) {
        let written = long.slice(|tx| slice(tx, kind, some, change));
        done += some.len();
        let progress = ChangeProgress {
            done: number(done),
            total,
        };
        match written {
            Ok(count) if go_on(progress) => changed += count,
            other => {
                long.cancel()?;
                return Err(other.err().unwrap_or_else(|| Error::new(Code::Cancelled)));
            }
        }
    }
    let (action, _) = long.finish()?;
    Ok(counted(action, changed, rows.len()))
}

/// What the action is named after: the row as it is called now where there is one, their number where
/// there are more.
fn subject(read: &Read<'_>, kind: ListKind, rows: &[Id]) -> Result<String> {
    let [row] = rows else {
        return Ok(rows.len().to_string());
    };
    let (noun, _) = kind.what();
    let sql = format!("SELECT {} FROM {} WHERE id = ?1", noun.called(), noun.table);
    read.value(&sql, [row])
}

/// How many of these rows were changed.
fn slice(tx: &mut WriteTx<'_>, kind: ListKind, rows: &[Id], change: &Change) -> Result<usize> {
    let own = own_field(tx, kind, change)?;
    let mut changed = 0;
    for row in rows {
        let before = tx.changes();
        match change {
            Change::Set { field, value } => {
                let typed = value.as_deref();
                match (own, kind) {
                    (Some(own), _) => fields::set(tx, *row, own, typed)?,
                    (None, ListKind::People) => people::set(tx, *row, field, typed)?,
                    (None, ListKind::Organizations) => organizations::set(tx, *row, field, typed)?,
                    (None, ListKind::Deals) => pipeline::set(tx, *row, field, typed)?,
                }
            }
            Change::Tag { name } => catalog::mark(tx, *row, std::slice::from_ref(name))?,
            Change::Untag { name } => catalog::unmark(tx, *row, name)?,
        }
        changed += usize::from(tx.changes() > before);
    }
    Ok(changed)
}

/// A field of the team's own, by id or name, if the change names none of the noun's.
fn own_field(read: &Read<'_>, kind: ListKind, change: &Change) -> Result<Option<Id>> {
    let Change::Set { field, .. } = change else {
        return Ok(None);
    };
    if BUILT_IN.contains(&field.as_str()) {
        return Ok(None);
    }
    Ok(fields::named(read, kind, field)?.map(|own| own.id))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn counted(action: Option<Id>, changed: usize, of: usize) -> Changes {
    Changes {
        action,
        changed: number(changed),
        unchanged: number(of - changed),
    }
}
