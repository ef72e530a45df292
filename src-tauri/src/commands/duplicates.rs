//! Rows that may be one.

use touchline_core::duplicates::{
    self, DuplicatesKind, DuplicatesPage, Likely, MergeInput, Merging, Sides, TwinsInput,
};
use touchline_core::kernel::Id;

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn duplicates_list(app: App<'_>, kind: DuplicatesKind) -> IpcResult<DuplicatesPage> {
    app.read(move |read| duplicates::list(read, kind)).await
}

/// Two rows side by side.
#[tauri::command]
#[specta::specta]
pub async fn duplicates_sides(
    app: App<'_>,
    kind: DuplicatesKind,
    one: Id,
    other: Id,
) -> IpcResult<Sides> {
    app.read(move |read| duplicates::sides(read, kind, one, other))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn duplicates_merge(app: App<'_>, input: MergeInput) -> IpcResult<Merging> {
    app.with(move |db| duplicates::merge(db, &input)).await
}

/// Merges all pairs that are beyond doubt.
#[tauri::command]
#[specta::specta]
pub async fn duplicates_merge_sure(app: App<'_>, kind: DuplicatesKind) -> IpcResult<Merging> {
    app.with(move |db| duplicates::merge_sure(db, kind)).await
}

/// Sets a merged row apart again.
#[tauri::command]
#[specta::specta]
pub async fn duplicates_separate(
    app: App<'_>,
    kind: DuplicatesKind,
    id: Id,
) -> IpcResult<Committed> {
    app.with(move |db| duplicates::separate(db, kind, id))
        .await
        .map(Committed::of)
}

/// Remembers that two rows are not the same.
#[tauri::command]
#[specta::specta]
pub async fn duplicates_distinct(app: App<'_>, one: Id, other: Id) -> IpcResult<Committed> {
    app.with(move |db| duplicates::distinct(db, one, other))
        .await
        .map(Committed::of)
}

/// Who may be there already, while somebody is typed in.
#[tauri::command]
#[specta::specta]
pub async fn duplicates_likely(app: App<'_>, input: TwinsInput) -> IpcResult<Vec<Likely>> {
    app.read(move |read| duplicates::likely(read, &input)).await
}
