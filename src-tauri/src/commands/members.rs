//! The team, and who works on this device.

use touchline_core::kernel::Id;
use touchline_core::team::{self, MemberInput, MemberView};

use super::{App, Saved};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn members_list(app: App<'_>) -> IpcResult<Vec<MemberView>> {
    app.read(team::views).await
}

#[tauri::command]
#[specta::specta]
pub async fn members_save(app: App<'_>, input: MemberInput) -> IpcResult<Saved> {
    app.with(move |db| team::edit(db, &input))
        .await
        .map(Saved::of)
}

/// Says who works on this device.
#[tauri::command]
#[specta::specta]
pub async fn members_sit_here(app: App<'_>, member: Option<Id>) -> IpcResult<()> {
    app.with(move |db| team::sit_here(db, member)).await
}
