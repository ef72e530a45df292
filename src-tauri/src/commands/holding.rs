//! Who holds which deal: the pool, handing over, turnover rules, more time.

use touchline_core::holding::assign::{self, Assigned, Assignment, Proposals};
use touchline_core::holding::extensions;
use touchline_core::holding::handover::{self, HandoverDone, HandoverInput};
use touchline_core::holding::pool::{self, PoolInput, PoolView};
use touchline_core::holding::record::{self, HoldingRecord};
use touchline_core::holding::rules::{self, RuleInput, RuleView, Simulation};
use touchline_core::holding::run::{self, TurnoverNight};
use touchline_core::holding::settings::{self, HoldingSettings};
use touchline_core::holding::today::{self, HoldingToday};
use touchline_core::kernel::Id;
use touchline_core::kernel::list::{Listed, PageInput};
use touchline_core::lists::pool::{self as pool_list, PoolRow};

use super::{App, Committed, Saved};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn holding_get(app: App<'_>, deal: Id) -> IpcResult<HoldingRecord> {
    app.read(move |read| record::of_deal(read, deal)).await
}

#[tauri::command]
#[specta::specta]
pub async fn holding_today(app: App<'_>) -> IpcResult<HoldingToday> {
    app.read(today::today).await
}

#[tauri::command]
#[specta::specta]
pub async fn holding_settings(app: App<'_>) -> IpcResult<HoldingSettings> {
    app.read(settings::get).await
}

#[tauri::command]
#[specta::specta]
pub async fn holding_set(app: App<'_>, settings: HoldingSettings) -> IpcResult<Committed> {
    app.with(move |db| settings::set(db, &settings))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn pool_list(app: App<'_>, page: PageInput) -> IpcResult<Listed<PoolRow>> {
    app.read(move |read| pool_list::list(read, &page)).await
}

/// The pools beside the common one.
#[tauri::command]
#[specta::specta]
pub async fn pools_list(app: App<'_>) -> IpcResult<Vec<PoolView>> {
    app.read(pool::list).await
}

#[tauri::command]
#[specta::specta]
pub async fn pools_save(app: App<'_>, input: PoolInput) -> IpcResult<Saved> {
    app.with(move |db| pool::save(db, &input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn pools_archive(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| pool::archive(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn pool_claim(app: App<'_>, deal: Id) -> IpcResult<Committed> {
    app.with(move |db| pool::claim(db, deal, None))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn pool_return(
    app: App<'_>,
    deals: Vec<Id>,
    pool: Option<Id>,
    reason: Option<String>,
) -> IpcResult<Committed> {
    app.with(move |db| pool::give_back(db, &deals, pool, reason))
        .await
        .map(Committed::of)
}

/// Takes the latest return of a deal back.
#[tauri::command]
#[specta::specta]
pub async fn pool_take_back(app: App<'_>, deal: Id) -> IpcResult<Committed> {
    app.with(move |db| run::take_back(db, deal))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn pool_suggest(app: App<'_>) -> IpcResult<Proposals> {
    app.read(assign::suggest).await
}

/// What was given, and the action.
#[derive(Debug, Clone, serde::Serialize, specta::Type)]
pub struct AssignmentsDone {
    pub done: Assigned,
    pub action: Option<Id>,
}

#[tauri::command]
#[specta::specta]
pub async fn pool_assign(app: App<'_>, chosen: Vec<Assignment>) -> IpcResult<AssignmentsDone> {
    let written = app.with(move |db| assign::confirm(db, &chosen)).await?;
    Ok(AssignmentsDone {
        done: written.value,
        action: written.action,
    })
}

/// How much a member looks after.
#[tauri::command]
#[specta::specta]
pub async fn handover_preview(app: App<'_>, from: Id) -> IpcResult<HandoverDone> {
    app.read(move |read| handover::everything(read, from)).await
}

#[tauri::command]
#[specta::specta]
pub async fn handover_run(app: App<'_>, input: HandoverInput) -> IpcResult<HandoverDone> {
    app.with(move |db| handover::run(db, &input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn rules_list(app: App<'_>) -> IpcResult<Vec<RuleView>> {
    app.read(rules::list).await
}

#[tauri::command]
#[specta::specta]
pub async fn rules_simulate(app: App<'_>, rule: RuleInput) -> IpcResult<Simulation> {
    app.read(move |read| rules::simulate(read, &rule)).await
}

/// `seen` is the print of the simulation; `everything` confirms that it takes every deal.
#[tauri::command]
#[specta::specta]
pub async fn rules_save(
    app: App<'_>,
    rule: RuleInput,
    seen: String,
    everything: bool,
) -> IpcResult<Saved> {
    app.with(move |db| rules::save(db, &rule, &seen, everything))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn rules_stop(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| rules::stop(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn rules_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| rules::delete(db, id))
        .await
        .map(Committed::of)
}

/// Goes through the nights that were missed.
#[tauri::command]
#[specta::specta]
pub async fn rules_apply(app: App<'_>) -> IpcResult<Vec<TurnoverNight>> {
    app.with(run::run).await
}

#[tauri::command]
#[specta::specta]
pub async fn extensions_ask(
    app: App<'_>,
    deal: Id,
    until_on: String,
    reason: String,
) -> IpcResult<Saved> {
    app.with(move |db| extensions::ask(db, deal, &until_on, &reason))
        .await
        .map(Saved::of)
}

/// Granted until a day, or refused: `None`.
#[tauri::command]
#[specta::specta]
pub async fn extensions_answer(
    app: App<'_>,
    id: Id,
    until: Option<String>,
    note: Option<String>,
) -> IpcResult<Committed> {
    app.with(move |db| extensions::answer(db, id, until.as_deref(), note))
        .await
        .map(Committed::of)
}

/// Keeps a deal from every rule; `None` lets it go again.
#[tauri::command]
#[specta::specta]
pub async fn holding_lock(app: App<'_>, deal: Id, why: Option<String>) -> IpcResult<Committed> {
    app.with(move |db| extensions::lock(db, deal, why))
        .await
        .map(Committed::of)
}
