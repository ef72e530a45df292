//! The quick log.

use touchline_core::kernel::Id;
use touchline_core::quicklog::{self, LineFix, Occasion, QuickLogPreview, QuickLogSaved};

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

/// `followup`: the promise this conversation keeps.
#[tauri::command]
#[specta::specta]
pub async fn quicklog_save(
    app: App<'_>,
    text: String,
    fixes: Vec<LineFix>,
    followup: Option<Id>,
) -> IpcResult<QuickLogSaved> {
    let occasion = Occasion {
        keeps: followup,
        ..Occasion::default()
    };
    app.with(move |db| quicklog::save(db, &text, &fixes, occasion))
        .await
}
