//! The quick log.

use touchline_core::quicklog::{self, LineFix, QuickLogPreview, QuickLogSaved};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn quicklog_read(
    app: App<'_>,
    text: String,
    fixes: Vec<LineFix>,
) -> IpcResult<QuickLogPreview> {
    app.read(move |read| quicklog::read(read, &text, &fixes))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn quicklog_save(
    app: App<'_>,
    text: String,
    fixes: Vec<LineFix>,
) -> IpcResult<QuickLogSaved> {
    app.with(move |db| quicklog::save(db, &text, &fixes)).await
}
