//! Erasing for good: words leave a row and every line of the log that ever carried them. The log still
//! replays to the rows as they then stand. `Db::scrub` clears the corners of the file afterwards.

use rusqlite::params;
use rusqlite::types::Value;

use super::{CREATED, LIFE, Stored, WriteTx};
use crate::kernel::{Id, Noun, Result, value};

impl WriteTx<'_> {
    /// Sets columns of a row, live or deleted, to what may stay of them, and puts the same in the place
    /// of whatever the log has of these columns. An empty column stays empty.
    pub fn erase(
        &mut self,
        noun: &'static Noun,
        id: Id,
        stays: &[(&'static str, Value)],
    ) -> Result<()> {
        let Some(Stored { n, mut values, .. }) = self.stored(noun, id)? else {
            return Ok(());
        };
        for (at, cell) in noun.cells.iter().enumerate() {
            let mut wanted = values[cell.range()].to_vec();
            if lay(cell.columns, &mut wanted, stays) {
                let set = self.set_cell(noun, id, n, at, &wanted, &mut values);
                self.whole(set)?;
            }
        }
        let rewritten = self.erase_in_log(noun, n, stays);
        self.whole(rewritten)
    }

    /// Takes a row out of its table and out of the log, as if it had never been.
    pub fn purge(&mut self, noun: &'static Noun, id: Id) -> Result<()> {
        let Some(Stored { n, .. }) = self.stored(noun, id)? else {
            return Ok(());
        };
        // What is derived from it hears of it as of any deleted row.
        self.delete_row(noun, id)?;
        let gone = self.take_out(noun, n);
        self.whole(gone)
    }

    fn take_out(&self, noun: &Noun, n: i64) -> Result<()> {
        let conn = self.read.conn();
        let row = params![noun.no, n];
        conn.execute("DELETE FROM changes WHERE noun = ?1 AND row = ?2", row)?;
        conn.execute("DELETE FROM cell_stamps WHERE noun = ?1 AND row = ?2", row)?;
        conn.execute(&format!("DELETE FROM {} WHERE n = ?1", noun.table), [n])?;
        Ok(())
    }

    /// Forgets drafts of this device: that of one place, and those with a word in them.
    pub fn erase_drafts(&self, place: &str, word: Option<&str>) -> Result<()> {
        self.read.conn().execute(
            "DELETE FROM drafts WHERE place = ?1 OR (?2 IS NOT NULL AND instr(body, ?2) > 0)",
            params![place, word],
        )?;
        Ok(())
    }

    fn erase_in_log(&self, noun: &Noun, n: i64, stays: &[(&'static str, Value)]) -> Result<()> {
        let lines = self.read.all(
            "SELECT n, cell, old, new FROM changes WHERE noun = ?1 AND row = ?2",
            [noun.no, n],
            |row| {
                let bytes = |at| row.get::<_, Option<Vec<u8>>>(at);
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, i64>(1)?,
                    bytes(2)?,
                    bytes(3)?,
                ))
            },
        )?;
        let id: Id = self
            .read
            .value(&format!("SELECT id FROM {} WHERE n = ?1", noun.table), [n])?;
        let columns: Vec<&str> = noun.columns().collect();
        for (line, cell, old, new) in lines {
            let (old, new) = match cell {
                LIFE => continue,
                // Cells that a newer version wrote are not carried over: nobody knows what is in them.
                CREATED => {
                    let mut values = value::decode_row(noun, &new.unwrap_or_default())?;
                    lay(&columns, &mut values, stays);
                    (None, Some(value::encode_row(noun, id.bytes(), &values)))
                }
                no => match noun.cells.iter().find(|cell| cell.no == no) {
                    Some(cell) => (
                        relaid(cell.columns, old, stays)?,
                        relaid(cell.columns, new, stays)?,
                    ),
                    None => (None, None),
                },
            };
            self.read
                .conn()
                .prepare_cached("UPDATE changes SET old = ?2, new = ?3 WHERE n = ?1")?
                .execute(params![line, old, new])?;
        }
        Ok(())
    }
}

fn relaid(
    columns: &[&'static str],
    bytes: Option<Vec<u8>>,
    stays: &[(&'static str, Value)],
) -> Result<Option<Vec<u8>>> {
    let Some(bytes) = bytes else { return Ok(None) };
    let mut values = value::decode_cell(&bytes, columns.len())?;
    Ok(Some(if lay(columns, &mut values, stays) {
        value::encode_cell(&values)
    } else {
        bytes
    }))
}

/// Lays what stays over the values of these columns. True: something is different now.
fn lay(columns: &[&'static str], values: &mut [Value], stays: &[(&'static str, Value)]) -> bool {
    let mut changed = false;
    for (column, value) in columns.iter().zip(values) {
        let found = stays.iter().find(|(name, _)| name == column);
        if let Some((_, wanted)) = found
            && *value != Value::Null
            && value != wanted
        {
            *value = wanted.clone();
            changed = true;
        }
    }
    changed
}
