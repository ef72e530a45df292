//! People.

use touchline_core::kernel::Id;
use touchline_core::kernel::list::{Listed, PageInput};
use touchline_core::lists::{self, people::PeopleRow};
use touchline_core::people::signature::{self, Signature};
use touchline_core::people::{
    self, IdentifierInput, IdentifierState, PersonInput, PersonSaved, Twin,
};
use touchline_core::records::{self, PersonRecord};

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn people_list(app: App<'_>, page: PageInput) -> IpcResult<Listed<PeopleRow>> {
    app.read(move |read| lists::people::list(read, &page)).await
}

#[tauri::command]
#[specta::specta]
pub async fn people_get(app: App<'_>, id: Id) -> IpcResult<PersonRecord> {
    app.read(move |read| records::person(read, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn people_save(app: App<'_>, input: PersonInput) -> IpcResult<PersonSaved> {
    app.with(move |db| people::save(db, input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn people_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| people::delete(db, id))
        .await
        .map(Committed::of)
}

/// Says of a number or address how it stands with it; `None`: nothing is known.
#[tauri::command]
#[specta::specta]
pub async fn people_mark(
    app: App<'_>,
    identifier: Id,
    state: Option<IdentifierState>,
    why: Option<String>,
) -> IpcResult<Committed> {
    app.with(move |db| people::mark(db, identifier, state, why))
        .await
        .map(Committed::of)
}

/// Reads a pasted signature, contact block or vCard.
#[tauri::command]
#[specta::specta]
pub async fn people_signature(app: App<'_>, text: String) -> IpcResult<Signature> {
    app.with(move |_| Ok(signature::read(&text))).await
}

/// Who already has one of these numbers or addresses.
#[tauri::command]
#[specta::specta]
pub async fn people_twins(app: App<'_>, identifiers: Vec<IdentifierInput>) -> IpcResult<Vec<Twin>> {
    app.read(move |read| people::twins(read, &identifiers))
        .await
}
