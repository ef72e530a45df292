//! Filters and sorts by values that stand in another table, one row for each row and field.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::fits::Fits;
use crate::kernel::read::Read;
use crate::kernel::{Noun, Result};

/// Rows of another table that refer to the rows of a list.
pub struct Beside {
    pub table: &'static str,
    /// The column that holds the id of a row of the list.
    pub of: &'static str,
    /// The column to sort by.
    pub column: &'static str,
    /// Finds them by the condition; holds every column it names, and `of`.
    pub index: &'static str,
    pub condition: String,
    /// For the question marks of the condition.
    pub values: Vec<Value>,
    /// The rows of the list for which there is none.
    pub without: bool,
}

impl Beside {
    fn ids(&self) -> String {
        let Beside {
            table,
            of,
            index,
            condition,
            ..
        } = self;
        format!("SELECT {of} FROM {table} INDEXED BY {index} WHERE {condition}")
    }

    /// As a condition on a table of which few rows fit: they are picked out first.
    pub(super) fn picked_out(&self) -> String {
        let not = if self.without { "NOT " } else { "" };
        format!("id {not}IN ({})", self.ids())
    }

    /// The same where many fit: each row is asked, until a page is full.
    pub(super) fn asked_of_each(&self, of_list: &str) -> String {
        let Beside {
            table,
            of,
            condition,
            ..
        } = self;
        let not = if self.without { "NOT " } else { "" };
        format!("{not}EXISTS (SELECT 1 FROM {table} WHERE {of} = {of_list}.id AND {condition})")
    }

    /// How many rows of the list fit, where nothing else is asked: counted in the index alone, and then
    /// those that are not shown (in the bin, merged into others), which are few, taken off.
    pub(super) fn count_alone(&self, read: &Read<'_>, of_list: &str, stands: &str) -> Result<i64> {
        let Beside {
            table,
            of,
            index,
            condition,
            values,
            ..
        } = self;
        let count = |sql: &str, values: &[Value]| -> Result<i64> {
            read.value(sql, params_from_iter(values.iter()))
        };
        let all = count(
            &format!("SELECT count(*) FROM {table} INDEXED BY {index} WHERE {condition}"),
            values,
        )?;
        let hidden = stands
            .replace("IS NULL", "IS NOT NULL")
            .replace(" AND ", " OR ");
        let gone = count(
            &format!(
                "SELECT count(*) FROM (SELECT id AS gone FROM {of_list} WHERE {hidden})
                 CROSS JOIN {table} ON {of} = gone WHERE {condition}"
            ),
            values,
        )?;
        let there = all - gone;
        if !self.without {
            return Ok(there);
        }
        let live = count(
            &format!("SELECT count(*) FROM {of_list} WHERE {stands}"),
            &[],
        )?;
        Ok(live - there)
    }

    /// Row numbers of the list in the order of the values, then those without one.
    pub(super) fn in_order(
        &self,
        read: &Read<'_>,
        noun: &Noun,
        fits: &Fits,
        desc: bool,
        limit: Option<usize>,
    ) -> Result<Vec<i64>> {
        let (list, conditions) = (noun.table, fits.conditions(i64::MAX));
        let Beside {
            table,
            of,
            column,
            index,
            condition,
            ..
        } = self;
        let way = if desc { "DESC" } else { "ASC" };
        let cap = |left: usize| limit.map_or(String::new(), |_| format!(" LIMIT {left}"));
        let numbers =
            |sql: &str| read.all(sql, params_from_iter(fits.values.iter()), |row| row.get(0));
        let mut rows: Vec<i64> = numbers(&format!(
            "SELECT {list}.n FROM (SELECT {of} AS held_by, {column} AS held
               FROM {table} INDEXED BY {index} WHERE {condition}) CROSS JOIN {list} ON {list}.id = held_by
             WHERE {conditions} ORDER BY held {way}, held_by {way}{}",
            cap(limit.unwrap_or(0))
        ))?;
        if limit.is_none_or(|limit| rows.len() < limit) {
            let left = limit.unwrap_or(0).saturating_sub(rows.len());
            rows.extend(numbers(&format!(
                "SELECT n FROM {list} WHERE {conditions} AND NOT EXISTS (
                   SELECT 1 FROM {table} WHERE {of} = {list}.id AND {condition}) ORDER BY n{}",
                cap(left)
            ))?);
        }
        Ok(rows)
    }
}
