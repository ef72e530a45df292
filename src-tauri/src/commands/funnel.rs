//! The funnel, what a target takes, and deals that stopped early.

use touchline_core::funnel::{
    self, BehindInput, Funnel, FunnelDeals, FunnelInput, Plan, PlanTarget,
};
use touchline_core::kernel::Id;
use touchline_core::pipeline::touches::{self, Stopped, TouchSpread};

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn funnel_get(app: App<'_>, input: FunnelInput) -> IpcResult<Funnel> {
    app.read(move |read| Ok((*funnel::funnel(read, &input)?).clone()))
        .await
}

/// The deals behind a bar.
#[tauri::command]
#[specta::specta]
pub async fn funnel_deals(app: App<'_>, input: BehindInput) -> IpcResult<FunnelDeals> {
    app.read(move |read| funnel::behind(read, &input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn plan_get(app: App<'_>, pipeline: Option<Id>) -> IpcResult<Plan> {
    app.read(move |read| funnel::plan(read, pipeline)).await
}

#[tauri::command]
#[specta::specta]
pub async fn plan_set_target(app: App<'_>, target: PlanTarget) -> IpcResult<Committed> {
    app.with(move |db| funnel::set_target(db, &target))
        .await
        .map(Committed::of)
}

/// Open deals that stopped before a sale usually does.
#[tauri::command]
#[specta::specta]
pub async fn deals_stopped(app: App<'_>, limit: u32) -> IpcResult<Stopped> {
    app.read(move |read| touches::stopped(read, limit)).await
}

/// How many real touches own won deals took.
#[tauri::command]
#[specta::specta]
pub async fn deals_touch_spread(app: App<'_>) -> IpcResult<TouchSpread> {
    app.read(touches::spread).await
}
