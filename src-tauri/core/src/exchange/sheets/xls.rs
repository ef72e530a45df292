//! XLS as Excel 97 and later wrote it (MS-XLS, BIFF8): the records that hold cells. An own reader: the
//! library makes room for as much as such a file claims. Older and locked files are refused.

mod strings;

use self::strings::Strings;
use super::compound::{self, u16_at, u32_at};
use super::{Grid, Sheet, moment, number, truth};
use crate::exchange::limits::{Budget, unreadable};
use crate::kernel::Result;

// Types of records.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const LOCKED: u16 = 0x002F;
const DATES: u16 = 0x0022;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const SHEET: u16 = 0x0085;
const SHARED: u16 = 0x00FC;
const NUMBER: u16 = 0x0203;
const PACKED: u16 = 0x027E;
const PACKED_ROW: u16 = 0x00BD;
const SHARED_TEXT: u16 = 0x00FD;
const TEXT: u16 = 0x0204;
const TRUTH: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;

/// What a number with this style is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Moment,
    Length,
}

/// What holds for all sheets.
#[derive(Default)]
struct Workbook {
    is_1904: bool,
    formats: Vec<(u16, Kind)>,
    styles: Vec<u16>,
    texts: Vec<String>,
    /// Where a sheet begins, whether it is hidden, its name.
    sheets: Vec<(usize, bool, String)>,
}

pub fn read(file: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>> {
    let refused = |detail: &str| unreadable(budget.name, detail);
    let stream = compound::stream(file, "Workbook").ok_or_else(|| refused("no workbook"))?;
    let first = records(&stream).next();
    if !first.is_some_and(|(kind, data)| kind == BEGIN && u16_at(data, 0) == Some(0x0600)) {
        return Err(refused("not of Excel 97 or later"));
    }
    let book = workbook(&stream).ok_or_else(|| refused("locked, or broken"))?;
    let mut sheets = Vec::new();
    for (at, hidden, name) in &book.sheets {
        let part = stream.get(*at..).unwrap_or_default();
        sheets.push(Sheet {
            name: name.clone(),
            hidden: *hidden,
            grid: grid(part, &book, budget)?,
        });
    }
    Ok(sheets)
}

/// The records of a stream, each with its type; it ends where one is cut off.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, data))
    })
}

fn workbook(stream: &[u8]) -> Option<Workbook> {
    let mut book = Workbook::default();
    let mut records = records(stream).peekable();
    while let Some((kind, data)) = records.next() {
        match kind {
            LOCKED if u16_at(data, 0) != Some(0) => return None,
            DATES => book.is_1904 = u16_at(data, 0) == Some(1),
            FORMAT => {
                let text = strings::long(data.get(2..)?)?;
                book.formats.push((u16_at(data, 0)?, shown_as(&text)));
            }
            STYLE => book.styles.push(u16_at(data, 2)?),
            SHEET => {
                let (hidden, sort) = (*data.get(4)? & 3 != 0, *data.get(5)?);
                if sort == 0 {
                    let name = strings::short(data.get(6..)?)?;
                    book.sheets.push((u32_at(data, 0)? as usize, hidden, name));
                }
            }
            SHARED => {
                let mut parts = vec![data.get(8..)?];
                while let Some((_, more)) = records.next_if(|(kind, _)| *kind == CONTINUE) {
                    parts.push(more);
                }
                book.texts = Strings::of(parts).all();
            }
            END => break,
            _ => {}
        }
    }
    Some(book)
}

impl Workbook {
    fn kind(&self, style: u16) -> Kind {
        let Some(format) = self.styles.get(usize::from(style)) else {
            return Kind::Number;
        };
        let own = self.formats.iter().find(|(number, _)| number == format);
        match (own, format) {
            (Some((_, kind)), _) => *kind,
            (None, 46) => Kind::Length,
            // Days and times, those of East Asia too.
            (None, 14..=22 | 27..=36 | 45 | 47 | 50..=58) => Kind::Moment,
            (None, _) => Kind::Number,
        }
    }
}

/// What a format makes of a number: letters of days and times outside of quotes and brackets.
fn shown_as(format: &str) -> Kind {
    let mut letters = format.chars();
    while let Some(c) = letters.next() {
        match c.to_ascii_lowercase() {
            '"' => {
                letters.find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                if ["h", "hh", "m", "mm", "s", "ss"].contains(&inside.to_lowercase().as_str()) {
                    return Kind::Length;
                }
            }
            'y' | 'm' | 'd' | 'h' | 's' => return Kind::Moment,
            // The first of several formats decides; "General" is none of days.
            ';' | 'g' => return Kind::Number,
            _ => {}
        }
    }
    Kind::Number
}

