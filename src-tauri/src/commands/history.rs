//! Who changed what.

use touchline_core::kernel::Id;
use touchline_core::records::{self, HistoryLine};

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn history_of(app: App<'_>, id: Id) -> IpcResult<Vec<HistoryLine>> {
    app.read(move |read| records::history(read, id)).await
}

/// Sets a field to what it held before the change on this line of its history.
#[tauri::command]
#[specta::specta]
pub async fn history_restore(
    app: App<'_>,
    row: Id,
    line: String,
    field: String,
) -> IpcResult<Committed> {
    app.with(move |db| records::restore(db, row, &line, &field))
        .await
        .map(Committed::of)
}
