//! A workspace opened inside the test's own process: by as many devices, and at whatever moments, a test needs.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{self, Clock, Db, Options};
use touchline_core::model;

/// 2026-11-21 09:00 in Shanghai, where the tests' workspaces stand.
pub fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_222_800, 0).unwrap_or_default()
}

/// The start of the story, this much later (or earlier).
pub fn after(delta: TimeDelta) -> DateTime<Utc> {
    start() + delta
}

/// The device that most tests work on.
pub const HERE: &str = "here";

/// A folder with a workspace and one config folder a device; removed with this value.
#[derive(Debug)]
pub struct Store {
    root: TempDir,
}

/// Counts openings in this process: each draws identities of its own.
static OPENINGS: AtomicU64 = AtomicU64::new(1);

impl Store {
    pub fn new() -> Result<Self> {
        let root = tempfile::Builder::new().prefix("touchline-").tempdir()?;
        Ok(Store { root })
    }

    /// The workspace folder.
    pub fn dir(&self) -> PathBuf {
        self.root.path().join("workspace")
    }

    /// The database file.
    pub fn file(&self) -> PathBuf {
        kernel::place::file(&self.dir())
    }

    /// A path beside the workspace.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// How `device` opens it at `now`.
    pub fn options(&self, device: &str, now: DateTime<Utc>) -> Options {
        Options {
            clock: Clock::Fixed(now),
            seed: Some(OPENINGS.fetch_add(1, Ordering::Relaxed)),
            config: self.beside(device),
        }
    }

    /// Makes the workspace at the start of the story.
    pub fn create(&self) -> kernel::Result<Db> {
        self.create_on(HERE)
    }

    /// Makes it on this device.
    pub fn create_on(&self, device: &str) -> kernel::Result<Db> {
        let zone = Zone(chrono_tz::Asia::Shanghai);
        Db::create(model(), &self.dir(), zone, self.options(device, start()))
    }

    /// Opens it.
    pub fn open(&self, device: &str, now: DateTime<Utc>) -> kernel::Result<Db> {
        Db::open(model(), &self.dir(), self.options(device, now))
    }
}
