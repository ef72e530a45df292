//! Guides.

use touchline_core::guides::{self, GuideInput, GuideLine, GuideRecord};
use touchline_core::kernel::Id;

use super::{App, Committed, Made};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn guides_list(app: App<'_>) -> IpcResult<Vec<GuideLine>> {
    app.read(guides::list).await
}

#[tauri::command]
#[specta::specta]
pub async fn guides_get(app: App<'_>, id: Id) -> IpcResult<GuideRecord> {
    app.read(move |read| guides::record(read, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn guides_save(app: App<'_>, input: GuideInput) -> IpcResult<Made> {
    app.with(move |db| guides::save(db, input))
        .await
        .map(Made::of)
}

#[tauri::command]
#[specta::specta]
pub async fn guides_copy(app: App<'_>, id: Id, name: String) -> IpcResult<Made> {
    app.with(move |db| guides::copy(db, id, &name))
        .await
        .map(Made::of)
}

#[tauri::command]
#[specta::specta]
pub async fn guides_archive(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| guides::archive(db, id))
        .await
        .map(Committed::of)
}
