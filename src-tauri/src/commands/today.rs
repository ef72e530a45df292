//! Today and this week.

use touchline_core::today::{self, Today};
use touchline_core::week::{self, Week, WeekRow, WeekRowsInput};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn today_list(app: App<'_>) -> IpcResult<Today> {
    app.read(today::list).await
}

#[tauri::command]
#[specta::specta]
pub async fn week_get(app: App<'_>) -> IpcResult<Week> {
    app.read(week::week).await
}

/// The rows behind a figure.
#[tauri::command]
#[specta::specta]
pub async fn week_rows(app: App<'_>, input: WeekRowsInput) -> IpcResult<Vec<WeekRow>> {
    app.read(move |read| week::rows(read, &input)).await
}
