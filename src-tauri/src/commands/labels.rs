//! Tags, sources and what the grades mean.

use touchline_core::kernel::Id;
use touchline_core::labels::{self, GradeMeaning, Label, LabelKind};
use touchline_core::people::Grade;

use super::{App, Committed, Saved};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn labels_list(app: App<'_>, kind: LabelKind) -> IpcResult<Vec<Label>> {
    app.read(move |read| labels::list(read, kind)).await
}

#[tauri::command]
#[specta::specta]
pub async fn labels_make(app: App<'_>, kind: LabelKind, name: String) -> IpcResult<Saved> {
    app.with(move |db| labels::make(db, kind, &name))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn labels_rename(
    app: App<'_>,
    kind: LabelKind,
    id: Id,
    name: String,
) -> IpcResult<Committed> {
    app.with(move |db| labels::rename(db, kind, id, &name))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn labels_archive(
    app: App<'_>,
    kind: LabelKind,
    id: Id,
    away: bool,
) -> IpcResult<Committed> {
    app.with(move |db| labels::archive(db, kind, id, away))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn labels_merge(
    app: App<'_>,
    kind: LabelKind,
    from: Id,
    into: Id,
) -> IpcResult<Committed> {
    app.with(move |db| labels::merge(db, kind, from, into))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn labels_grades(app: App<'_>) -> IpcResult<Vec<GradeMeaning>> {
    app.read(labels::grades).await
}

#[tauri::command]
#[specta::specta]
pub async fn labels_set_grade(app: App<'_>, grade: Grade, meaning: String) -> IpcResult<Committed> {
    app.with(move |db| labels::set_grade(db, grade, &meaning))
        .await
        .map(Committed::of)
}
