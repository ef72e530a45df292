//! Lookup by name.

use touchline_core::kernel::Id;
use touchline_core::search::{self, Hit};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn search_lookup(app: App<'_>, query: String, limit: u32) -> IpcResult<Vec<Hit>> {
    app.read(move |read| search::lookup(read, &query, limit))
        .await
}

/// Rows by id, for what was opened last.
#[tauri::command]
#[specta::specta]
pub async fn search_named(app: App<'_>, ids: Vec<Id>) -> IpcResult<Vec<Hit>> {
    app.read(move |read| search::named(read, &ids)).await
}

/// Which code points of each word the query spells.
#[tauri::command]
#[specta::specta]
pub async fn search_among(
    app: App<'_>,
    query: String,
    words: Vec<String>,
) -> IpcResult<Vec<Vec<(u32, u32)>>> {
    app.with(move |_| Ok(search::among(&query, &words))).await
}
