//! The one write path.
//!
//! `put` compares a row with what is stored and, in the same SQLite transaction, writes the row, its
//! stamp and its change records. There is no raw `execute`: history, undo, sync and the refresh of
//! screens all come from the records made here.

mod erase;
mod log;
mod subjects;

use std::ops::Deref;

use rusqlite::params;
use rusqlite::types::Value;

use super::act::{Act, Frame, Put};
use super::projections::{Marks, Projector};
use super::read::Read;
use super::value::{self, Values};
use super::{Code, Error, Id, Model, Noun, Record, Result, text};

/// `changes.cell` of a record that made a row.
pub const CREATED: i64 = 0;
/// `changes.cell` of a record that deleted a row or brought it back.
pub const LIFE: i64 = 255;

/// A write transaction. Dropping it uncommitted takes everything back.
pub struct WriteTx<'c> {
    read: Read<'c>,
    model: &'static Model,
    ids: &'c super::ids::Ids,
    device: i64,
    act: Act,
    frame: Frame,
    action: Option<(i64, Id)>,
    stamp: i64,
    seq: i64,
    changes: u64,
    marks: Marks,
    /// Why a write failed half way. A full disk may even end the transaction under us, and what followed
    /// would stand by itself: nothing more is written and nothing is committed.
    torn: Option<Code>,
}

impl<'c> Deref for WriteTx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

struct Stored {
    n: i64,
    deleted_at: Option<i64>,
    values: Values,
}

