//! Everything done here, undo and redo.

use serde::Serialize;
use touchline_core::actions::{self, ActionLine, ActionsChoices, ActionsInput, ActionsPage};
use touchline_core::kernel::Id;
use touchline_core::kernel::db::Undone;

use super::App;
use crate::error::IpcResult;

/// What was taken back or brought back.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ActionView {
    pub action: Id,
    /// Key of its sentence.
    pub label: String,
    /// What it was done to.
    pub subject: Option<String>,
    pub changes: u32,
}

impl From<Undone> for ActionView {
    fn from(undone: Undone) -> Self {
        ActionView {
            action: undone.action,
            label: undone.label,
            subject: undone.subject,
            changes: u32::try_from(undone.changes).unwrap_or(u32::MAX),
        }
    }
}

#[tauri::command]
#[specta::specta]
pub async fn actions_undo(app: App<'_>, action: Option<Id>) -> IpcResult<ActionView> {
    app.with(move |db| db.undo(action))
        .await
        .map(ActionView::from)
}

#[tauri::command]
#[specta::specta]
pub async fn actions_redo(app: App<'_>, action: Option<Id>) -> IpcResult<ActionView> {
    app.with(move |db| db.redo(action))
        .await
        .map(ActionView::from)
}

#[tauri::command]
#[specta::specta]
pub async fn actions_list(app: App<'_>, input: ActionsInput) -> IpcResult<ActionsPage> {
    app.with(move |db| actions::list(db, &input)).await
}

#[tauri::command]
#[specta::specta]
pub async fn actions_choices(app: App<'_>) -> IpcResult<ActionsChoices> {
    app.read(actions::choices).await
}

/// What stands in the way of taking an action back or redoing it.
#[tauri::command]
#[specta::specta]
pub async fn actions_in_the_way(app: App<'_>, action: Id) -> IpcResult<Vec<ActionLine>> {
    app.with(move |db| actions::in_the_way(db, action)).await
}
