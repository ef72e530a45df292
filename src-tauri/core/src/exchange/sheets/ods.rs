//! ODS: the sheets of `content.xml`. An own reader: cells and lines are written once with a number of
//! times they repeat, and the library makes them all before it counts them.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Grid, Sheet};
use crate::exchange::limits::{Budget, unreadable};
use crate::kernel::Result;

/// A cell as it is being read.
#[derive(Default)]
struct Cell {
    /// The value that is said, where the text only shows it.
    value: Option<String>,
    text: String,
    repeated: u64,
    /// Inside a note on the cell.
    aside: usize,
    is_error: bool,
}

/// Where the reader stands.
#[derive(Default)]
struct Place {
    row: u64,
    column: u64,
    row_repeated: u64,
    /// The cells of this line that hold anything.
    line: Vec<(u64, String)>,
}

pub fn read(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    budget: &mut Budget<'_>,
) -> Result<Vec<Sheet>> {
    let name = budget.name;
    let entry = archive
        .by_name("content.xml")
        .map_err(|error| unreadable(name, error))?;
    sheets(Reader::from_reader(BufReader::new(entry)), budget)
}

fn sheets<R: BufRead>(mut xml: Reader<R>, budget: &mut Budget<'_>) -> Result<Vec<Sheet>> {
    let name = budget.name;
    let refused = |error: quick_xml::Error| unreadable(name, error);
    xml.config_mut().expand_empty_elements = true;
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut hidden_styles: Vec<String> = Vec::new();
    let mut style = String::new();
    let mut place = Place::default();
    let mut cell: Option<Cell> = None;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(refused)? {
            Event::Eof => return Ok(sheets),
            Event::Start(tag) => match tag.local_name().as_ref() {
                "style" => style = said(&tag, "style:name").unwrap_or_default(),
                "table-properties" if said(&tag, "table:display").as_deref() == Some("false") => {
                    hidden_styles.push(style.clone());
                }
                "table" => {
                    let own = said(&tag, "table:style-name").unwrap_or_default();
                    sheets.push(Sheet {
                        name: said(&tag, "table:name").unwrap_or_default(),
                        hidden: hidden_styles.contains(&own),
                        grid: Grid::default(),
                    });
                    place = Place::default();
                }
                "table-row" => {
                    place.column = 0;
                    place.row_repeated = repeated(&tag, "table:number-rows-repeated");
                }
                "table-cell" | "covered-table-cell" if cell.is_none() => {
                    cell = Some(Cell {
                        value: value(&tag),
                        repeated: repeated(&tag, "table:number-columns-repeated"),
                        ..Cell::default()
                    });
                }
                other => {
                    if let Some(cell) = &mut cell {
                        cell.opened(other, &tag);
                    }
                }
            },
            Event::Text(text) => {
                if let Some(cell) = &mut cell {
                    cell.say(&text.xml10_content());
                }
            }
            Event::CData(text) => {
                if let Some(cell) = &mut cell {
                    cell.say(&text.xml10_content());
                }
            }
            Event::GeneralRef(sign) => {
                if let Some(cell) = &mut cell {
                    cell.say(&resolved(&sign));
                }
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "annotation" => {
                    if let Some(cell) = &mut cell {
                        cell.aside = cell.aside.saturating_sub(1);
                    }
                }
                "table-cell" | "covered-table-cell" => {
                    if let Some(done) = cell.take() {
                        budget.cell(done.text.len())?;
                        let grid = sheets.last_mut().map(|sheet| &mut sheet.grid);
                        place.keep(done, grid, budget)?;
                    }
                }
                "table-row" => {
                    let grid = sheets.last_mut().map(|sheet| &mut sheet.grid);
                    place.end_line(grid, budget)?;
                }
                _ => {}
            },
            _ => {}
        }
    }
}

impl Cell {
    fn opened(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "annotation" => self.aside += 1,
            "p" if !self.text.is_empty() => self.say("\n"),
            "s" => {
                let count = said(tag, "text:c").and_then(|count| count.parse().ok());
                self.say(&" ".repeat(count.unwrap_or(1usize).min(100)));
            }
            "tab" => self.say("\t"),
            "line-break" => self.say("\n"),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if self.aside == 0 {
            self.text.push_str(text);
        }
    }
}

impl Place {
    fn keep(&mut self, cell: Cell, grid: Option<&mut Grid>, budget: &mut Budget<'_>) -> Result<()> {
        let shown = cell.value.unwrap_or(cell.text);
        // "#N/A", "#REF!", "Err:502": what a formula answers that has no value.
        let is_error = cell.is_error || shown.starts_with("Err:") || is_error(&shown);
        if let Some(grid) = grid.filter(|_| is_error) {
            grid.errors += 1;
        } else if !shown.trim().is_empty() {
            let last = self.column.saturating_add(cell.repeated - 1);
            budget.place(self.row, last)?;
            self.line
                .extend((self.column..=last).map(|at| (at, shown.clone())));
        }
        self.column = self.column.saturating_add(cell.repeated);
        Ok(())
    }

    fn end_line(&mut self, grid: Option<&mut Grid>, budget: &mut Budget<'_>) -> Result<()> {
        let line = std::mem::take(&mut self.line);
        if let Some(grid) = grid.filter(|_| !line.is_empty()) {
            for again in 0..self.row_repeated {
                for (column, text) in &line {
                    grid.put(self.row + again, *column, text, budget)?;
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeated);
        Ok(())
    }
}

fn is_error(text: &str) -> bool {
    text.starts_with('#') && (text == "#N/A" || text.ends_with('!') || text.ends_with('?'))
}

/// The value of a cell that shows it in another way than it is read: a number, a day, yes or no.
fn value(tag: &BytesStart<'_>) -> Option<String> {
    match said(tag, "office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => {
            let value = said(tag, "office:value")?;
            Some(value.parse().map_or(value, |value| super::number(value).0))
        }
        "date" => {
            let value = said(tag, "office:date-value")?;
            let value = value.strip_suffix("T00:00:00").unwrap_or(&value);
            Some(value.replace('T', " "))
        }
        "time" => said(tag, "office:time-value").map(|value| clock(&value).unwrap_or(value)),
        "boolean" => Some(super::truth(said(tag, "office:boolean-value")? == "true").to_owned()),
        _ => None,
    }
}

/// PT09H30M00S as 09:30.
fn clock(value: &str) -> Option<String> {
    let (hours, rest) = value.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.split(['S', '.', ',']).next()?;
    let [hours, minutes, seconds] = [hours, minutes, seconds].map(str::parse::<u32>);
    let (hours, minutes, seconds) = (hours.ok()?, minutes.ok()?, seconds.unwrap_or(0));
    Some(match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    })
}

fn repeated(tag: &BytesStart<'_>, name: &str) -> u64 {
    let said = said(tag, name).and_then(|count| count.parse().ok());
    said.unwrap_or(1).max(1)
}

/// The value of an attribute. Entities that a file defines for itself are not looked up.
fn said(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    let value = found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()?;
    Some(value.into_owned())
}

/// `&amp;`, `&#20013;`.
fn resolved(sign: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = sign.resolve_char_ref() {
        return c.to_string();
    }
    let known = quick_xml::escape::resolve_predefined_entity(sign);
    known.unwrap_or_default().to_owned()
}
