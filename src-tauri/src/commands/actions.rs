//! Undo and redo.

use serde::Serialize;
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
pub async fn actions_redo(app: App<'_>) -> IpcResult<ActionView> {
    app.with(|db| db.redo()).await.map(ActionView::from)
}
