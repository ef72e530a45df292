//! Opening a workspace file, the pool of readers and the one writer.
//!
//! Several processes may use one workspace. Every writer works under BEGIN IMMEDIATE and reads clock
//! and seq inside it; readers see one snapshot each and never wait for a writer (WAL).

mod connect;
mod long;
mod turn;
mod upkeep;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

pub(super) use connect::{APPLICATION_ID, marks, open};
pub use long::Long;
pub use turn::Undone;
pub use upkeep::Check;

use super::act::{Frame, Origin};
use super::device::Device;
use super::ids::Ids;
use super::kept::Kept;
use super::list::Orders;
use super::projections::{self, Projector};
use super::time::Zone;
use super::{
    Act, Clock, Code, Error, Id, Model, Read, Result, WriteTx, Written, changes, index, place,
    settings,
};

const READERS: usize = 3;

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
    here: Mutex<Here>,
    origin: Mutex<Option<Origin>>,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    orders: Orders,
    figures: Kept,
}

/// Which workspace it is, and who we are in it. Restoring a backup may change both.
struct Here {
    workspace: Id,
    device: Device,
}

/// What a write returned, the number and id of its action if it changed anything, and how much.
type Framed<T> = (T, Option<(i64, Id)>, u64);

impl Db {
    /// Makes a workspace in `dir`, which must not hold one, with its time zone and device.
    pub fn create(model: &'static Model, dir: &Path, zone: Zone, options: Options) -> Result<Db> {
        let file = place::file(dir);
        if file.exists() {
            return Err(Error::new(Code::WorkspaceExists).with("path", dir.display()));
        }
        std::fs::create_dir_all(dir)?;
        let ids = ids(&options);
        let workspace = ids.fresh(options.clock.now_ms());
        connect::make(model, dir, workspace, options.clock.now_ms())?;
        let db = Db::assemble(model, dir, connect::writer(&file)?, workspace, ids, options)?;
        db.write(Act::new("workspace_made").foundation(), |tx| {
            settings::set(tx, settings::ZONE, zone.0.name())
        })?;
        Ok(db)
    }

    /// Opens the workspace in `dir`. A file that is not ours, damaged or newer is refused untouched.
    pub fn open(model: &'static Model, dir: &Path, options: Options) -> Result<Db> {
        Db::open_file(model, dir, options).map_err(|error| error.at(dir))
    }

    fn open_file(model: &'static Model, dir: &Path, options: Options) -> Result<Db> {
        let file = place::file(dir);
        connect::recognise(model, &file)?;
        let writable = !std::fs::metadata(&file)?.permissions().readonly();
        let conn = if writable {
            let mut conn = connect::writer(&file)?;
            connect::migrate(model, &mut conn, dir)?;
            conn
        } else {
            connect::reader(&file)?
        };
        let workspace = connect::workspace(&conn)?;
        let ids = ids(&options);
        let db = Db::assemble(model, dir, conn, workspace, ids, options)?;
        if writable {
            db.recover_if_possible()?;
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
        let readers = (0..READERS)
            .map(|_| connect::reader(&place::file(dir)))
            .collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(Db(Arc::new(Inner {
            dir: dir.to_owned(),
            config: options.config,
            model,
            clock: options.clock,
            ids,
            here: Mutex::new(Here { workspace, device }),
            origin: Mutex::new(None),
            writer: Mutex::new(conn),
            readers: Mutex::new(readers),
            orders: Orders::default(),
            figures: Kept::default(),
        })))
    }

    /// Says through what everything is done from now on, where an act does not say so itself.
    pub fn through(self, origin: Origin) -> Db {
        *lock(&self.0.origin) = Some(origin);
        self
    }

    pub fn dir(&self) -> &Path {
        &self.0.dir
    }

    pub fn workspace(&self) -> Id {
        lock(&self.0.here).workspace
    }

    pub fn clock(&self) -> Clock {
        self.0.clock
    }

    pub fn model(&self) -> &'static Model {
        self.0.model
    }

    /// What this installation remembers of the workspace.
    pub fn device(&self) -> Device {
        lock(&self.0.here).device.clone()
    }

    /// Changes what this installation remembers.
    pub fn set_device(&self, change: impl FnOnce(&mut Device)) -> Result<()> {
        let mut here = lock(&self.0.here);
        let mut changed = here.device.clone();
        change(&mut changed);
        changed.save(&self.0.config, here.workspace)?;
        here.device = changed;
        Ok(())
    }

    /// Runs `look` on one snapshot.
    pub fn read<T>(&self, look: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        let pooled = lock(&self.0.readers).pop();
        let mut conn = match pooled {
            Some(conn) => conn,
            None => connect::reader(&place::file(&self.0.dir))?,
        };
        let result = conn
            .transaction()
            .map_err(Error::from)
            .and_then(|snapshot| look(&self.look(&snapshot)?));
        let mut pool = lock(&self.0.readers);
        if pool.len() < READERS {
            pool.push(conn);
        }
        result.map_err(|error| error.at(&self.0.dir))
    }

