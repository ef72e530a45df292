//! Opening a workspace file, the pool of readers and the one writer.
//!
//! Several processes may use one workspace. Every writer works under BEGIN IMMEDIATE and reads clock
//! and seq inside it; readers see one snapshot each and never wait for a writer (WAL).

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::device::Device;
use super::digest::Digest;
use super::ids::Ids;
use super::projections::{self, Projector};
use super::time::Zone;
use super::tx::{Act, Frame, Read, WriteTx, Written};
use super::undo::{self, Action};
use super::{
    Clock, Code, Error, Id, Model, Result, backup, changes, digest, lease, place, settings,
};

/// "TLDB": marks a file as a Touchline workspace.
pub const APPLICATION_ID: i32 = 0x544C_4442;
/// How long a process waits for another one's write.
const BUSY: Duration = Duration::from_secs(5);
const READERS: usize = 3;
/// How long an action may stay `running` without a sign of life before it is taken back.
const RUNNING_LEASE_MS: i64 = 60_000;

/// How a workspace is opened.
pub struct Options {
    pub clock: Clock,
    /// `None`: random; `Some`: the same identities every time.
    pub seed: Option<u64>,
    /// Folder of the per-device files.
    pub config: PathBuf,
}

/// An open workspace. Cheap to clone; all clones share the connections.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    dir: PathBuf,
    config: PathBuf,
    model: &'static Model,
    clock: Clock,
    ids: Ids,
    workspace: Id,
    device: Mutex<Device>,
    device_n: i64,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Db {
    /// Makes a workspace in `dir`, which must not hold one, with its time zone and device.
    pub fn create(model: &'static Model, dir: &Path, zone: Zone, options: Options) -> Result<Db> {
        let file = place::file(dir);
        if file.exists() {
            return Err(Error::new(Code::WorkspaceExists).with("path", dir.display()));
        }
        std::fs::create_dir_all(dir)?;
        let ids = ids(&options);
        let conn = connect(&file, true)?;
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
        migrate(model, &conn, dir)?;
        let workspace = ids.fresh(options.clock.now_ms());
        conn.execute(
            "INSERT INTO workspace (id, made_at) VALUES (?1, ?2)",
            (workspace, options.clock.now_ms()),
        )?;
        let db = Db::assemble(model, dir, conn, workspace, ids, options)?;
        db.write(Act::new("workspace_made"), |tx| {
            settings::set(tx, settings::ZONE, zone.0.name())
        })?;
        Ok(db)
    }

    /// Opens the workspace in `dir`. A file that is not ours, damaged or newer is refused untouched.
    pub fn open(model: &'static Model, dir: &Path, options: Options) -> Result<Db> {
        let file = place::file(dir);
        let code = |code: Code| Error::new(code).with("path", dir.display());
        recognise(&file).map_err(|(code, detail)| {
            Error::new(code).with("path", dir.display()).because(detail)
        })?;
        let look = open_connection(&file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let (application, version): (i32, i64) = look
            .query_row("SELECT a.application_id, v.user_version FROM pragma_application_id a, pragma_user_version v", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .map_err(|error| code(Code::WorkspaceBroken).because(error))?;
        drop(look);
        if application != APPLICATION_ID {
            return Err(code(Code::WorkspaceUnknown));
        }
        if version > model.migrations.len() as i64 {
            return Err(code(Code::WorkspaceNewer));
        }
        let writable = !std::fs::metadata(&file)?.permissions().readonly();
        let conn = connect(&file, writable).map_err(|error| match error.code {
            Code::DiskFailed => code(Code::WorkspaceReadOnly).because(error),
            _ => error,
        })?;
        if writable {
            migrate(model, &conn, dir)?;
        }
        let workspace: Id = conn
            .query_row("SELECT id FROM workspace", [], |row| row.get(0))
            .optional()?
            .ok_or_else(|| code(Code::WorkspaceBroken).because("no workspace id"))?;
        let ids = ids(&options);
        let db = Db::assemble(model, dir, conn, workspace, ids, options)?;
        if writable {
            db.recover()?;
        }
        Ok(db)
    }

    fn assemble(
        model: &'static Model,
        dir: &Path,
        conn: Connection,
        workspace: Id,
        ids: Ids,
        options: Options,
    ) -> Result<Db> {
        let now = options.clock.now_ms();
        let device = Device::load(&options.config, workspace, &ids, now)?;
        let device_n = device_row(&conn, device.id)?;
        let readers = (0..READERS)
            .map(|_| reader(&place::file(dir)))
            .collect::<Result<Vec<_>>>()?;
        Ok(Db(Arc::new(Inner {
            dir: dir.to_owned(),
            config: options.config,
            model,
            clock: options.clock,
            ids,
            workspace,
            device: Mutex::new(device),
            device_n,
            writer: Mutex::new(conn),
            readers: Mutex::new(readers),
        })))
    }

    pub fn dir(&self) -> &Path {
        &self.0.dir
    }

    pub fn workspace(&self) -> Id {
        self.0.workspace
    }

    pub fn clock(&self) -> Clock {
        self.0.clock
    }

    pub fn model(&self) -> &'static Model {
        self.0.model
    }

    /// What this installation remembers of the workspace.
    pub fn device(&self) -> Device {
        lock(&self.0.device).clone()
    }

    /// Changes what this installation remembers.
    pub fn set_device(&self, change: impl FnOnce(&mut Device)) -> Result<()> {
        let mut device = lock(&self.0.device);
        let mut changed = device.clone();
        change(&mut changed);
        changed.save(&self.0.config, self.0.workspace)?;
        *device = changed;
        Ok(())
    }

    /// Runs `look` on one snapshot.
    pub fn read<T>(&self, look: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        let pooled = lock(&self.0.readers).pop();
        let mut conn = match pooled {
            Some(conn) => conn,
            None => reader(&place::file(&self.0.dir))?,
        };
        let result = {
            let snapshot = conn.transaction()?;
            let read = self.look(&snapshot)?;
            look(&read)
        };
        let mut pool = lock(&self.0.readers);
        if pool.len() < READERS {
            pool.push(conn);
        }
        result
    }

    fn look<'c>(&self, conn: &'c Connection) -> Result<Read<'c>> {
        let name: Option<String> = conn
            .prepare_cached("SELECT value FROM settings WHERE key = ?1 AND deleted_at IS NULL")?
            .query_row([settings::ZONE], |row| row.get(0))
            .optional()?;
        let zone = name
            .and_then(|name| name.parse().ok())
            .unwrap_or(chrono_tz::UTC);
        Ok(Read::new(
            conn,
            self.0.clock.now_ms(),
            Zone(zone),
            lock(&self.0.device).me,
        ))
    }

    /// Runs `work` as one action in one transaction: all of it is written, or nothing.
    pub fn write<T>(
        &self,
        act: Act,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let (value, action, changes) = self.write_framed(act, Frame::default(), work)?;
        Ok(Written {
            value,
            action: action.map(|(_, id)| id),
            changes,
        })
    }

    fn write_framed<T>(
        &self,
        act: Act,
        frame: Frame,
        work: impl FnOnce(&mut WriteTx<'_>) -> Result<T>,
    ) -> Result<(T, Option<(i64, Id)>, u64)> {
        let conn = lock(&self.0.writer);
        let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        let read = self.look(&transaction)?;
        let mut tx = WriteTx::begin(read, self.0.model, &self.0.ids, self.0.device_n, act, frame)?;
        let value = work(&mut tx)?;
        let (action, changes) = tx.finish()?;
        if changes > 0 {
            transaction.commit()?;
        } else {
            transaction.rollback()?;
        }
        drop(conn);
        self.work_off()?;
        Ok((value, action, changes))
    }

    /// Writes to the local, unlogged tables (drafts).
    pub(crate) fn write_local(&self, sql: &str, params: impl rusqlite::Params) -> Result<()> {
        lock(&self.0.writer).execute(sql, params)?;
        Ok(())
    }

    /// Begins an action that commits in slices. It is taken back if it is never finished.
    pub fn long(&self, act: Act) -> Long<'_> {
        Long {
            db: self,
            act,
            action: None,
            changes: 0,
        }
    }

    fn work_off(&self) -> Result<()> {
        loop {
            let conn = lock(&self.0.writer);
            let waiting: bool = conn
                .prepare_cached("SELECT EXISTS (SELECT 1 FROM dirty)")?
                .query_row([], |row| row.get(0))?;
            if !waiting {
                return Ok(());
            }
            let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
            projections::work_off(
                self.0.model,
                &Projector {
                    read: self.look(&transaction)?,
                },
            )?;
            transaction.commit()?;
        }
    }

    /// After a crash: finishes derived data, takes back actions that never finished.
    fn recover(&self) -> Result<()> {
        self.work_off()?;
        let now = self.0.clock.now_ms();
        let left: Vec<(i64, Id)> = {
            let conn = lock(&self.0.writer);
            let mut statement =
                conn.prepare("SELECT n, id FROM actions WHERE state = 'running'")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<rusqlite::Result<_>>()?
        };
        for (n, id) in left {
            if !lease::held(&lock(&self.0.writer), &lease_name(n), now)? {
                self.abandon(n, id)?;
            }
        }
        Ok(())
    }

    fn abandon(&self, n: i64, id: Id) -> Result<()> {
        self.toggle(|conn| undo::root_of(conn, id))?;
        lock(&self.0.writer).execute("UPDATE actions SET state = 'cancelled' WHERE n = ?1", [n])?;
        Ok(())
    }

    /// Takes back the latest action of this device, or the one with this id.
    pub fn undo(&self, action: Option<Id>) -> Result<Undone> {
        let device = self.0.device_n;
        self.toggle(|conn| {
            let root = match action {
                Some(id) => undo::root_of(conn, id)?,
                None => undo::latest_live(conn, device)?,
            };
            if root.live {
                Ok(root)
            } else {
                Err(Error::new(Code::UndoNothing))
            }
        })
    }

    /// Brings back what was taken back last, if nothing was done since.
    pub fn redo(&self) -> Result<Undone> {
        let device = self.0.device_n;
        self.toggle(|conn| undo::latest_undone(conn, device))
    }

    fn toggle(&self, choose: impl FnOnce(&Connection) -> Result<Action>) -> Result<Undone> {
        let conn = lock(&self.0.writer);
        let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        let root = choose(&transaction)?;
        let read = self.look(&transaction)?;
        let act = Act::new(if root.live { "undone" } else { "redone" });
        let frame = Frame {
            root: Some(root.n),
            ..Frame::default()
        };
        let mut tx = WriteTx::begin(read, self.0.model, &self.0.ids, self.0.device_n, act, frame)?;
        undo::toggle(&mut tx, &root)?;
        let (_, changes) = tx.finish()?;
        transaction.execute(
            "UPDATE actions SET live = ?2 WHERE n = ?1",
            (root.n, !root.live),
        )?;
        transaction.commit()?;
        drop(conn);
        self.work_off()?;
        Ok(Undone {
            action: root.id,
            label: root.label,
            subject: root.subject,
            changes,
        })
    }

    /// Both digests of the workspace as it stands.
    pub fn digest(&self) -> Result<Digest> {
        self.read(|read| digest::of(self.0.model, read.conn()))
    }

    /// Nouns written since `cursor`, by any process.
    pub fn feed(&self, cursor: i64) -> Result<changes::Feed> {
        self.read(|read| changes::feed(self.0.model, read, cursor))
    }

    /// Recomputes everything derived.
    pub fn rebuild(&self) -> Result<()> {
        let conn = lock(&self.0.writer);
        let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        projections::rebuild(
            self.0.model,
            &Projector {
                read: self.look(&transaction)?,
            },
        )?;
        Ok(transaction.commit()?)
    }

    /// SQLite's integrity check and, per projection, whether it equals a rebuild. Changes nothing.
    pub fn check(&self) -> Result<Check> {
        let conn = lock(&self.0.writer);
        let integrity: String =
            conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        let transaction = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
        let before = projections::fingerprints(self.0.model, &transaction)?;
        projections::rebuild(
            self.0.model,
            &Projector {
                read: self.look(&transaction)?,
            },
        )?;
        let after = projections::fingerprints(self.0.model, &transaction)?;
        transaction.rollback()?;
        let stale = before
            .iter()
            .zip(&after)
            .filter(|(a, b)| a != b)
            .map(|(a, _)| a.0)
            .collect();
        Ok(Check {
            integrity,
            stale_projections: stale,
        })
    }

    /// Copies the whole workspace into one file, also while others write.
    pub fn backup(&self, target: &Path) -> Result<()> {
        self.read(|read| backup::save(read.conn(), target))
    }

    /// Replaces the content of this workspace by a backup's, after saving the present one beside it.
    pub fn restore(&self, source: &Path) -> Result<PathBuf> {
        let kept = backup::aside(&self.0.dir, self.0.clock.now_ms(), "before-restore");
        self.backup(&kept)?;
        let mut conn = lock(&self.0.writer);
        backup::load(source, &mut conn, self.0.model.migrations.len() as i64)?;
        migrate(self.0.model, &conn, &self.0.dir)?;
        device_row(&conn, lock(&self.0.device).id)?;
        Ok(kept)
    }

    /// `journal_mode` and `synchronous` of the writer, for the test that holds them.
    pub fn durability(&self) -> Result<(String, i64)> {
        let conn = lock(&self.0.writer);
        let mode = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        let synchronous = conn.query_row("PRAGMA synchronous", [], |row| row.get(0))?;
        Ok((mode, synchronous))
    }

    /// Caps the file at this many pages, so that the next write meets a full disk.
    pub fn cap_pages(&self, pages: i64) -> Result<()> {
        let conn = lock(&self.0.writer);
        conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?;
        Ok(())
    }
}

