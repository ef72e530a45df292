//! What the window sees to while it is open: the daily backup, and what a crashed process left half
//! made. Never at once: opening comes first.

use std::time::Duration;

use tauri::{AppHandle, Manager};
use touchline_core::kernel::backups;

use crate::state::AppState;

const FIRST: Duration = Duration::from_secs(20);
const EVERY: Duration = Duration::from_secs(60);

/// Looks after the open workspace about once a minute for as long as the app runs.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(FIRST).await;
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            ticks.tick().await;
            let Ok(db) = app.state::<AppState>().db() else {
                continue;
            };
            // What cannot be done now (a full disk, a busy file) is tried again in a minute.
            let _later = tokio::task::spawn_blocking(move || {
                db.recover()?;
                backups::make_daily(&db)
            })
            .await;
        }
    });
}
