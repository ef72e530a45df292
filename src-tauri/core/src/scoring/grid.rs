//! Fit × engagement as a grid: how many open deals stand in each cell, and how many of the closed ones that
//! stood there when they closed were won.

use std::collections::BTreeMap;

use serde::Serialize;

use super::facts;
use super::rules::ScoreRules;
use super::score::Ready;
use super::state::as_of;
use crate::figures::rates::{self, Interval};
use crate::kernel::{Read, Result};
use crate::people::Grade;
use crate::pipeline::StageKind;

/// One cell; `None`: unknown.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct ScoreCell {
    pub fit: Option<Grade>,
    pub level: Option<i64>,
    pub open: i64,
    /// Won and lost together, each scored as of its closing.
    pub closed: i64,
    pub won: i64,
    /// Of the share won, 95 %; `None` where fewer than five closed.
    pub interval: Option<Interval>,
}

/// All cells in which any deal stands.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct ScoreGrid {
    /// False: the team has no rules.
    pub scored: bool,
    pub cells: Vec<ScoreCell>,
    /// Deals of which the closing moment is not known: their engagement then cannot be told.
    pub undated: i64,
    /// Up to when touches count for open deals, milliseconds UTC.
    pub until: i64,
}

/// The grid as scores stand now.
pub fn grid(read: &Read<'_>) -> Result<ScoreGrid> {
    if super::rules(read)?.is_none() {
        return Ok(ScoreGrid {
            scored: false,
            cells: Vec::new(),
            undated: 0,
            until: as_of(read)?.until,
        });
    }
    let mut cells = Cells::default();
    let rows = read.all(
        "SELECT d.fit_now, d.level_now, s.kind, s.kind IN ('won', 'lost') AND d.stage_at IS NULL, count(*)
         FROM deals d JOIN stages s ON s.id = d.stage WHERE d.deleted_at IS NULL GROUP BY 1, 2, 3, 4",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
    )?;
    for (fit, level, kind, undated, count) in rows {
        cells.add(fit, level, kind, undated, count);
    }
    Ok(cells.grid(as_of(read)?.until))
}

/// The grid as it would stand by these rules, over everything written down so far. Nothing is saved.
pub fn simulate(read: &Read<'_>, rules: &ScoreRules) -> Result<ScoreGrid> {
    rules.check()?;
    let ready = Ready::of(rules);
    let open = as_of(read)?;
    let mut cells = Cells::default();
    for deal in facts::all(read, &ready, open)? {
        if let Some(kind) = deal.stage {
            let score = ready.score(&deal.facts, &deal.touches, deal.ever, deal.as_of);
            cells.add(score.fit, score.level, kind, deal.as_of.is_none(), 1);
        }
    }
    Ok(cells.grid(open.until))
}

#[derive(Default)]
struct Count {
    open: i64,
    closed: i64,
    won: i64,
}

/// Fit and level.
type Place = (Option<Grade>, Option<i64>);

#[derive(Default)]
struct Cells {
    counts: BTreeMap<Place, Count>,
    undated: i64,
}

impl Cells {
    fn add(
        &mut self,
        fit: Option<Grade>,
        level: Option<i64>,
        kind: StageKind,
        undated: bool,
        count: i64,
    ) {
        let cell = self.counts.entry((fit, level)).or_default();
        match kind {
            StageKind::Won => {
                cell.closed += count;
                cell.won += count;
            }
            StageKind::Lost => cell.closed += count,
            StageKind::Lead | StageKind::Qualified | StageKind::Opportunity => cell.open += count,
        }
        if undated {
            self.undated += count;
        }
    }

    fn grid(self, until: i64) -> ScoreGrid {
        let cells = self.counts.into_iter();
        ScoreGrid {
            scored: true,
            cells: cells
                .map(|((fit, level), Count { open, closed, won })| ScoreCell {
                    fit,
                    level,
                    open,
                    closed,
                    won,
                    interval: (closed >= rates::FEW)
                        .then(|| rates::wilson(won, closed))
                        .flatten(),
                })
                .collect(),
            undated: self.undated,
            until,
        }
    }
}
