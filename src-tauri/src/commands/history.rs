//! Who changed what.

use touchline_core::kernel::Id;
use touchline_core::records::{self, HistoryLine};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn history_of(app: App<'_>, id: Id) -> IpcResult<Vec<HistoryLine>> {
    app.read(move |read| records::history(read, id)).await
}
