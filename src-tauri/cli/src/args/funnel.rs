//! What the funnel and the plan are asked.

use clap::Args;

#[derive(Debug, Args)]
pub struct FunnelAsked {
    /// Id or name of a pipeline; the first without it.
    #[arg(long)]
    pub pipeline: Option<String>,
    /// Break down by source, owner, grade, size, month or product.
    #[arg(long)]
    pub by: Option<String>,
    /// Only deals that began on this day or later.
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// Only deals that began on this day or earlier.
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// Look from the end of this day instead of now.
    #[arg(long, value_name = "DAY")]
    pub as_of: Option<String>,
    /// Only deals of a group: grade=A, size=large, owner=ID.
    #[arg(long = "filter", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
}

#[derive(Debug, Args)]
pub struct PlanAsked {
    /// Id or name of a pipeline; the first without it.
    #[arg(long)]
    pub pipeline: Option<String>,
    /// Set the target: won deals a month.
    #[arg(long, conflicts_with = "revenue")]
    pub deals: Option<i64>,
    /// Set the target: revenue a month, such as "86000 CNY".
    #[arg(long, value_name = "AMOUNT CURRENCY")]
    pub revenue: Option<String>,
}