/// The cells of one sheet.
fn grid(part: &[u8], book: &Workbook, budget: &mut Budget<'_>) -> Result<Grid> {
    let mut sheet = Cells {
        book,
        grid: Grid::default(),
        formula: (0, 0),
    };
    let mut depth = 0;
    for (kind, data) in records(part) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // A chart inside the sheet has cells of its own.
            _ if depth > 1 => {}
            _ => sheet.take(kind, data, budget)?,
        }
    }
    Ok(sheet.grid)
}

struct Cells<'b> {
    book: &'b Workbook,
    grid: Grid,
    /// The cell whose text comes in the next record.
    formula: (u16, u16),
}

impl Cells<'_> {
    /// A record that is too short for what it should hold is none.
    fn take(&mut self, kind: u16, data: &[u8], budget: &mut Budget<'_>) -> Result<()> {
        let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return Ok(());
        };
        let style = u16_at(data, 4).unwrap_or_default();
        match kind {
            NUMBER => self.real(row, column, style, float_at(data, 6), budget),
            PACKED => self.real(row, column, style, u32_at(data, 6).map(unpacked), budget),
            PACKED_ROW => {
                let cells = data.get(4..).unwrap_or_default().chunks_exact(6);
                for (at, cell) in cells.enumerate() {
                    let column = column.saturating_add(at as u16);
                    let style = u16_at(cell, 0).unwrap_or_default();
                    self.real(row, column, style, u32_at(cell, 2).map(unpacked), budget)?;
                }
                Ok(())
            }
            SHARED_TEXT => {
                let at = u32_at(data, 6).unwrap_or(u32::MAX);
                match self.book.texts.get(at as usize) {
                    Some(text) => self.grid.put(row.into(), column.into(), text, budget),
                    None => Ok(()),
                }
            }
            TEXT => self.text(row, column, data.get(6..).and_then(strings::long), budget),
            TRUTH => match (data.get(6), data.get(7)) {
                (Some(value), Some(0)) => {
                    let value = truth(*value != 0);
                    self.grid.put(row.into(), column.into(), value, budget)
                }
                _ => {
                    self.grid.errors += 1;
                    Ok(())
                }
            },
            FORMULA => self.formula(row, column, style, data, budget),
            FORMULA_TEXT => {
                let (row, column) = self.formula;
                self.text(row, column, strings::long(data), budget)
            }
            _ => Ok(()),
        }
    }

    fn real(
        &mut self,
        row: u16,
        column: u16,
        style: u16,
        value: Option<f64>,
        budget: &mut Budget<'_>,
    ) -> Result<()> {
        let Some(value) = value else {
            return Ok(());
        };
        let kind = self.book.kind(style);
        let read = match kind {
            Kind::Number => None,
            _ => moment(value, kind == Kind::Length, self.book.is_1904),
        };
        let text = read.unwrap_or_else(|| {
            let (text, rounded) = number(value);
            self.grid.rounded += usize::from(rounded);
            text
        });
        self.grid.put(row.into(), column.into(), &text, budget)
    }

    fn text(
        &mut self,
        row: u16,
        column: u16,
        text: Option<String>,
        budget: &mut Budget<'_>,
    ) -> Result<()> {
        let text = text.unwrap_or_default();
        self.grid.put(row.into(), column.into(), &text, budget)
    }

    /// The value that was last computed: a number, or a mark of what else it is.
    fn formula(
        &mut self,
        row: u16,
        column: u16,
        style: u16,
        data: &[u8],
        budget: &mut Budget<'_>,
    ) -> Result<()> {
        self.formula = (row, column);
        if u16_at(data, 12) != Some(0xFFFF) {
            return self.real(row, column, style, float_at(data, 6), budget);
        }
        match data.get(6) {
            Some(1) => {
                let value = truth(data.get(8) == Some(&1));
                self.grid.put(row.into(), column.into(), value, budget)
            }
            Some(2) => {
                self.grid.errors += 1;
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

fn float_at(data: &[u8], at: usize) -> Option<f64> {
    let eight = data.get(at..at + 8)?.try_into().ok()?;
    Some(f64::from_le_bytes(eight))
}

/// A number in four bytes: whole or the upper half of a float, perhaps times a hundred.
fn unpacked(packed: u32) -> f64 {
    let value = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from((packed as i32) >> 2),
    };
    match packed & 1 {
        0 => value,
        _ => value / 100.0,
    }
}
