//! What is being typed.

use touchline_core::kernel::drafts;

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn drafts_get(app: App<'_>, place: String) -> IpcResult<Option<String>> {
    app.with(move |db| drafts::get(db, &place)).await
}

#[tauri::command]
#[specta::specta]
pub async fn drafts_put(app: App<'_>, place: String, body: String) -> IpcResult<()> {
    app.with(move |db| drafts::put(db, &place, &body)).await
}
