//! The change feed of the workspace as one event, so that what the command line and sync write
//! reaches the window like its own writes.

use std::time::Duration;

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};
use touchline_core::kernel::Id;
use touchline_core::model;

use crate::state::AppState;

/// Rows were written, by whichever process.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Changed {
    /// Tables with new log lines.
    pub nouns: Vec<String>,
    /// End of the log; a string, because it may pass 2^53. Empty: nothing was written.
    pub cursor: String,
}

/// Name of the event.
pub const CHANGES: &str = "changes";
const EVERY: Duration = Duration::from_millis(150);

/// Looks at the end of the log a few times a second for as long as the app runs.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut last: Option<Seen> = None;
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            ticks.tick().await;
            let state = app.state::<AppState>();
            let Ok(db) = state.db() else { continue };
            let workspace = db.workspace();
            let before = last.as_ref().filter(|seen| seen.workspace == workspace);
            let since = before.map_or(i64::MAX, |seen| seen.cursor);
            let Ok(Ok(feed)) = tokio::task::spawn_blocking(move || db.feed(since)).await else {
                continue;
            };
            let restored = before.is_some_and(|seen| seen.restored != feed.restored);
            if restored {
                // Another file stands in the place of the one that was opened, perhaps of another
                // workspace.
                let app = app.clone();
                let opened = move || app.state::<AppState>().reopen();
                let _ = tokio::task::spawn_blocking(opened).await;
            }
            if restored || before.is_some_and(|seen| seen.cursor != feed.cursor) {
                let nouns = if restored { every_noun() } else { feed.nouns };
                let _ = app.emit(
                    CHANGES,
                    Changed {
                        nouns: nouns.into_iter().map(str::to_owned).collect(),
                        cursor: feed.cursor.to_string(),
                    },
                );
            }
            last = Some(Seen {
                workspace,
                cursor: feed.cursor,
                restored: feed.restored,
            });
        }
    });
}

/// Says that every screen may have more to show than what was written: words that can be found by now.
pub fn refresh(app: &AppHandle) {
    let nouns = every_noun().into_iter().map(str::to_owned).collect();
    let cursor = String::new();
    let _ = app.emit(CHANGES, Changed { nouns, cursor });
}

/// How far the feed was read, and of what.
struct Seen {
    workspace: Id,
    cursor: i64,
    restored: Option<Id>,
}

fn every_noun() -> Vec<&'static str> {
    model().nouns.iter().map(|noun| noun.table).collect()
}
