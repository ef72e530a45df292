//! Reading the sample's tables: one row a line, cells between `|`, `#` for remarks, `[name]` before
//! the rows of a part. They are compiled in, so a mistake in one is a fault of ours.

use std::str::FromStr;

use crate::kernel::{Error, Result};

/// One line of a table.
pub struct Row {
    /// The `[name]` above it.
    pub part: &'static str,
    line: &'static str,
    cells: Vec<&'static str>,
}

/// All rows of a table.
pub fn rows(table: &'static str) -> Vec<Row> {
    let mut part = "";
    let mut rows = Vec::new();
    for line in table.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            part = name.trim_end_matches(']');
            continue;
        }
        let cells = line.split('|').map(str::trim).collect();
        rows.push(Row { part, line, cells });
    }
    rows
}

impl Row {
    /// The text of a cell; empty where there is none.
    pub fn text(&self, at: usize) -> &'static str {
        self.cells.get(at).copied().unwrap_or_default()
    }

    /// A cell that may be empty.
    pub fn filled<T: FromStr>(&self, at: usize) -> Result<Option<T>> {
        match self.text(at) {
            "" => Ok(None),
            _ => self.read(at).map(Some),
        }
    }

    /// A cell that must be there.
    pub fn read<T: FromStr>(&self, at: usize) -> Result<T> {
        self.text(at).parse().map_err(|_| self.wrong(at))
    }

    /// The fault that a cell does not say what it should.
    pub fn wrong(&self, at: usize) -> Error {
        Error::internal(format!("sample, cell {at} of: {}", self.line))
    }
}
