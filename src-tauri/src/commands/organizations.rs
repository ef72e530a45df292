//! Organizations.

use touchline_core::kernel::Id;
use touchline_core::kernel::list::{Listed, PageInput};
use touchline_core::lists::{self, organizations::OrganizationRow};
use touchline_core::organizations::positions::{self, PositionInput};
use touchline_core::organizations::{self, OrganizationInput, OrganizationSaved};
use touchline_core::records::{self, OrganizationRecord};

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn organizations_list(
    app: App<'_>,
    page: PageInput,
) -> IpcResult<Listed<OrganizationRow>> {
    app.read(move |read| lists::organizations::list(read, &page))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn organizations_get(app: App<'_>, id: Id) -> IpcResult<OrganizationRecord> {
    app.read(move |read| records::organization(read, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn organizations_save(
    app: App<'_>,
    input: OrganizationInput,
) -> IpcResult<OrganizationSaved> {
    app.with(move |db| organizations::save(db, input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn positions_save(app: App<'_>, input: PositionInput) -> IpcResult<Committed> {
    app.with(move |db| positions::save(db, &input))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn positions_delete(app: App<'_>, id: Id) -> IpcResult<Committed> {
    app.with(move |db| positions::delete(db, id))
        .await
        .map(Committed::of)
}
