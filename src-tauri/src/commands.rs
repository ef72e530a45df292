//! Commands: one file a noun, each a thin translation to core.

pub mod actions;
pub mod app;
pub mod backups;
pub mod bin;
pub mod cash;
pub mod deals;
pub mod drafts;
pub mod duplicates;
pub mod erasure;
pub mod exchange;
pub mod export;
pub mod fields;
pub mod files;
pub mod followups;
pub mod funnel;
pub mod guides;
pub mod history;
pub mod holding;
pub mod interviews;
pub mod journeys;
pub mod labels;
pub mod lists;
pub mod members;
pub mod organizations;
pub mod people;
pub mod pipelines;
pub mod quicklog;
pub mod scoring;
pub mod search;
pub mod today;
pub mod touchpoints;
pub mod views;
pub mod workspaces;

use serde::Serialize;
use tauri::{AppHandle, Manager, State};
use touchline_core::kernel::{Error, Id, Written};

use crate::error::IpcResult;
use crate::state::AppState;

type App<'a> = State<'a, AppState>;

/// Turns the window to another workspace, on a blocking thread: opening one migrates it, and making the
/// sample takes seconds.
async fn turn(
    handle: AppHandle,
    work: impl FnOnce(&AppState) -> IpcResult<()> + Send + 'static,
) -> IpcResult<()> {
    let done = tokio::task::spawn_blocking(move || work(&handle.state::<AppState>())).await;
    done.map_err(Error::internal)?
}

/// A write that returns nothing but its action; no action when nothing changed.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Committed {
    pub action: Option<Id>,
}

/// A row that was made or changed, and its action; no action when nothing changed.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Saved {
    pub id: Id,
    pub action: Option<Id>,
}

impl Saved {
    fn of(written: Written<Id>) -> Self {
        Saved {
            id: written.value,
            action: written.action,
        }
    }
}

impl Committed {
    fn of<T>(written: Written<T>) -> Self {
        Committed {
            action: written.action,
        }
    }
}
