//! From a file to rows of text: encoding, delimiter, quoting. A line of blanks is none. Not here: what
//! the columns mean, and the formats that are no text (`sheets`).

use std::path::PathBuf;

use csv::{ReaderBuilder, StringRecord};

use super::limits::{self, Budget, unreadable};
use super::line::Reason;
use super::meetings::ics;
use super::plan::Ground;
use super::sources::OURS_QUOTED;
use super::types::{ImportChoice, ImportNote};
use super::{cards, encoding, head, sheets};
use crate::kernel::{Error, Result};

/// The delimiters that are tried, in this order when several fit.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A file, or one sheet of it, as rows and columns.
pub struct Table {
    pub path: PathBuf,
    /// The file's own name, and its sheet's.
    pub name: String,
    /// Where a file has several.
    pub sheet: Option<String>,
    /// "CSV", "XLSX", "vCard", ….
    pub format: &'static str,
    /// Of text; else empty.
    pub encoding: &'static str,
    /// Some bytes fitted no character.
    pub broken: bool,
    /// Where it has one.
    pub delimiter: Option<u8>,
    /// Lines above those names: a title, a word about the file.
    pub above: Vec<StringRecord>,
    /// Names as they stand in the line of columns; a name that comes again gets a number.
    pub columns: Vec<String>,
    /// The lines that hold anything at all.
    pub rows: Vec<StringRecord>,
    /// Why a line fails that has too few cells or too many.
    pub short: Reason,
    /// What was noticed on the way.
    pub notes: Vec<ImportNote>,
}

/// A file of records that have no columns, as lines of a table.
pub struct Lines {
    pub columns: Vec<String>,
    pub rows: Vec<StringRecord>,
    pub notes: Vec<ImportNote>,
}

impl Table {
    /// Takes off the apostrophes that an export of ours put in front of what looks like a formula.
    pub fn unquote(&mut self) {
        if !self.columns.iter().any(|name| name == OURS_QUOTED) {
            return;
        }
        for row in &mut self.rows {
            if row.iter().any(|cell| cell.starts_with('\'')) {
                let bare = row
                    .iter()
                    .map(|cell| cell.strip_prefix('\'').unwrap_or(cell));
                *row = bare.collect();
            }
        }
    }
}

/// Reads a file as it is chosen to be read: several tables where it has several sheets and none is
/// chosen.
pub fn read(choice: &ImportChoice, ground: &Ground) -> Result<Vec<Table>> {
    let path = &choice.path;
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let bytes = limits::bytes(path, &name)?;
    of_bytes(choice, name, bytes, ground)
}

/// The same of a file that is read already.
pub fn of_bytes(
    choice: &ImportChoice,
    name: String,
    bytes: Vec<u8>,
    ground: &Ground,
) -> Result<Vec<Table>> {
    if let Some(mut tables) = sheets::read(&choice.path, &name, &bytes)? {
        if let Some(sheet) = &choice.sheet {
            tables.retain(|table| table.sheet.as_ref() == Some(sheet));
        }
        return match tables.is_empty() {
            true => Err(unreadable(&name, "no such sheet")),
            false => Ok(tables),
        };
    }
    text(choice, name, bytes, ground).map(|table| vec![table])
}

