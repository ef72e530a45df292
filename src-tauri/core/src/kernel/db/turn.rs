//! Taking actions back and bringing them back, each in one transaction.

use rusqlite::Connection;

use super::{Db, device_n, lock};
use crate::kernel::act::Frame;
use crate::kernel::undo::{self, Action};
use crate::kernel::{Act, Code, Error, Id, Result};

/// What an undo or redo did.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Undone {
    pub action: Id,
    pub label: String,
    pub subject: Option<String>,
    pub changes: u64,
}

impl Db {
    /// Takes back the latest action of this device, or the one with this id.
    pub fn undo(&self, action: Option<Id>) -> Result<Undone> {
        self.toggle(|conn, device| {
            let root = match action {
                Some(id) => undo::root_of(conn, id)?,
                None => undo::latest_live(conn, device)?,
            };
            if root.live && root.done {
                Ok(root)
            } else {
                Err(Error::new(Code::UndoNothing))
            }
        })
    }

    /// Brings back what was taken back last, if nothing was done since, or the action with this id.
    pub fn redo(&self, action: Option<Id>) -> Result<Undone> {
        self.toggle(|conn, device| {
            let root = match action {
                Some(id) => undo::root_of(conn, id)?,
                None => undo::latest_undone(conn, device)?,
            };
            if !root.live && root.done {
                Ok(root)
            } else {
                Err(Error::new(Code::RedoNothing))
            }
        })
    }

    /// Row numbers of the actions that stand in the way of turning the one with this id, the latest
    /// first; none: it can be turned.
    pub fn in_the_way(&self, action: Id) -> Result<Vec<i64>> {
        self.read(|read| {
            let root = undo::root_of(read.conn(), action)?;
            undo::in_the_way(self.0.model, read, &root)
        })
    }

    fn toggle(&self, choose: impl FnOnce(&Connection, i64) -> Result<Action>) -> Result<Undone> {
        let conn = lock(&self.0.writer);
        let transaction = self.begin(&conn)?;
        let root = choose(&transaction, device_n(&transaction, self.device().id)?)?;
        let changes = self.turn(&transaction, &root)?;
        transaction.commit()?;
        drop(conn);
        self.settle();
        Ok(Undone {
            action: root.id,
            label: root.label,
            subject: root.subject,
            changes,
        })
    }

    /// Takes an action back, or redoes it, inside the caller's transaction.
    pub(super) fn turn(&self, transaction: &Connection, root: &Action) -> Result<u64> {
        let act = Act::new(if root.live { "undone" } else { "redone" });
        let frame = Frame {
            root: Some(root.n),
            ..Frame::default()
        };
        let mut tx = self.writing(transaction, self.device().id, act, frame)?;
        undo::toggle(&mut tx, root)?;
        let (_, changes) = tx.finish()?;
        transaction.execute(
            "UPDATE actions SET live = ?2 WHERE n = ?1",
            (root.n, !root.live),
        )?;
        Ok(changes)
    }
}
