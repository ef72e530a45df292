//! Rows that are one. A row says into which other it was merged (`merged_into`, logged like any cell);
//! `root` is the row that it stands under, derived from all of these and never logged, empty for a row that
//! stands for itself. Rows that refer to one keep saying which it was; who reads them asks through
//! [`root_of!`](crate::root_of) and [`group_of!`](crate::group_of). So taking them apart again is exact.
//! Only tables with a `root` take part: people and organizations.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::params;

use super::projections::Projector;
use super::{Id, Read, Result};

/// SQL of the id that a reference stands under: its own, unless that row was merged. Few rows are, so the
/// index that is asked is small.
#[macro_export]
macro_rules! root_of {
    ($table:literal, $id:literal) => {
        concat!(
            "coalesce((SELECT same.root FROM ",
            $table,
            " same INDEXED BY ",
            $table,
            "_merged WHERE same.id = ",
            $id,
            " AND same.root IS NOT NULL), ",
            $id,
            ")"
        )
    };
}

/// SQL of the ids that stand under an id, its own among them; to be put after IN.
#[macro_export]
macro_rules! group_of {
    ($table:literal, $id:literal) => {
        concat!(
            "(SELECT ",
            $id,
            " UNION ALL SELECT same.id FROM ",
            $table,
            " same WHERE same.root = ",
            $id,
            ")"
        )
    };
}

/// WITH clause of `below`: the id ?1 and every row that was merged into it, directly or by way of others.
#[macro_export]
macro_rules! merged_below {
    ($table:literal) => {
        concat!(
            "WITH RECURSIVE below(id) AS (SELECT ?1 UNION SELECT same.id FROM ",
            $table,
            " same JOIN below ON same.merged_into = below.id)"
        )
    };
}

/// SQL of whether a row's `column` names `id` or what is merged into it: `person` and `organization` do so,
/// any other column is simply equal.
pub fn names(column: &str, id: &str) -> String {
    let table = match column.rsplit('.').next() {
        Some("person") => "people",
        Some("organization") => "organizations",
        _ => return format!("{column} = {id}"),
    };
    format!("{column} IN {}", group(table, id))
}

/// [`group_of!`](crate::group_of) for a table known only at run time.
pub fn group(table: &str, id: &str) -> String {
    format!("(SELECT {id} UNION ALL SELECT same.id FROM {table} same WHERE same.root = {id})")
}

/// [`root_of!`](crate::root_of) for a table known only at run time.
pub fn root_sql(table: &str, id: &str) -> String {
    format!(
        "coalesce((SELECT same.root FROM {table} same INDEXED BY {table}_merged
           WHERE same.id = {id} AND same.root IS NOT NULL), {id})"
    )
}

/// The row that an id stands under.
pub fn root(read: &Read<'_>, table: &str, id: Id) -> Result<Id> {
    let sql = format!("SELECT coalesce(root, id) FROM {table} WHERE id = ?1");
    Ok(read.first(&sql, [id], |row| row.get(0))?.unwrap_or(id))
}

/// Every row that was merged, with what it stands under.
pub fn roots(read: &Read<'_>, table: &str) -> Result<HashMap<Id, Id>> {
    let sql = format!("SELECT id, root FROM {table} WHERE root IS NOT NULL");
    let rows = read.all(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.into_iter().collect())
}

/// Ids of the rows that are merged into this one, by id.
pub fn merged(read: &Read<'_>, table: &str, id: Id) -> Result<Vec<Id>> {
    let sql = format!("SELECT id FROM {table} WHERE root = ?1 ORDER BY id");
    read.all(&sql, [id], |row| row.get(0))
}

