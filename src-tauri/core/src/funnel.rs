//! The funnel of a pipeline: how many deals came how far, where they were lost, how long they took; and what
//! that says of a target. Shares, intervals and times are those of [`figures`](crate::figures); nothing is
//! stored here, and nobody is ranked: breakdowns stand in the order of their names.

mod behind;
mod facts;
mod forecast;
mod groups;
mod measure;
mod plan;
#[cfg(test)]
mod tests;
mod times;
mod types;

pub use behind::{BehindInput, behind};
pub use forecast::{Forecast, Range};
pub use plan::{Plan, PlanNeed, PlanSize, PlanTarget, plan, set_target, target};
pub use types::{
    Bar, Cycle, Funnel, FunnelBy, FunnelDeals, FunnelFilter, FunnelGroup, FunnelInput, FunnelPart,
    FunnelStage, Quantiles, Share, StageTime,
};

use std::sync::Arc;

use crate::kernel::time::Zone;
use crate::kernel::{Error, Id, Read, Result};
use crate::pipeline::{self, PipelineRef};

/// Measures a pipeline: the one named, else the first. Kept until something is written.
pub fn funnel(read: &Read<'_>, input: &FunnelInput) -> Result<Arc<Funnel>> {
    let asked = serde_json::to_string(input).map_err(Error::internal)?;
    read.kept(format!("funnel {asked} {}", read.today()), || {
        measure::measure(read, input)
    })
}

/// The pipelines in use, and the one that was asked for.
fn chosen(read: &Read<'_>, pipeline: Option<Id>) -> Result<(PipelineRef, Vec<PipelineRef>)> {
    let pipelines = pipeline::pipelines(read)?;
    let found = match pipeline {
        Some(id) => pipelines.iter().find(|candidate| candidate.id == id),
        None => pipelines.first(),
    };
    match found.cloned() {
        Some(found) => Ok((found, pipelines)),
        None => Err(Error::absent(
            "pipelines",
            pipeline.map_or(String::new(), |id| id.to_string()),
        )),
    }
}

/// Calendar days since the beginning of the calendar.
fn day_number(zone: Zone, at: i64) -> i32 {
    use chrono::Datelike;
    zone.day(at).num_days_from_ce()
}
