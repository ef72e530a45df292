//! How long deals take, with those that are still open counted for as long as they have been.

use super::facts::{Fact, Into};
use super::measure::{Scope, Stands, seen};
use super::types::{Cycle, Quantiles, StageTime};
use crate::figures::times::{Course, Spell, quantile_of};

const WON: u8 = 0;
const LOST: u8 = 1;

/// Stays in each stage, by any exit. A deal that comes back stays twice.
pub fn of_stages(scope: &Scope) -> Vec<StageTime> {
    let stages = scope.facts.stages.len();
    let mut spells: Vec<Vec<Spell>> = vec![Vec::new(); stages];
    let mut undated = vec![0; stages];
    for deal in scope.deals() {
        stays(deal, scope.day, |step, length| match length {
            Some(spell) => spells[step].push(spell),
            None => undated[step] += 1,
        });
    }
    let stages = scope.facts.stages.iter();
    stages
        .zip(spells.into_iter().zip(undated))
        .map(|(stage, (spells, undated))| {
            let closed_only = closed_only(&spells);
            let course = Course::of(spells, 1);
            StageTime {
                stage: stage.id,
                n: course.n as i64,
                open: course.open as i64,
                days: quantiles(|share| course.quantile(share)),
                closed_only,
                undated,
            }
        })
        .collect()
}

/// The stays of one deal; `None`: nobody knows how long.
fn stays(deal: &Fact, until: i32, mut stay: impl FnMut(usize, Option<Spell>)) {
    let mut here: Option<(usize, Option<i32>)> = None;
    for moved in seen(deal, until) {
        let to = match moved.to {
            Into::Step(step) => Some(step),
            Into::Lost | Into::Elsewhere => None,
        };
        if let Some((step, from)) = here {
            if to == Some(step) {
                continue;
            }
            let spell = from
                .zip(moved.day)
                .map(|(from, day)| Spell::ended(i64::from(day - from), WON));
            stay(step, spell);
        }
        here = to.map(|step| (step, moved.day));
    }
    if let Some((step, from)) = here {
        stay(step, from.map(|from| Spell::open(i64::from(until - from))));
    }
}

/// From the first known day to won or lost.
pub fn cycle(scope: &Scope) -> Cycle {
    let (mut spells, mut undated) = (Vec::new(), 0);
    for deal in scope.deals() {
        let ended = match scope.came(deal).stands {
            Stands::Open => None,
            Stands::Won => Some(WON),
            Stands::Lost => Some(LOST),
        };
        let last = seen(deal, scope.day).last().and_then(|moved| moved.day);
        let spell = match (deal.begun(), ended, last) {
            (Some(begun), None, _) => Some(Spell::open(i64::from(scope.day - begun))),
            (Some(begun), Some(exit), Some(day)) => {
                Some(Spell::ended(i64::from(day - begun), exit))
            }
            _ => None,
        };
        match spell {
            Some(spell) => spells.push(spell),
            None => undated += 1,
        }
    }
    let closed_only = closed_only(&spells);
    let course = Course::of(spells, 2);
    Cycle {
        n: course.n as i64,
        open: course.open as i64,
        won_share: course.gone(usize::from(WON)),
        lost_share: course.gone(usize::from(LOST)),
        open_share: course.remaining(),
        won: quantiles(|share| course.quantile_by(usize::from(WON), share)),
        closed: quantiles(|share| course.quantile(share)),
        closed_only,
        undated,
    }
}

fn closed_only(spells: &[Spell]) -> Option<i64> {
    let ended = spells.iter().filter(|spell| spell.exit.is_some());
    let mut lengths: Vec<i64> = ended.map(|spell| spell.length.max(0)).collect();
    quantile_of(&mut lengths, 0.5)
}

fn quantiles(at: impl Fn(f64) -> Option<i64>) -> Quantiles {
    Quantiles {
        p50: at(0.5),
        p75: at(0.75),
        p90: at(0.9),
    }
}
