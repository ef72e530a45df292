//! The one place that opens connections: telling our files from others, WAL and `synchronous` of the
//! writer, readers that only read, and bringing an older file up to date.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension};
use rusqlite_migration::{M, Migrations};

use crate::kernel::{Code, Error, Id, Model, Result, backup, place};

/// "TLDB": marks a file as a Touchline workspace.
pub const APPLICATION_ID: i32 = 0x544C_4442;
/// How long a process waits for another one's write.
const BUSY: Duration = Duration::from_secs(5);

/// Refuses a file that is not ours, damaged or newer, without writing to it.
pub fn recognise(model: &Model, file: &Path) -> Result<()> {
    let mut head = [0u8; 16];
    match File::open(file).and_then(|mut opened| opened.read_exact(&mut head)) {
        Ok(()) if &head == b"SQLite format 3\0" => {}
        Ok(()) => return Err(Error::new(Code::WorkspaceUnknown)),
        Err(error) => {
            return Err(match error.kind() {
                ErrorKind::NotFound => Error::new(Code::WorkspaceAbsent),
                ErrorKind::UnexpectedEof => Error::new(Code::WorkspaceUnknown),
                _ => Error::from(error),
            });
        }
    }
    let (application, version) = reader(file)
        .and_then(|look| marks(&look))
        .map_err(|error| {
            if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) {
                // It was just read: what SQLite lacks is a folder where it may keep its log.
                Error::new(Code::WorkspaceReadOnly).because(error)
            } else {
                Error::from(error)
            }
        })?;
    if application != APPLICATION_ID {
        return Err(Error::new(Code::WorkspaceUnknown));
    }
    if version > model.migrations.len() as i64 {
        return Err(Error::new(Code::WorkspaceNewer));
    }
    Ok(())
}

/// Whose file it is, and how many migrations it has seen.
pub fn marks(conn: &Connection) -> rusqlite::Result<(i32, i64)> {
    conn.query_row(
        "SELECT a.application_id, v.user_version FROM pragma_application_id a, pragma_user_version v",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The connection that writes. A commit that returned survives a power cut.
pub fn writer(file: &Path) -> Result<Connection> {
    let conn = open(
        file,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    let mode: String =
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::new(Code::DiskFailed).because(format!("journal_mode is {mode}")));
    }
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "cache_size", -64 * 1024)?;
    Ok(conn)
}

/// A connection that never writes.
pub fn reader(file: &Path) -> rusqlite::Result<Connection> {
    let conn = open(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.pragma_update(None, "cache_size", -16 * 1024)?;
    Ok(conn)
}

/// Any SQLite file, with our patience for other processes.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that opens connections"
)]
pub fn open(file: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let conn = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(BUSY)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(conn)
}

/// Makes a workspace file in `dir`: under another name first and then moved into place whole, so that a
/// crash leaves either no workspace or one that opens.
pub fn make(model: &Model, dir: &Path, workspace: Id, now_ms: i64) -> Result<()> {
    let file = place::file(dir);
    let beside = file.with_extension("db.new");
    for left in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{left}", beside.display()));
    }
    let mut conn = writer(&beside)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(model, &mut conn, dir)?;
    conn.execute(
        "INSERT INTO workspace (id, made_at) VALUES (?1, ?2)",
        (workspace, now_ms),
    )?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(std::fs::rename(&beside, file)?)
}

/// The identity of the workspace in an open file.
pub fn workspace(conn: &Connection) -> Result<Id> {
    conn.query_row("SELECT id FROM workspace", [], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::new(Code::WorkspaceBroken).because("no workspace id"))
}

/// Brings the schema up to date, all of it or nothing; a file that already holds data is backed up
/// first.
pub fn migrate(model: &Model, conn: &mut Connection, dir: &Path) -> Result<()> {
    let latest = model.migrations.len() as i64;
    let (_, version) = marks(conn)?;
    if version == latest {
        return Ok(());
    }
    if version > 0 {
        backup::save(conn, &backup::aside(dir, version, "before-migration"))?;
    }
    let steps = Migrations::new(model.migrations.iter().map(|sql| M::up(sql)).collect());
    match steps.to_latest(conn) {
        // Another process that started at the same moment was quicker.
        Err(_) if marks(conn)?.1 == latest => Ok(()),
        Err(rusqlite_migration::Error::RusqliteError { err, .. }) => Err(Error::from(err)),
        Err(other) => Err(Error::internal(other)),
        Ok(()) => Ok(()),
    }
}
