//! The change feed of the workspace as one event, so that what the command line and sync write
//! reaches the window like its own writes.

use std::time::Duration;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};

use crate::state::AppState;

/// Rows were written, by whichever process.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Changed {
    /// Tables with new log lines.
    pub nouns: Vec<String>,
    /// End of the log; a string, because it may pass 2^53.
    pub cursor: String,
}

/// Name of the event.
pub const CHANGES: &str = "changes";
const EVERY: Duration = Duration::from_millis(150);

/// Looks at the end of the log a few times a second for as long as the app runs.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut cursor = None;
        let mut workspace = None;
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            ticks.tick().await;
            let state = app.state::<AppState>();
            let Ok(db) = state.db() else { continue };
            if workspace != Some(db.workspace()) {
                workspace = Some(db.workspace());
                cursor = None;
            }
            let since = cursor.unwrap_or(i64::MAX);
            let Ok(Ok(feed)) = tokio::task::spawn_blocking(move || db.feed(since)).await else {
                continue;
            };
            if cursor.is_some_and(|last| last != feed.cursor) {
                let nouns = feed.nouns.into_iter().map(str::to_owned).collect();
                let _ = app.emit(
                    CHANGES,
                    Changed {
                        nouns,
                        cursor: feed.cursor.to_string(),
                    },
                );
            }
            cursor = Some(feed.cursor);
        }
    });
}
