//! Actions that commit in slices: an import, a bulk change. One that is never finished, because it
//! was cancelled or its process died, is taken back.

use rusqlite::Connection;

use super::{Db, lock};
use crate::kernel::act::{ActionState, Frame};
use crate::kernel::{Act, Code, Error, Id, Result, WriteTx, lease, undo};

/// How long an action may stay `running` without a sign of life before it is taken back.
const LEASE_MS: i64 = 60_000;

/// A long action. Dropped without [`finish`](Long::finish) or [`cancel`](Long::cancel), it is taken
/// back when the workspace is next opened after its lease has run out.
pub struct Long<'db> {
    db: &'db Db,
    act: Act,
    action: Option<(i64, Id)>,
    changes: u64,
}

impl Db {
    /// Begins an action that commits in slices.
    pub fn long(&self, act: Act) -> Long<'_> {
        Long {
            db: self,
            act,
            action: None,
            changes: 0,
        }
    }

    /// [`recover`](Db::recover) where it is possible now. On a full disk nothing is lost by waiting:
    /// the next write or opening goes on.
    pub(super) fn recover_if_possible(&self) -> Result<()> {
        match self.recover() {
            Err(error) if matches!(error.code, Code::DiskFull | Code::Busy) => Ok(()),
            other => other,
        }
    }

    /// Finishes derived data and takes back what never finished. Done at every opening; an app that
    /// runs for days may do it again.
    pub fn recover(&self) -> Result<()> {
        self.work_off()?;
        let now = self.clock().now_ms();
        let running: Vec<i64> = {
            let conn = lock(&self.0.writer);
            let mut statement = conn.prepare("SELECT n FROM actions WHERE state = 'running'")?;
            let rows = statement.query_map([], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<_>>()?
        };
        for n in running {
            match self.abandon(n, |conn| Ok(!lease::held(conn, &lease_name(n), now)?)) {
                Err(error) if error.code == Code::UndoBlocked => {} // stands, as an ordinary action
                other => other?,
            }
        }
        Ok(())
    }

    /// Takes a running action back, if `may` still says so once nobody else can write. What later work
    /// stands on cannot be taken back: the action stays as an ordinary one, and the refusal says so.
    fn abandon(&self, n: i64, may: impl FnOnce(&Connection) -> Result<bool>) -> Result<()> {
        let conn = lock(&self.0.writer);
        let transaction = self.begin(&conn)?;
        let Some(root) = undo::running(&transaction, n)? else {
            return Ok(());
        };
        if !may(&transaction)? {
            return Ok(());
        }
        let turned = self.turn(&transaction, &root);
        let state = match &turned {
            Ok(_) => ActionState::Cancelled,
            Err(error) if error.code == Code::UndoBlocked => ActionState::Done,
            Err(_) => return turned.map(drop),
        };
        close(&transaction, n, state)?;
        transaction.commit()?;
        drop(conn);
        self.settle();
        turned.map(drop)
    }
}

impl Long<'_> {
    /// Writes one slice: all of it, or nothing. Refused with `cancelled` once another process has
    /// taken the action back because this one gave no sign of life for too long.
    pub fn slice<T>(&mut self, work: impl FnOnce(&mut WriteTx<'_>) -> Result<T>) -> Result<T> {
        let begun = self.action.map(|(n, _)| n);
        let frame = Frame {
            resume: begun,
            root: None,
            running: true,
        };
        let (value, action, changes) = self.db.write_framed(self.act.clone(), frame, |tx| {
            if let Some(n) = begun
                && undo::running(tx.conn(), n)?.is_none()
            {
                return Err(taken_back());
            }
            work(tx)
        })?;
        self.action = self.action.or(action);
        self.changes += changes;
        Ok(value)
    }

    /// Ends the action; `None` when nothing was changed.
    pub fn finish(self) -> Result<(Option<Id>, u64)> {
        if let Some((n, _)) = self.action {
            let conn = lock(&self.db.0.writer);
            let transaction = self.db.begin(&conn)?;
            if undo::running(&transaction, n)?.is_none() {
                return Err(taken_back());
            }
            close(&transaction, n, ActionState::ended(&self.act))?;
            transaction.commit()?;
        }
        Ok((self.action.map(|(_, id)| id), self.changes))
    }

    /// Takes back every slice written so far. Refused when somebody's later work stands on them; then
    /// they stay, as an ordinary action.
    pub fn cancel(self) -> Result<()> {
        match self.action {
            Some((n, _)) => self.db.abandon(n, |_| Ok(true)),
            None => Ok(()),
        }
    }
}

/// Keeps others from taking a running action back for a while.
pub(super) fn sign_of_life(conn: &Connection, n: i64, holder: Id, now: i64) -> Result<()> {
    let holder = holder.to_string();
    lease::take(conn, &lease_name(n), &holder, now, now + LEASE_MS).map(drop)
}

fn taken_back() -> Error {
    Error::new(Code::Cancelled).because("another process took it for dead and took it back")
}

fn close(conn: &Connection, n: i64, state: ActionState) -> Result<()> {
    conn.execute(
        "UPDATE actions SET state = ?2 WHERE n = ?1",
        (n, state.word()),
    )?;
    lease::end(conn, &lease_name(n))
}

fn lease_name(action: i64) -> String {
    format!("action-{action}")
}
