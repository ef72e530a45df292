//! Reading and the one write path.
//!
//! `put` compares a row with what is stored and, in the same SQLite transaction, writes the row, its
//! stamp and its change records. There is no raw `execute`: history, undo, sync and the refresh of
//! screens all come from the records made here.

use std::ops::Deref;

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use super::projections::{Marks, Projector};
use super::time::Zone;
use super::value::{self, Values};
use super::{Code, Error, Id, Model, Noun, Record, Result, text};

/// `changes.cell` of a record that made a row.
pub const CREATED: i64 = 0;
/// `changes.cell` of a record that deleted a row or brought it back.
pub const LIFE: i64 = 255;

/// A consistent look at the workspace: one snapshot, one moment, one zone.
#[derive(Clone, Copy)]
pub struct Read<'c> {
    conn: &'c Connection,
    /// This moment, milliseconds UTC.
    pub now: i64,
    pub zone: Zone,
    /// The member who works on this device.
    pub me: Option<Id>,
}

impl<'c> Read<'c> {
    pub(super) fn new(conn: &'c Connection, now: i64, zone: Zone, me: Option<Id>) -> Self {
        Read {
            conn,
            now,
            zone,
            me,
        }
    }

    pub(super) fn conn(&self) -> &'c Connection {
        self.conn
    }

    /// The workspace's calendar day.
    pub fn today(&self) -> NaiveDate {
        self.zone.day(self.now)
    }

    /// All rows of a query.
    pub fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        debug_assert!(statement.readonly(), "reads only read: {sql}");
        let rows = statement.query_map(params, map)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The first row of a query, if there is one.
    pub fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        map: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        debug_assert!(statement.readonly(), "reads only read: {sql}");
        Ok(statement.query_row(params, map).optional()?)
    }

    /// One value that is always there: a count, a sum.
    pub fn value<T: rusqlite::types::FromSql>(&self, sql: &str, params: impl Params) -> Result<T> {
        Ok(self
            .conn
            .prepare_cached(sql)?
            .query_row(params, |row| row.get(0))?)
    }

    /// Live rows of a noun; `tail` is what follows FROM: joins, WHERE, ORDER BY.
    pub fn rows<R: Record>(&self, tail: &str, params: impl Params) -> Result<Vec<R>> {
        let sql = format!("SELECT {} FROM {} {tail}", R::COLUMNS, R::noun().table);
        self.all(&sql, params, R::read)
    }

    /// The row with this id, deleted or not.
    pub fn find<R: Record>(&self, id: Id) -> Result<Option<R>> {
        let table = R::noun().table;
        let sql = format!("SELECT {} FROM {table} WHERE {table}.id = ?1", R::COLUMNS);
        self.first(&sql, [id], R::read)
    }

    /// The live row with this id, or the refusal that there is none.
    pub fn get<R: Record>(&self, id: Id) -> Result<R> {
        let table = R::noun().table;
        let sql = format!(
            "SELECT {} FROM {table} WHERE {table}.id = ?1 AND {table}.deleted_at IS NULL",
            R::COLUMNS
        );
        self.first(&sql, [id], R::read)?
            .ok_or_else(|| Error::absent(table, id))
    }
}

/// What one gesture of a user is called in the history.
#[derive(Debug, Clone)]
pub struct Act {
    /// Key of its sentence: `deal_moved`, `call_logged`.
    pub label: &'static str,
    /// What it was done to, in the user's words.
    pub subject: Option<String>,
    /// Who did it, when it was not the member who works here.
    pub member: Option<Id>,
}

impl Act {
    pub fn new(label: &'static str) -> Self {
        Act {
            label,
            subject: None,
            member: None,
        }
    }

    pub fn on(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    pub fn by(mut self, member: Option<Id>) -> Self {
        self.member = member;
        self
    }
}

/// What a write returned, and the action it made; no action when nothing changed.
#[derive(Debug)]
pub struct Written<T> {
    pub value: T,
    pub action: Option<Id>,
    pub changes: u64,
}

/// What `put` did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    Created,
    Updated,
    Unchanged,
}

/// How an action stands among others: fresh, part of a long one, or taking another back.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// Continue this action (row number) rather than begin one.
    pub resume: Option<i64>,
    /// Taking back or redoing this action.
    pub root: Option<i64>,
    /// More slices follow.
    pub running: bool,
}

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
}

impl<'c> Deref for WriteTx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

