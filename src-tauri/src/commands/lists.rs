//! What tables of records share: changes to one row or many, what filters may be set to.

use std::sync::atomic::Ordering;

use tauri::{AppHandle, Emitter};
use touchline_core::kernel::Id;
use touchline_core::kernel::list::{Choice, PageInput};
use touchline_core::lists::change::{self, Change, Changes, Which};
use touchline_core::lists::{self, ListKind};
use touchline_core::team::{self, MemberRef};

use super::App;
use crate::error::IpcResult;

/// Name of the progress event.
const PROGRESS: &str = "change-progress";

#[tauri::command]
#[specta::specta]
pub async fn lists_change(
    handle: AppHandle,
    app: App<'_>,
    kind: ListKind,
    which: Which,
    change: Change,
) -> IpcResult<Changes> {
    app.cancel_change.store(false, Ordering::Relaxed);
    let cancel = app.cancel_change.clone();
    app.with(move |db| {
        change::change_while(db, kind, which, &change, &mut |progress| {
            let _ = handle.emit(PROGRESS, progress);
            !cancel.load(Ordering::Relaxed)
        })
    })
    .await
}

/// Asks the running change of many rows to stop; what it wrote is taken back.
#[tauri::command]
#[specta::specta]
pub async fn lists_cancel(app: App<'_>) -> IpcResult<()> {
    app.cancel_change.store(true, Ordering::Relaxed);
    Ok(())
}

#[tauri::command]
#[specta::specta]
pub async fn lists_choices(app: App<'_>, kind: ListKind, field: String) -> IpcResult<Vec<Choice>> {
    app.read(move |read| lists::choices(read, kind, &field))
        .await
}

/// Ids of the rows at the places `from` to `to` of a view, both included, counted from 0.
#[tauri::command]
#[specta::specta]
pub async fn lists_stretch(
    app: App<'_>,
    kind: ListKind,
    page: PageInput,
    from: u32,
    to: u32,
) -> IpcResult<Vec<Id>> {
    app.read(move |read| lists::stretch(read, kind, &page, from, to))
        .await
}

/// Who may own something: members who work here now.
#[tauri::command]
#[specta::specta]
pub async fn lists_owners(app: App<'_>) -> IpcResult<Vec<MemberRef>> {
    app.read(team::active).await
}
