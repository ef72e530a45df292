//! The app under test: its workspace, its driver and its window. `drive` runs one journey and, when it fails, leaves
//! what the window showed in `out/failures/`.

use std::any::Any;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime;
use tokio::time::timeout;

use crate::binaries;
use crate::driver::Driver;
use crate::window::{NARROW, Window};
use crate::workspace::Workspace;

const TIME_TO_START: Duration = Duration::from_secs(30);
const TIME_TO_ANSWER: Duration = Duration::from_secs(60);

/// The moment every journey starts at: a Thursday morning in Shanghai, so that "next Wednesday" is 25 November.
pub const NOW: &str = "2026-11-19T09:00:00+08:00";

const ZONE: &str = "Asia/Shanghai";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    ZhHans,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::ZhHans, Self::En];

    pub fn code(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::En => "en",
        }
    }
}

/// What the app is started on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    Sample,
    Empty,
    /// No workspace at all: the window asks.
    Nothing,
}

#[derive(Debug)]
pub struct App {
    // Fields are dropped in this order: the processes end before their folders go.
    driver: Driver,
    pub window: Window,
    pub workspace: Workspace,
    start: Start,
}

/// What the app is started with.
#[derive(Debug, Clone)]
struct Start {
    lang: Lang,
    content: Content,
    /// The moment at which the clock stands; `None`: it goes, and no notification service is there.
    now: Option<String>,
}

impl App {
    pub async fn start(lang: Lang, content: Content) -> Result<Self> {
        let workspace = Workspace::new()?;
        if content == Content::Empty {
            workspace.cli(&["init", "--zone", ZONE, "--lang", lang.code()])?;
        }
        Self::open(workspace, lang, content).await
    }

    /// Starts the app on a workspace that was made elsewhere.
    pub async fn on(workspace: Workspace, lang: Lang) -> Result<Self> {
        Self::open(workspace, lang, Content::Empty).await
    }

    async fn open(workspace: Workspace, lang: Lang, content: Content) -> Result<Self> {
        let start = Start {
            lang,
            content,
            now: Some(NOW.to_owned()),
        };
        let (driver, window) = open(&workspace, &start).await?;
        window.resize(NARROW).await?;
        Ok(Self {
            driver,
            window,
            workspace,
            start,
        })
    }

    pub fn lang(&self) -> Lang {
        self.start.lang
    }

    /// Quits the app and starts it again on the same workspace.
    pub async fn restart(&mut self) -> Result<()> {
        self.quit().await;
        let (driver, window) = open(&self.workspace, &self.start).await?;
        (self.driver, self.window) = (driver, window);
        self.window.resize(NARROW).await
    }

    /// Ends the app at once, without a word, as a crash does, and starts it again.
    pub async fn kill_and_restart(&mut self) -> Result<()> {
        self.driver.kill();
        let (driver, window) = open(&self.workspace, &self.start).await?;
        (self.driver, self.window) = (driver, window);
        self.window.resize(NARROW).await
    }

    /// Quits the app and starts it again on another day.
    pub async fn restart_at(&mut self, now: &str) -> Result<()> {
        self.start.now = Some(now.to_owned());
        self.restart().await
    }

    /// Quits the app and starts it again with the clock of this device, on a desktop that has nobody to
    /// show notifications.
    pub async fn restart_now(&mut self) -> Result<()> {
        self.start.now = None;
        self.restart().await
    }

    /// Closes the window and returns when no process of the app is left.
    pub async fn quit(&mut self) {
        // The app may be gone before it can answer; that it is gone is made sure of below.
        let _answer = self.window.web().clone().quit().await;
        self.driver.end();
    }
}

/// Runs one journey on a fresh app. A failure leaves a picture, the page and the driver's log in `out/failures/NAME*`.
pub fn drive(
    name: &str,
    lang: Lang,
    content: Content,
    journey: impl AsyncFnOnce(&mut App) -> Result<()>,
) -> Result<()> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut app = runtime.block_on(App::start(lang, content))?;
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(journey(&mut app))));
    if !matches!(outcome, Ok(Ok(()))) {
        let folder = binaries::project().join("out/failures");
        runtime.block_on(keep_evidence(&app, &folder, name));
    }
    outcome.unwrap_or_else(|panic: Box<dyn Any + Send>| resume_unwind(panic))
}

async fn open(workspace: &Workspace, start: &Start) -> Result<(Driver, Window)> {
    match open_once(workspace, start).await {
        Ok(opened) => Ok(opened),
        // One retry: the port may have been taken in between, or the driver may have lost its child.
        Err(_) => open_once(workspace, start).await,
    }
}

async fn open_once(workspace: &Workspace, start: &Start) -> Result<(Driver, Window)> {
    let mut environment = workspace.platform_folders().to_vec();
    if start.now.is_none() {
        environment.push(("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere".into()));
    }
    let driver = Driver::start(&environment, &workspace.log()).await?;
    let folder = workspace.path();
    let mut args = vec![
        "--workspace",
        folder.to_str().context("the folder's name is text")?,
    ];
    args.extend(["--lang", start.lang.code(), "--zone", ZONE]);
    if let Some(now) = &start.now {
        args.extend(["--now", now]);
    }
    if start.content == Content::Sample {
        args.push("--sample");
    }
    let mut wanted = Capabilities::new();
    wanted.set(
        "webkitgtk:browserOptions",
        json!({ "binary": binaries::app()?, "args": args }),
    )?;
    let session = WebDriver::builder(driver.url(), wanted).request_timeout(TIME_TO_ANSWER);
    let web = timeout(TIME_TO_START, session.connect())
        .await
        .map_err(|_| anyhow!("the window did not open in {TIME_TO_START:?}"))?
        .with_context(|| {
            format!(
                "opening the window: {}",
                fs::read_to_string(workspace.log()).unwrap_or_default()
            )
        })?;
    let window = Window::new(web);
    // Keys pressed before the page listens would be lost.
    let sign = match start.content {
        Content::Nothing => "first-begin",
        Content::Sample | Content::Empty => "nav-today",
    };
    window.find(sign).await?;
    Ok((driver, window))
}

/// Best effort: the window may be what is broken.
async fn keep_evidence(app: &App, folder: &Path, name: &str) {
    let _ = fs::create_dir_all(folder);
    let _ = fs::copy(app.workspace.log(), folder.join(format!("{name}.log")));
    let shown = async {
        app.window
            .picture(&folder.join(format!("{name}.png")))
            .await?;
        fs::write(
            folder.join(format!("{name}.html")),
            app.window.web().source().await?,
        )?;
        anyhow::Ok(())
    };
    let _ = timeout(TIME_TO_START, shown).await;
}
