//! Deals and the board.

use touchline_core::kernel::Id;
use touchline_core::kernel::list::{Listed, PageInput};
use touchline_core::lists::deals::{self, Board, CardsPage, DealRow, NextTone};
use touchline_core::pipeline::entering::{self, EnterInput, Need};
use touchline_core::pipeline::{self, DealInput, DealRoleKind, DealSaved};
use touchline_core::records::{self, DealRecord};
use touchline_core::team::MemberRef;

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn deals_list(app: App<'_>, page: PageInput) -> IpcResult<Listed<DealRow>> {
    app.read(move |read| deals::list(read, &page)).await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_board(
    app: App<'_>,
    pipeline: Option<Id>,
    next: Option<NextTone>,
) -> IpcResult<Board> {
    app.read(move |read| deals::board(read, pipeline, next))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_column(
    app: App<'_>,
    stage: Id,
    next: Option<NextTone>,
    after: Option<String>,
) -> IpcResult<CardsPage> {
    app.read(move |read| deals::cards(read, stage, next, after.as_deref()))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_get(app: App<'_>, id: Id) -> IpcResult<DealRecord> {
    app.read(move |read| records::deal(read, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_save(app: App<'_>, input: DealInput) -> IpcResult<DealSaved> {
    app.with(move |db| pipeline::save(db, input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_move(
    app: App<'_>,
    id: Id,
    stage: Id,
    reason: Option<String>,
) -> IpcResult<Committed> {
    app.with(move |db| pipeline::move_to(db, id, &stage.to_string(), reason))
        .await
        .map(Committed::of)
}

/// What a deal lacks before it may enter a stage.
#[tauri::command]
#[specta::specta]
pub async fn deals_needs(app: App<'_>, deal: Id, stage: Id) -> IpcResult<Vec<Need>> {
    app.read(move |read| entering::needs(read, deal, stage))
        .await
}

/// Writes what a stage asks for and moves the deal, as one action.
#[tauri::command]
#[specta::specta]
pub async fn deals_enter(app: App<'_>, input: EnterInput) -> IpcResult<Committed> {
    app.with(move |db| entering::enter_with(db, input))
        .await
        .map(Committed::of)
}

/// Who else holds an open deal on the organization of this name.
#[tauri::command]
#[specta::specta]
pub async fn deals_held_by(app: App<'_>, organization: String) -> IpcResult<Option<MemberRef>> {
    app.read(move |read| pipeline::held_by(read, &organization))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_role_save(
    app: App<'_>,
    deal: Id,
    person: Id,
    role: DealRoleKind,
) -> IpcResult<Committed> {
    app.with(move |db| pipeline::roles::save(db, deal, person, role))
        .await
        .map(Committed::of)
}

#[tauri::command]
#[specta::specta]
pub async fn deals_role_remove(app: App<'_>, deal: Id, person: Id) -> IpcResult<Committed> {
    app.with(move |db| pipeline::roles::remove(db, deal, person))
        .await
        .map(Committed::of)
}
