//! Today.

use touchline_core::today::{self, Today};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn today_list(app: App<'_>) -> IpcResult<Today> {
    app.read(today::list).await
}
