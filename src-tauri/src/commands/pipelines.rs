//! How pipelines and their stages are set up.

use touchline_core::kernel::Id;
use touchline_core::pipeline::reasons;
use touchline_core::pipeline::setup::{self, PipelineSetup, StageInput};

use super::{App, Committed, Saved};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn pipelines_list(app: App<'_>) -> IpcResult<Vec<PipelineSetup>> {
    app.read(setup::setups).await
}

/// Makes a pipeline with the stages of another.
#[tauri::command]
#[specta::specta]
pub async fn pipelines_make(app: App<'_>, name: String, like: Id) -> IpcResult<Saved> {
    app.with(move |db| setup::make_like(db, &name, like))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn pipelines_rename(app: App<'_>, id: Id, name: String) -> IpcResult<Committed> {
    app.with(move |db| setup::rename(db, id, &name))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn pipelines_archive(app: App<'_>, id: Id, away: bool) -> IpcResult<Committed> {
    app.with(move |db| setup::archive(db, id, away))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn stages_save(app: App<'_>, input: StageInput) -> IpcResult<Saved> {
    app.with(move |db| setup::save_stage(db, &input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn stages_order(app: App<'_>, pipeline: Id, ids: Vec<Id>) -> IpcResult<Committed> {
    app.with(move |db| setup::order_stages(db, pipeline, &ids))
        .await
        .map(Committed::of)
}

/// Removes a stage; its deals move to `to`.
#[tauri::command]
#[specta::specta]
pub async fn stages_remove(app: App<'_>, id: Id, to: Option<Id>) -> IpcResult<Committed> {
    app.with(move |db| setup::remove_stage(db, id, to))
        .await
        .map(Committed::of)
}

/// Puts a stage away: its deals stay, nobody moves in. Or takes it out again.
#[tauri::command]
#[specta::specta]
pub async fn stages_retire(app: App<'_>, id: Id, away: bool) -> IpcResult<Committed> {
    app.with(move |db| setup::retire_stage(db, id, away))
        .await
        .map(Committed::of)
}

/// Why deals are lost, in the team's own words; nothing where nobody made a list.
#[tauri::command]
#[specta::specta]
pub async fn lost_reasons_get(app: App<'_>) -> IpcResult<Option<Vec<String>>> {
    app.read(reasons::lost).await
}

#[tauri::command]
#[specta::specta]
pub async fn lost_reasons_set(app: App<'_>, reasons: Vec<String>) -> IpcResult<Committed> {
    app.with(move |db| reasons::set_lost(db, &reasons))
        .await
        .map(Committed::of)
}
