//! Bare SQLite: the same rows in plain tables.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use rusqlite::Connection;
use touchline_tests::generate::Generator;

use crate::now;
use crate::table::p95;

/// The same rows in two plain tables with the indexes a contact list needs, in one transaction.
pub fn people(file: &Path, count: usize) -> Result<f64> {
    let mut generator = Generator::new(7, now());
    let rows: Vec<_> = (0..count).map(|at| generator.person(at)).collect();
    let mut conn = Connection::open(file)?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE people (n INTEGER PRIMARY KEY, id BLOB UNIQUE, name TEXT, kind TEXT, grade TEXT, city TEXT);
         CREATE TABLE identifiers (n INTEGER PRIMARY KEY, id BLOB UNIQUE, person BLOB, kind TEXT, value TEXT);
         CREATE INDEX by_person ON identifiers (person); CREATE INDEX by_value ON identifiers (value);
         CREATE TABLE calls (n INTEGER PRIMARY KEY, id BLOB UNIQUE, person BLOB, at INTEGER, said TEXT);",
    )?;
    let start = Instant::now();
    let tx = conn.transaction()?;
    for (person, identifiers) in &rows {
        tx.prepare_cached(
            "INSERT INTO people (id, name, kind, grade, city) VALUES (?, ?, ?, ?, ?)",
        )?
        .execute((
            person.id,
            &person.name,
            person.kind,
            person.grade,
            &person.city,
        ))?;
        for identifier in identifiers {
            tx.prepare_cached(
                "INSERT INTO identifiers (id, person, kind, value) VALUES (?, ?, ?, ?)",
            )?
            .execute((
                identifier.id,
                identifier.person,
                identifier.kind,
                &identifier.value,
            ))?;
        }
    }
    tx.commit()?;
    Ok(start.elapsed().as_secs_f64())
}

/// One plain row with its own durable commit.
pub fn call(file: &Path) -> Result<f64> {
    let conn = Connection::open(file)?;
    conn.execute_batch("PRAGMA synchronous = FULL; DELETE FROM calls")?;
    let mut at = 0u64;
    p95(200, || {
        at += 1;
        conn.prepare_cached("INSERT INTO calls (id, person, at, said) VALUES (?, ?, ?, ?)")?
            .execute((
                at.to_le_bytes(),
                at.to_be_bytes(),
                at as i64,
                "有意向，下周三回访",
            ))?;
        Ok(())
    })
}
