//! The workspace as a whole.

use serde::{Deserialize, Serialize};
use touchline_core::kernel::settings::{self, Lang};
use touchline_core::kernel::{Clock, Code, Error, Id, Read, Result, backup};
use touchline_core::team::{self, MemberRef};
use touchline_core::{places, setup, today};

use super::{App, Committed};
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

/// What the settings say about the whole workspace; what is `None` stays as it is.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct WorkspaceInput {
    pub name: Option<String>,
    /// IANA name.
    pub zone: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
}

#[tauri::command]
#[specta::specta]
pub async fn app_set_workspace(app: App<'_>, input: WorkspaceInput) -> IpcResult<Committed> {
    app.with(move |db| {
        setup::change(
            db,
            input.name.as_deref(),
            input.zone.as_deref(),
            input.currency.as_deref(),
        )
    })
    .await
    .map(Committed::of)
}

/// Where things are, and which versions made them.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct About {
    pub version: String,
    pub schema: u32,
    pub workspace: String,
    pub config: String,
    pub backups: String,
    pub licence: String,
}

#[tauri::command]
#[specta::specta]
pub async fn app_about(app: App<'_>) -> IpcResult<About> {
    app.with(|db| {
        Ok(About {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            schema: u32::try_from(db.model().migrations.len()).unwrap_or(u32::MAX),
            workspace: db.dir().display().to_string(),
            config: places::config().display().to_string(),
            backups: backup::folder(db.dir()).display().to_string(),
            licence: env!("CARGO_PKG_LICENSE").to_owned(),
        })
    })
    .await
}

/// A folder that the settings can show.
#[derive(Debug, Clone, Copy, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Folder {
    Workspace,
    Config,
    Backups,
}

/// Shows a folder in the desktop's own program for them.
#[tauri::command]
#[specta::specta]
pub async fn app_open_folder(app: App<'_>, folder: Folder) -> IpcResult<()> {
    app.with(move |db| {
        let path = match folder {
            Folder::Workspace => db.dir().to_owned(),
            Folder::Config => places::config(),
            Folder::Backups => backup::folder(db.dir()),
        };
        std::fs::create_dir_all(&path)?;
        show(&path).map_err(|error| {
            Error::new(Code::FolderUnopened)
                .with("path", path.display())
                .because(error)
        })
    })
    .await
}

/// Hands a folder or an address to the desktop. Its answer is not waited for: some desktops give it only
/// when the folder is closed.
pub(super) fn show(what: impl AsRef<std::ffi::OsStr>) -> std::io::Result<()> {
    let program = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    std::process::Command::new(program)
        .arg(what)
        .spawn()
        .map(drop)
}
