//! Commands: one file a noun, each a thin translation to core.

pub mod actions;
pub mod app;
pub mod bin;
pub mod deals;
pub mod drafts;
pub mod exchange;
pub mod files;
pub mod followups;
pub mod history;
pub mod journeys;
pub mod lists;
pub mod organizations;
pub mod people;
pub mod quicklog;
pub mod search;
pub mod today;
pub mod touchpoints;

use serde::Serialize;
use tauri::State;
use touchline_core::kernel::{Id, Written};

use crate::state::AppState;

type App<'a> = State<'a, AppState>;

/// A write that returns nothing but its action; no action when nothing changed.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Committed {
    pub action: Option<Id>,
}

impl Committed {
    fn of<T>(written: Written<T>) -> Self {
        Committed {
            action: written.action,
        }
    }
}
