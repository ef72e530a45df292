//! Backups: listed, made, looked into, restored.

use std::path::PathBuf;

use touchline_core::kernel::backups::{self, Backup, BackupPreview};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn backups_list(app: App<'_>) -> IpcResult<Vec<Backup>> {
    app.with(backups::list).await
}

#[tauri::command]
#[specta::specta]
pub async fn backups_make(app: App<'_>) -> IpcResult<Backup> {
    app.with(backups::make).await
}

/// What a backup holds against what is here now.
#[tauri::command]
#[specta::specta]
pub async fn backups_preview(app: App<'_>, path: PathBuf) -> IpcResult<BackupPreview> {
    app.with(move |db| backups::preview(db, &path)).await
}

/// Puts a backup in the place of the workspace. Says where the present was kept.
#[tauri::command]
#[specta::specta]
pub async fn backups_restore(app: App<'_>, path: PathBuf) -> IpcResult<String> {
    app.with(move |db| Ok(db.restore(&path)?.display().to_string()))
        .await
}
