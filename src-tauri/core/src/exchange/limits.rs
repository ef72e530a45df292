//! What a file may be at most, looked at before it is unpacked and again while it is read: what a file
//! says of itself may be a lie. Spreadsheets are archives, and a few kilobytes of one can unpack to
//! gigabytes. Not here: how long a cell may be (`line`).

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use memchr::{memchr, memmem};
use zip::ZipArchive;

use crate::kernel::{Code, Error, Result};

const MIB: u64 = 1024 * 1024;

/// Bytes of a file: text, and what is packed or built of blocks.
const TEXT_FILE: u64 = 256 * MIB;
const PACKED_FILE: u64 = 64 * MIB;
/// Files in an archive.
const ENTRIES: u64 = 5_000;
/// Bytes of everything in an archive, and how many times the archive's own size that may be once it is
/// more than a few.
const UNPACKED: u64 = 256 * MIB;
const RATIO: u64 = 100;
const FEW: u64 = 10 * MIB;
/// Of one file: lines of a sheet, columns, cells.
pub const ROWS: u64 = 1_048_576;
pub const COLUMNS: u64 = 1_000;
pub const CELLS: u64 = 5_000_000;
/// Text of all cells: a cell may repeat a text that is written once.
const REPEATED: u64 = 10;

pub const ZIP: &[u8] = b"PK\x03\x04";
pub const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// A limit and the word for it.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    File,
    Entries,
    Unpacked,
    Ratio,
    Rows,
    Columns,
    Cells,
    Text,
}

impl Limit {
    /// The key of its word among the fields.
    fn word(self) -> &'static str {
        match self {
            Limit::File => "limit_file",
            Limit::Entries => "limit_entries",
            Limit::Unpacked | Limit::Text => "limit_unpacked",
            Limit::Ratio => "limit_ratio",
            Limit::Rows => "limit_rows",
            Limit::Columns => "limit_columns",
            Limit::Cells => "limit_cells",
        }
    }
}

/// The refusal of a file that is more than it may be: `max` in megabytes where the limit is one of size.
pub fn beyond(name: &str, limit: Limit, max: u64) -> Error {
    let max = match limit {
        Limit::File | Limit::Unpacked | Limit::Text => format!("{} MB", max.div_ceil(MIB)),
        Limit::Ratio => format!("{max}×"),
        _ => max.to_string(),
    };
    Error::new(Code::ImportTooLarge)
        .with("name", name)
        .with("field", limit.word())
        .with("max", max)
}

/// The refusal of a file that is not what it seems to be.
pub fn unreadable(name: &str, detail: impl ToString) -> Error {
    Error::new(Code::ImportUnreadable)
        .with("name", name)
        .because(detail)
}

/// The bytes of a file, if it is a file and not too large.
pub fn bytes(path: &Path, name: &str) -> Result<Vec<u8>> {
    let refused = |error: std::io::Error| unreadable(name, error);
    let about = std::fs::metadata(path).map_err(refused)?;
    // A pipe or a device has no end.
    if !about.is_file() {
        return Err(unreadable(name, "no file"));
    }
    let mut file = File::open(path).map_err(refused)?;
    let mut bytes = Vec::new();
    file.by_ref()
        .take(COMPOUND.len() as u64)
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    let packed = bytes.starts_with(ZIP) || bytes == COMPOUND;
    let max = if packed { PACKED_FILE } else { TEXT_FILE };
    if about.len() > max {
        return Err(beyond(name, Limit::File, max));
    }
    file.take(max).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > max {
        return Err(beyond(name, Limit::File, max));
    }
    Ok(bytes)
}

/// An archive that is safe to unpack, and the bytes that it unpacks to. Everything is unpacked once to
/// nowhere: sizes in the directory are only what somebody wrote there. Names of entries are never paths.
pub fn archive<'b>(bytes: &'b [u8], name: &str) -> Result<(ZipArchive<Cursor<&'b [u8]>>, u64)> {
    let entries = memmem::find_iter(bytes, b"PK\x01\x02").count() as u64;
    if entries > ENTRIES {
        return Err(beyond(name, Limit::Entries, ENTRIES));
    }
    let refused = |error: zip::result::ZipError| unreadable(name, error);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
    let mut stated = 0u64;
    for at in 0..archive.len() {
        let entry = archive.by_index_data(at).map_err(refused)?;
        stated = stated.saturating_add(entry.size());
    }
    if stated > UNPACKED {
        return Err(beyond(name, Limit::Unpacked, UNPACKED));
    }
    let mut measure = Measure {
        name,
        packed: bytes.len() as u64,
        unpacked: 0,
        cells: 0,
        texts: 0,
        end: Vec::new(),
    };
    let mut chunk = vec![0; 64 * 1024];
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(refused)?;
        let called = String::from_utf8_lossy(entry.name_raw()).to_ascii_lowercase();
        let xml = [".xml", ".rels"].iter().any(|end| called.ends_with(end));
        let counted = called.ends_with("sharedstrings.xml");
        loop {
            let read = entry
                .read(&mut chunk)
                .map_err(|error| unreadable(name, error))?;
            if read == 0 {
                break;
            }
            measure.take(&chunk[..read], xml, counted)?;
        }
    }
    let unpacked = measure.unpacked;
    Ok((archive, unpacked))
}

