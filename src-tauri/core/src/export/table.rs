//! A table as text or as a workbook. Text that a spreadsheet would take for a formula gets an apostrophe in
//! front; so does text that begins with one, so that taking one off again gives what it was.

use std::io::Write;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::ExportFormat;
use crate::exchange::OURS_QUOTED;
use crate::kernel::{Error, Result};

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    /// Digits with a point: a number in a workbook, the same digits in text.
    Number(String),
}

/// What goes out.
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// The longest text a cell of a workbook may hold, in UTF-16 units.
const LONGEST: usize = 32_767;

/// Says in the name of its last column whether apostrophes stand in it.
pub fn marked(mut table: Table, format: ExportFormat) -> Table {
    if let (ExportFormat::Csv, Some(last)) = (format, table.head.last_mut()) {
        OURS_QUOTED.clone_into(last);
    }
    table
}

/// Text that no spreadsheet takes for a formula.
pub fn neutral(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\'') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// CSV in UTF-8 with a mark in front.
pub fn csv(table: &Table, out: &mut dyn Write) -> Result<()> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    let broken = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Error::from(error),
        other => Error::internal(format!("{other:?}")),
    };
    writer.write_record(&table.head).map_err(broken)?;
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => neutral(text),
            Cell::Number(digits) => digits.clone(),
        });
        writer.write_record(cells).map_err(broken)?;
    }
    writer.flush()?;
    Ok(())
}

/// A workbook of one sheet, its head standing still; text is text, whatever it looks like.
pub fn xlsx(table: &Table, out: &mut dyn Write) -> Result<()> {
    let broken = |error: XlsxError| match error {
        XlsxError::IoError(error) => Error::from(error),
        other => Error::internal(other),
    };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    for (at, name) in table.head.iter().enumerate() {
        sheet
            .write_string_with_format(0, column(at)?, name, &bold)
            .map_err(broken)?;
        sheet.set_column_width(column(at)?, 16).map_err(broken)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(broken)?;
    for (line, row) in table.rows.iter().enumerate() {
        let line = u32::try_from(line + 1).map_err(Error::internal)?;
        for (at, cell) in row.iter().enumerate() {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    sheet
                        .write_string(line, column(at)?, fitting(text))
                        .map_err(broken)?;
                }
                Cell::Number(digits) => {
                    let number: f64 = digits.parse().map_err(Error::internal)?;
                    sheet
                        .write_number(line, column(at)?, number)
                        .map_err(broken)?;
                }
            }
        }
    }
    let bytes = book.save_to_buffer().map_err(broken)?;
    out.write_all(&bytes)?;
    Ok(())
}

fn column(at: usize) -> Result<u16> {
    u16::try_from(at).map_err(Error::internal)
}

/// What a workbook cannot hold in one cell ends where it must.
fn fitting(text: &str) -> String {
    let mut units = 0;
    text.chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= LONGEST
        })
        .collect()
}