impl<'c> WriteTx<'c> {
    /// Must run inside BEGIN IMMEDIATE: clock and seq are read here.
    pub(super) fn begin(
        read: Read<'c>,
        model: &'static Model,
        ids: &'c super::ids::Ids,
        device: i64,
        act: Act,
        frame: Frame,
    ) -> Result<Self> {
        let (stamp, seq) = read
            .conn()
            .query_row("SELECT stamp, seq FROM clock", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let stamp = i64::max(stamp, read.now << 16);
        let marks = Marks::default();
        Ok(WriteTx {
            read,
            model,
            ids,
            device,
            act,
            frame,
            action: None,
            stamp,
            seq,
            changes: 0,
            marks,
            torn: None,
        })
    }

    /// A fresh identity for a row that a person makes.
    pub fn fresh_id(&self) -> Id {
        self.ids.fresh(self.read.now)
    }

    /// Names the action after what is known only now.
    pub fn name_subject(&mut self, subject: impl Into<String>) {
        self.act.subject = Some(subject.into());
    }

    /// How many change records were made so far.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Writes `row` as it should stand: new, or changed cell by cell. A deleted row comes back.
    pub fn put<R: Record>(&mut self, row: &R) -> Result<Put> {
        let values = row.values()?;
        refuse_long_text(R::noun(), &values)?;
        let put = self.put_values(R::noun(), row.id(), values);
        self.whole(put)
    }

    /// Writes a row that is known not to be there: no read before the write.
    pub fn put_new<R: Record>(&mut self, row: &R) -> Result<i64> {
        let values = row.values()?;
        refuse_long_text(R::noun(), &values)?;
        let n = self.insert(R::noun(), row.id(), &values);
        self.whole(n)
    }

    /// Marks a live row deleted. False: it was not live.
    pub fn delete<R: Record>(&mut self, id: Id) -> Result<bool> {
        self.delete_row(R::noun(), id)
    }

    /// Brings a deleted row back. False: it was live or never there.
    pub fn restore<R: Record>(&mut self, id: Id) -> Result<bool> {
        self.restore_row(R::noun(), id)
    }

    /// `delete` for a noun known only at run time.
    pub fn delete_row(&mut self, noun: &'static Noun, id: Id) -> Result<bool> {
        let now = self.read.now;
        self.live(noun, id, Some(now))
    }

    /// `restore` for a noun known only at run time.
    pub fn restore_row(&mut self, noun: &'static Noun, id: Id) -> Result<bool> {
        self.live(noun, id, None)
    }

    fn live(&mut self, noun: &'static Noun, id: Id, deleted_at: Option<i64>) -> Result<bool> {
        match self.stored(noun, id)? {
            Some(stored) if stored.deleted_at.is_some() != deleted_at.is_some() => {
                let Stored {
                    n,
                    deleted_at: before,
                    values,
                } = stored;
                let set = self.set_life(noun, id, n, before, deleted_at, &values);
                self.whole(set).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// Remembers a write that failed half way.
    fn whole<T>(&mut self, written: Result<T>) -> Result<T> {
        if let Err(error) = &written {
            self.torn = Some(error.code);
        }
        written
    }

    /// Sets one cell, by its position, of the live row with this id to stored values, as history and merging
    /// do. False: it held them.
    pub fn put_cell(
        &mut self,
        noun: &'static Noun,
        id: Id,
        at: usize,
        values: &[Value],
    ) -> Result<bool> {
        let stored = self.stored(noun, id)?;
        let mut stored = stored
            .filter(|stored| stored.deleted_at.is_none())
            .ok_or_else(|| Error::absent(noun.table, id))?;
        if stored.values[noun.cells[at].range()] == *values {
            return Ok(false);
        }
        let set = self.set_cell(noun, id, stored.n, at, values, &mut stored.values);
        self.whole(set).map(|()| true)
    }

    fn put_values(&mut self, noun: &'static Noun, id: Id, values: Values) -> Result<Put> {
        let Some(mut stored) = self.stored(noun, id)? else {
            self.insert(noun, id, &values)?;
            return Ok(Put::Created);
        };
        let came_back = stored.deleted_at.is_some();
        if came_back {
            self.set_life(noun, id, stored.n, stored.deleted_at, None, &stored.values)?;
        }
        let mut changed = false;
        for (at, cell) in noun.cells.iter().enumerate() {
            if stored.values[cell.range()] != values[cell.range()] {
                changed = true;
                self.set_cell(
                    noun,
                    id,
                    stored.n,
                    at,
                    &values[cell.range()],
                    &mut stored.values,
                )?;
            }
        }
        Ok(match (came_back, changed) {
            (true, _) => Put::Created,
            (false, true) => Put::Updated,
            (false, false) => Put::Unchanged,
        })
    }

    fn stored(&self, noun: &Noun, id: Id) -> Result<Option<Stored>> {
        let width = noun.width();
        self.read.first(&noun.sql.stored, [id], |row| {
            Ok(Stored {
                n: row.get(0)?,
                deleted_at: row.get(1)?,
                values: (0..width)
                    .map(|at| row.get(at + 2))
                    .collect::<rusqlite::Result<_>>()?,
            })
        })
    }

    fn insert(&mut self, noun: &'static Noun, id: Id, values: &[Value]) -> Result<i64> {
        let action = self.action()?;
        let stamp = self.next_stamp();
        let conn = self.read.conn();
        let mut insert = conn.prepare_cached(&noun.sql.insert)?;
        insert.raw_bind_parameter(1, id)?;
        insert.raw_bind_parameter(2, stamp)?;
        insert.raw_bind_parameter(3, self.device)?;
        for (at, value) in values.iter().enumerate() {
            insert.raw_bind_parameter(at + 4, value)?;
        }
        insert.raw_execute()?;
        let n = conn.last_insert_rowid();
        let whole = value::encode_row(noun, id.bytes(), values);
        self.record(action, stamp, noun, CREATED, n, None, Some(&whole))?;
        self.marks.note(self.model, noun, id, &[values]);
        self.marks.note_made(self.model, noun, id);
        Ok(n)
    }

    /// Sets the cell at position `at` of `noun.cells`; `stored` is brought up to date.
    pub(super) fn set_cell(
        &mut self,
        noun: &'static Noun,
        id: Id,
        n: i64,
        at: usize,
        new: &[Value],
        stored: &mut Values,
    ) -> Result<()> {
        let cell = &noun.cells[at];
        let before = stored.clone();
        let action = self.action()?;
        let stamp = self.stamp_above(noun, n, cell.no)?;
        let mut update = self.read.conn().prepare_cached(&noun.sql.update[at])?;
        for (position, value) in new.iter().enumerate() {
            update.raw_bind_parameter(position + 1, value)?;
        }
        update.raw_bind_parameter(new.len() + 1, n)?;
        update.raw_execute()?;
        let old = value::encode_cell(&before[cell.range()]);
        self.record(
            action,
            stamp,
            noun,
            cell.no,
            n,
            Some(&old),
            Some(&value::encode_cell(new)),
        )?;
        self.stamp_cell(noun, n, cell.no, stamp)?;
        stored[cell.range()].clone_from_slice(new);
        self.marks.note(self.model, noun, id, &[&before, stored]);
        Ok(())
    }

    /// Deletes (`Some(when)`) or restores (`None`).
    pub(super) fn set_life(
        &mut self,
        noun: &'static Noun,
        id: Id,
        n: i64,
        before: Option<i64>,
        deleted_at: Option<i64>,
        values: &[Value],
    ) -> Result<()> {
        let action = self.action()?;
        let stamp = self.stamp_above(noun, n, LIFE)?;
        let conn = self.read.conn();
        conn.prepare_cached(&noun.sql.life)?
            .execute(params![deleted_at, n])?;
        let cell = |at: Option<i64>| value::encode_cell(&[at.map_or(Value::Null, Value::Integer)]);
        self.record(
            action,
            stamp,
            noun,
            LIFE,
            n,
            Some(&cell(before)),
            Some(&cell(deleted_at)),
        )?;
        self.stamp_cell(noun, n, LIFE, stamp)?;
        self.marks.note(self.model, noun, id, &[values]);
        Ok(())
    }

    /// Settles projections, clock and action, and hands over what is to be committed.
    pub(super) fn finish(mut self) -> Result<(Option<(i64, Id)>, u64)> {
        self.refuse_if_torn()?;
        if let Some((n, _)) = self.action {
            let conn = self.read.conn();
            let projector = Projector::new(self.read);
            self.marks.settle(self.model, &projector)?;
            conn.execute(
                "UPDATE clock SET stamp = ?1, seq = ?2",
                params![self.stamp, self.seq],
            )?;
            conn.execute(
                "UPDATE actions SET subject = coalesce(?2, subject), last_change = (SELECT max(n) FROM changes),
                        change_count = change_count + ?3
                 WHERE n = ?1",
                params![n, self.act.subject, self.changes as i64],
            )?;
        }
        Ok((self.action, self.changes))
    }

    fn refuse_if_torn(&self) -> Result<()> {
        self.torn.map_or(Ok(()), |code| {
            Err(Error::new(code).because("an earlier write of this transaction failed"))
        })
    }

    pub(super) fn model(&self) -> &'static Model {
        self.model
    }
}

fn refuse_long_text(noun: &Noun, values: &[Value]) -> Result<()> {
    for (column, value) in noun.columns().zip(values) {
        let length = match value {
            Value::Text(text) => text.len(),
            Value::Blob(bytes) => bytes.len(),
            _ => 0,
        };
        if length > text::MAX_TEXT {
            return Err(Error::new(Code::TextTooLong)
                .with("field", column)
                .with("max", text::MAX_TEXT));
        }
    }
    Ok(())
}
