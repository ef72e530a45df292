//! The workspace as a whole.

use serde::Serialize;
use touchline_core::kernel::settings::{self, Lang};
use touchline_core::kernel::{Clock, Id, Read, Result};
use touchline_core::team::{self, MemberRef};
use touchline_core::today;

use super::App;
use crate::error::IpcResult;

/// What the shell of the window shows.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct AppInfo {
    pub workspace_id: Id,
    pub workspace_name: String,
    pub path: String,
    pub version: String,
    pub sample: bool,
    pub zone: String,
    /// Chosen on this device, else the workspace's own.
    pub lang: Lang,
    pub currency: String,
    /// Milliseconds UTC.
    pub now: i64,
    /// The workspace's calendar day.
    pub today: String,
    /// `now` stands still (tests, replays).
    pub frozen: bool,
    pub me: Option<MemberRef>,
    pub counts: Counts,
}

/// Figures beside the navigation.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Counts {
    pub people: i64,
    pub organizations: i64,
    pub deals_open: i64,
    pub today_left: i64,
}

fn counts(read: &Read<'_>) -> Result<Counts> {
    Ok(Counts {
        people: read.value("SELECT count(*) FROM people WHERE deleted_at IS NULL", [])?,
        organizations: read.value(
            "SELECT count(*) FROM organizations WHERE deleted_at IS NULL",
            [],
        )?,
        deals_open: touchline_core::pipeline::open_count(read)?,
        today_left: today::left(read)?,
    })
}

#[tauri::command]
#[specta::specta]
pub async fn app_info(app: App<'_>) -> IpcResult<AppInfo> {
    app.with(|db| {
        let device = db.device();
        db.read(|read| {
            let get = |key| settings::get(read, key);
            Ok(AppInfo {
                workspace_id: db.workspace(),
                workspace_name: get(settings::NAME)?.unwrap_or_default(),
                path: db.dir().display().to_string(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                sample: get(settings::SAMPLE)?.is_some(),
                zone: read.zone.0.name().to_owned(),
                lang: device
                    .lang
                    .clone()
                    .or(get(settings::LANG)?)
                    .and_then(|lang| lang.parse().ok())
                    .unwrap_or(Lang::En),
                currency: get(settings::CURRENCY)?.unwrap_or_else(|| "CNY".to_owned()),
                now: read.now,
                today: read.today().to_string(),
                frozen: matches!(db.clock(), Clock::Fixed(_)),
                me: team::me(read)?,
                counts: counts(read)?,
            })
        })
    })
    .await
}

/// Chooses the language of this device.
#[tauri::command]
#[specta::specta]
pub async fn app_set_language(app: App<'_>, lang: Lang) -> IpcResult<()> {
    app.with(move |db| db.set_device(|device| device.lang = Some(lang.to_string())))
        .await
}

/// Leaves this workspace for the sample.
#[tauri::command]
#[specta::specta]
pub async fn app_open_sample(app: App<'_>, lang: Lang) -> IpcResult<()> {
    app.open_sample(lang.word())
}
