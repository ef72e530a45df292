//! The lines that a write leaves: its stamp, its change record, the action they belong to.

use rusqlite::params;

use super::WriteTx;
use crate::kernel::act::ActionState;
use crate::kernel::{Noun, Result};

impl WriteTx<'_> {
    pub(super) fn next_stamp(&mut self) -> i64 {
        self.stamp += 1;
        self.stamp
    }

    /// Above our own clock and above what the cell carries, whoever wrote it.
    pub(super) fn stamp_above(&mut self, noun: &Noun, n: i64, cell: i64) -> Result<i64> {
        let carried: i64 = self.read.value(&noun.sql.carried, params![n, cell])?;
        self.stamp = i64::max(self.stamp, carried);
        Ok(self.next_stamp())
    }

    pub(super) fn stamp_cell(&self, noun: &Noun, n: i64, cell: i64, stamp: i64) -> Result<()> {
        self.read
            .conn()
            .prepare_cached(
                "INSERT INTO cell_stamps (noun, row, cell, stamp, device) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (noun, row, cell) DO UPDATE SET stamp = ?4, device = ?5",
            )?
            .execute(params![noun.no, n, cell, stamp, self.device])?;
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of one log line")]
    pub(super) fn record(
        &mut self,
        action: i64,
        stamp: i64,
        noun: &Noun,
        cell: i64,
        row: i64,
        old: Option<&[u8]>,
        new: Option<&[u8]>,
    ) -> Result<()> {
        self.seq += 1;
        self.changes += 1;
        self.read
            .conn()
            .prepare_cached(
                "INSERT INTO changes (device, seq, stamp, action, noun, cell, row, old, new)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                self.device,
                self.seq,
                stamp,
                action,
                noun.no,
                cell,
                row,
                old,
                new
            ])?;
        Ok(())
    }

    /// The action all changes of this transaction belong to; it exists from the first change on.
    pub(super) fn action(&mut self) -> Result<i64> {
        let conn = self.read.conn();
        self.refuse_if_torn()?;
        if let Some((n, _)) = self.action {
            return Ok(n);
        }
        let made = match self.frame.resume {
            Some(n) => {
                let id =
                    conn.query_row("SELECT id FROM actions WHERE n = ?1", [n], |row| row.get(0))?;
                (n, id)
            }
            None => {
                let id = self.ids.fresh(self.read.now);
                let state = if self.frame.running {
                    ActionState::Running
                } else {
                    ActionState::ended(&self.act)
                };
                conn.execute(
                    "INSERT INTO actions (id, device, member, at, label, subject, root, state, origin, live, first_change)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, (SELECT coalesce(max(n), 0) + 1 FROM changes))",
                    params![
                        id,
                        self.device,
                        self.act.member.or(self.read.me),
                        self.read.now,
                        self.act.label,
                        self.act.subject,
                        self.frame.root,
                        state.word(),
                        self.act.origin,
                    ],
                )?;
                (conn.last_insert_rowid(), id)
            }
        };
        self.action = Some(made);
        Ok(made.0)
    }
}
