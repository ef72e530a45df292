//! Backup and restore through SQLite's backup API: copying the file would miss the WAL.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::db::{APPLICATION_ID, open_connection};
use super::{Code, Error, Result};

/// Where a copy made before something drastic is kept.
pub fn aside(dir: &Path, mark: i64, why: &str) -> PathBuf {
    dir.join("backups").join(format!("{why}-{mark}.db"))
}

/// Writes a copy of the open database into `target`, first beside it and then under its name, so
/// that an interrupted backup never stands where a good one stood.
pub fn save(conn: &Connection, target: &Path) -> Result<()> {
    if let Some(folder) = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder)?;
    }
    let beside = target.with_extension("db.part");
    let _ = std::fs::remove_file(&beside);
    {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut copy = open_connection(&beside, flags)?;
        Backup::new(conn, &mut copy)?.run_to_completion(4096, Duration::ZERO, None)?;
        copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    }
    if std::fs::rename(&beside, target).is_err() {
        std::fs::copy(&beside, target)?;
        std::fs::remove_file(&beside)?;
    }
    Ok(())
}

/// Loads a backup over the open database. Refused when it is not ours, damaged or newer than
/// `version`; then nothing was touched.
pub fn load(source: &Path, conn: &mut Connection, version: i64) -> Result<()> {
    let refuse = |code: Code| Error::new(code).with("path", source.display());
    if !source.is_file() {
        return Err(refuse(Code::WorkspaceAbsent));
    }
    let from = open_connection(source, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let marks = from.query_row(
        "SELECT a.application_id, v.user_version FROM pragma_application_id a, pragma_user_version v",
        [],
        |row| Ok((row.get::<_, i32>(0)?, row.get::<_, i64>(1)?)),
    );
    let (application, theirs) =
        marks.map_err(|error| refuse(Code::WorkspaceUnknown).because(error))?;
    if application != APPLICATION_ID {
        return Err(refuse(Code::WorkspaceUnknown));
    }
    if theirs > version {
        return Err(refuse(Code::WorkspaceNewer));
    }
    let sound: String = from
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| refuse(Code::WorkspaceBroken).because(error))?;
    if sound != "ok" {
        return Err(refuse(Code::WorkspaceBroken).because(sound));
    }
    Backup::new(&from, conn)?.run_to_completion(4096, Duration::ZERO, None)?;
    Ok(())
}
