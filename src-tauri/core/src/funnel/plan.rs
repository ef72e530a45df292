//! What a target takes: leads, visits and quotes a month at own measured rates, beside the textbook's
//! 15 leads → 5 visits → 1 deal; and the sizes of visited customers beside 20 / 70 / 10.

use serde::{Deserialize, Serialize};

use super::facts;
use super::measure::{Scope, Stands, scope};
use super::types::{FunnelBy, FunnelInput, FunnelStage, SIZES, Share};
use super::{chosen, forecast};
use crate::figures::rates::FEW;
use crate::kernel::money::Money;
use crate::kernel::{Act, Db, Error, Id, Read, Result, Written, settings, text};
use crate::pipeline::{self, PipelineRef, StageKind};

const KEY: &str = "plan_target";

/// Leads and visits that a deal takes in the textbook. It says nothing of quotes.
const TEXTBOOK_LEADS: f64 = 15.0;
const TEXTBOOK_VISITS: f64 = 5.0;
/// Percent of small, medium and large among visited customers.
const TEXTBOOK_SIZES: [i64; 3] = [20, 70, 10];

const VISITED: [&str; 6] = ["visited", "visit", "拜访", "已拜访", "拜訪", "已拜訪"];
const QUOTED: [&str; 8] = [
    "quoted",
    "quote",
    "proposal",
    "报价",
    "已报价",
    "報價",
    "已報價",
    "方案报价",
];

/// What is aimed at, a month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanTarget {
    Deals(i64),
    Revenue(Money),
}

/// A number of something a month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct PlanNeed {
    /// At own rates; `None`: too few to measure.
    pub own: Option<f64>,
    /// The same at both ends of the interval of the rate.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// `None`: the textbook says nothing of it.
    pub textbook: Option<f64>,
    /// Won among decided deals that came so far: what the rate was measured on. `None`: no such stage.
    pub rate: Option<Share>,
}

/// Visited customers of one size.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct PlanSize {
    pub size: String,
    pub share: Share,
    /// Percent.
    pub textbook: i64,
}

/// What a target takes.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Plan {
    pub pipeline: PipelineRef,
    pub pipelines: Vec<PipelineRef>,
    pub day: String,
    pub target: PlanTarget,
    /// Won deals a month that the target comes to; `None`: no won deal of that currency has an amount.
    pub deals: Option<f64>,
    /// What a won deal was worth on average, of how many.
    pub mean: Option<Money>,
    pub mean_of: i64,
    pub leads: PlanNeed,
    pub visits: PlanNeed,
    pub quotes: PlanNeed,
    /// Members who sell: each takes an equal part.
    pub members: i64,
    pub sizes: Vec<PlanSize>,
    /// Visited customers whose size nobody knows.
    pub size_unknown: i64,
    pub forecasts: Vec<forecast::Forecast>,
}

/// The target; one deal a month where nobody set one.
pub fn target(read: &Read<'_>) -> Result<PlanTarget> {
    let kept = settings::get(read, KEY)?;
    let read = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    Ok(read.unwrap_or(PlanTarget::Deals(1)))
}

/// Sets the target. It is above nothing.
pub fn set_target(db: &Db, target: &PlanTarget) -> Result<Written<()>> {
    let size = match target {
        PlanTarget::Deals(deals) => *deals,
        PlanTarget::Revenue(money) => money.minor,
    };
    if size <= 0 {
        return Err(Error::invalid("target"));
    }
    let value = serde_json::to_string(target).map_err(Error::internal)?;
    db.write(Act::new("plan_target_set"), |tx| {
        settings::set(tx, KEY, &value)
    })
}