/// What an undo or redo did.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Undone {
    pub action: Id,
    pub label: String,
    pub subject: Option<String>,
    pub changes: u64,
}

/// The answer of [`Db::check`].
#[derive(Debug, Clone, serde::Serialize)]
pub struct Check {
    /// "ok", or what SQLite found.
    pub integrity: String,
    /// Projections that differ from a rebuild.
    pub stale_projections: Vec<&'static str>,
}

/// An action that commits in slices: an import, a bulk change.
pub struct Long<'db> {
    db: &'db Db,
    act: Act,
    action: Option<(i64, Id)>,
    changes: u64,
}

impl Long<'_> {
    /// Writes one slice.
    pub fn slice<T>(&mut self, work: impl FnOnce(&mut WriteTx<'_>) -> Result<T>) -> Result<T> {
        let frame = Frame {
            resume: self.action.map(|(n, _)| n),
            root: None,
            running: true,
        };
        let (value, action, changes) = self.db.write_framed(self.act.clone(), frame, work)?;
        self.action = self.action.or(action);
        self.changes += changes;
        if let Some((n, _)) = self.action {
            let now = self.db.0.clock.now_ms();
            let holder = self.db.device().id.to_string();
            lease::take(
                &lock(&self.db.0.writer),
                &lease_name(n),
                &holder,
                now,
                now + RUNNING_LEASE_MS,
            )?;
        }
        Ok(value)
    }

    /// Ends the action; `None` when nothing was changed.
    pub fn finish(self) -> Result<(Option<Id>, u64)> {
        if let Some((n, _)) = self.action {
            let conn = lock(&self.db.0.writer);
            conn.execute("UPDATE actions SET state = 'done' WHERE n = ?1", [n])?;
            lease::release(&conn, &lease_name(n), &self.db.device().id.to_string())?;
        }
        Ok((self.action.map(|(_, id)| id), self.changes))
    }

    /// Takes back every slice written so far.
    pub fn cancel(self) -> Result<()> {
        match self.action {
            Some((n, id)) => self.db.abandon(n, id),
            None => Ok(()),
        }
    }
}

