//! What the workspace holds already, in memory: rows by id, live and deleted, and ids by name. It is
//! kept up to date with what the plan will write, so that a later line sees an earlier one.

use std::collections::HashMap;

use super::plan::Step;
use crate::kernel::{Id, Read, Record, Result, WriteTx, same, text};

/// What a line does to its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Created,
    Updated,
    Unchanged,
}

/// What a line says of one row. What it does not say stays as it is.
pub trait Said: Clone + 'static {
    type Row: Record + Clone + PartialEq;

    fn id(&self) -> Id;
    /// The row when there is none yet.
    fn fresh(&self) -> Self::Row;
    /// Writes what is said onto the row.
    fn onto(&self, row: &mut Self::Row);
}

/// The rows of one noun.
pub struct Known<R> {
    pub live: HashMap<Id, R>,
    gone: HashMap<Id, R>,
}

impl<R: Record + Clone + 'static> Known<R> {
    /// Loads rows; `tail` is what follows FROM and ends with a condition.
    pub fn load(read: &Read<'_>, tail: &str) -> Result<Self> {
        let table = R::noun().table;
        let rows = |state: &str| -> Result<HashMap<Id, R>> {
            let rows: Vec<R> =
                read.rows(&format!("{tail} AND {table}.deleted_at IS {state}"), [])?;
            Ok(rows.into_iter().map(|row| (row.id(), row)).collect())
        };
        Ok(Known {
            live: rows("NULL")?,
            gone: rows("NOT NULL")?,
        })
    }

    /// Loads these rows alone.
    pub fn with_ids(read: &Read<'_>, ids: impl Iterator<Item = Id>) -> Result<Self> {
        let ids: Vec<String> = ids.map(|id| format!("x'{}'", hex(id.bytes()))).collect();
        let mut all = Known {
            live: HashMap::new(),
            gone: HashMap::new(),
        };
        for some in ids.chunks(500) {
            let some = Self::load(read, &format!("WHERE id IN ({})", some.join(",")))?;
            all.live.extend(some.live);
            all.gone.extend(some.gone);
        }
        Ok(all)
    }

    /// Whether a row was there and somebody deleted it.
    pub fn was_deleted(&self, id: Id) -> bool {
        self.gone.contains_key(&id)
    }

    /// Plans what a line says.
    pub fn say<S: Said<Row = R>>(&mut self, said: S, steps: &mut Vec<Step>) -> Outcome
    where
        R: PartialEq,
    {
        let id = said.id();
        if let Some(row) = self.live.get_mut(&id) {
            let before = row.clone();
            said.onto(row);
            if *row == before {
                return Outcome::Unchanged;
            }
            steps.push(Box::new(move |tx| change(tx, &said)));
            return Outcome::Updated;
        }
        let gone = self.gone.remove(&id);
        let is_new = gone.is_none();
        let mut row = gone.unwrap_or_else(|| said.fresh());
        said.onto(&mut row);
        if is_new {
            let row = row.clone();
            steps.push(Box::new(move |tx| tx.put_new(&row).map(drop)));
        } else {
            steps.push(Box::new(move |tx| change(tx, &said)));
        }
        self.live.insert(id, row);
        Outcome::Created
    }

    /// Plans a row that belongs to the file alone: it is to stand exactly so.
    pub fn keep(&mut self, row: R, steps: &mut Vec<Step>) -> Result<Outcome> {
        let id = row.id();
        let outcome = match self.live.get(&id) {
            Some(stored) if stored.values()? == row.values()? => return Ok(Outcome::Unchanged),
            Some(_) => Outcome::Updated,
            None => Outcome::Created,
        };
        let is_new = outcome == Outcome::Created && self.gone.remove(&id).is_none();
        self.live.insert(id, row.clone());
        steps.push(Box::new(move |tx| {
            if is_new {
                tx.put_new(&row).map(drop)
            } else {
                tx.put(&row).map(drop)
            }
        }));
        Ok(outcome)
    }

    /// Plans that a row goes. False: it is not there.
    pub fn drop(&mut self, id: Id, steps: &mut Vec<Step>) -> bool {
        let Some(row) = self.live.remove(&id) else {
            return false;
        };
        self.gone.insert(id, row);
        steps.push(Box::new(move |tx| tx.delete::<R>(id).map(drop)));
        true
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the row again: what somebody else changed since the plan stays.
fn change<S: Said>(tx: &mut WriteTx<'_>, said: &S) -> Result<()> {
    let mut row = tx.find(said.id())?.unwrap_or_else(|| said.fresh());
    said.onto(&mut row);
    tx.put(&row)?;
    Ok(())
}

/// Rows that are found by their name.
pub struct Named<R> {
    pub rows: Known<R>,
    ids: HashMap<String, Id>,
    derived: fn(&str) -> Id,
    /// Rows that were merged, with what they stand under.
    roots: HashMap<Id, Id>,
}

impl<R: Record + Clone + PartialEq + 'static> Named<R> {
    /// All rows of a noun; `place` gives a row's number and name, `derived` the identity that a file
    /// gives to a name.
    pub fn load(
        read: &Read<'_>,
        place: fn(&R) -> (i64, &str),
        derived: fn(&str) -> Id,
    ) -> Result<Self> {
        let rows = Known::<R>::load(read, "WHERE 1")?;
        let mut oldest: Vec<&R> = rows.live.values().collect();
        oldest.sort_by_key(|row| place(row).0);
        let mut ids = HashMap::new();
        for row in oldest {
            ids.entry(text::identity(place(row).1)).or_insert(row.id());
        }
        let roots = match R::noun().merges() {
            true => same::roots(read, R::noun().table)?,
            false => HashMap::new(),
        };
        Ok(Named {
            rows,
            ids,
            derived,
            roots,
        })
    }

    /// The identity of what has this name, whether it is there yet or not: the live row of this name;
    /// else what a file once brought under it, since renamed or deleted; else a new one.
    pub fn claim(&mut self, name: &str) -> Id {
        let id = *self
            .ids
            .entry(text::identity(name))
            .or_insert_with(|| (self.derived)(name));
        self.root(id)
    }

    fn root(&self, id: Id) -> Id {
        self.roots.get(&id).copied().unwrap_or(id)
    }

    /// The identity of what is there or will be.
    pub fn find(&self, name: &str) -> Option<Id> {
        let derived = || Some((self.derived)(name)).filter(|id| self.rows.live.contains_key(id));
        self.ids
            .get(&text::identity(name))
            .copied()
            .or_else(derived)
            .map(|id| self.root(id))
    }
}