/// What the target takes in a pipeline, over all its decided deals.
pub fn plan(read: &Read<'_>, pipeline: Option<Id>) -> Result<Plan> {
    let (pipeline, pipelines) = chosen(read, pipeline)?;
    let scope = scope(read, pipeline.id, &FunnelInput::default())?;
    let target = target(read)?;
    let mean = mean(read, &scope, &target)?;
    let deals = match &target {
        PlanTarget::Deals(deals) => Some(*deals as f64),
        PlanTarget::Revenue(money) => mean
            .as_ref()
            .filter(|(mean, _)| mean.minor > 0)
            .map(|(mean, _)| money.minor as f64 / mean.minor as f64),
    };
    let stages = &scope.facts.stages;
    let visited = place_of(stages, "visited", &VISITED).or_else(|| {
        stages
            .iter()
            .position(|stage| stage.kind == StageKind::Opportunity)
    });
    let quoted = place_of(stages, "quoted", &QUOTED);
    let needs = |step: Option<usize>, textbook: Option<f64>| need(&scope, step, deals, textbook);
    let (sizes, size_unknown) = sizes(read, &scope, pipeline.id, visited)?;
    Ok(Plan {
        day: read.today().to_string(),
        leads: needs(Some(0), Some(TEXTBOOK_LEADS)),
        visits: needs(visited, Some(TEXTBOOK_VISITS)),
        quotes: needs(quoted, None),
        target,
        deals,
        mean_of: mean.as_ref().map_or(0, |(_, n)| *n),
        mean: mean.map(|(mean, _)| mean),
        members: read.value(
            "SELECT count(*) FROM members WHERE deleted_at IS NULL AND active = 1 AND role = 'sales'",
            [],
        )?,
        sizes,
        size_unknown,
        forecasts: forecast::forecasts(read, &scope)?,
        pipeline,
        pipelines,
    })
}

/// The stage by its built-in identity, else by its name.
fn place_of(stages: &[FunnelStage], key: &str, names: &[&str]) -> Option<usize> {
    let built_in = pipeline::default_stage(key);
    let by_id = stages.iter().position(|stage| stage.id == built_in);
    let named = |stage: &FunnelStage| names.contains(&text::squeeze(&stage.name).as_str());
    by_id.or_else(|| stages.iter().position(named))
}

/// Won among the decided deals that came to a stage.
pub fn won_of(scope: &Scope, step: usize) -> Share {
    let (mut won, mut decided) = (0, 0);
    for deal in scope.deals() {
        let came = scope.came(deal);
        if came.far >= step && came.stands != Stands::Open {
            decided += 1;
            won += i64::from(came.stands == Stands::Won);
        }
    }
    Share::of(won, decided)
}

fn need(scope: &Scope, step: Option<usize>, deals: Option<f64>, textbook: Option<f64>) -> PlanNeed {
    let rate = step.map(|step| won_of(scope, step));
    let measured = rate.filter(|rate| rate.k >= FEW).zip(deals);
    let at = |share: f64| measured.map(|(_, deals)| deals / share);
    let interval = rate.and_then(|rate| rate.interval);
    PlanNeed {
        own: measured.and_then(|(rate, _)| at(rate.k as f64 / rate.n as f64)),
        low: interval.and_then(|ends| at(ends.high)),
        high: interval.and_then(|ends| at(ends.low)),
        textbook: textbook.zip(deals).map(|(each, deals)| each * deals),
        rate,
    }
}

/// What won deals were worth on average, and of how many: in the currency of the target, else of the workspace.
fn mean(read: &Read<'_>, scope: &Scope, target: &PlanTarget) -> Result<Option<(Money, i64)>> {
    let currency = match target {
        PlanTarget::Revenue(money) => money.currency.clone(),
        PlanTarget::Deals(_) => settings::get(read, settings::CURRENCY)?.unwrap_or_default(),
    };
    let amounts = forecast::amounts(read)?;
    let (mut sum, mut n) = (0_i128, 0_i64);
    for deal in scope.deals() {
        let worth = amounts.get(&deal.n).filter(|(_, code)| *code == currency);
        if let Some((minor, _)) = worth
            && scope.came(deal).stands == Stands::Won
        {
            sum += i128::from(*minor);
            n += 1;
        }
    }
    let minor = (n > 0).then(|| i64::try_from(sum / i128::from(n)).unwrap_or(i64::MAX));
    Ok(minor.map(|minor| (Money { minor, currency }, n)))
}

fn sizes(
    read: &Read<'_>,
    scope: &Scope,
    pipeline: Id,
    visited: Option<usize>,
) -> Result<(Vec<PlanSize>, i64)> {
    let keys = facts::keys(read, &scope.facts, pipeline, FunnelBy::Size)?;
    let (mut counts, mut unknown) = ([0; 3], 0);
    for deal in scope.deals() {
        if visited.is_none_or(|step| scope.came(deal).far < step) {
            continue;
        }
        let band = keys
            .get(&deal.n)
            .and_then(|key| SIZES.iter().position(|size| size == key));
        match band {
            Some(band) => counts[band] += 1,
            None => unknown += 1,
        }
    }
    let all: i64 = counts.iter().sum();
    let size = |at: usize| PlanSize {
        size: SIZES[at].to_owned(),
        share: Share::of(counts[at], all),
        textbook: TEXTBOOK_SIZES[at],
    };
    Ok(((0..3).map(size).collect(), unknown))
}
