//! The open workspace, or none yet. `read` and `write` hop to a blocking thread: core is synchronous,
//! the window must not wait.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono_tz::Tz;
use touchline_core::kernel::act::Origin;
use touchline_core::kernel::settings;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Clock, Code, Db, Error, Options, Read, Result};
use touchline_core::places;
use touchline_core::places::recent::{self, Recent};
use touchline_core::setup::{self, Beginning};

use crate::args::Args;
use crate::error::{IpcError, IpcResult};

/// What all commands share.
pub struct AppState {
    /// The workspace, or why there is none: the window opens all the same and says so, or, where there
    /// is none yet, asks what it takes to make one.
    opened: Mutex<IpcResult<Db>>,
    clock: Clock,
    /// The language asked for on the command line.
    lang: Option<String>,
    /// The time zone asked for on the command line.
    zone: Option<String>,
    /// Where one's own workspace stands, or will stand.
    home: PathBuf,
    /// Set to stop a running import.
    pub cancel: Arc<AtomicBool>,
    /// Set to stop a running change of many rows.
    pub cancel_change: Arc<AtomicBool>,
}

impl AppState {
    /// Opens the workspace that was asked for; makes the sample when nothing is there yet.
    pub fn start(args: &Args) -> Self {
        let clock = args.now.map_or(Clock::System, Clock::Fixed);
        let home = match &args.workspace {
            Some(dir) if !args.sample => dir.clone(),
            _ => places::workspace(),
        };
        let state = AppState {
            opened: Mutex::new(Err(absent(&home).into())),
            clock,
            lang: args.lang.clone(),
            zone: args.zone.clone(),
            home,
            cancel: Arc::default(),
            cancel_change: Arc::default(),
        };
        state.turn_to(state.asked_for(args));
        state
    }

    fn asked_for(&self, args: &Args) -> Result<Db> {
        match &args.workspace {
            Some(dir) if args.sample => self.open_or_make_sample(dir, &self.lang()),
            None if args.sample => {
                let lang = self.lang();
                self.open_or_make_sample(&places::sample_in(&lang), &lang)
            }
            _ => setup::open(&self.home, self.options()),
        }
    }

    /// The language asked for, else this device's.
    pub fn lang(&self) -> String {
        self.lang.clone().unwrap_or_else(places::lang)
    }

    /// The time zone asked for, else this device's.
    pub fn zone(&self) -> Result<Tz> {
        match &self.zone {
            Some(name) => name
                .parse()
                .map_err(|_| Error::invalid("zone").because(name)),
            None => Ok(places::zone()),
        }
    }

    /// This moment, milliseconds UTC.
    pub fn now(&self) -> i64 {
        self.clock.now_ms()
    }

    /// Where one's own workspace stands, or will stand.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The open workspace.
    pub fn db(&self) -> IpcResult<Db> {
        match &*self.opened.lock().unwrap_or_else(PoisonError::into_inner) {
            Ok(db) => Ok(db.clone()),
            Err(error) => Err(error.clone()),
        }
    }

    /// Where the open workspace stands, remembered under the name that it has now.
    pub fn noted(&self) -> Option<PathBuf> {
        let db = self.db().ok()?;
        // Only helps to find it again.
        let _ = note(&db);
        std::path::absolute(db.dir()).ok()
    }

    /// Reads on one snapshot.
    pub async fn read<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Read<'_>) -> Result<T> + Send + 'static,
    ) -> IpcResult<T> {
        self.with(move |db| db.read(look)).await
    }

    /// Runs a use-case.
    pub async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Db) -> Result<T> + Send + 'static,
    ) -> IpcResult<T> {
        let db = self.db()?;
        let done = tokio::task::spawn_blocking(move || work(&db)).await;
        done.map_err(Error::internal)?.map_err(IpcError::from)
    }

    /// Makes one's own workspace from the answers of the first run, and turns to it.
    pub fn begin(&self, dir: &Path, from: &Beginning) -> IpcResult<()> {
        let db = setup::begin(dir, from, self.options())?;
        self.turn_to(Ok(db));
        Ok(())
    }

    /// Turns to another workspace. One that is not there yet is asked about; any other refusal leaves
    /// the present one open.
    pub fn open(&self, dir: &Path) -> IpcResult<()> {
        match setup::open(dir, self.options()) {
            Err(error) if error.code != Code::WorkspaceAbsent => return Err(error.into()),
            other => self.turn_to(other),
        }
        Ok(())
    }

    /// Opens the present workspace anew.
    pub fn reopen(&self) -> IpcResult<()> {
        let dir = self.db()?.dir().to_owned();
        self.open(&dir)
    }

    /// Turns to the sample in a language.
    pub fn open_sample(&self, lang: &str) -> IpcResult<()> {
        let db = self.open_or_make_sample(&places::sample_in(lang), lang)?;
        self.turn_to(Ok(db));
        Ok(())
    }

    fn turn_to(&self, opened: Result<Db>) {
        if let Ok(db) = &opened {
            // Only helps to find it again.
            let _ = note(db);
        }
        *self.opened.lock().unwrap_or_else(PoisonError::into_inner) = opened
            .map(|db| db.through(Origin::Window))
            .map_err(IpcError::from);
        self.cancel.store(false, Ordering::Relaxed);
    }

    fn open_or_make_sample(&self, dir: &Path, lang: &str) -> Result<Db> {
        if touchline_core::kernel::place::file(dir).exists() {
            return setup::open(dir, self.options());
        }
        setup::create(dir, Zone(self.zone()?), lang, true, self.options())
    }

    fn options(&self) -> Options {
        Options {
            clock: self.clock,
            seed: None,
            config: places::config(),
        }
    }
}

fn absent(dir: &Path) -> Error {
    Error::new(Code::WorkspaceAbsent).with("path", dir.display())
}

fn note(db: &Db) -> Result<()> {
    let (name, sample) = db.read(|read| {
        Ok((
            settings::get(read, settings::NAME)?,
            settings::get(read, settings::SAMPLE)?.is_some(),
        ))
    })?;
    recent::note(Recent {
        path: std::path::absolute(db.dir())?,
        name: name.unwrap_or_default(),
        sample,
    })
}
