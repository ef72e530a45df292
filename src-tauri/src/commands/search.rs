//! Lookup by name.

use touchline_core::search::{self, Hit};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn search_lookup(app: App<'_>, query: String, limit: u32) -> IpcResult<Vec<Hit>> {
    app.read(move |read| search::lookup(read, &query, limit))
        .await
}
