//! Journeys.

use touchline_core::journeys::{self, Journey};
use touchline_core::touchpoints::Subject;

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn journeys_get(app: App<'_>, subject: Subject) -> IpcResult<Journey> {
    app.read(move |read| journeys::of(read, subject)).await
}
