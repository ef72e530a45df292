//! The recycle bin.

use touchline_core::bin::{self, BinInput, BinPage, BinRow, Doomed};
use touchline_core::kernel::Id;

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn bin_list(app: App<'_>, input: BinInput) -> IpcResult<BinPage> {
    app.read(move |read| bin::list(read, &input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn bin_find(app: App<'_>, id: Id) -> IpcResult<Option<BinRow>> {
    app.read(move |read| bin::find(read, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn bin_doomed(app: App<'_>, id: Id) -> IpcResult<Doomed> {
    app.read(move |read| bin::doomed(read, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn bin_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| bin::delete(db, id))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn bin_restore(app: App<'_>, ids: Vec<Id>) -> IpcResult<Committed> {
    app.with(move |db| bin::restore(db, &ids))
        .await
        .map(Committed::of)
}
