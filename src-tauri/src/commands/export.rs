//! Export.

use std::path::PathBuf;

use touchline_core::export::{self, ExportInput, Exported};

use super::App;
use crate::error::IpcResult;

/// Writes a list as it stands on the screen where the user chose.
#[tauri::command]
#[specta::specta]
pub async fn export_list(app: App<'_>, input: ExportInput, path: PathBuf) -> IpcResult<Exported> {
    app.with(move |db| export::list(db, &input, &path)).await
}
