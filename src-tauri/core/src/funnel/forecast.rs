//! What open deals may come to, as a range. By stage: each deal is won or not by its stage's chance, independently;
//! the range is the mean ± 1.96 standard deviations of that sum, within nothing and everything. By own history: the
//! share won among decided deals that came as far, and both ends of its interval.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::measure::{Scope, Stands};
use super::plan::won_of;
use crate::figures::rates::FEW;
use crate::kernel::{Id, Read, Result};

/// Minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct Range {
    pub low: i64,
    pub mid: i64,
    pub high: i64,
}

/// Open deals of one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Forecast {
    /// Empty: deals without an amount, in no sum.
    pub currency: String,
    pub deals: i64,
    pub sum: i64,
    pub by_stage: Range,
    pub by_history: Range,
    /// Deals in stages that too few decided deals came through: their stage's chance stands in for history.
    pub borrowed: i64,
}

#[derive(Default)]
struct Sums {
    deals: i64,
    all: f64,
    mean: f64,
    variance: f64,
    history: [f64; 3],
    borrowed: i64,
}

/// Amount and currency by row number.
pub fn amounts(read: &Read<'_>) -> Result<HashMap<i64, (i64, String)>> {
    let rows = read.all(
        "SELECT n, amount_minor, currency FROM deals
         WHERE deleted_at IS NULL AND amount_minor IS NOT NULL AND currency IS NOT NULL",
        [],
        |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))),
    )?;
    Ok(rows.into_iter().collect())
}

/// The open deals of a pipeline, one line a currency; those without an amount last.
pub fn forecasts(read: &Read<'_>, scope: &Scope) -> Result<Vec<Forecast>> {
    let chances: HashMap<Id, f64> = read
        .all("SELECT id, win_chance FROM stages", [], |row| {
            let percent: Option<i64> = row.get(1)?;
            Ok((row.get(0)?, percent.unwrap_or(0) as f64 / 100.0))
        })?
        .into_iter()
        .collect();
    let amounts = amounts(read)?;
    let stages = &scope.facts.stages;
    let rates: Vec<_> = (0..stages.len()).map(|step| won_of(scope, step)).collect();
    let mut sums: BTreeMap<&str, Sums> = BTreeMap::new();
    let mut untold = 0;
    for deal in scope.deals() {
        let came = scope.came(deal);
        if came.stands != Stands::Open {
            continue;
        }
        let Some((minor, currency)) = amounts.get(&deal.n) else {
            untold += 1;
            continue;
        };
        let worth = *minor as f64;
        let chance = stages
            .get(came.far)
            .and_then(|stage| chances.get(&stage.id));
        let chance = chance.copied().unwrap_or(0.0);
        let rate = rates.get(came.far).filter(|rate| rate.n >= FEW);
        let sum = sums.entry(currency).or_default();
        sum.deals += 1;
        sum.all += worth;
        sum.mean += worth * chance;
        sum.variance += worth * worth * chance * (1.0 - chance);
        let ends = match rate.and_then(|rate| Some((rate, rate.interval?))) {
            Some((rate, ends)) => [ends.low, rate.k as f64 / rate.n as f64, ends.high],
            None => {
                sum.borrowed += 1;
                [chance; 3]
            }
        };
        for (sum, share) in sum.history.iter_mut().zip(ends) {
            *sum += worth * share;
        }
    }
    let mut told: Vec<Forecast> = sums.into_iter().map(|(code, sum)| sum.told(code)).collect();
    if untold > 0 {
        let sum = Sums {
            deals: untold,
            ..Sums::default()
        };
        told.push(sum.told(""));
    }
    Ok(told)
}

impl Sums {
    fn told(&self, currency: &str) -> Forecast {
        let spread = 1.96 * self.variance.sqrt();
        let [low, mid, high] = self.history.map(|sum| sum.round() as i64);
        Forecast {
            currency: currency.to_owned(),
            deals: self.deals,
            sum: self.all.round() as i64,
            by_stage: Range {
                low: (self.mean - spread).max(0.0).round() as i64,
                mid: self.mean.round() as i64,
                high: (self.mean + spread).min(self.all).round() as i64,
            },
            by_history: Range { low, mid, high },
            borrowed: self.borrowed,
        }
    }
}
