//! Backup and restore through SQLite's backup API: copying the file would miss the WAL.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::db::{APPLICATION_ID, marks, open};
use super::{Code, Error, Result, place};

/// Pages copied at a time.
const PAGES: i32 = 4096;

/// Where a copy made before something drastic is kept.
pub fn aside(dir: &Path, mark: i64, why: &str) -> PathBuf {
    folder(dir).join(format!("{why}-{mark}.db"))
}

/// The backups of the workspace in `dir`.
pub fn folder(dir: &Path) -> PathBuf {
    dir.join("backups")
}

/// Writes a copy of the open database into `target`, first beside it and then under its name, so
/// that an interrupted backup never stands where a good one stood.
pub fn save(conn: &Connection, target: &Path) -> Result<()> {
    if target.file_name().is_some_and(|name| name == place::FILE) && target.exists() {
        // The file of a workspace, perhaps of this one, perhaps open in another process.
        return Err(Error::new(Code::WorkspaceExists).with("path", target.display()));
    }
    if let Some(folder) = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder)?;
    }
    let beside = target.with_extension(format!("{}.part", std::process::id()));
    let saved = copy_to(conn, &beside).and_then(|()| move_to(&beside, target));
    if saved.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    saved
}

fn copy_to(conn: &Connection, beside: &Path) -> Result<()> {
    let _ = std::fs::remove_file(beside);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut copy = open(beside, flags)?;
    Backup::new(conn, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    copy.close().map_err(|(_, error)| Error::from(error))
}

fn move_to(beside: &Path, target: &Path) -> Result<()> {
    if std::fs::rename(beside, target).is_err() {
        std::fs::copy(beside, target)?;
        std::fs::remove_file(beside)?;
    }
    Ok(())
}

/// A backup that was found sound.
pub struct Source(Connection);

impl Source {
    /// Looks at a backup. Refused when it is not ours, damaged or newer than `latest`.
    pub fn open(file: &Path, latest: i64) -> Result<Source> {
        let refuse = |code: Code| Error::new(code).with("path", file.display());
        if !file.is_file() {
            return Err(refuse(Code::WorkspaceAbsent));
        }
        let conn = open(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let (application, version) = marks(&conn).map_err(|error| {
            let code = match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => Code::WorkspaceUnknown,
                _ => Error::from(error).code,
            };
            refuse(code)
        })?;
        if application != APPLICATION_ID {
            return Err(refuse(Code::WorkspaceUnknown));
        }
        if version > latest {
            return Err(refuse(Code::WorkspaceNewer));
        }
        let sound: String = conn
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
            .map_err(|error| refuse(Code::WorkspaceBroken).because(error))?;
        if sound != "ok" {
            return Err(refuse(Code::WorkspaceBroken).because(sound));
        }
        Ok(Source(conn))
    }

    /// To look into it.
    pub fn conn(&self) -> &Connection {
        &self.0
    }

    /// Loads it over an open database: all of it, or nothing.
    pub fn copy_over(&self, conn: &mut Connection) -> Result<()> {
        Ok(Backup::new(&self.0, conn)?.run_to_completion(PAGES, Duration::ZERO, None)?)
    }
}
