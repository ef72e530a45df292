//! What unit tests stand on: a workspace in a folder of its own, at one moment, whose ids repeat.

use std::path::Path;

use chrono::DateTime;
use tempfile::TempDir;

use crate::kernel::time::Zone;
use crate::kernel::{Clock, Db, Options};
use crate::setup;

/// Saturday 21 November 2026, 09:00 in Shanghai; seconds UTC.
pub const NINE: i64 = 1_795_222_800;

/// How a workspace under `root` is opened at a moment (seconds UTC).
pub fn options(root: &Path, at: i64) -> Options {
    Options {
        clock: Clock::Fixed(DateTime::from_timestamp(at, 0).expect("a moment")),
        seed: Some(1),
        config: root.join("config"),
    }
}

/// A workspace in Shanghai in which nothing was done yet. It goes with its folder.
pub fn workspace() -> (TempDir, Db) {
    made("en", false)
}

/// The sample in a language.
pub fn sample(lang: &str) -> (TempDir, Db) {
    made(lang, true)
}

fn made(lang: &str, with_sample: bool) -> (TempDir, Db) {
    let root = tempfile::tempdir().expect("a folder");
    let dir = root.path().join("workspace");
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = setup::create(&dir, zone, lang, with_sample, options(root.path(), NINE));
    (root, db.expect("a workspace"))
}
