//! Carrying a plan out: one action in slices, with progress, and taken back when it is stopped.

use std::path::PathBuf;

use super::failures;
use super::plan::{Part, Plan, Step};
use super::types::{ImportCounts, ImportFile, ImportProgress, ImportResult};
use crate::kernel::act::Origin;
use crate::kernel::db::Long;
use crate::kernel::{Act, Db, Result, settings};

/// Lines per commit. What a file brings has scattered ids, so that each slice writes nearly every page of the
/// ids' indexes once: few large slices cost less than many.
const SLICE: usize = 5_000;

/// After so many lines it is said how far it is, and asked whether to go on.
const TOLD: i64 = 1_000;

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
        // False: nobody wants to hear more.
        let mut tell = |done| {
            progress(ImportProgress {
                file: part.table.name.clone(),
                done,
                total,
            });
            !cancelled()
        };
        if !tell(done) {
            return Ok(false);
        }
        let mut head = std::mem::take(&mut part.plan.head);
        for lines in part.plan.lines.chunks_mut(SLICE) {
            let mut steps: Vec<Vec<Step>> = lines
                .iter_mut()
                .map(|line| std::mem::take(&mut line.steps))
                .collect();
            steps[0].splice(0..0, head.drain(..));
            let end = done + steps.len() as i64;
            if !make(long, steps, done, &mut tell)? || !tell(end) {
                return Ok(false);
            }
            done = end;
        }
    }
    Ok(true)
}

/// Writes one slice, whose first line is number `first`; nothing to write is no write. False: it was stopped.
fn make(
    long: &mut Long<'_>,
    lines: Vec<Vec<Step>>,
    first: i64,
    tell: &mut dyn FnMut(i64) -> bool,
) -> Result<bool> {
    if lines.iter().all(Vec::is_empty) {
        return Ok(true);
    }
    long.slice(|tx| {
        for (at, steps) in (first..).zip(lines) {
            if at > first && at % TOLD == 0 && !tell(at) {
                return Ok(false);
            }
            steps.into_iter().try_for_each(|step| step(tx))?;
        }
        Ok(true)
    })
}

fn remove(file: &Option<PathBuf>) {
    // A file left behind tells nothing wrong; there is nobody to tell.
    if let Some(path) = file {
        let _ = std::fs::remove_file(path);
    }
}
