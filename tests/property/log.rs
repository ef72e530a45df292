//! What the log must agree with: the tables, the stamps, and what is derived.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use rusqlite::types::Value;
use touchline_core::kernel::changes::{self, Replayed};
use touchline_core::kernel::{Db, Read, tx};
use touchline_core::model;

/// Fails when the log and the tables tell different stories.
pub fn agrees(db: &Db) -> Result<()> {
    let (replayed, stored) =
        db.read(|read| Ok((changes::replay(model(), read)?, tables(read)?)))?;
    for (row, told) in &replayed {
        ensure!(
            stored.get(row) == Some(told),
            "row {row:?}: the log tells {told:?}, the table {:?}",
            stored.get(row)
        );
    }
    ensure!(
        replayed.len() == stored.len(),
        "rows without a line in the log"
    );
    db.read(|read| Ok(stamps(read)))??;
    let check = db.check()?;
    ensure!(check.integrity == "ok", "{}", check.integrity);
    ensure!(
        check.stale_projections.is_empty(),
        "stale: {:?}",
        check.stale_projections
    );
    Ok(())
}

/// Every row of every noun by noun and row number.
fn tables(read: &Read<'_>) -> touchline_core::kernel::Result<BTreeMap<(i64, i64), Replayed>> {
    let mut rows = BTreeMap::new();
    for noun in model().nouns {
        let columns: Vec<_> = noun.columns().collect();
        let sql = format!(
            "SELECT n, deleted_at IS NULL, {} FROM {}",
            columns.join(", "),
            noun.table
        );
        let stored = read.all(&sql, [], |row| {
            let values = (0..columns.len())
                .map(|at| row.get(at + 2))
                .collect::<rusqlite::Result<Vec<Value>>>()?;
            let live = row.get(1)?;
            Ok(((noun.no, row.get(0)?), Replayed { live, values }))
        })?;
        rows.extend(stored);
    }
    Ok(rows)
}

/// Stamps only grow; a row carries the stamp that made it, a cell the stamp of its latest change.
fn stamps(read: &Read<'_>) -> Result<()> {
    let lines = read.all(
        "SELECT stamp, device, seq, noun, row, cell FROM changes ORDER BY n",
        [],
        |row| {
            let cell: (i64, i64, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, i64>(2)?,
                cell,
            ))
        },
    )?;
    let mut latest = BTreeMap::new();
    let mut before = (0, 0);
    for (stamp, device, seq, cell) in lines {
        ensure!(
            stamp > before.0 && seq > before.1,
            "{cell:?} is stamped {stamp}, {seq} after {before:?}"
        );
        before = (stamp, seq);
        latest.insert(cell, (stamp, device));
    }
    let mut carried: BTreeMap<_, _> = read
        .all(
            "SELECT noun, row, cell, stamp, device FROM cell_stamps",
            [],
            |row| {
                let cell: (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok((cell, (row.get(3)?, row.get(4)?)))
            },
        )?
        .into_iter()
        .collect();
    for noun in model().nouns {
        let rows = read.all(
            &format!("SELECT n, stamp, device FROM {}", noun.table),
            [],
            |row| {
                Ok((
                    (noun.no, row.get(0)?, tx::CREATED),
                    (row.get(1)?, row.get(2)?),
                ))
            },
        )?;
        carried.extend(rows);
    }
    ensure!(
        latest == carried,
        "the log's latest stamps are not those carried:\n{latest:?}\n{carried:?}"
    );
    Ok(())
}