/// What has come out of an archive so far.
struct Measure<'n> {
    name: &'n str,
    packed: u64,
    unpacked: u64,
    cells: u64,
    texts: u64,
    /// The end of the chunk before.
    end: Vec<u8>,
}

impl Measure<'_> {
    fn take(&mut self, chunk: &[u8], xml: bool, counted: bool) -> Result<()> {
        self.unpacked += chunk.len() as u64;
        if self.unpacked > UNPACKED {
            return Err(beyond(self.name, Limit::Unpacked, UNPACKED));
        }
        if self.unpacked > FEW && self.unpacked / RATIO > self.packed {
            return Err(beyond(self.name, Limit::Ratio, RATIO));
        }
        if !xml {
            return Ok(());
        }
        // In UTF-8 nothing of this is zero; in UTF-16 nothing could be counted.
        if memchr(0, chunk).is_some() {
            return Err(unreadable(self.name, "a part is not UTF-8"));
        }
        self.cells += tags(chunk, b"c");
        self.texts += tags(chunk, b"si");
        if self.cells.max(self.texts) > CELLS {
            return Err(beyond(self.name, Limit::Cells, CELLS));
        }
        if counted {
            // It may begin in one chunk and end in the next.
            self.end.extend_from_slice(chunk);
            let mut said = memmem::find_iter(&self.end, b"uniqueCount");
            if said.any(|at| !small(&self.end[at..])) {
                return Err(beyond(self.name, Limit::Cells, CELLS));
            }
            let kept = self.end.len().saturating_sub(SAID);
            self.end.drain(..kept);
        }
        Ok(())
    }
}

/// How often an element of this name begins, with or without a prefix.
fn tags(chunk: &[u8], name: &[u8]) -> u64 {
    let begins = |at: &usize| {
        let after = chunk.get(at + name.len());
        *at > 0
            && matches!(chunk[at - 1], b'<' | b':')
            && after.is_none_or(|byte| matches!(byte, b' ' | b'>' | b'/' | b'\t' | b'\r' | b'\n'))
    };
    memmem::find_iter(chunk, name).filter(begins).count() as u64
}

/// The most that `uniqueCount="12"` takes in bytes.
const SAID: usize = 64;

/// Room is made for as many texts as this says there are: `uniqueCount="12"`. One that has not come to its
/// end yet is looked at again with the next chunk.
fn small(said: &[u8]) -> bool {
    let blank = |byte: &&u8| matches!(byte, b' ' | b'=' | b'"' | b'\'' | b'\t' | b'\r' | b'\n');
    let rest = &said["uniqueCount".len()..];
    let number = &rest[rest.iter().take_while(blank).count()..];
    let digits = number
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let value = number[..digits].iter().fold(0u64, |value, byte| {
        value
            .saturating_mul(10)
            .saturating_add(u64::from(byte - b'0'))
    });
    value <= CELLS && (digits < number.len() || said.len() < SAID)
}

/// What may still be taken out of one file.
pub struct Budget<'n> {
    pub name: &'n str,
    cells: u64,
    text: u64,
    text_max: u64,
}

impl<'n> Budget<'n> {
    /// For a file that unpacks to so many bytes.
    pub fn of(name: &'n str, unpacked: u64) -> Self {
        Budget {
            name,
            cells: 0,
            text: 0,
            text_max: (unpacked * REPEATED).clamp(FEW, UNPACKED),
        }
    }

    /// Takes a cell with so many bytes of text.
    pub fn cell(&mut self, text: usize) -> Result<()> {
        self.text += text as u64;
        if self.text > self.text_max {
            return Err(beyond(self.name, Limit::Text, self.text_max));
        }
        self.cells(1)
    }

    /// Takes cells that hold nothing, or whose text is taken elsewhere.
    pub fn cells(&mut self, count: u64) -> Result<()> {
        self.cells = self.cells.saturating_add(count);
        if self.cells > CELLS {
            return Err(beyond(self.name, Limit::Cells, CELLS));
        }
        Ok(())
    }

    /// A place in a sheet, counted from 0.
    pub fn place(&self, row: u64, column: u64) -> Result<()> {
        if row >= ROWS {
            return Err(beyond(self.name, Limit::Rows, ROWS));
        }
        if column >= COLUMNS {
            return Err(beyond(self.name, Limit::Columns, COLUMNS));
        }
        Ok(())
    }
}
