//! Follow-ups.

use touchline_core::followups::{self, FollowupInput, FollowupSaved};
use touchline_core::kernel::Id;

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