/// The end of the way that `merged_into` leads; where that goes round in a circle, the lowest id on it, whose
/// row then stands for itself. A row that is not there (yet) ends the way before it. Unlike `root` it is
/// true inside the transaction that merges.
pub fn end(read: &Read<'_>, table: &str, id: Id) -> Result<Id> {
    let sql = format!("SELECT merged_into FROM {table} WHERE id = ?1");
    let mut way: Vec<Id> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut at = id;
    loop {
        let Some(into) = read.first(&sql, [at], |row| row.get::<_, Option<Id>>(0))? else {
            return Ok(way.last().copied().unwrap_or(id));
        };
        if !seen.insert(at) {
            let circle = way.iter().position(|passed| *passed == at).unwrap_or(0);
            return Ok(way[circle..].iter().copied().min().unwrap_or(at));
        }
        way.push(at);
        match into {
            Some(into) => at = into,
            None => return Ok(at),
        }
    }
}

/// Works out `root` of one row.
pub fn settle(to: &Projector<'_>, table: &str, id: Id) -> Result<()> {
    let root = end(&to.read, table, id)?;
    to.execute(
        &format!("UPDATE {table} SET root = ?2 WHERE id = ?1 AND root IS NOT ?2"),
        params![id, Some(root).filter(|root| *root != id)],
    )?;
    to.same.forget(table);
    Ok(())
}

/// A row and the one it stands under: what is derived for one is derived anew for both.
pub fn with_root(to: &Projector<'_>, table: &'static str, id: Id) -> Result<Vec<Id>> {
    let root = to.same.root(&to.read, table, id)?;
    Ok(if root == id { vec![id] } else { vec![id, root] })
}

/// [`names`] of the row ?1 of a table, told shorter where nothing stands under it.
pub fn names_it(to: &Projector<'_>, table: &'static str, column: &str, id: Id) -> Result<String> {
    Ok(match to.same.is_alone(&to.read, table, id)? {
        true => format!("{column} = ?1"),
        false => names(column, "?1"),
    })
}

/// So many merged rows are read whole at once; where there are more, once it was asked so often.
const FEW: usize = 200;

/// Which rows stand under which, for whoever derives much: most rows stand alone, and asking the file of each
/// costs more than what is derived.
#[derive(Default)]
pub struct Groups {
    tables: RefCell<BTreeMap<&'static str, Group>>,
}

#[derive(Default)]
struct Group {
    asked: usize,
    known: Option<Known>,
}

struct Known {
    roots: HashMap<Id, Id>,
    heads: HashSet<Id>,
}

impl Groups {
    /// The row that an id stands under.
    pub fn root(&self, read: &Read<'_>, table: &'static str, id: Id) -> Result<Id> {
        self.ask(
            read,
            table,
            |known| known.roots.get(&id).copied().unwrap_or(id),
            || root(read, table, id),
        )
    }

    /// Whether nothing stands under a row, and it under nothing.
    pub fn is_alone(&self, read: &Read<'_>, table: &'static str, id: Id) -> Result<bool> {
        self.ask(
            read,
            table,
            |known| !known.roots.contains_key(&id) && !known.heads.contains(&id),
            || {
                let sql = format!(
                    "SELECT NOT EXISTS (SELECT 1 FROM {table} WHERE root = ?1)
                       AND NOT EXISTS (SELECT 1 FROM {table} WHERE id = ?1 AND root IS NOT NULL)"
                );
                read.value(&sql, [id])
            },
        )
    }

    /// What was read of a table is no longer so.
    fn forget(&self, table: &str) {
        self.tables.borrow_mut().remove(table);
    }

    fn ask<T>(
        &self,
        read: &Read<'_>,
        table: &'static str,
        known: impl FnOnce(&Known) -> T,
        one: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let mut tables = self.tables.borrow_mut();
        let group = tables.entry(table).or_default();
        if group.known.is_none() && (group.asked == 0 || group.asked == FEW) {
            let sql = format!(
                "SELECT count(*) FROM (SELECT 1 FROM {table} WHERE root IS NOT NULL LIMIT {FEW})"
            );
            let few = read.value::<i64>(&sql, [])? < FEW as i64;
            if few || group.asked == FEW {
                let roots = roots(read, table)?;
                let heads = roots.values().copied().collect();
                group.known = Some(Known { roots, heads });
            }
        }
        group.asked += 1;
        match &group.known {
            Some(there) => Ok(known(there)),
            None => one(),
        }
    }
}
