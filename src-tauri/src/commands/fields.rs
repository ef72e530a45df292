//! Fields of the team's own.

use touchline_core::fields::{self, FieldInput, FieldUses, FieldView, ListKind};
use touchline_core::kernel::{Code, Error, Id};

use super::{App, Committed, Saved};
use crate::error::IpcResult;

/// All fields of a noun, those put away last.
#[tauri::command]
#[specta::specta]
pub async fn fields_list(app: App<'_>, noun: ListKind) -> IpcResult<Vec<FieldView>> {
    app.read(move |read| fields::list(read, noun)).await
}

#[tauri::command]
#[specta::specta]
pub async fn fields_uses(app: App<'_>) -> IpcResult<Vec<FieldUses>> {
    app.read(fields::uses).await
}

#[tauri::command]
#[specta::specta]
pub async fn fields_save(app: App<'_>, input: FieldInput) -> IpcResult<Saved> {
    app.with(move |db| fields::save(db, input))
        .await
        .map(Saved::of)
}

#[tauri::command]
#[specta::specta]
pub async fn fields_order(app: App<'_>, ids: Vec<Id>) -> IpcResult<Committed> {
    app.with(move |db| fields::order(db, &ids))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn fields_retire(app: App<'_>, id: Id, away: bool) -> IpcResult<Committed> {
    app.with(move |db| fields::retire(db, id, away))
        .await
        .map(Committed::of)
}

/// Opens a web or mail address in the desktop's own program; nothing else is ever handed to it.
#[tauri::command]
#[specta::specta]
pub async fn fields_open_link(app: App<'_>, link: String) -> IpcResult<()> {
    app.with(move |_| {
        let refused = || Error::new(Code::LinkUnopened).with("link", &link);
        let safe = fields::link(&link).ok_or_else(refused)?;
        super::app::show(&safe).map_err(|error| refused().because(error))
    })
    .await
}
