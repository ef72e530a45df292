//! The whole order of a view as row numbers, 8 bytes each: from it any place of a list of any length is
//! found at once. The last few are kept; one holds until something is written.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::types::Value;

use super::fits::Fits;
use super::{MOST, Offer, PageInput, Scan, Way, numbers, sorted_by};
use crate::kernel::changes;
use crate::kernel::read::Read;
use crate::kernel::{Id, Noun, Result};

/// How many orders are kept: the tables that may be open, and one that was left a moment ago.
const KEPT: usize = 4;

/// The orders of the views that were walked last, the newest at the end.
#[derive(Default)]
pub struct Orders(Mutex<Vec<(Key, Arc<[i64]>)>>);

/// What an order is of. Another end of the log, or another file behind it: it may have changed.
#[derive(PartialEq)]
struct Key {
    view: String,
    values: Vec<Value>,
    log: i64,
    restored: Option<Id>,
}

impl Orders {
    fn known(&self, key: &Key) -> Option<Arc<[i64]>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter()
            .find(|(known, _)| known == key)
            .map(|(_, rows)| Arc::clone(rows))
    }

    fn keep(&self, key: Key, rows: &Arc<[i64]>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| known.log == key.log && *known != key);
        if kept.len() == KEPT {
            kept.remove(0);
        }
        kept.push((key, Arc::clone(rows)));
    }
}

/// The rows of a view in its order.
pub(super) fn whole(
    read: &Read<'_>,
    noun: &Noun,
    offer: &Offer,
    input: &PageInput,
) -> Result<Arc<[i64]>> {
    let way = sorted_by(read, noun, offer, input)?;
    let mut fits = Fits::of(read, noun, offer, input)?;
    let key = Key {
        view: format!(
            "{} {} {} {}",
            noun.table,
            match &way {
                Way::Column(column) => column,
                Way::Beside(beside) => beside.condition.as_str(),
            },
            input.desc,
            fits.conditions(0)
        ),
        values: fits.values.clone(),
        log: changes::cursor(read)?,
        restored: read.value("SELECT restored FROM workspace", [])?,
    };
    if let Some(rows) = read.orders().known(&key) {
        return Ok(rows);
    }
    let rows: Arc<[i64]> = match way {
        Way::Column(column) => {
            let left = fits.count(read)?;
            let scan = Scan {
                table: fits.table(left),
                column,
                desc: input.desc,
                conditions: &fits.conditions(left),
                values: &fits.values,
            };
            scan.all(read)?
        }
        Way::Beside(beside) => beside.in_order(read, noun, &fits, input.desc, None)?,
    }
    .into();
    // While derived columns are still being worked off, the order moves without a line in the log.
    let settling: bool = read.value("SELECT EXISTS (SELECT 1 FROM dirty)", [])?;
    // So does what words find while rows wait for the text index.
    let indexing =
        input.query.is_some() && read.value("SELECT EXISTS (SELECT 1 FROM search_waiting)", [])?;
    if !settling && !indexing {
        read.orders().keep(key, &rows);
    }
    Ok(rows)
}

/// Ids of the rows at the places `from` to `to`, both included, in the order of the view.
pub fn stretch(
    read: &Read<'_>,
    noun: &Noun,
    offer: &Offer,
    input: &PageInput,
    from: u32,
    to: u32,
) -> Result<Vec<Id>> {
    let rows = whole(read, noun, offer, input)?;
    let end = rows.len().min(to as usize + 1);
    let mut ids = Vec::new();
    for some in rows[end.min(from as usize)..end].chunks(MOST as usize) {
        let sql = format!(
            "SELECT n, id FROM {} WHERE n IN ({})",
            noun.table,
            numbers(some)
        );
        let found = read.uncached(&sql, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut by_n: HashMap<i64, Id> = found.into_iter().collect();
        ids.extend(some.iter().filter_map(|n| by_n.remove(n)));
    }
    Ok(ids)
}

impl Scan<'_> {
    /// Every row number, in order.
    pub(super) fn all(&self, read: &Read<'_>) -> Result<Vec<i64>> {
        let order = if self.desc { "DESC" } else { "ASC" };
        let Scan {
            table,
            column,
            conditions,
            ..
        } = self;
        let mut rows: Vec<i64> = self.numbers(
            read,
            &format!(
                "SELECT n FROM {table} WHERE {conditions} AND {column} IS NOT NULL
                 ORDER BY {column} {order}, n {order}"
            ),
        )?;
        rows.extend(self.numbers(
            read,
            &format!("SELECT n FROM {table} WHERE {conditions} AND {column} IS NULL ORDER BY n"),
        )?);
        Ok(rows)
    }

    fn numbers(&self, read: &Read<'_>, sql: &str) -> Result<Vec<i64>> {
        read.all(sql, rusqlite::params_from_iter(self.values.iter()), |row| {
            row.get(0)
        })
    }
}
