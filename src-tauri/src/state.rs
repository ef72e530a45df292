//! The open workspace. `read` and `write` hop to a blocking thread: core is synchronous, the window
//! must not wait.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono_tz::Tz;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Clock, Code, Db, Error, Options, Read, Result};
use touchline_core::{model, places, setup};

use crate::args::Args;
use crate::error::{IpcError, IpcResult};

/// What all commands share.
pub struct AppState {
    /// The workspace, or why there is none: the window opens all the same and says so.
    opened: Mutex<IpcResult<Db>>,
    clock: Clock,
    zone: Option<String>,
    /// Set to stop a running import.
    pub cancel: Arc<AtomicBool>,
}

impl AppState {
    /// Opens the workspace that was asked for; makes the sample when nothing is there yet.
    pub fn start(args: &Args) -> Self {
        let clock = args.now.map_or(Clock::System, Clock::Fixed);
        let opened = open(args, clock).map_err(IpcError::from);
        AppState {
            opened: Mutex::new(opened),
            clock,
            zone: args.zone.clone(),
            cancel: Arc::default(),
        }
    }

    /// The open workspace.
    pub fn db(&self) -> IpcResult<Db> {
        match &*self.opened.lock().unwrap_or_else(PoisonError::into_inner) {
            Ok(db) => Ok(db.clone()),
            Err(error) => Err(error.clone()),
        }
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

    /// Leaves this workspace for the sample in a language.
    pub fn open_sample(&self, lang: &str) -> IpcResult<()> {
        let dir = places::sample_in(lang);
        let db = open_or_make(&dir, true, lang, self.zone.as_deref(), self.clock)?;
        *self.opened.lock().unwrap_or_else(PoisonError::into_inner) = Ok(db);
        self.cancel.store(false, Ordering::Relaxed);
        Ok(())
    }
}

fn open(args: &Args, clock: Clock) -> Result<Db> {
    let lang = args.lang.clone().unwrap_or_else(places::lang);
    let zone = args.zone.as_deref();
    match &args.workspace {
        Some(dir) => open_or_make(dir, args.sample, &lang, zone, clock),
        None if !args.sample && exists(&places::workspace()) => {
            Db::open(model(), &places::workspace(), options(clock))
        }
        None => open_or_make(&places::sample_in(&lang), true, &lang, zone, clock),
    }
}

fn exists(dir: &Path) -> bool {
    touchline_core::kernel::place::file(dir).exists()
}

fn options(clock: Clock) -> Options {
    Options {
        clock,
        seed: None,
        config: places::config(),
    }
}

fn open_or_make(
    dir: &Path,
    sample: bool,
    lang: &str,
    zone: Option<&str>,
    clock: Clock,
) -> Result<Db> {
    if exists(dir) {
        return Db::open(model(), dir, options(clock));
    }
    if !sample {
        return Err(Error::new(Code::WorkspaceAbsent).with("path", dir.display()));
    }
    let zone: Tz = match zone {
        Some(name) => name
            .parse()
            .map_err(|_| Error::invalid("zone").because(name))?,
        None => places::zone(),
    };
    setup::create(dir, Zone(zone), lang, true, options(clock))
}
