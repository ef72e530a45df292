//! Scores of deals: the rules, a dry run of them, the grid, a score opened.

use touchline_core::kernel::{Id, settings};
use touchline_core::scoring::{self, ScoreGrid, ScoreRules, ScoreView};

use super::{App, Committed};
use crate::error::IpcResult;

/// The rules in force; none: nothing is scored.
#[tauri::command]
#[specta::specta]
pub async fn scoring_rules(app: App<'_>) -> IpcResult<Option<ScoreRules>> {
    app.read(scoring::rules).await
}

/// Rules to begin with, in the language of the workspace.
#[tauri::command]
#[specta::specta]
pub async fn scoring_suggested(app: App<'_>) -> IpcResult<ScoreRules> {
    app.read(|read| Ok(scoring::suggested(settings::lang(read)?)))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn scoring_save(app: App<'_>, rules: ScoreRules) -> IpcResult<Committed> {
    app.with(move |db| scoring::save(db, &rules))
        .await
        .map(Committed::of)
}

/// How deals would stand by these rules; nothing is saved.
#[tauri::command]
#[specta::specta]
pub async fn scoring_simulate(app: App<'_>, rules: ScoreRules) -> IpcResult<ScoreGrid> {
    app.read(move |read| scoring::simulate(read, &rules)).await
}

#[tauri::command]
#[specta::specta]
pub async fn scoring_grid(app: App<'_>) -> IpcResult<ScoreGrid> {
    app.read(scoring::grid).await
}

/// The score of a deal with its lines.
#[tauri::command]
#[specta::specta]
pub async fn scoring_explain(app: App<'_>, deal: Id) -> IpcResult<ScoreView> {
    app.read(move |read| scoring::explain(read, deal)).await
}
