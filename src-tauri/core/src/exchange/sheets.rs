//! Spreadsheets: every visible sheet that holds anything is a table of its own. Cells become the text
//! that a person would have typed: days as ISO days, whole numbers without a point. Not here: what the
//! columns mean.

mod compound;
mod grid;
mod ods;
mod xls;
mod xlsx;

use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{ExcelDateTime, ExcelDateTimeType};
use chrono::{NaiveDate, TimeDelta, Timelike};
use zip::ZipArchive;

use self::grid::Grid;
use super::limits::{self, Budget, unreadable};
use super::line::Reason;
use super::table::Table;
use super::types::ImportNote;
use crate::kernel::Result;

/// Whole numbers from here on have lost digits: a spreadsheet keeps fifteen.
const EXACT: f64 = 1e15;

/// One sheet of a file.
struct Sheet {
    name: String,
    hidden: bool,
    grid: Grid,
}

/// A file as sheets, and the format it is in.
struct Book {
    format: &'static str,
    sheets: Vec<Sheet>,
}

/// The tables of a spreadsheet; `None`: the file is none.
pub fn read(path: &Path, name: &str, bytes: &[u8]) -> Result<Option<Vec<Table>>> {
    let book = if bytes.starts_with(limits::ZIP) {
        let (mut archive, unpacked) = limits::archive(bytes, name)?;
        let mut budget = Budget::of(name, unpacked);
        match is_ods(&mut archive) {
            true => Book {
                format: "ODS",
                sheets: ods::read(&mut archive, &mut budget)?,
            },
            false => Book {
                format: "XLSX",
                sheets: xlsx::read(bytes, &mut budget)?,
            },
        }
    } else if bytes.starts_with(limits::COMPOUND) {
        let mut budget = Budget::of(name, bytes.len() as u64);
        Book {
            format: "XLS",
            sheets: xls::read(bytes, &mut budget)?,
        }
    } else {
        return Ok(None);
    };
    tables(path, name, book).map(Some)
}

fn is_ods(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut said = String::new();
    let Ok(entry) = archive.by_name("mimetype") else {
        return archive.index_for_name("content.xml").is_some();
    };
    let read = entry.take(100).read_to_string(&mut said);
    read.is_ok() && said.starts_with("application/vnd.oasis.opendocument.spreadsheet")
}

/// A sheet that is hidden is left out and named; where all are, all are read.
fn tables(path: &Path, name: &str, book: Book) -> Result<Vec<Table>> {
    let (shown, hidden): (Vec<Sheet>, Vec<Sheet>) =
        book.sheets.into_iter().partition(|sheet| !sheet.hidden);
    let (sheets, left) = match shown.iter().any(|sheet| !sheet.grid.is_empty()) {
        true => (shown, hidden),
        false => (hidden, Vec::new()),
    };
    let filled = |sheet: &Sheet| !sheet.grid.is_empty();
    let left: Vec<String> = left
        .into_iter()
        .filter(filled)
        .map(|sheet| sheet.name)
        .collect();
    let mut tables = Vec::new();
    for sheet in sheets.into_iter().filter(filled) {
        let called = format!("{name} · {}", sheet.name);
        let lined = sheet.grid.lines(name)?;
        tables.push(Table {
            path: path.to_owned(),
            name: called,
            sheet: Some(sheet.name),
            format: book.format,
            encoding: "",
            broken: false,
            delimiter: None,
            above: lined.above,
            columns: lined.columns,
            rows: lined.rows,
            short: Reason::RowRagged,
            notes: lined.notes,
        });
    }
    let Some(first) = tables.first_mut() else {
        return Err(unreadable(name, "no cell holds anything"));
    };
    if !left.is_empty() {
        let note = ImportNote::new("sheets_hidden").with("sheets", left.join(", "));
        first.notes.push(note);
    }
    Ok(tables)
}

/// A number as a person types it. One that has lost digits is written as spreadsheets show it, with a
/// power of ten; the second answer says so.
fn number(value: f64) -> (String, bool) {
    if !value.is_finite() {
        return (String::new(), false);
    }
    if value.abs() >= EXACT {
        let text = format!("{value:.14E}");
        let (digits, power) = text.split_once('E').unwrap_or((&text, "0"));
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        return (format!("{digits}E+{power}"), value.fract() == 0.0);
    }
    // Fifteen digits are what a spreadsheet shows of 0.1 + 0.2.
    let shown: f64 = format!("{value:.14E}").parse().unwrap_or(value);
    (shown.to_string(), false)
}

fn truth(value: bool) -> &'static str {
    match value {
        true => "TRUE",
        false => "FALSE",
    }
}

/// A day, a time of day or both; a length of time as hours and minutes. `None`: no such day.
fn moment(value: f64, length: bool, is_1904: bool) -> Option<String> {
    let seconds = |days: f64| (days * 86_400.0).round() as i64;
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    if length || value < 1.0 {
        let all = seconds(value);
        let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
        return Some(match seconds {
            0 => format!("{hours:02}:{minutes:02}"),
            _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
        });
    }
    let exact = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, hour, minute, second, milli) = exact.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
    let time = day.and_hms_milli_opt(
        u32::from(hour),
        u32::from(minute),
        u32::from(second),
        u32::from(milli).min(999),
    )?;
    let time = time.checked_add_signed(TimeDelta::milliseconds(500))?;
    let format = match (time.num_seconds_from_midnight(), time.second()) {
        (0, _) => "%Y-%m-%d",
        (_, 0) => "%Y-%m-%d %H:%M",
        _ => "%Y-%m-%d %H:%M:%S",
    };
    Some(time.format(format).to_string())
}

#[cfg(test)]
mod tests;
