//! What is asked of a funnel and what it answers.

use serde::{Deserialize, Serialize};

use crate::figures::rates::{Interval, wilson};
use crate::kernel::Id;
use crate::kernel::money::Money;
use crate::pipeline::{DealGlance, PipelineRef, StageKind};
use crate::words;

words! {
    /// What a funnel can be broken down and filtered by.
    pub enum FunnelBy {
        /// Of the deal, else of its person.
        Source = "source",
        Owner = "owner",
        /// Of the deal's organization, else of its person.
        Grade = "grade",
        /// Of the organization: below 50 employees small, below 500 medium, else large.
        Size = "size",
        /// The month in which the deal began.
        Month = "month",
        Product = "product",
    }
}

words! {
    /// Which deals of a bar.
    pub enum FunnelPart {
        /// All that came so far.
        Reached = "reached",
        /// Those that went on.
        Moved = "moved",
        /// Those that came so far, no further, and are still open.
        Open = "open",
        /// Those that came so far and were lost.
        Lost = "lost",
    }
}

/// Only deals with one of the values of this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct FunnelFilter {
    pub by: FunnelBy,
    /// A group's key; empty: unknown. Several filters of one kind: any of them.
    pub key: String,
}

/// Which deals of which pipeline, and as of when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct FunnelInput {
    /// `None`: the first.
    pub pipeline: Option<Id>,
    /// Only deals that began on this day or later, and on that day or earlier.
    pub from: Option<String>,
    pub to: Option<String>,
    /// The day to look from, its end; later moves are not seen. `None`: now.
    pub as_of: Option<String>,
    pub by: Option<FunnelBy>,
    pub filters: Vec<FunnelFilter>,
}

/// `k` of `n`; below 5 nobody reads a percentage.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct Share {
    pub k: i64,
    pub n: i64,
    /// 95 %, Wilson; `None` of nothing.
    pub interval: Option<Interval>,
}

impl Share {
    pub fn of(k: i64, n: i64) -> Self {
        Share {
            k,
            n,
            interval: wilson(k, n),
        }
    }
}

/// A stage that deals pass. All won stages are one, the last.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct FunnelStage {
    pub id: Id,
    pub name: String,
    pub kind: StageKind,
    pub limit_days: Option<i64>,
}

/// How many deals came so far. A deal that stands in a later stage came through the earlier ones.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Bar {
    pub reached: i64,
    /// Went on, are still open, were lost: these three are all that reached it.
    pub moved: i64,
    pub open: i64,
    pub lost: i64,
    pub of_previous: Share,
    pub of_all: Share,
}

/// The bars of some deals, in the order of the stages.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct FunnelGroup {
    /// An id, a word or a month; empty: unknown, and for all deals together.
    pub key: String,
    pub name: Option<String>,
    pub bars: Vec<Bar>,
    pub won: i64,
    pub lost: i64,
    pub open: i64,
    /// Won among what was decided, won or lost.
    pub win: Share,
}

/// Days until half, three quarters and nine tenths; `None`: not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct Quantiles {
    pub p50: Option<i64>,
    pub p75: Option<i64>,
    pub p90: Option<i64>,
}

/// How long deals stay in a stage, left by any exit (Kaplan–Meier); calendar days.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct StageTime {
    pub stage: Id,
    /// Stays, open ones among them.
    pub n: i64,
    pub open: i64,
    pub days: Quantiles,
    /// The median of ended stays alone, which only counts the quick ones.
    pub closed_only: Option<i64>,
    /// Stays of which nobody knows when they began or ended.
    pub undated: i64,
}

/// How deals end, from their first day on (Aalen–Johansen: lost is a rival end).
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Cycle {
    pub n: i64,
    pub open: i64,
    /// Shares of all deals after the longest time observed; they make 1.
    pub won_share: f64,
    pub lost_share: f64,
    pub open_share: f64,
    /// Days until so many of all deals were won.
    pub won: Quantiles,
    /// Days until so many were closed, either way.
    pub closed: Quantiles,
    /// The median of closed ones alone.
    pub closed_only: Option<i64>,
    pub undated: i64,
}

/// A pipeline, measured.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Funnel {
    pub pipeline: PipelineRef,
    pub pipelines: Vec<PipelineRef>,
    /// The moment that figures are of, milliseconds UTC, and its day.
    pub at: i64,
    pub day: String,
    pub stages: Vec<FunnelStage>,
    pub total: FunnelGroup,
    /// By what was asked; in the order of names, never of results.
    pub groups: Vec<FunnelGroup>,
    pub times: Vec<StageTime>,
    pub cycle: Cycle,
    /// Deals left out because nobody knows when they began, where a period was asked.
    pub undated: i64,
    /// Deals left out because they began after the day looked from.
    pub later: i64,
}

/// The deals behind a figure.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FunnelDeals {
    pub rows: Vec<DealGlance>,
    pub total: i64,
    /// Of all of them, one sum a currency.
    pub sum: Vec<Money>,
}

/// The size bands in their order.
pub const SIZES: [&str; 3] = ["small", "medium", "large"];

/// The size band of so many employees.
pub fn size(employees: i64) -> &'static str {
    match employees {
        ..50 => SIZES[0],
        50..500 => SIZES[1],
        500.. => SIZES[2],
    }
}

/// "2026-11" of a day number.
pub fn month(day: i32) -> Option<String> {
    let day = chrono::NaiveDate::from_num_days_from_ce_opt(day)?;
    Some(day.format("%Y-%m").to_string())
}
