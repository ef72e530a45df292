//! Keeping a candidate's words only as long as was agreed.

use touchline_core::erasure::{self, Kept};
use touchline_core::kernel::Id;

use super::{App, Committed};
use crate::error::IpcResult;

/// Until when a person's answers are kept; of nobody: whose day has passed.
#[tauri::command]
#[specta::specta]
pub async fn erasure_list(app: App<'_>, person: Option<Id>) -> IpcResult<Vec<Kept>> {
    app.read(move |read| match person {
        Some(person) => Ok(erasure::of_person(read, person)?.into_iter().collect()),
        None => erasure::due(read),
    })
    .await
}

/// Erases them for good.
#[tauri::command]
#[specta::specta]
pub async fn erasure_run(app: App<'_>, person: Id) -> IpcResult<Committed> {
    app.with(move |db| erasure::erase(db, person))
        .await
        .map(Committed::of)
}
