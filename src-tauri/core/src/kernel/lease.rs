//! Jobs that only one process may do at a time hold a lease row until a moment; a crashed holder's
//! lease simply runs out. Leases are local and never logged.

use rusqlite::{Connection, params};

use super::Result;

/// Takes or renews the lease `name` for `holder` until `until_ms`. False: somebody else has it.
pub fn take(
    conn: &Connection,
    name: &str,
    holder: &str,
    now_ms: i64,
    until_ms: i64,
) -> Result<bool> {
    let changed = conn.execute(
        "INSERT INTO leases (name, holder, until_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (name) DO UPDATE SET holder = ?2, until_at = ?3
         WHERE holder = ?2 OR until_at < ?4",
        params![name, holder, until_ms, now_ms],
    )?;
    Ok(changed == 1)
}

/// Ends a lease, whoever holds it.
pub fn end(conn: &Connection, name: &str) -> Result<()> {
    conn.execute("DELETE FROM leases WHERE name = ?1", [name])?;
    Ok(())
}

/// True while somebody holds it.
pub fn held(conn: &Connection, name: &str, now_ms: i64) -> Result<bool> {
    Ok(conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM leases WHERE name = ?1 AND until_at >= ?2)",
        params![name, now_ms],
        |row| row.get(0),
    )?)
}
