//! Views of tables that are kept under a name.

use touchline_core::fields::ListKind;
use touchline_core::kernel::Id;
use touchline_core::views::{self, ViewInput, ViewLine};

use super::{App, Committed, Saved};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn views_list(app: App<'_>, list: ListKind) -> IpcResult<Vec<ViewLine>> {
    app.read(move |read| views::list(read, list)).await
}

#[tauri::command]
#[specta::specta]
pub async fn views_save(app: App<'_>, input: ViewInput) -> IpcResult<Saved> {
    app.with(move |db| views::save(db, input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn views_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| views::delete(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn views_order(app: App<'_>, ids: Vec<Id>) -> IpcResult<Committed> {
    app.with(move |db| views::order(db, &ids))
        .await
        .map(Committed::of)
}
