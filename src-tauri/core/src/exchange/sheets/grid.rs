//! The cells of one sheet as they are read, and the table they make: where its header stands, what its
//! nameless columns are called.

use csv::StringRecord;

use crate::exchange::head;
use crate::exchange::limits::{self, Budget, CELLS, Limit};
use crate::exchange::table;
use crate::exchange::types::ImportNote;
use crate::kernel::Result;

/// Lines that hold anything, in their order, each with its number from 0.
#[derive(Default)]
pub struct Grid {
    lines: Vec<(u64, StringRecord)>,
    at: u64,
    line: Vec<String>,
    /// Cells with an error instead of a value, and numbers that have lost digits.
    pub errors: usize,
    pub rounded: usize,
}

/// A sheet as a table.
pub struct Lined {
    pub above: Vec<StringRecord>,
    pub columns: Vec<String>,
    pub rows: Vec<StringRecord>,
    pub notes: Vec<ImportNote>,
}

impl Grid {
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.line.is_empty()
    }

    /// Writes a cell; a blank one is none.
    pub fn put(
        &mut self,
        row: u64,
        column: u64,
        text: &str,
        budget: &mut Budget<'_>,
    ) -> Result<()> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        budget.place(row, column)?;
        if row != self.at {
            self.end_line();
            self.at = row;
        }
        let column = column as usize;
        if column >= self.line.len() {
            budget.cells((column - self.line.len()) as u64)?;
            budget.cell(text.len())?;
            self.line.resize(column + 1, String::new());
        }
        text.clone_into(&mut self.line[column]);
        Ok(())
    }

    fn end_line(&mut self) {
        if !self.line.is_empty() {
            self.lines
                .push((self.at, StringRecord::from(std::mem::take(&mut self.line))));
        }
    }

    /// The table; `name` is the file's. What stands above the header is left out and told.
    pub fn lines(mut self, name: &str) -> Result<Lined> {
        self.end_line();
        // Writers may put the lines of a sheet in any order.
        self.lines.sort_by_key(|(at, _)| *at);
        let width = self
            .lines
            .iter()
            .map(|(_, line)| line.len())
            .max()
            .unwrap_or(0);
        if (self.lines.len() as u64).saturating_mul(width as u64) > CELLS {
            return Err(limits::beyond(name, Limit::Cells, CELLS));
        }
        let header = head::place(self.lines.iter().map(|(_, line)| line));
        let mut lines = self.lines.into_iter();
        let above: Vec<StringRecord> = lines.by_ref().take(header).map(|(_, line)| line).collect();
        let (at, mut first) = lines.next().unwrap_or_default();
        pad(&mut first, width);
        let first: StringRecord = first.iter().enumerate().map(named).collect();
        let mut rows: Vec<StringRecord> = lines.map(|(_, line)| line).collect();
        rows.iter_mut().for_each(|row| pad(row, width));
        let mut notes = Vec::new();
        if header > 0 {
            notes.push(head::below(at + 1));
        }
        for (code, cells) in [("cell_errors", self.errors), ("digits_lost", self.rounded)] {
            if cells > 0 {
                notes.push(ImportNote::new(code).with("rows", cells));
            }
        }
        Ok(Lined {
            above,
            columns: table::columns(&first),
            rows,
            notes,
        })
    }
}

fn pad(line: &mut StringRecord, width: usize) {
    while line.len() < width {
        line.push_field("");
    }
}

/// A column without a name is called by its letter.
fn named((at, name): (usize, &str)) -> String {
    match name.trim() {
        "" => letter(at),
        name => name.to_owned(),
    }
}

/// A, B, … Z, AA, ….
fn letter(at: usize) -> String {
    let own = char::from(b'A' + (at % 26) as u8);
    match at / 26 {
        0 => own.to_string(),
        more => format!("{}{own}", letter(more - 1)),
    }
}
