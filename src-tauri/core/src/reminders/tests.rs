//! Which promises a device tells of, when, and that it does so once.

use tempfile::TempDir;

use super::*;
use crate::followups::{self, FollowupInput};
use crate::kernel::Options;
use crate::model;
use crate::testing::{self, NINE};

fn workspace() -> TempDir {
    testing::workspace().0
}

fn at(root: &TempDir, at: i64) -> Db {
    // Opened more than once: ids must not repeat.
    let options = Options {
        seed: None,
        ..testing::options(root.path(), at)
    };
    Db::open(model(), &root.path().join("workspace"), options).expect("opened")
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
fn two_programs_on_one_workspace_tell_of_a_promise_once() {
    let root = workspace();
    let (one, other) = (at(&root, NINE), at(&root, NINE));
    promise(&one, None, Some("08:30"));
    let seen = [&one, &other].map(|db| db.read(due).expect("read"));
    let told: Vec<usize> = [&one, &other]
        .into_iter()
        .zip(seen)
        .map(|(db, due)| mark(db, due).expect("marked").len())
        .collect();
    assert_eq!(told, [1, 0]);
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
