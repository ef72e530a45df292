//! What tables of records share: changes to one row or many, what filters may be set to.

use touchline_core::kernel::Id;
use touchline_core::kernel::list::{Choice, PageInput};
use touchline_core::lists::change::{self, Change, Changes, Which};
use touchline_core::lists::{self, ListKind};
use touchline_core::team::{self, MemberRef};

use super::App;
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn lists_change(
    app: App<'_>,
    kind: ListKind,
    which: Which,
    change: Change,
) -> IpcResult<Changes> {
    app.with(move |db| change::change(db, kind, which, &change))
        .await
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
