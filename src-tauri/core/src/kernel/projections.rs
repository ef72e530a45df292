//! What is derived from the log and never logged: sort keys, last touch, a deal's stage, the event
//! stream. Each projection recomputes one subject from the logged rows alone, so a rebuild gives
//! the same as the running total.
//!
//! A few subjects are recomputed before their commit; many go through the `dirty` table and are
//! worked off in slices, which resume after a crash.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, Params, params};

use super::read::Read;
use super::same::Groups;
use super::{Id, Model, Noun, Result, index};

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

/// The sources of everything derived: of the projections, then of the indexes.
fn watched(model: &Model) -> impl Iterator<Item = &'static [Source]> {
    let projections = model
        .projections
        .iter()
        .map(|projection| projection.sources);
    projections.chain(model.indexes.iter().map(|index| index.sources))
}

fn reading(sources: &'static [Source], noun: &Noun) -> impl Iterator<Item = &'static Source> {
    let no = noun.no;
    sources
        .iter()
        .filter(move |source| (source.noun)().no == no)
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
    /// The row itself, once it is made: what it says later, and whether it is deleted, does not matter.
    Made,
    /// The row whose id stands in this column, before and after the change.
    Column(&'static str),
    /// Those that this query finds for the id of a row just made: they named it before it was there,
    /// because a file or another device brought them first.
    WhenMade(&'static str),
    /// Those that this query finds for the id of a changed row, once the action is written.
    Found(&'static str),
    /// Those that this query finds for the id of a row that was merged or set apart again, or of one just
    /// made that others were merged into before it was there.
    Merged(&'static str),
}

/// How many subjects are recomputed inside the commit that touched them. Few in unit tests, so that they
/// meet both ways.
const AT_ONCE: usize = if cfg!(test) { 50 } else { 50_000 };
/// How many are worked off in one transaction afterwards. Neighbouring ids need not be neighbouring rows, so
/// that each slice may write every page of a table once: few large slices cost less than many.
const SLICE: usize = if cfg!(test) { 20 } else { 20_000 };

/// The door through which projections write. Only functions listed in the [`Model`] get one.
pub struct Projector<'c> {
    pub read: Read<'c>,
    /// Which rows stand under which, as far as it was asked.
    pub(super) same: Groups,
}

impl<'c> Projector<'c> {
    pub(super) fn new(read: Read<'c>) -> Self {
        Projector {
            read,
            same: Groups::default(),
        }
    }

    /// Writes derived data. Logged columns are not touched here.
    pub fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.read.conn().prepare_cached(sql)?.execute(params)?)
    }
}

/// Subjects to recompute, per projection and index.
#[derive(Default)]
pub struct Marks {
    subjects: Vec<BTreeSet<Id>>,
    /// Rows with the projection or index and the query that finds whom they concern.
    asked: BTreeSet<(usize, &'static str, Id)>,
    /// Rows just made of nouns whose rows may be merged.
    made: BTreeSet<(&'static str, Id)>,
}

impl Marks {
    /// Notes whom a change of this row concerns. `before` and `after` are logged columns.
    pub fn note(&mut self, model: &Model, noun: &Noun, id: Id, versions: &[&[Value]]) {
        self.subjects
            .resize_with(model.projections.len() + model.indexes.len(), BTreeSet::new);
        let merged = noun.merges() && merged(noun, versions);
        let listed = self.subjects.iter_mut().zip(watched(model));
        for (place, (marked, sources)) in listed.enumerate() {
            for source in reading(sources, noun) {
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
                    Via::Made | Via::WhenMade(_) => {}
                    Via::Found(query) => {
                        self.asked.insert((place, query, id));
                    }
                    Via::Merged(query) => {
                        if merged {
                            self.asked.insert((place, query, id));
                        }
                    }
                }
            }
        }
    }

    /// Notes that this row was not there before; [`note`](Marks::note) was told of it too.
    pub fn note_made(&mut self, model: &Model, noun: &Noun, id: Id) {
        if noun.merges() {
            self.made.insert((noun.table, id));
        }
        for (at, sources) in watched(model).enumerate() {
            for source in reading(sources, noun) {
                match source.via {
                    Via::Made => {
                        self.subjects[at].insert(id);
                    }
                    Via::WhenMade(query) => {
                        self.asked.insert((at, query, id));
                    }
                    Via::Own | Via::Column(_) | Via::Found(_) | Via::Merged(_) => {}
                }
            }
        }
    }

    fn ask_of_merged(&mut self, model: &Model, table: &str, id: Id) {
        for (place, sources) in watched(model).enumerate() {
            for source in sources {
                match source.via {
                    Via::Merged(query) if (source.noun)().table == table => {
                        self.asked.insert((place, query, id));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Recomputes what was noted, or leaves it to `dirty` when it is much.
    pub fn settle(&mut self, model: &Model, projector: &Projector<'_>) -> Result<()> {
        let mut made = std::mem::take(&mut self.made).into_iter().peekable();
        while let Some((table, _)) = made.peek().copied() {
            let of_table = std::iter::from_fn(|| made.next_if(|(of, _)| *of == table));
            let ids: Vec<Id> = of_table.map(|(_, id)| id).collect();
            let any =
                format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE merged_into IS NOT NULL)");
            if !projector.read.value(&any, [])? {
                continue;
            }
            let into = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE merged_into = ?1)");
            for id in ids {
                if projector.read.value(&into, [id])? {
                    self.ask_of_merged(model, table, id);
                }
            }
        }
        for (at, query, id) in std::mem::take(&mut self.asked) {
            let found: Vec<Id> = projector.read.all(query, [id], |row| row.get(0))?;
            self.subjects[at].extend(found);
        }
        // Where there are subjects, there is a set for everything watched.
        let few = model.projections.len().min(self.subjects.len());
        let (subjects, rows) = self.subjects.split_at_mut(few);
        let total: usize = subjects.iter().map(BTreeSet::len).sum();
        for (marked, projection) in subjects.iter_mut().zip(model.projections) {
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
        // Last: what a row is called may be derived.
        for (marked, index) in rows.iter_mut().zip(model.indexes) {
            index::settle(index, projector, std::mem::take(marked).into_iter())?;
        }
        Ok(())
    }
}

/// The row's `merged_into` differs between the versions, or is there from the start.
fn merged(noun: &Noun, versions: &[&[Value]]) -> bool {
    let Some(at) = noun.columns().position(|name| name == "merged_into") else {
        return false;
    };
    match versions {
        [only] => only[at] != Value::Null,
        [before, after] => before[at] != after[at],
        _ => false,
    }
}

fn id_in(value: &Value) -> Option<Id> {
    match value {
        Value::Blob(bytes) => bytes.as_slice().try_into().ok().map(Id::from_bytes),
        _ => None,
    }
}

/// Works off one slice of `dirty`. False when nothing is left that this build knows.
pub fn work_off(model: &Model, projector: &Projector<'_>) -> Result<bool> {
    for projection in model.projections {
        let subjects: Vec<Id> = projector.read.all(
            "SELECT subject FROM dirty WHERE projection = ?1 ORDER BY subject LIMIT ?2",
            params![projection.name, SLICE as i64],
            |row| row.get(0),
        )?;
        let Some(last) = subjects.last().copied() else {
            continue;
        };
        for subject in subjects {
            (projection.run)(projector, subject)?;
        }
        projector.execute(
            "DELETE FROM dirty WHERE projection = ?1 AND subject <= ?2",
            params![projection.name, last],
        )?;
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
    index::rebuild(model, projector)
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
    if !model.indexes.is_empty() {
        prints.push(("search", index::fingerprint(model, conn)?));
    }
    Ok(prints)
}
