//! Reminders on screen: a notification of the system when a promise's time has come. Without a
//! notification service the window says it itself.

use std::time::Duration;

use notify_rust::Notification;
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};
use touchline_core::kernel::Clock;
use touchline_core::reminders::{self, Reminder};

use crate::state::AppState;

/// A promise's time has come.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Reminded {
    pub reminder: Reminder,
    /// The system showed it; else the window must.
    pub shown: bool,
    /// The notification was clicked: show whom it is about.
    pub open: bool,
}

/// Name of the event.
const REMINDED: &str = "reminded";
const EVERY: Duration = Duration::from_secs(15);

/// Looks four times a minute for as long as the app runs. Sleep only makes the next look late. A clock
/// that stands still reminds of nothing.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        // Not before the window listens: what it must say itself would be said to nobody.
        let first = tokio::time::Instant::now() + EVERY;
        let mut ticks = tokio::time::interval_at(first, EVERY);
        loop {
            ticks.tick().await;
            let Ok(db) = app.state::<AppState>().db() else {
                continue;
            };
            if matches!(db.clock(), Clock::Fixed(_)) {
                continue;
            }
            let taken = tokio::task::spawn_blocking(move || reminders::take(&db)).await;
            for reminder in taken.ok().and_then(Result::ok).unwrap_or_default() {
                let app = app.clone();
                // Waits for the click, so each has a thread of its own for as long as it is shown.
                std::thread::spawn(move || show(&app, reminder));
            }
        }
    });
}

fn show(app: &AppHandle, reminder: Reminder) {
    let about: Vec<&str> = [&reminder.name, &reminder.organization]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    let shown = Notification::new()
        .appname("Touchline")
        .summary(&reminder.title)
        .body(&about.join(" · "))
        .action("default", "")
        .show();
    let say = |reminder: &Reminder, shown, open| {
        let reminder = reminder.clone();
        let _ = app.emit(
            REMINDED,
            Reminded {
                reminder,
                shown,
                open,
            },
        );
    };
    match shown {
        Err(_) => say(&reminder, false, false),
        Ok(handle) => {
            say(&reminder, true, false);
            wait(handle, || {
                if let Some(window) = app.get_webview_window("main") {
                    let _ = window.unminimize();
                    let _ = window.set_focus();
                }
                say(&reminder, true, true);
            });
        }
    }
}

/// Until it is clicked or gone.
#[cfg(all(unix, not(target_os = "macos")))]
fn wait(handle: notify_rust::NotificationHandle, clicked: impl FnOnce()) {
    let mut clicked = Some(clicked);
    handle.wait_for_action(|action| {
        if action == "default"
            && let Some(clicked) = clicked.take()
        {
            clicked();
        }
    });
}

/// Elsewhere a click brings the app to the front, and that is all that is known.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn wait<H>(_handle: H, _clicked: impl FnOnce()) {}
