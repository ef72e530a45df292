//! Reading: one snapshot, one moment, one zone.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::kept::Kept;
use super::list::Orders;
use super::time::Zone;
use super::{Error, Id, Record, Result};

/// A consistent look at the workspace: one snapshot, one moment, one zone.
#[derive(Clone, Copy)]
pub struct Read<'c> {
    conn: &'c Connection,
    /// This moment, milliseconds UTC.
    pub now: i64,
    pub zone: Zone,
    /// The member who works on this device.
    pub me: Option<Id>,
    orders: &'c Orders,
    figures: &'c Kept,
}

impl<'c> Read<'c> {
    pub(super) fn new(
        conn: &'c Connection,
        now: i64,
        zone: Zone,
        me: Option<Id>,
        orders: &'c Orders,
        figures: &'c Kept,
    ) -> Self {
        Read {
            conn,
            now,
            zone,
            me,
            orders,
            figures,
        }
    }

    /// The orders of views that were walked last.
    pub(super) fn orders(&self) -> &'c Orders {
        self.orders
    }

    /// What was worked out over everything and is still so.
    pub(super) fn figures(&self) -> &'c Kept {
        self.figures
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

    /// All rows of a statement that is written anew each time (a list of row numbers stands in it), so
    /// that it does not push others out of the cache.
    pub fn uncached<T>(
        &self,
        sql: &str,
        map: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.conn.prepare(sql)?;
        debug_assert!(statement.readonly(), "reads only read: {sql}");
        let rows = statement.query_map([], map)?;
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
