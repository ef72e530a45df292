//! The backups of a workspace: one a day by itself, under a lease so that two processes do not both
//! make it; those made by hand and before something drastic. Kept are the last three days and one of
//! about a week ago; what was made by hand or before something drastic stays.

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;

use super::time::days_between;
use super::{Db, Id, Read, Result, backup};
use crate::words;

words! {
    /// Why a backup was made.
    pub enum BackupKind {
        Daily = "daily",
        Manual = "manual",
        BeforeRestore = "before-restore",
        BeforeMigration = "before-migration",
    }
}

/// A file in the backup folder.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Backup {
    pub path: String,
    pub kind: BackupKind,
    /// When it was made, milliseconds UTC.
    pub at: i64,
    pub bytes: i64,
}

/// What a backup holds against what is here now.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct BackupPreview {
    pub path: String,
    pub name: String,
    /// Its latest action, milliseconds UTC.
    pub as_of: Option<i64>,
    /// It is a backup of this workspace.
    pub same: bool,
    /// Live rows of each noun that has any, there and here.
    pub counts: Vec<Count>,
    /// Actions that are here and not in it: what would be lost.
    pub lost: i64,
    /// The latest of them.
    pub latest: Vec<Lost>,
    /// Actions that are in it and no longer here: what would come back.
    pub back: i64,
}

#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Count {
    /// Table.
    pub noun: String,
    pub then: i64,
    pub now: i64,
}

/// An action that a restore would take away.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Lost {
    /// Key of its sentence.
    pub label: String,
    pub subject: Option<String>,
    /// Milliseconds UTC.
    pub at: i64,
}

const LEASE: &str = "daily-backup";
const LEASE_MS: i64 = 30 * 60_000;
const DAYS: usize = 3;
const WEEK: i64 = 7;
const SHOWN: usize = 8;

/// The backups of a workspace, the latest first.
pub fn list(db: &Db) -> Result<Vec<Backup>> {
    let folder = backup::folder(db.dir());
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut all: Vec<Backup> = entries
        .filter_map(|entry| read_entry(&entry.ok()?.path()))
        .collect();
    all.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    Ok(all)
}

fn read_entry(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(".db")?;
    let (why, mark) = name.rsplit_once('-')?;
    let kind: BackupKind = why.parse().ok()?;
    let about = path.metadata().ok()?;
    let at = match kind {
        // Marked by the version it had.
        BackupKind::BeforeMigration => about
            .modified()
            .ok()?
            .duration_since(std::time::UNIX_EPOCH)
            .ok()?
            .as_millis()
            .try_into()
            .ok()?,
        _ => mark.parse().ok()?,
    };
    Some(Backup {
        path: path.display().to_string(),
        kind,
        at,
        bytes: about.len().try_into().unwrap_or(i64::MAX),
    })
}

/// Makes a backup by hand.
pub fn make(db: &Db) -> Result<Backup> {
    made(db, BackupKind::Manual)
}

fn made(db: &Db, kind: BackupKind) -> Result<Backup> {
    let at = db.clock().now_ms();
    let path = backup::aside(db.dir(), at, kind.word());
    db.backup(&path)?;
    let bytes = path.metadata()?.len();
    Ok(Backup {
        path: path.display().to_string(),
        kind,
        at,
        bytes: bytes.try_into().unwrap_or(i64::MAX),
    })
}

/// Makes today's backup if there is none yet and nobody else is making it; then forgets the daily ones
/// that are no longer needed.
pub fn make_daily(db: &Db) -> Result<Option<Backup>> {
    if !due(db)? {
        return Ok(None);
    }
    let made = db.leased(LEASE, LEASE_MS, || {
        // Whoever held it before may have just finished.
        match due(db)? {
            true => made(db, BackupKind::Daily).map(Some),
            false => Ok(None),
        }
    })?;
    let Some(made) = made.flatten() else {
        return Ok(None);
    };
    forget(db)?;
    Ok(Some(made))
}