    fn look<'c>(&'c self, conn: &'c Connection) -> Result<Read<'c>> {
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
            lock(&self.0.here).device.me,
            &self.0.orders,
            &self.0.figures,
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
    ) -> Result<Framed<T>> {
        let conn = lock(&self.0.writer);
        let transaction = self.begin(&conn)?;
        let device = self.device().id;
        let written = self
            .writing(&transaction, device, act, frame)
            .and_then(|mut tx| {
                let value = work(&mut tx)?;
                let (action, changes) = tx.finish()?;
                Ok((value, action, changes))
            });
        let (value, action, changes) = written.map_err(|error| error.at(&self.0.dir))?;
        let running = action.map(|(n, _)| n).or(frame.resume);
        if frame.running
            && let Some(n) = running
        {
            long::sign_of_life(&transaction, n, device, self.0.clock.now_ms())?;
        } else if changes == 0 {
            return Ok((value, action, changes)); // nothing to commit
        }
        transaction.commit()?;
        drop(conn);
        self.settle();
        Ok((value, action, changes))
    }

    /// Waits until nobody else writes. Clock, seq and the device's number are read only after this.
    fn begin<'c>(&self, conn: &'c Connection) -> Result<Transaction<'c>> {
        Transaction::new_unchecked(conn, TransactionBehavior::Immediate)
            .map_err(|error| Error::from(error).at(&self.0.dir))
    }

    fn writing<'c>(
        &'c self,
        transaction: &'c Connection,
        device: Id,
        act: Act,
        frame: Frame,
    ) -> Result<WriteTx<'c>> {
        let device = device_n(transaction, device)?;
        let act = Act {
            origin: act.origin.or(*lock(&self.0.origin)),
            ..act
        };
        let read = self.look(transaction)?;
        WriteTx::begin(read, self.0.model, &self.0.ids, device, act, frame)
    }

    /// Writes to the local, unlogged tables (drafts).
    pub(crate) fn write_local(&self, sql: &str, params: impl rusqlite::Params) -> Result<()> {
        lock(&self.0.writer).execute(sql, params)?;
        Ok(())
    }

    /// Writes many rows to a local, unlogged table in one transaction. Says of each whether it was written.
    pub(crate) fn write_local_all<P: rusqlite::Params>(
        &self,
        sql: &str,
        rows: impl IntoIterator<Item = P>,
    ) -> Result<Vec<bool>> {
        let mut rows = rows.into_iter().peekable();
        if rows.peek().is_none() {
            return Ok(Vec::new());
        }
        let conn = lock(&self.0.writer);
        let transaction = self.begin(&conn)?;
        let written = {
            let mut statement = transaction.prepare_cached(sql)?;
            rows.map(|row| Ok(statement.execute(row)? > 0))
                .collect::<Result<Vec<bool>>>()?
        };
        transaction.commit()?;
        Ok(written)
    }

    /// Looks after local, unlogged rows (leases) on the writing connection.
    pub(super) fn local<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        work(&lock(&self.0.writer))
    }

    /// Finishes derived data after a commit. What was written stands whatever becomes of this, so a
    /// failure here is no failure of the write: the next write or opening goes on.
    fn settle(&self) {
        let _ = self.work_off();
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
            let transaction = self.begin(&conn)?;
            let projector = Projector::new(self.look(&transaction)?);
            if !projections::work_off(self.0.model, &projector)? {
                // Left by a build that derived other things: nobody knows what is stale.
                projections::rebuild(self.0.model, &projector)?;
            }
            transaction.commit()?;
        }
    }

    /// Brings one slice of the text index up to date. False: nothing waits.
    pub fn index_some(&self) -> Result<bool> {
        let conn = lock(&self.0.writer);
        let waiting: bool = conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM search_waiting)")?
            .query_row([], |row| row.get(0))?;
        if !waiting {
            return Ok(false);
        }
        let transaction = self.begin(&conn)?;
        let projector = Projector::new(self.look(&transaction)?);
        let worked = index::work_off(self.0.model, &projector)?;
        transaction.commit()?;
        Ok(worked)
    }

    /// Brings all of the text index up to date.
    pub fn index_all(&self) -> Result<()> {
        while self.index_some()? {}
        Ok(())
    }

    /// Nouns written since `cursor`, by any process.
    pub fn feed(&self, cursor: i64) -> Result<changes::Feed> {
        self.read(|read| changes::feed(self.0.model, read, cursor))
    }
}

fn ids(options: &Options) -> Ids {
    options.seed.map_or_else(Ids::random, Ids::seeded)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// This device's number in this file; its line is made when it first writes.
fn device_n(conn: &Connection, device: Id) -> Result<i64> {
    let known = conn
        .prepare_cached("SELECT n FROM devices WHERE id = ?1")?
        .query_row([device], |row| row.get(0))
        .optional()?;
    if let Some(n) = known {
        return Ok(n);
    }
    conn.execute("INSERT INTO devices (id) VALUES (?1)", [device])?;
    Ok(conn.last_insert_rowid())
}
