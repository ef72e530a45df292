//! From a file to rows of text: encoding, delimiter, quoting. A line of blanks is none. Not here: what
//! the columns mean.

use std::path::{Path, PathBuf};

use csv::{ReaderBuilder, StringRecord};

use super::encoding;
use crate::kernel::{Code, Error, Result};

/// The delimiters that are tried, in this order when several fit.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A file as rows and columns.
pub struct Table {
    pub path: PathBuf,
    /// The file's own name.
    pub name: String,
    pub encoding: &'static str,
    /// Some bytes fitted no character.
    pub broken: bool,
    pub delimiter: u8,
    /// Names as they stand in the first line; a name that comes again gets a number.
    pub columns: Vec<String>,
    /// The lines that hold anything at all.
    pub rows: Vec<StringRecord>,
}

/// Reads a file; `lang` helps to tell old encodings apart.
pub fn read(path: &Path, lang: &str) -> Result<Table> {
    let name = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let refused = |detail: &dyn ToString| {
        Error::new(Code::ImportUnreadable)
            .with("name", &name)
            .because(detail.to_string())
    };
    let bytes = std::fs::read(path).map_err(|error| refused(&error))?;
    let decoded = encoding::decode(bytes, lang).ok_or_else(|| refused(&"not text"))?;
    let delimiter = delimiter(&decoded.text);
    let mut lines = reader(&decoded.text, delimiter).into_records();
    let first = lines
        .next()
        .ok_or_else(|| refused(&"empty"))?
        .map_err(|error| refused(&error))?;
    let mut rows = Vec::new();
    for line in lines {
        let line = line.map_err(|error| refused(&error))?;
        if line.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(line);
        }
    }
    Ok(Table {
        path: path.to_owned(),
        encoding: decoded.encoding,
        broken: decoded.broken,
        delimiter,
        columns: columns(&first),
        rows,
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

/// The one that cuts the first line into most columns.
fn delimiter(text: &str) -> u8 {
    let width = |delimiter: u8| match reader(text, delimiter).records().next() {
        Some(Ok(first)) => first.len(),
        _ => 0,
    };
    let mut best = (DELIMITERS[0], width(DELIMITERS[0]));
    for candidate in DELIMITERS.into_iter().skip(1) {
        let found = width(candidate);
        if found > best.1 {
            best = (candidate, found);
        }
    }
    best.0
}

fn columns(first: &StringRecord) -> Vec<String> {
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

    fn table(text: &str) -> Table {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("t.csv");
        std::fs::write(&path, text).expect("written");
        read(&path, "en").expect("a table")
    }

    #[test]
    fn the_delimiter_is_what_cuts_the_first_line_best() {
        for (text, delimiter) in [
            ("a,b;c,d\n", b','),
            ("a;b;c,d\n", b';'),
            ("a\tb\n", b'\t'),
            ("a|b|c\n", b'|'),
            ("a\n", b','),
        ] {
            assert_eq!(table(text).delimiter, delimiter, "{text}");
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
    fn a_file_without_a_line_is_refused_by_its_name() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("空.csv");
        std::fs::write(&path, "").expect("written");
        let error = read(&path, "en").err().expect("refused");
        assert_eq!(error.code, Code::ImportUnreadable);
        assert_eq!(error.params["name"], "空.csv");
        let folder = read(dir.path(), "en").err().expect("refused");
        assert_eq!(folder.code, Code::ImportUnreadable);
    }
}
