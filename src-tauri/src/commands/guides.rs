//! Guides.

use touchline_core::guides::{self, GuideInput, GuideLine, GuideRecord};
use touchline_core::kernel::Id;

use super::{App, Committed, Saved};
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
pub async fn guides_save(app: App<'_>, input: GuideInput) -> IpcResult<Saved> {
    app.with(move |db| guides::save(db, input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn guides_copy(app: App<'_>, id: Id, name: String) -> IpcResult<Saved> {
    app.with(move |db| guides::copy(db, id, &name))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn guides_archive(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| guides::archive(db, id))
        .await
        .map(Committed::of)
}
