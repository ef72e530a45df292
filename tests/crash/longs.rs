//! Long actions that are interrupted, overtaken or built upon.

use anyhow::Result;
use chrono::TimeDelta;
use touchline_core::kernel::{Act, Code, Db, Id, Record};
use touchline_core::people::Person;
use touchline_tests::generate::Generator;
use touchline_tests::store::{HERE, Store, after, start};

use crate::writer::{running, whole};

/// One slice with one person.
fn slice(long: &mut touchline_core::kernel::db::Long<'_>, at: usize) -> Result<Id, Code> {
    let (person, _) = Generator::new(at as u64, start()).person(at);
    long.slice(|tx| {
        tx.put_new(&person)?;
        Ok(person.id())
    })
    .map_err(|error| error.code)
}

fn rename(db: &Db, id: Id) -> Result<()> {
    db.write(Act::new("person_saved").on("renamed"), |tx| {
        let mut person: Person = tx.get(id)?;
        person.name = "renamed".to_owned();
        tx.put(&person)
    })?;
    Ok(())
}

#[test]
fn a_dropped_long_action_stays_while_its_lease_runs_and_is_taken_back_after_it() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let before = db.digest()?.content;
    let mut long = db.long(Act::new("import"));
    slice(&mut long, 1).expect("a slice");
    slice(&mut long, 2).expect("a slice");
    drop(long);
    drop(db);
    let soon = store.open(HERE, after(TimeDelta::seconds(30)))?;
    assert_eq!(running(&soon)?, 1);
    drop(soon);
    let later = store.open("another device", after(TimeDelta::minutes(5)))?;
    assert_eq!(running(&later)?, 0);
    assert_eq!(later.digest()?.content, before);
    // What was taken back is no undo of anybody: redo does not bring half an import.
    assert_eq!(
        later.redo(None).err().map(|error| error.code),
        Some(Code::RedoNothing)
    );
    whole(&later)
}

#[test]
fn a_long_action_taken_for_dead_is_told_so_at_its_next_slice() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let before = db.digest()?.content;
    let mut long = db.long(Act::new("import"));
    slice(&mut long, 1).expect("a slice");
    // The laptop slept; meanwhile the command line opened the workspace.
    let other = store.open(HERE, after(TimeDelta::minutes(5)))?;
    assert_eq!(other.digest()?.content, before);
    assert_eq!(slice(&mut long, 2), Err(Code::Cancelled));
    assert_eq!(
        long.finish().err().map(|error| error.code),
        Some(Code::Cancelled)
    );
    assert_eq!(db.digest()?.content, before);
    whole(&db)
}

#[test]
fn a_slice_that_changes_nothing_keeps_the_action_alive() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let mut long = db.long(Act::new("import"));
    let first = slice(&mut long, 1).expect("a slice");
    drop(db.clone());
    // Three quarters of a minute later, by this process's clock, a slice of unchanged rows.
    let late = store.open(HERE, after(TimeDelta::seconds(45)))?;
    drop(late);
    long.slice(|tx| tx.get::<Person>(first).map(drop))?;
    let leases: i64 = db.read(|read| read.value("SELECT count(*) FROM leases", []))?;
    assert_eq!(leases, 1);
    long.finish()?;
    let leases: i64 = db.read(|read| read.value("SELECT count(*) FROM leases", []))?;
    assert_eq!(leases, 0, "a finished action holds no lease");
    Ok(())
}

#[test]
fn half_an_import_that_somebody_built_on_stays_and_the_workspace_still_opens() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let mut long = db.long(Act::new("import"));
    let id = slice(&mut long, 1).expect("a slice");
    drop(long);
    rename(&db, id)?;
    drop(db);
    let later = store.open(HERE, after(TimeDelta::minutes(5)))?;
    assert_eq!(running(&later)?, 0);
    let person: Person = later.read(|read| read.get(id))?;
    assert_eq!(person.name, "renamed");
    // It is an ordinary action now: what stands on it is undone first, then it is.
    later.undo(None)?;
    later.undo(None)?;
    assert!(later.read(|read| read.get::<Person>(id)).is_err());
    whole(&later)
}

#[test]
fn cancelling_what_somebody_built_on_is_refused_and_says_so() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let mut long = db.long(Act::new("import"));
    let id = slice(&mut long, 1).expect("a slice");
    rename(&db, id)?;
    let refused = long.cancel().expect_err("a refusal");
    assert_eq!(refused.code, Code::UndoBlocked);
    assert_eq!(refused.params["first"], "renamed");
    assert_eq!(running(&db)?, 0);
    Ok(())
}

#[test]
fn a_running_action_is_not_undone_from_under_its_writer() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let mut long = db.long(Act::new("import"));
    slice(&mut long, 1).expect("a slice");
    let id: Id =
        db.read(|read| read.value("SELECT id FROM actions WHERE state = 'running'", []))?;
    for action in [None, Some(id)] {
        let refused = db.undo(action).err().map(|error| error.code);
        assert_eq!(refused, Some(Code::UndoNothing));
    }
    slice(&mut long, 2).expect("a slice");
    let (action, changes) = long.finish()?;
    assert_eq!((action, changes), (Some(id), 2));
    db.undo(None)?;
    let people: i64 =
        db.read(|read| read.value("SELECT count(*) FROM people WHERE deleted_at IS NULL", []))?;
    assert_eq!(people, 0);
    Ok(())
}

#[test]
fn two_openings_at_once_take_a_dead_action_back_once() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let before = db.digest()?.content;
    let mut long = db.long(Act::new("import"));
    slice(&mut long, 1).expect("a slice");
    drop(long);
    drop(db);
    let openings: Vec<_> = std::thread::scope(|threads| {
        let open = |device: &'static str| {
            let store = &store;
            threads.spawn(move || store.open(device, after(TimeDelta::minutes(5))))
        };
        let all = [open("one"), open("two"), open("three")];
        all.into_iter().map(|thread| thread.join()).collect()
    });
    for opened in openings {
        let db = opened.expect("no panic")?;
        assert_eq!(db.digest()?.content, before);
    }
    Ok(())
}
