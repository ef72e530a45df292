//! Which promises a device tells of, when, and that it does so once.

use chrono::DateTime;
use tempfile::TempDir;

use super::*;
use crate::followups::{self, FollowupInput};
use crate::kernel::time::Zone;
use crate::kernel::{Clock, Options};
use crate::{model, setup};

/// 21 November 2026, 09:00 in Shanghai.
const NINE: i64 = 1_795_222_800;

fn options(root: &TempDir, at: i64) -> Options {
    Options {
        clock: Clock::Fixed(DateTime::from_timestamp(at, 0).expect("a moment")),
        seed: None,
        config: root.path().join("config"),
    }
}

fn workspace() -> TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let dir = root.path().join("workspace");
    setup::create(&dir, zone, "en", false, options(&root, NINE)).expect("a workspace");
    root
}

fn at(root: &TempDir, at: i64) -> Db {
    Db::open(model(), &root.path().join("workspace"), options(root, at)).expect("opened")
}

fn promise(db: &Db, id: Option<Id>, time: Option<&str>) -> Id {
    let input = FollowupInput {
        id,
        title: "Call about the trial".to_owned(),
        due_on: db.read(|read| Ok(read.today().to_string())).expect("a day"),
        due_time: time.map(str::to_owned),
        channel: None,
        person: None,
        deal: None,
    };
    followups::save(db, input).expect("saved").id
}

fn taken(db: &Db) -> usize {
    take(db).expect("taken").len()
}

#[test]
fn a_promise_is_told_of_once_when_its_time_has_come_also_after_a_restart() {
    let root = workspace();
    let db = at(&root, NINE);
    promise(&db, None, Some("09:30"));
    promise(&db, None, None);
    assert_eq!(taken(&db), 0, "not yet, and never without a time");
    drop(db);
    let later = at(&root, NINE + 3600);
    assert_eq!((taken(&later), taken(&later)), (1, 0));
    drop(later);
    assert_eq!(taken(&at(&root, NINE + 7200)), 0);
}

#[test]
fn another_time_is_told_of_anew_and_a_long_sleep_ends_it() {
    let root = workspace();
    let db = at(&root, NINE);
    let id = promise(&db, None, Some("08:30"));
    assert_eq!(taken(&db), 1);
    promise(&db, Some(id), Some("08:45"));
    assert_eq!(taken(&db), 1);
    promise(&db, Some(id), Some("08:50"));
    drop(db);
    assert_eq!(taken(&at(&root, NINE + 86_400)), 0);
}

#[test]
fn a_device_that_wants_none_is_told_of_none_and_what_is_done_neither() {
    let root = workspace();
    let db = at(&root, NINE);
    let id = promise(&db, None, Some("08:30"));
    set(&db, false).expect("set");
    assert_eq!(taken(&db), 0);
    set(&db, true).expect("set");
    followups::done(&db, id).expect("done");
    assert_eq!(taken(&db), 0);
}
