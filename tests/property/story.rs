//! Any sequence of steps keeps the laws.

use anyhow::{Context, Result, bail, ensure};
use chrono::TimeDelta;
use proptest::prelude::*;
use touchline_core::kernel::{Act, Code, Db, Error, Id};
use touchline_core::{pipeline, scoring};
use touchline_tests::store::{HERE, Store, after};

use crate::steps::{Does, Step, act, slices};
use crate::values::Chance;
use crate::{config, log};

fn step() -> impl Strategy<Value = Step> {
    (0..Does::ALL.len(), any::<u64>()).prop_map(|(does, seed)| Step {
        does: Does::ALL[does],
        seed,
    })
}

#[test]
fn whatever_happens_undo_restores_the_log_replays_and_projections_equal_a_rebuild() {
    proptest!(config(64), |(steps in prop::collection::vec(step(), 1..28))| {
        if let Err(broken) = lived(&steps) {
            return Err(TestCaseError::fail(format!("{broken:#}")));
        }
    });
}

fn lived(steps: &[Step]) -> Result<()> {
    let store = Store::new()?;
    let mut db = store.create()?;
    db.write(Act::new("pipeline_made"), |tx| {
        pipeline::make_default(tx, "zh-Hans")
    })?;
    let mut minutes = 0;
    for (at, step) in steps.iter().enumerate() {
        let mut chance = Chance::new(step.seed);
        let told = || format!("step {at}, {step:?}");
        match step.does {
            Does::Reopen => {
                minutes += [1, 3, 60 * 24 * 40, -5][chance.below(4)];
                let device = if chance.one_in(3) { "there" } else { HERE };
                drop(db);
                db = store.open(device, after(TimeDelta::minutes(minutes)))?;
                scoring::turn(&db)?;
            }
            Does::LongDropped => {
                let before = db.digest()?.content;
                let mut long = db.long(Act::new("import"));
                let written = slices(&mut long, &mut chance);
                drop(long);
                drop(db);
                minutes += 5;
                db = store.open(HERE, after(TimeDelta::minutes(minutes)))?;
                allowed(written).with_context(told)?;
                ensure!(db.digest()?.content == before, "{}: not taken back", told());
            }
            _ => done(&db, *step, &mut chance).with_context(told)?,
        }
    }
    log::agrees(&db)?;
    scores_add_up(&db)
}

/// A score is the sum of its lines, and what stands in the row is that score.
fn scores_add_up(db: &Db) -> Result<()> {
    type Stored = (Id, Option<i64>, Option<i64>);
    let sql = "SELECT id, fit_points, level_points FROM deals WHERE deleted_at IS NULL";
    let deals: Vec<Stored> =
        db.read(|read| read.all(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))))?;
    for (deal, fit, level) in deals {
        let score = db.read(|read| scoring::explain(read, deal))?;
        let fit_sum: i64 = score.fit_lines.iter().map(|line| line.points).sum();
        let level_sum: i64 = score.level_lines.iter().map(|line| line.points).sum();
        ensure!((fit_sum, level_sum) == (score.fit_points, score.level_points));
        ensure!(fit == score.fit.map(|_| fit_sum), "{score:?}");
        ensure!(level == score.level.map(|_| level_sum), "{score:?}");
    }
    Ok(())
}

/// Refusals are part of life; a fault is not.
fn allowed<T>(result: std::result::Result<T, Error>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) => match error.code {
            Code::RowAbsent
            | Code::FieldInvalid
            | Code::TextTooLong
            | Code::UndoNothing
            | Code::RedoNothing
            | Code::UndoBlocked => Ok(None),
            _ => bail!(error),
        },
    }
}

fn done(db: &Db, step: Step, chance: &mut Chance) -> Result<()> {
    let before = db.digest()?;
    match step.does {
        Does::Undo => match allowed(db.undo(None))? {
            Some(taken) => {
                let undone = db.digest()?.content;
                db.redo(None).context("redo of what was just undone")?;
                ensure!(
                    db.digest()?.content == before.content,
                    "redo does not restore"
                );
                db.undo(Some(taken.action))
                    .context("undo of what was just redone")?;
                ensure!(
                    db.digest()?.content == undone,
                    "a second undo differs from the first"
                );
            }
            None => ensure!(db.digest()? == before, "a refused undo changed something"),
        },
        Does::Redo => match allowed(db.redo(None))? {
            Some(brought) => {
                db.undo(Some(brought.action))
                    .context("undo of what was just redone")?;
                ensure!(
                    db.digest()?.content == before.content,
                    "undo of a redo does not restore"
                );
                db.redo(None).context("redo again")?;
            }
            None => ensure!(db.digest()? == before, "a refused redo changed something"),
        },
        Does::UndoSome => {
            let actions = db
                .read(|read| read.all("SELECT id FROM actions ORDER BY n", [], |row| row.get(0)))?;
            let action = chance.pick(&actions);
            if allowed(db.undo(action))?.is_some() {
                db.redo(None).context("redo of what was just undone")?;
                ensure!(
                    db.digest()?.content == before.content,
                    "redo does not restore"
                );
            } else {
                ensure!(db.digest()? == before, "a refused undo changed something");
            }
        }
        Does::LongCancelled => {
            let mut long = db.long(Act::new("import"));
            let written = slices(&mut long, chance);
            long.cancel()?;
            allowed(written)?;
            ensure!(
                db.digest()?.content == before.content,
                "cancelling does not restore"
            );
        }
        Does::Long => {
            let mut long = db.long(Act::new("import"));
            let written = slices(&mut long, chance);
            let (action, _) = long.finish()?;
            allowed(written)?;
            if let Some(action) = action {
                there_and_back(db, action, &before.content)?;
            }
        }
        _ => match allowed(act(db, step.does, chance))?.flatten() {
            Some(action) => there_and_back(db, action, &before.content)?,
            None => ensure!(
                db.digest()? == before,
                "no action was made, but something changed"
            ),
        },
    }
    Ok(())
}

/// The latest action is undone and redone.
fn there_and_back(db: &Db, action: Id, before: &str) -> Result<()> {
    let after = db.digest()?.content;
    db.undo(Some(action))
        .context("undo of what was just done")?;
    ensure!(
        db.digest()?.content == before,
        "undo does not restore what was before"
    );
    db.redo(None).context("redo of what was just undone")?;
    ensure!(
        db.digest()?.content == after,
        "redo does not restore what was after"
    );
    Ok(())
}
