//! Tables in: what other programs wrote becomes members, products, organizations, people and deals. A table is
//! known by its columns, read whole, planned in memory against what is there, and written as one
//! action that can be taken back. What a file brings has the same identity in every workspace, so a
//! second import of it changes nothing. Not here: choosing files, and the words of notes and reasons.

mod accounts;
mod calendar;
mod cards;
mod contacts;
mod deals;
mod encoding;
mod failures;
mod guess;
mod head;
mod known;
mod limits;
mod line;
mod mappings;
mod meetings;
mod opportunities;
mod own;
mod plan;
mod products;
mod run;
mod said;
mod sheets;
mod sources;
mod table;
mod talks;
mod teams;
#[cfg(test)]
mod tests;
mod types;

pub use calendar::followups as calendar;
pub use cards::OWN_IN_CARD;
pub use line::Reason;
pub use sources::{NOUNS, OURS, OURS_QUOTED, Target, Told, own_head, targets};
pub use types::{
    Becomes, ImportChoice, ImportColumn, ImportCounts, ImportFile, ImportNote, ImportPreview,
    ImportProgress, ImportResult, ImportRow,
};

use crate::kernel::{Code, Db, Error, Result, dates, numbers};

/// What an import of these files would do, counted in full; nothing is written. A file whose columns
/// fit nothing known has no `source`.
pub fn preview(db: &Db, choices: &[ImportChoice]) -> Result<ImportPreview> {
    let plan = plan::make(db, choices, true)?;
    Ok(ImportPreview {
        files: plan.parts.iter().map(plan::Part::told).collect(),
    })
}

/// How many lines each table of a file has, read as an import reads it. For those who try doors: fuzz targets.
pub fn inspect(choice: &ImportChoice, bytes: Vec<u8>) -> Result<Vec<usize>> {
    let ground = plan::Ground::bare("zh-Hans");
    let name = choice.path.to_string_lossy().into_owned();
    let tables = table::of_bytes(choice, name, bytes, &ground)?;
    Ok(tables.iter().map(|table| table.rows.len()).collect())
}

/// Imports files, ordered by what they refer to, as one action. `progress` is told after every slice;
/// when `cancelled` answers yes, everything is taken back.
pub fn import(
    db: &Db,
    choices: &[ImportChoice],
    progress: &mut dyn FnMut(ImportProgress),
    cancelled: &dyn Fn() -> bool,
) -> Result<ImportResult> {
    let plan = plan::make(db, choices, false)?;
    if let Some(part) = plan.unrecognised() {
        return Err(Error::new(Code::ImportUnrecognised).with("name", &part.table.name));
    }
    let chosen = plan.parts.iter().filter_map(|part| {
        let shape = part.shape.as_ref()?;
        (shape.told == Told::Chosen).then_some((&part.table, shape))
    });
    mappings::remember(db, &chosen.collect::<Vec<_>>())?;
    run::run(db, plan, progress, cancelled)
}
