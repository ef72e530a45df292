//! Import.

use std::sync::atomic::Ordering;

use tauri::{AppHandle, Emitter};
use touchline_core::exchange::{self, ImportChoice, ImportPreview, ImportResult, Target};

use super::App;
use crate::error::IpcResult;

/// Name of the progress event.
const PROGRESS: &str = "import-progress";

#[tauri::command]
#[specta::specta]
pub async fn exchange_preview(
    app: App<'_>,
    choices: Vec<ImportChoice>,
) -> IpcResult<ImportPreview> {
    app.with(move |db| exchange::preview(db, &choices)).await
}

/// The fields that columns of rows of this noun may become.
#[tauri::command]
#[specta::specta]
pub async fn exchange_targets(app: App<'_>, noun: String) -> IpcResult<Vec<Target>> {
    app.with(move |_| exchange::targets(&noun)).await
}

#[tauri::command]
#[specta::specta]
pub async fn exchange_import(
    handle: AppHandle,
    app: App<'_>,
    choices: Vec<ImportChoice>,
) -> IpcResult<ImportResult> {
    app.cancel.store(false, Ordering::Relaxed);
    let cancel = app.cancel.clone();
    app.with(move |db| {
        let mut report = |progress| {
            let _ = handle.emit(PROGRESS, progress);
        };
        exchange::import(db, &choices, &mut report, &|| {
            cancel.load(Ordering::Relaxed)
        })
    })
    .await
}

/// Asks the running import to stop; what it wrote is taken back.
#[tauri::command]
#[specta::specta]
pub async fn exchange_cancel(app: App<'_>) -> IpcResult<()> {
    app.cancel.store(true, Ordering::Relaxed);
    Ok(())
}
