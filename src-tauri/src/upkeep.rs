//! What the window sees to while it is open: the daily backup, scores whose
//! windows end with a day, the nights of the turnover rules, what a crashed
//! process left half made, and the text index, where rows wait for it. Never at once: opening comes first.

use std::time::Duration;

use tauri::{AppHandle, Manager};
use touchline_core::holding::run;
use touchline_core::kernel::backups;
use touchline_core::scoring;

use crate::changes;
use crate::state::AppState;

const FIRST: Duration = Duration::from_secs(20);
const EVERY: Duration = Duration::from_secs(60);

/// How often it is asked whether rows wait for the text index, and the rest between two slices, in which
/// others write.
const ASK: Duration = Duration::from_secs(1);
const REST: Duration = Duration::from_millis(60);

/// Brings the text index up to date behind everything else, for as long as the app runs. Lists that were
/// asked for words meanwhile are asked again at the end.
pub fn index(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut behind = false;
        loop {
            let worked = match app.state::<AppState>().db() {
                Ok(db) => tokio::task::spawn_blocking(move || db.index_some()).await,
                Err(_) => Ok(Ok(false)),
            };
            let works = matches!(worked, Ok(Ok(true)));
            if behind && matches!(worked, Ok(Ok(false))) {
                changes::refresh(&app);
            }
            behind = works;
            let pause = if works { REST } else { ASK };
            tokio::time::sleep(pause).await;
        }
    });
}

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
            // What cannot be done now (a full disk, a busy file) is tried again in a minute; it keeps nothing
            // else from being done.
            let looked = tokio::task::spawn_blocking(move || {
                let _later = (db.recover(), backups::make_daily(&db), run::run(&db));
                scoring::turn(&db)
            })
            .await;
            if matches!(looked, Ok(Ok(true))) {
                changes::refresh(&app);
            }
        }
    });
}