struct Stored {
    n: i64,
    deleted: bool,
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
            .conn
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
        self.put_values(R::noun(), row.id(), values)
    }

    /// Writes a row that is known not to be there: no read before the write.
    pub fn put_new<R: Record>(&mut self, row: &R) -> Result<i64> {
        let values = row.values()?;
        self.insert(R::noun(), row.id(), &values)
    }

    /// Marks a live row deleted. False: it was not live.
    pub fn delete<R: Record>(&mut self, id: Id) -> Result<bool> {
        match self.stored(R::noun(), id)? {
            Some(stored) if !stored.deleted => {
                let now = self.read.now;
                self.set_life(R::noun(), id, stored.n, Some(now), &stored.values)?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Brings a deleted row back. False: it was live or never there.
    pub fn restore<R: Record>(&mut self, id: Id) -> Result<bool> {
        match self.stored(R::noun(), id)? {
            Some(stored) if stored.deleted => {
                self.set_life(R::noun(), id, stored.n, None, &stored.values)?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    pub(super) fn put_values(
        &mut self,
        noun: &'static Noun,
        id: Id,
        values: Values,
    ) -> Result<Put> {
        let Some(mut stored) = self.stored(noun, id)? else {
            self.insert(noun, id, &values)?;
            return Ok(Put::Created);
        };
        let came_back = stored.deleted;
        if came_back {
            self.set_life(noun, id, stored.n, None, &stored.values)?;
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
                deleted: row.get::<_, Option<i64>>(1)?.is_some(),
                values: (0..width)
                    .map(|at| row.get(at + 2))
                    .collect::<rusqlite::Result<_>>()?,
            })
        })
    }

    fn insert(&mut self, noun: &'static Noun, id: Id, values: &[Value]) -> Result<i64> {
        refuse_long_text(noun, values)?;
        let action = self.action()?;
        let stamp = self.next_stamp();
        let conn = self.read.conn;
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
        refuse_long_text(noun, new)?;
        let cell = &noun.cells[at];
        let before = stored.clone();
        let action = self.action()?;
        let stamp = self.stamp_above(noun, n, cell.no)?;
        let mut update = self.read.conn.prepare_cached(&noun.sql.update[at])?;
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
        deleted_at: Option<i64>,
        values: &[Value],
    ) -> Result<()> {
        let action = self.action()?;
        let stamp = self.stamp_above(noun, n, LIFE)?;
        let conn = self.read.conn;
        let before: Option<i64> = conn.query_row(
            &format!("SELECT deleted_at FROM {} WHERE n = ?1", noun.table),
            [n],
            |row| row.get(0),
        )?;
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

    fn next_stamp(&mut self) -> i64 {
        self.stamp += 1;
        self.stamp
    }

    /// Above our own clock and above what the cell carries, whoever wrote it.
    fn stamp_above(&mut self, noun: &Noun, n: i64, cell: i64) -> Result<i64> {
        let carried: Option<i64> = self.read.first(
            "SELECT stamp FROM cell_stamps WHERE noun = ?1 AND row = ?2 AND cell = ?3",
            params![noun.no, n, cell],
            |row| row.get(0),
        )?;
        self.stamp = i64::max(self.stamp, carried.unwrap_or(0));
        Ok(self.next_stamp())
    }

    fn stamp_cell(&self, noun: &Noun, n: i64, cell: i64, stamp: i64) -> Result<()> {
        self.read
            .conn
            .prepare_cached(
                "INSERT INTO cell_stamps (noun, row, cell, stamp, device) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (noun, row, cell) DO UPDATE SET stamp = ?4, device = ?5",
            )?
            .execute(params![noun.no, n, cell, stamp, self.device])?;
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of one log line")]
    fn record(
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
            .conn
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
    fn action(&mut self) -> Result<i64> {
        if let Some((n, _)) = self.action {
            return Ok(n);
        }
        let conn = self.read.conn;
        let made = match self.frame.resume {
            Some(n) => {
                let id =
                    conn.query_row("SELECT id FROM actions WHERE n = ?1", [n], |row| row.get(0))?;
                (n, id)
            }
            None => {
                let id = self.ids.fresh(self.read.now);
                conn.execute(
                    "INSERT INTO actions (id, device, member, at, label, subject, root, state, live, first_change)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, (SELECT coalesce(max(n), 0) + 1 FROM changes))",
                    params![
                        id,
                        self.device,
                        self.act.member.or(self.read.me),
                        self.read.now,
                        self.act.label,
                        self.act.subject,
                        self.frame.root,
                        if self.frame.running { "running" } else { "done" },
                    ],
                )?;
                (conn.last_insert_rowid(), id)
            }
        };
        self.action = Some(made);
        Ok(made.0)
    }

    /// Settles projections, clock and action, and hands over what is to be committed.
    pub(super) fn finish(mut self) -> Result<(Option<(i64, Id)>, u64)> {
        if let Some((n, _)) = self.action {
            let conn = self.read.conn;
            let projector = Projector { read: self.read };
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

    pub(super) fn model(&self) -> &'static Model {
        self.model
    }
}

fn refuse_long_text(noun: &Noun, values: &[Value]) -> Result<()> {
    for value in values {
        let length = match value {
            Value::Text(text) => text.len(),
            Value::Blob(bytes) => bytes.len(),
            _ => 0,
        };
        if length > text::MAX_TEXT {
            return Err(Error::new(Code::TextTooLong)
                .with("noun", noun.table)
                .with("max", text::MAX_TEXT));
        }
    }
    Ok(())
}
