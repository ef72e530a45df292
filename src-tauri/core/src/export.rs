//! Lists and everything out: tables that spreadsheets and other programs open, cards for address books, and
//! the whole workspace with its history. A list goes out as it stands on the screen: its filters, its order,
//! its columns. Candidates stand under their code and without a way to reach them; numbers that must not be
//! called stay here. Files are written beside and take their name when they are whole.

mod cards;
mod everything;
mod fields;
mod file;
mod own;
mod table;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::kernel::list::PageInput;
use crate::kernel::{Db, Error, Id, Result, settings};
use crate::lists::{self, ListKind};
use crate::words;

words! {
    /// What is written.
    pub enum ExportFormat {
        /// UTF-8 with a mark in front, without which spreadsheets take Chinese for something else.
        Csv = "csv",
        Xlsx = "xlsx",
        /// vCard 4.0, of people only.
        Vcard = "vcard",
    }
}

/// Which rows of a list, and what of them.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ExportInput {
    pub kind: ListKind,
    /// Filters, query and order of the list.
    pub page: PageInput,
    /// These of its rows only.
    #[serde(default)]
    #[specta(optional)]
    pub only: Option<Vec<Id>>,
    /// All of its rows but these.
    #[serde(default)]
    #[specta(optional)]
    pub but: Vec<Id>,
    /// Fields in their order; `None`: all that an import reads again.
    #[serde(default)]
    #[specta(optional)]
    pub columns: Option<Vec<String>>,
    pub format: ExportFormat,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct Exported {
    pub rows: i64,
}

/// Writes a list into a file.
pub fn list(db: &Db, input: &ExportInput, path: &Path) -> Result<Exported> {
    db.read(|read| {
        let mut ids = lists::stretch(read, input.kind, &input.page, 0, u32::MAX - 1)?;
        let only: Option<HashSet<Id>> =
            input.only.as_ref().map(|ids| ids.iter().copied().collect());
        let but: HashSet<Id> = input.but.iter().copied().collect();
        ids.retain(|id| !but.contains(id) && only.as_ref().is_none_or(|only| only.contains(id)));
        let lang = settings::lang(read)?;
        if input.format == ExportFormat::Vcard {
            if !matches!(input.kind, ListKind::People) {
                return Err(Error::invalid("format"));
            }
            let text = cards::cards(read, &ids, lang)?;
            file::write(path, |out| {
                out.write_all(text.as_bytes()).map_err(Error::from)
            })?;
        } else {
            let table = fields::table(read, input.kind, &ids, input.columns.as_deref(), lang)?;
            let table = table::marked(table, input.format);
            match input.format {
                ExportFormat::Xlsx => file::write(path, |out| table::xlsx(&table, out))?,
                _ => file::write(path, |out| table::csv(&table, out))?,
            }
        }
        Ok(Exported {
            rows: ids.len() as i64,
        })
    })
}

/// Writes everything with its history, one JSON document a line: docs/EXPORT.md.
pub fn everything(db: &Db, path: &Path) -> Result<Exported> {
    db.read(|read| {
        let mut rows = 0;
        file::write(path, |out| {
            rows = everything::write(read, out)?;
            Ok(())
        })?;
        Ok(Exported { rows })
    })
}