fn days(db: &Db) -> Result<Vec<(NaiveDate, PathBuf)>> {
    let daily: Vec<Backup> = list(db)?
        .into_iter()
        .filter(|backup| backup.kind == BackupKind::Daily)
        .collect();
    db.read(|read| {
        Ok(daily
            .into_iter()
            .map(|backup| (read.zone.day(backup.at), backup.path.into()))
            .collect())
    })
}

fn due(db: &Db) -> Result<bool> {
    let today = db.read(|read| Ok(read.today()))?;
    Ok(days(db)?.iter().all(|(day, _)| *day != today))
}

fn forget(db: &Db) -> Result<()> {
    let today = db.read(|read| Ok(read.today()))?;
    let days = days(db)?;
    let dates: Vec<NaiveDate> = days.iter().map(|(day, _)| *day).collect();
    let kept = kept(&dates, today);
    for (at, (_, path)) in days.iter().enumerate() {
        if !kept.contains(&at) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Which daily backups stay, as positions in `days` (the latest first): the last three; of the older
/// ones the latest that is over a week old, and the one that will be it next.
fn kept(days: &[NaiveDate], today: NaiveDate) -> HashSet<usize> {
    let age = |at: &usize| days_between(days[*at], today);
    let mut kept: HashSet<usize> = (0..days.len().min(DAYS)).collect();
    kept.extend((0..days.len()).find(|at| age(at) > WEEK));
    kept.extend((0..days.len()).rfind(|at| age(at) <= WEEK));
    kept
}

/// What a backup holds against what is here now. Refused like a restore of it would be.
pub fn preview(db: &Db, file: &Path) -> Result<BackupPreview> {
    let there = backup::Source::open(file, db.model().migrations.len() as i64)?;
    let there = there.conn();
    db.read(|read| {
        let mut counts = Vec::new();
        for noun in db.model().nouns.iter().filter(|noun| noun.no != SETTINGS) {
            let sql = format!(
                "SELECT count(*) FROM {} WHERE deleted_at IS NULL",
                noun.table
            );
            // An older backup may not know this noun yet.
            let then = there.query_row(&sql, [], |row| row.get(0)).unwrap_or(0);
            let now = read.value(&sql, [])?;
            if then > 0 || now > 0 {
                counts.push(Count {
                    noun: noun.table.to_owned(),
                    then,
                    now,
                });
            }
        }
        let (lost, latest, back) = differing(there, read)?;
        Ok(BackupPreview {
            path: file.display().to_string(),
            name: there
                .query_row(
                    "SELECT value FROM settings WHERE key = 'name' AND deleted_at IS NULL",
                    [],
                    |row| row.get(0),
                )
                .optional()?
                .unwrap_or_default(),
            as_of: there.query_row("SELECT max(at) FROM actions", [], |row| row.get(0))?,
            same: there.query_row("SELECT id FROM workspace", [], |row| row.get::<_, Id>(0))?
                == db.workspace(),
            counts,
            lost,
            latest,
            back,
        })
    })
}

/// The number of the settings' noun: they are no content to be counted.
const SETTINGS: i64 = 1;

/// How many actions are here and not there, the latest of them, and how many are there and not here.
fn differing(there: &Connection, read: &Read<'_>) -> Result<(i64, Vec<Lost>, i64)> {
    let mut statement = there.prepare("SELECT id FROM actions")?;
    let then: HashSet<Id> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let here: Vec<Id> = read.all("SELECT id FROM actions ORDER BY n DESC", [], |row| {
        row.get(0)
    })?;
    let lost: Vec<Id> = here
        .iter()
        .copied()
        .filter(|id| !then.contains(id))
        .collect();
    let both = here.len() - lost.len();
    let mut latest = Vec::new();
    for id in lost.iter().take(SHOWN) {
        latest.extend(read.first(
            "SELECT label, subject, at FROM actions WHERE id = ?1",
            [id],
            |row| {
                Ok(Lost {
                    label: row.get(0)?,
                    subject: row.get(1)?,
                    at: row.get(2)?,
                })
            },
        )?);
    }
    Ok((lost.len() as i64, latest, (then.len() - both) as i64))
}
