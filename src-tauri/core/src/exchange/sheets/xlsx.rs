//! XLSX, cell by cell: a sheet says how large it is, and that is not believed.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};

use super::{Grid, Sheet, moment, number};
use crate::exchange::limits::{Budget, unreadable};
use crate::kernel::Result;

/// The sheets of a file whose archive has been looked at.
pub fn read(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>> {
    let name = budget.name;
    // The library is well tried, but not by those who mean harm.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes, budget)))
        .unwrap_or_else(|_| Err(unreadable(name, "a part is broken")))
}

fn sheets(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Sheet>> {
    let name = budget.name;
    let refused = |error: calamine::XlsxError| unreadable(name, error);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let (listed, is_1904) = (book.sheets_metadata().to_vec(), book.has_1904_epoch());
    let mut sheets = Vec::new();
    for listed in listed {
        if listed.typ != SheetType::WorkSheet {
            continue;
        }
        let mut cells = match book.worksheet_cells_reader(&listed.name) {
            Ok(cells) => cells,
            // A sheet of another kind, or without its part: the others are still worth reading.
            Err(_) => continue,
        };
        let mut grid = Grid::default();
        while let Some(cell) = cells.next_cell().map_err(refused)? {
            let (row, column) = cell.get_position();
            let (row, column) = (u64::from(row), u64::from(column));
            match cell.get_value() {
                DataRef::Empty => budget.cells(1)?,
                DataRef::String(text) => grid.put(row, column, text, budget)?,
                DataRef::SharedString(text) => grid.put(row, column, text, budget)?,
                DataRef::Int(value) => grid.put(row, column, &value.to_string(), budget)?,
                DataRef::Float(value) => {
                    let (text, rounded) = number(*value);
                    grid.rounded += usize::from(rounded);
                    grid.put(row, column, &text, budget)?;
                }
                DataRef::Bool(value) => grid.put(row, column, super::truth(*value), budget)?,
                DataRef::DateTime(value) => {
                    let read = moment(value.as_f64(), value.is_duration(), is_1904);
                    let text = read.unwrap_or_else(|| number(value.as_f64()).0);
                    grid.put(row, column, &text, budget)?;
                }
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                    grid.put(row, column, text, budget)?;
                }
                DataRef::Error(_) => grid.errors += 1,
            }
        }
        sheets.push(Sheet {
            name: listed.name,
            hidden: listed.visible != SheetVisible::Visible,
            grid,
        });
    }
    Ok(sheets)
}