fn text(choice: &ImportChoice, name: String, bytes: Vec<u8>, ground: &Ground) -> Result<Table> {
    let refused = |detail: &dyn ToString| unreadable(&name, detail.to_string());
    let decoded = match &choice.encoding {
        Some(label) => encoding::decode_as(&bytes, label)?,
        None => encoding::decode(bytes, &ground.lang).ok_or_else(|| refused(&"not text"))?,
    };
    let mut budget = Budget::of(&name, decoded.text.len() as u64);
    let lines = if cards::fits(&decoded.text) {
        Some(("vCard", cards::read(&decoded.text, &mut budget)?))
    } else if ics::fits(&decoded.text) {
        let (zone, now) = (ground.zone, ground.now);
        Some(("ICS", ics::read(&decoded.text, zone, now, &mut budget)?))
    } else {
        None
    };
    if let Some((format, lines)) = lines {
        return Ok(Table {
            path: choice.path.clone(),
            sheet: None,
            format,
            encoding: decoded.encoding,
            broken: decoded.broken,
            delimiter: None,
            above: Vec::new(),
            columns: lines.columns,
            rows: lines.rows,
            short: Reason::CutOff,
            notes: lines.notes,
            name,
        });
    }
    let delimiter = match &choice.delimiter {
        Some(chosen) => named(chosen)?,
        None => delimiter(&decoded.text),
    };
    let mut rows: Vec<StringRecord> = Vec::new();
    for line in reader(&decoded.text, delimiter).into_records() {
        let line = line.map_err(|error| refused(&error))?;
        budget.cells(line.len() as u64)?;
        if line.iter().any(|cell| !cell.trim().is_empty()) {
            budget.place(rows.len() as u64, 0)?;
            rows.push(line);
        }
    }
    let head = head::place(rows.iter()) + 1;
    let mut above: Vec<StringRecord> = rows.drain(..head.min(rows.len())).collect();
    let first = above.pop().ok_or_else(|| refused(&"empty"))?;
    budget.place(0, first.len() as u64 - 1)?;
    let below = (!above.is_empty()).then(|| head::below(line(&decoded.text, &first)));
    Ok(Table {
        path: choice.path.clone(),
        format: "CSV",
        encoding: decoded.encoding,
        broken: decoded.broken,
        delimiter: Some(delimiter),
        above,
        columns: columns(&first),
        rows,
        short: Reason::RowRagged,
        notes: below.into_iter().collect(),
        sheet: None,
        name,
    })
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

/// The line of a text, from 1, in which a record of it begins: blank ones before it are none of it.
fn line(text: &str, record: &StringRecord) -> u64 {
    let Some(position) = record.position() else {
        return 0;
    };
    let from = text.as_bytes().iter().skip(position.byte() as usize);
    let blank = from.take_while(|byte| matches!(byte, b'\r' | b'\n'));
    position.line() + blank.filter(|byte| **byte == b'\n').count() as u64
}

/// The delimiter that somebody chose.
fn named(chosen: &str) -> Result<u8> {
    let mut bytes = DELIMITERS.into_iter();
    let found = bytes.find(|byte| chosen.as_bytes() == [*byte]);
    found.ok_or_else(|| Error::invalid("delimiter").because(chosen))
}

/// The one that cuts most of the first lines into equally many cells; of several, into most cells. A title
/// above them is cut by none.
fn delimiter(text: &str) -> u8 {
    let fit = |delimiter: u8| {
        let first = reader(text, delimiter).into_records().take(head::NEAR);
        let widths: Vec<usize> = first.flatten().map(|line| line.len()).collect();
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        let cut = widths.iter().filter(|width| **width > 1);
        cut.map(|width| (alike(*width), *width)).max()
    };
    let mut best = (DELIMITERS[0], fit(DELIMITERS[0]));
    for candidate in DELIMITERS.into_iter().skip(1) {
        let found = fit(candidate);
        if found > best.1 {
            best = (candidate, found);
        }
    }
    best.0
}

/// Names of columns as they stand in a line; a name that comes again gets a number.
pub fn columns(first: &StringRecord) -> Vec<String> {
    let mut columns: Vec<String> = Vec::with_capacity(first.len());
    for name in first {
        let name = name.trim();
        let again = columns.iter().filter(|known| *known == name).count();
        columns.push(match again {
            0 => name.to_owned(),
            again => format!("{name} ({})", again + 1),
        });
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Code;

    fn table(text: &str) -> Table {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("t.csv");
        std::fs::write(&path, text).expect("written");
        read(&ImportChoice::of(path), &Ground::bare("en"))
            .expect("a table")
            .remove(0)
    }

    #[test]
    fn the_delimiter_is_what_cuts_the_first_lines_best() {
        for (text, delimiter) in [
            ("a,b;c,d\n", b','),
            ("a;b;c,d\n", b';'),
            ("a\tb\n", b'\t'),
            ("a|b|c\n", b'|'),
            ("a\n", b','),
            ("a;b\n1,5;2,5\n3,5;\n", b';'),
            ("Customers, all of them\na;b;c\n1;2;3\n4;5;6\n", b';'),
        ] {
            assert_eq!(table(text).delimiter, Some(delimiter), "{text}");
        }
    }

    #[test]
    fn a_quoted_cell_keeps_its_line_breaks_and_blank_lines_are_no_rows() {
        let table = table("a,b,a\r\n\"one\ntwo\",\"say \"\"hi\"\"\",x\r\n,,\r\n\r\n");
        assert_eq!(table.columns, ["a", "b", "a (2)"]);
        assert_eq!(table.rows.len(), 1);
        assert_eq!(&table.rows[0][0], "one\ntwo");
        assert_eq!(&table.rows[0][1], "say \"hi\"");
    }

    #[test]
    fn what_stands_above_the_columns_is_told_and_no_row() {
        for title in [
            "客户名单\n",
            "\u{FEFF}客户名单,,\n\n导出时间：2024-05-01,,\n",
            "\"客户\n名单\"\n",
            "客户名单\n\n",
            "",
        ] {
            for sign in [',', ';', '\t', '|'] {
                let text = "姓名,手机,公司\n张三,13800138000,星河\n李四,,\n"
                    .replace(',', &sign.to_string());
                let table = table(&format!("{title}{text}"));
                assert_eq!(table.columns, ["姓名", "手机", "公司"], "{title}{sign}");
                assert_eq!(table.rows.len(), 2);
                let line = title.lines().count() + 1;
                let told = table.notes.first().map(|note| note.params["line"].clone());
                assert_eq!(told, (!title.is_empty()).then(|| line.to_string()));
            }
        }
    }

    #[test]
    fn what_somebody_chose_is_not_found_out() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("t.csv");
        let (bytes, _, _) = encoding_rs::BIG5.encode("姓名|電話,手機\n林佳怡|1,2\n");
        std::fs::write(&path, bytes).expect("written");
        let choice = ImportChoice {
            encoding: Some("Big5".to_owned()),
            delimiter: Some("|".to_owned()),
            ..ImportChoice::of(path)
        };
        let table = read(&choice, &Ground::bare("zh-Hans"))
            .expect("a table")
            .remove(0);
        assert_eq!(table.columns, ["姓名", "電話,手機"]);
        assert_eq!((table.encoding, table.delimiter), ("Big5", Some(b'|')));
        for (encoding, delimiter) in [(Some("Klingon"), None), (None, Some("#"))] {
            let wrong = ImportChoice {
                encoding: encoding.map(str::to_owned),
                delimiter: delimiter.map(str::to_owned),
                ..choice.clone()
            };
            let error = read(&wrong, &Ground::bare("en")).err().expect("refused");
            assert_eq!(error.code, Code::FieldInvalid);
        }
    }

    #[test]
    fn a_file_without_a_line_is_refused_by_its_name() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("空.csv");
        std::fs::write(&path, "").expect("written");
        let error = read(&ImportChoice::of(path), &Ground::bare("en"))
            .err()
            .expect("refused");
        assert_eq!(error.code, Code::ImportUnreadable);
        assert_eq!(error.params["name"], "空.csv");
        let folder = read(&ImportChoice::of(dir.path()), &Ground::bare("en"))
            .err()
            .expect("refused");
        assert_eq!(folder.code, Code::ImportUnreadable);
    }
}
