//! Lookup by name, and finding words in everything.

use touchline_core::kernel::{Id, index};
use touchline_core::search::{self, Found, FoundKind, Hit};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn search_lookup(app: App<'_>, query: String, limit: u32) -> IpcResult<Vec<Hit>> {
    app.read(move |read| search::lookup(read, &query, limit))
        .await
}

/// Words in everything, at most `limit` of each kind, or of one.
#[tauri::command]
#[specta::specta]
pub async fn search_find(
    app: App<'_>,
    query: String,
    kind: Option<FoundKind>,
    limit: u32,
) -> IpcResult<Found> {
    app.read(move |read| search::find(read, &query, kind, limit))
        .await
}

/// Rows by id, for what was opened last.
#[tauri::command]
#[specta::specta]
pub async fn search_named(app: App<'_>, ids: Vec<Id>) -> IpcResult<Vec<Hit>> {
    app.read(move |read| search::named(read, &ids)).await
}

/// How many rows still wait until their words can be found.
#[tauri::command]
#[specta::specta]
pub async fn search_waiting(app: App<'_>) -> IpcResult<u32> {
    app.read(|read| Ok(u32::try_from(index::waiting(read)?).unwrap_or(u32::MAX)))
        .await
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
