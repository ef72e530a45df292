//! Follow-ups.

use touchline_core::exchange;
use touchline_core::followups::{self, FollowupInput, FollowupSaved};
use touchline_core::kernel::Id;
use touchline_core::reminders;

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn followups_save(app: App<'_>, input: FollowupInput) -> IpcResult<FollowupSaved> {
    app.with(move |db| followups::save(db, input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn followups_done(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| followups::done(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn followups_drop(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| followups::drop_it(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn followups_postpone(app: App<'_>, id: Id, due_on: String) -> IpcResult<Committed> {
    app.with(move |db| followups::postpone(db, id, &due_on))
        .await
        .map(Committed::of)
}

/// Open follow-ups as the text of a calendar file.
#[tauri::command]
#[specta::specta]
pub async fn followups_calendar(app: App<'_>) -> IpcResult<String> {
    app.read(exchange::calendar).await
}

/// Whether this device tells of promises whose time has come.
#[tauri::command]
#[specta::specta]
pub async fn reminders_get(app: App<'_>) -> IpcResult<bool> {
    app.with(|db| Ok(db.device().reminders)).await
}

#[tauri::command]
#[specta::specta]
pub async fn reminders_set(app: App<'_>, on: bool) -> IpcResult<()> {
    app.with(move |db| reminders::set(db, on)).await
}
