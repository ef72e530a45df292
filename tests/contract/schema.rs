//! `src-tauri/core/schema.sql` is the whole schema after all migrations, for people to read first. It is generated:
//! `TOUCHLINE_WRITE=1 cargo nextest run -p touchline-tests --test contract schema` writes it again.

use std::fs;

use anyhow::{Context, Result};
use touchline_core::model;
use touchline_tests::binaries;
use touchline_tests::store::Store;

const FILE: &str = "src-tauri/core/schema.sql";

#[test]
fn the_written_schema_is_what_the_migrations_make() -> Result<()> {
    let made = schema()?;
    let file = binaries::project().join(FILE);
    if std::env::var_os("TOUCHLINE_WRITE").is_some() {
        fs::write(&file, &made)?;
    }
    let written = fs::read_to_string(&file).context(FILE)?;
    assert!(
        written == made,
        "{FILE} is out of date: run this test with TOUCHLINE_WRITE=1 and commit what it writes"
    );
    Ok(())
}

/// Tables in the order of their migrations, each with its indexes.
fn schema() -> Result<String> {
    let store = Store::new()?;
    let db = store.create()?;
    let statements: Vec<String> = db.read(|read| {
        read.all(
            "SELECT s.sql FROM sqlite_schema s JOIN sqlite_schema t ON t.type = 'table' AND t.name = s.tbl_name
             WHERE s.sql IS NOT NULL ORDER BY t.rowid, s.type = 'index', s.rowid",
            [],
            |row| row.get(0),
        )
    })?;
    let head = format!(
        "-- Generated from migrations 1 to {}; tests/contract/schema.rs says how. Change a migration, not this.\n",
        model().migrations.len()
    );
    let body = statements.into_iter().map(|sql| format!("\n{sql};\n"));
    Ok(std::iter::once(head).chain(body).collect())
}
