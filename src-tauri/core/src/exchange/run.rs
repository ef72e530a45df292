//! Carrying a plan out: one action in slices, with progress, and taken back when it is stopped.

use std::path::PathBuf;

use super::failures;
use super::plan::{Part, Plan, Planned, Step};
use super::types::{ImportCounts, ImportFile, ImportProgress, ImportResult};
use crate::kernel::act::Origin;
use crate::kernel::db::Long;
use crate::kernel::{Act, Db, Result, WriteTx, settings};

/// Lines per commit. What a file brings has scattered ids, so that each slice writes nearly every page of the
/// ids' indexes once: few large slices cost less than many.
const SLICE: usize = 5_000;

/// Writes what `plan` holds.
pub fn run(
    db: &Db,
    mut plan: Plan,
    progress: &mut dyn FnMut(ImportProgress),
    cancelled: &dyn Fn() -> bool,
) -> Result<ImportResult> {
    let import_id = db
        .write(Act::new("imported"), |tx| Ok(tx.fresh_id()))?
        .value;
    let mut files: Vec<ImportFile> = plan.parts.iter().map(Part::told).collect();
    let lang = db.read(|read| settings::get(read, settings::LANG))?;
    let lang = lang.unwrap_or_default();
    let failures_file = failures::write(db, import_id, &plan.parts, &lang)?;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let mut long = db.long(
        Act::new("imported")
            .on(names.join(", "))
            .through(Origin::Import),
    );
    let written = write(&mut long, &mut plan, progress, cancelled);
    let action = match written {
        Ok(true) => long.finish().map(|(action, _)| Some(action)),
        Ok(false) => long.cancel().map(|()| None),
        // What made it fail is what the user must know; what could not be taken back now is taken
        // back when the workspace is opened again.
        Err(error) => {
            let _ = long.cancel();
            Err(error)
        }
    };
    if !matches!(action, Ok(Some(_))) {
        remove(&failures_file);
    }
    let action = action?;
    let cancelled = action.is_none();
    if cancelled {
        files
            .iter_mut()
            .for_each(|file| file.counts = ImportCounts::default());
    }
    let mut counts = ImportCounts::default();
    files.iter().for_each(|file| counts.add(&file.counts));
    Ok(ImportResult {
        import_id,
        action: action.flatten(),
        cancelled,
        files,
        counts,
        failures_file: failures_file
            .filter(|_| !cancelled)
            .map(|path| path.to_string_lossy().into_owned()),
    })
}

/// False: it was stopped.
fn write(
    long: &mut Long<'_>,
    plan: &mut Plan,
    progress: &mut dyn FnMut(ImportProgress),
    cancelled: &dyn Fn() -> bool,
) -> Result<bool> {
    let total = plan
        .order
        .iter()
        .map(|at| plan.parts[*at].plan.lines.len())
        .sum::<usize>() as i64;
    let mut done = 0;
    for at in &plan.order {
        let part = &mut plan.parts[*at];
        let file = part.table.name.clone();
        progress(ImportProgress {
            file: file.clone(),
            done,
            total,
        });
        let mut steps = std::mem::take(&mut part.plan.head);
        let mut lines = part.plan.lines.iter_mut().peekable();
        while lines.peek().is_some() {
            if cancelled() {
                return Ok(false);
            }
            let slice: Vec<&mut Planned> = lines.by_ref().take(SLICE).collect();
            done += slice.len() as i64;
            steps.extend(
                slice
                    .into_iter()
                    .flat_map(|line| std::mem::take(&mut line.steps)),
            );
            make(long, std::mem::take(&mut steps))?;
            progress(ImportProgress {
                file: file.clone(),
                done,
                total,
            });
        }
    }
    Ok(!cancelled())
}

/// Writes one slice; nothing to write is no write.
fn make(long: &mut Long<'_>, steps: Vec<Step>) -> Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    long.slice(|tx: &mut WriteTx<'_>| steps.into_iter().try_for_each(|step| step(tx)))
}

fn remove(file: &Option<PathBuf>) {
    // A file left behind tells nothing wrong; there is nobody to tell.
    if let Some(path) = file {
        let _ = std::fs::remove_file(path);
    }
}
