//! Which workspace the window stands in: the first run, the ones this device knows, the sample.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono_tz::TZ_VARIANTS;
use serde::Serialize;
use tauri::AppHandle;
use touchline_core::kernel::settings::Lang;
use touchline_core::places::recent;
use touchline_core::setup::{self, Beginning};

use super::{App, turn};
use crate::error::IpcResult;

/// What the first run begins with.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FirstRun {
    /// Where the workspace would stand.
    pub path: String,
    pub lang: Lang,
    pub zone: String,
    /// Every IANA name that is known.
    pub zones: Vec<String>,
    /// The currency offered first (ISO 4217), by language.
    pub currencies: BTreeMap<String, String>,
    /// Milliseconds UTC.
    pub now: i64,
}

/// A workspace of this device.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct KnownWorkspace {
    pub path: String,
    pub name: String,
    pub sample: bool,
    /// The window stands in it.
    pub open: bool,
}

#[tauri::command]
#[specta::specta]
pub async fn workspaces_first_run(app: App<'_>) -> IpcResult<FirstRun> {
    let usual = |lang: &Lang| {
        (
            lang.word().to_owned(),
            setup::usual_currency(lang.word()).to_owned(),
        )
    };
    Ok(FirstRun {
        path: app.home().display().to_string(),
        lang: app.lang().parse().unwrap_or(Lang::En),
        zone: app.zone()?.name().to_owned(),
        zones: zones(),
        currencies: Lang::ALL.iter().map(usual).collect(),
        now: app.now(),
    })
}

fn zones() -> Vec<String> {
    TZ_VARIANTS
        .iter()
        .map(|zone| zone.name().to_owned())
        .collect()
}

/// Every IANA time zone that is known.
#[tauri::command]
#[specta::specta]
pub async fn workspaces_zones() -> IpcResult<Vec<String>> {
    Ok(zones())
}

/// Makes one's own workspace in a folder.
#[tauri::command]
#[specta::specta]
pub async fn workspaces_begin(handle: AppHandle, path: PathBuf, from: Beginning) -> IpcResult<()> {
    turn(handle, move |app| app.begin(&path, &from)).await
}

/// The workspaces of this device, the latest first; one's own is among them once it is made.
#[tauri::command]
#[specta::specta]
pub async fn workspaces_list(app: App<'_>) -> IpcResult<Vec<KnownWorkspace>> {
    let here = app.noted();
    let known = recent::list().into_iter().map(|known| KnownWorkspace {
        open: here.as_ref() == Some(&known.path),
        path: known.path.display().to_string(),
        name: known.name,
        sample: known.sample,
    });
    Ok(known.collect())
}

/// Turns to a workspace; to one's own when no path is given. Where there is none yet, the first run asks.
#[tauri::command]
#[specta::specta]
pub async fn workspaces_open(handle: AppHandle, path: Option<PathBuf>) -> IpcResult<()> {
    turn(handle, move |app| {
        app.open(path.as_deref().unwrap_or(app.home()))
    })
    .await
}

/// Turns to the sample.
#[tauri::command]
#[specta::specta]
pub async fn workspaces_open_sample(handle: AppHandle, lang: Lang) -> IpcResult<()> {
    turn(handle, move |app| app.open_sample(lang.word())).await
}
