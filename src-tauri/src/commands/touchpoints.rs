//! Touchpoints.

use touchline_core::kernel::Id;
use touchline_core::touchpoints::{self, PersonChoice, Subject, TimelinePage, TouchpointView};

use super::{App, Committed};
use crate::error::IpcResult;

#[tauri::command]
#[specta::specta]
pub async fn touchpoints_get(app: App<'_>, id: Id) -> IpcResult<TouchpointView> {
    app.read(move |read| touchpoints::view(read, id)).await
}

#[tauri::command]
#[specta::specta]
pub async fn touchpoints_timeline(
    app: App<'_>,
    subject: Subject,
    before: Option<String>,
) -> IpcResult<TimelinePage> {
    app.read(move |read| touchpoints::timeline(read, subject, before.as_deref()))
        .await
}

#[tauri::command]
#[specta::specta]
pub async fn touchpoints_assign(
    app: App<'_>,
    id: Id,
    person: PersonChoice,
) -> IpcResult<Committed> {
    app.with(move |db| touchpoints::assign(db, id, &person))
        .await
        .map(Committed::of)
}

/// `title`: what to call a new promise, in the window's language.
#[tauri::command]
#[specta::specta]
pub async fn touchpoints_missed(
    app: App<'_>,
    person: Id,
    followup: Option<Id>,
    title: String,
) -> IpcResult<Committed> {
    app.with(move |db| touchpoints::missed(db, person, followup, &title))
        .await
        .map(Committed::of)
}