fn lease_name(action: i64) -> String {
    format!("action-{action}")
}

fn ids(options: &Options) -> Ids {
    options.seed.map_or_else(Ids::random, Ids::seeded)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn device_row(conn: &Connection, device: Id) -> Result<i64> {
    let known = conn
        .query_row("SELECT n FROM devices WHERE id = ?1", [device], |row| {
            row.get(0)
        })
        .optional()?;
    if let Some(n) = known {
        return Ok(n);
    }
    conn.execute("INSERT INTO devices (id) VALUES (?1)", [device])?;
    Ok(conn.last_insert_rowid())
}

/// Tells our files from others by their first bytes, without opening them.
fn recognise(file: &Path) -> std::result::Result<(), (Code, String)> {
    let mut head = [0u8; 16];
    let mut opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err((Code::WorkspaceAbsent, error.to_string()));
        }
        Err(error) => return Err((Code::DiskFailed, error.to_string())),
    };
    match opened.read_exact(&mut head) {
        Ok(()) if &head == b"SQLite format 3\0" => Ok(()),
        _ => Err((Code::WorkspaceUnknown, "not an SQLite file".into())),
    }
}

fn connect(file: &Path, writable: bool) -> Result<Connection> {
    let flags = if writable {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let conn = open_connection(file, flags)?;
    if writable {
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        conn.pragma_update(None, "synchronous", "FULL")?;
    }
    conn.pragma_update(None, "cache_size", -64 * 1024)?;
    tune(&conn)?;
    Ok(conn)
}

fn reader(file: &Path) -> Result<Connection> {
    let conn = open_connection(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.pragma_update(None, "cache_size", -16 * 1024)?;
    tune(&conn)?;
    Ok(conn)
}

fn tune(conn: &Connection) -> Result<()> {
    conn.busy_timeout(BUSY)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that opens connections"
)]
pub(super) fn open_connection(file: &Path, flags: OpenFlags) -> Result<Connection> {
    Ok(Connection::open_with_flags(
        file,
        flags | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?)
}

/// Brings the schema up to date; a file that already holds data is backed up first.
fn migrate(model: &Model, conn: &Connection, dir: &Path) -> Result<()> {
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version == model.migrations.len() as i64 {
        return Ok(());
    }
    if version > 0 {
        backup::save(conn, &backup::aside(dir, version, "before-migration"))?;
    }
    let steps = Migrations::new(model.migrations.iter().map(|sql| M::up(sql)).collect());
    // rusqlite_migration wants an exclusive borrow; this one connection is opened for it alone.
    let mut own = open_connection(&dir.join(place::FILE), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    tune(&own)?;
    steps.to_latest(&mut own).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Error::from(err),
        other => Error::internal(other),
    })
}
