//! The lines that failed, as a file that can be mended and imported again: the original columns, why,
//! and where.

mod words;

use std::path::PathBuf;

use super::plan::Part;
use super::sources::{FILE, REASON, REASON_COLUMN, WHY, is_ours};
use crate::kernel::{Db, Error, Id, Result};

/// Writes the failed lines of an import into the workspace; `None` when no line failed.
pub fn write(db: &Db, import: Id, parts: &[Part], lang: &str) -> Result<Option<PathBuf>> {
    let failed: Vec<&Part> = parts
        .iter()
        .filter(|part| !part.plan.failures.is_empty())
        .collect();
    if failed.is_empty() {
        return Ok(None);
    }
    let folder = db.dir().join("imports");
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{import}-failures.csv"));
    std::fs::write(&path, text(&failed, lang)?)?;
    Ok(Some(path))
}

/// One table for all files: a column of any of them is a column of it. With a mark in front, without
/// which spreadsheets take it for another encoding.
fn text(failed: &[&Part], lang: &str) -> Result<Vec<u8>> {
    let several = failed.len() > 1;
    let mut columns: Vec<&str> = Vec::new();
    for part in failed {
        for name in &part.table.columns {
            if !columns.contains(&name.as_str()) && !is_ours(&part.table, name) {
                columns.push(name);
            }
        }
    }
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let broken = |error: csv::Error| Error::internal(error);
    let mut head: Vec<&str> = columns.clone();
    head.extend([REASON, REASON_COLUMN, WHY]);
    head.extend(several.then_some(FILE));
    out.write_record(&head).map_err(broken)?;
    for part in failed {
        for (row, fault) in &part.plan.failures {
            let record = &part.table.rows[*row];
            let cell = |name: &&str| {
                let at = part.table.columns.iter().position(|known| known == name);
                at.and_then(|at| record.get(at)).unwrap_or_default()
            };
            let mut cells: Vec<&str> = columns.iter().map(cell).collect();
            cells.extend([
                fault.reason.word(),
                fault.column.as_deref().unwrap_or_default(),
                words::why(fault.reason, lang),
            ]);
            cells.extend(several.then_some(part.table.name.as_str()));
            // Cells beyond the columns are why it failed: they stay at its end.
            cells.extend(record.iter().skip(part.table.columns.len()));
            out.write_record(&cells).map_err(broken)?;
        }
    }
    out.into_inner().map_err(Error::internal)
}
