//! Filters and sorts by values that stand in another table, one row for each row and field. What was merged
//! into a row counts for it where it has no value itself; that is rare, so those rows are named one by one.

use std::cmp::Ordering;

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::fits::Fits;
use super::numbers;
use crate::kernel::read::Read;
use crate::kernel::{Id, Noun, Result};

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
    /// Rows of the list whose value is that of a row merged into them, where the condition holds for it.
    pub merged: Vec<Merged>,
}

/// A row of the list, and the value that it has by what was merged into it.
pub struct Merged {
    pub n: i64,
    pub id: Id,
    pub value: Value,
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
        self.or_merged(format!("id IN ({})", self.ids()))
    }

    /// The same with the rows to which it applies by what was merged into them, turned round if asked for.
    fn or_merged(&self, own: String) -> String {
        let any = match self.merged.is_empty() {
            true => own,
            false => format!("({own} OR n IN ({}))", self.numbers()),
        };
        if self.without {
            format!("NOT {any}")
        } else {
            any
        }
    }

    fn numbers(&self) -> String {
        numbers(&self.merged.iter().map(|row| row.n).collect::<Vec<_>>())
    }

    /// The same where many fit: each row is asked, until a page is full.
    pub(super) fn asked_of_each(&self, of_list: &str) -> String {
        let Beside {
            table,
            of,
            condition,
            ..
        } = self;
        self.or_merged(format!(
            "EXISTS (SELECT 1 FROM {table} WHERE {of} = {of_list}.id AND {condition})"
        ))
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
        let there = all - gone + self.merged.len() as i64;
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
        let sql = format!(
            "SELECT {list}.n, held, held_by FROM (SELECT {of} AS held_by, {column} AS held
               FROM {table} INDEXED BY {index} WHERE {condition}) CROSS JOIN {list} ON {list}.id = held_by
             WHERE {conditions} ORDER BY held {way}, held_by {way}{}",
            cap(limit.unwrap_or(0))
        );
        let mut valued = read.all(&sql, params_from_iter(fits.values.iter()), |row| {
            Ok(Merged {
                n: row.get(0)?,
                value: row.get(1)?,
                id: row.get(2)?,
            })
        })?;
        self.add_merged(read, list, fits, &mut valued, desc)?;
        let mut rows: Vec<i64> = valued.into_iter().map(|row| row.n).collect();
        rows.truncate(limit.unwrap_or(usize::MAX));
        if limit.is_none_or(|limit| rows.len() < limit) {
            let left = limit.unwrap_or(0).saturating_sub(rows.len());
            let sql = format!(
                "SELECT n FROM {list} WHERE {conditions} AND n NOT IN ({}) AND NOT EXISTS (
                   SELECT 1 FROM {table} WHERE {of} = {list}.id AND {condition}) ORDER BY n{}",
                self.numbers(),
                cap(left)
            );
            rows.extend(read.all(&sql, params_from_iter(fits.values.iter()), |row| {
                row.get::<_, i64>(0)
            })?);
        }
        Ok(rows)
    }

    /// Puts the rows that have their value by merging among those that have their own.
    fn add_merged(
        &self,
        read: &Read<'_>,
        list: &str,
        fits: &Fits,
        valued: &mut Vec<Merged>,
        desc: bool,
    ) -> Result<()> {
        if self.merged.is_empty() {
            return Ok(());
        }
        let fitting: Vec<i64> = read.all(
            &format!(
                "SELECT n FROM {list} WHERE {} AND n IN ({})",
                fits.conditions(i64::MAX),
                self.numbers()
            ),
            params_from_iter(fits.values.iter()),
            |row| row.get(0),
        )?;
        let merged = self.merged.iter().filter(|row| fitting.contains(&row.n));
        valued.extend(merged.map(|row| Merged {
            n: row.n,
            id: row.id,
            value: row.value.clone(),
        }));
        valued.sort_by(|a, b| {
            let way = compare(&a.value, &b.value).then(a.id.cmp(&b.id));
            if desc { way.reverse() } else { way }
        });
        Ok(())
    }
}

/// The order in which SQLite has values: numbers, then text by its bytes.
fn compare(a: &Value, b: &Value) -> Ordering {
    let number = |value: &Value| match value {
        Value::Integer(whole) => Some(*whole as f64),
        Value::Real(real) => Some(*real),
        _ => None,
    };
    match (a, b) {
        (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
        (Value::Text(a), Value::Text(b)) => a.cmp(b),
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        },
    }
}
