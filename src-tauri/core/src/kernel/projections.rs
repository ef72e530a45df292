//! What is derived from the log and never logged: sort keys, last touch, a deal's stage, the event
//! stream. Each projection recomputes one subject from the logged rows alone, so a rebuild gives
//! the same as the running total.
//!
//! A few subjects are recomputed before their commit; many go through the `dirty` table and are
//! worked off in slices, which resume after a crash.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, Params, params};

use super::tx::Read;
use super::{Id, Model, Noun, Result};

/// One derived thing.
pub struct Projection {
    pub name: &'static str,
    /// Which logged rows it is derived from, and whose subject each concerns.
    pub sources: &'static [Source],
    /// Recomputes everything of one subject.
    pub run: fn(&Projector<'_>, Id) -> Result<()>,
    /// All subjects: a query of one column, their ids.
    pub subjects: &'static str,
    /// Forgets what no subject would recompute, before a rebuild.
    pub clear: &'static [&'static str],
    /// Queries that return all that was derived, in an order that does not depend on row numbers.
    pub derived: &'static [&'static str],
}

/// A noun that a projection reads.
pub struct Source {
    pub noun: fn() -> &'static Noun,
    pub via: Via,
}

/// Whose subject a changed row concerns.
pub enum Via {
    /// The row itself.
    Own,
    /// The row whose id stands in this column, before and after the change.
    Column(&'static str),
}

/// How many subjects are recomputed inside the commit that touched them.
const AT_ONCE: usize = 20_000;
/// How many are worked off in one transaction afterwards.
const SLICE: usize = 5_000;

/// The door through which projections write. Only functions listed in the [`Model`] get one.
pub struct Projector<'c> {
    pub read: Read<'c>,
}

impl Projector<'_> {
    /// Writes derived data. Logged columns are not touched here.
    pub fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.read.conn().prepare_cached(sql)?.execute(params)?)
    }
}

/// Subjects to recompute, per projection.
#[derive(Default)]
pub struct Marks(Vec<BTreeSet<Id>>);

impl Marks {
    /// Notes whom a change of this row concerns. `before` and `after` are logged columns.
    pub fn note(&mut self, model: &Model, noun: &Noun, id: Id, versions: &[&[Value]]) {
        self.0.resize_with(model.projections.len(), BTreeSet::new);
        for (marked, projection) in self.0.iter_mut().zip(model.projections) {
            for source in projection
                .sources
                .iter()
                .filter(|source| (source.noun)().no == noun.no)
            {
                match source.via {
                    Via::Own => {
                        marked.insert(id);
                    }
                    Via::Column(column) => {
                        let at = noun.columns().position(|name| name == column);
                        let ids = versions
                            .iter()
                            .filter_map(|values| at.and_then(|at| id_in(&values[at])));
                        marked.extend(ids);
                    }
                }
            }
        }
    }

    /// Recomputes what was noted, or leaves it to `dirty` when it is much.
    pub fn settle(&mut self, model: &Model, projector: &Projector<'_>) -> Result<()> {
        let total: usize = self.0.iter().map(BTreeSet::len).sum();
        for (marked, projection) in self.0.iter_mut().zip(model.projections) {
            for id in std::mem::take(marked) {
                if total <= AT_ONCE {
                    (projection.run)(projector, id)?;
                } else {
                    projector.execute(
                        "INSERT OR IGNORE INTO dirty (projection, subject) VALUES (?1, ?2)",
                        params![projection.name, id],
                    )?;
                }
            }
        }
        Ok(())
    }
}

fn id_in(value: &Value) -> Option<Id> {
    match value {
        Value::Blob(bytes) => bytes.as_slice().try_into().ok().map(Id::from_bytes),
        _ => None,
    }
}

/// Works off one slice of `dirty`. False when nothing is left.
pub fn work_off(model: &Model, projector: &Projector<'_>) -> Result<bool> {
    for projection in model.projections {
        let subjects: Vec<Id> = projector.read.all(
            "SELECT subject FROM dirty WHERE projection = ?1 LIMIT ?2",
            params![projection.name, SLICE as i64],
            |row| row.get(0),
        )?;
        if subjects.is_empty() {
            continue;
        }
        for subject in subjects {
            (projection.run)(projector, subject)?;
            projector.execute(
                "DELETE FROM dirty WHERE projection = ?1 AND subject = ?2",
                params![projection.name, subject],
            )?;
        }
        return Ok(true);
    }
    Ok(false)
}

/// Recomputes every projection from the logged rows.
pub fn rebuild(model: &Model, projector: &Projector<'_>) -> Result<()> {
    for projection in model.projections {
        for sql in projection.clear {
            projector.execute(sql, [])?;
        }
        let subjects: Vec<Id> = projector
            .read
            .all(projection.subjects, [], |row| row.get(0))?;
        for subject in subjects {
            (projection.run)(projector, subject)?;
        }
    }
    projector.execute("DELETE FROM dirty", [])?;
    Ok(())
}

/// A digest of everything derived, per projection: what `check` compares with a rebuild.
pub fn fingerprints(model: &Model, conn: &Connection) -> Result<Vec<(&'static str, String)>> {
    let mut prints = Vec::new();
    for projection in model.projections {
        let mut hasher = blake3::Hasher::new();
        for sql in projection.derived {
            super::digest::hash_query(conn, sql, &mut hasher)?;
        }
        prints.push((projection.name, hasher.finalize().to_hex().to_string()));
    }
    Ok(prints)
}
