//! Writing a file where the user chose: exported charts and tables.

use std::path::PathBuf;

use touchline_core::kernel::Error;

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn files_write(app: App<'_>, path: PathBuf, bytes: Vec<u8>) -> IpcResult<()> {
    app.with(move |_| std::fs::write(path, bytes).map_err(Error::from))
        .await
}
