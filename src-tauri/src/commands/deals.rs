//! Deals and the board.

use touchline_core::kernel::Id;
use touchline_core::kernel::list::PageInput;
use touchline_core::lists::deals::{self, Board, CardsPage, DealsPage};
use touchline_core::pipeline::{self, DealInput, DealSaved};
use touchline_core::records::{self, DealRecord};

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn deals_list(app: App<'_>, page: PageInput) -> IpcResult<DealsPage> {
    app.read(move |read| deals::list(read, &page)).await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_board(app: App<'_>, pipeline: Option<Id>) -> IpcResult<Board> {
    app.read(move |read| deals::board(read, pipeline)).await
}

#[tauri::command]
#[specta::specta]
pub async fn deals_column(app: App<'_>, stage: Id, after: Option<String>) -> IpcResult<CardsPage> {
    app.read(move |read| deals::cards(read, stage, after.as_deref()))
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
