//! Several processes and devices on one workspace at once.

use std::sync::mpsc;

use anyhow::{Result, ensure};
use touchline_core::kernel::{Act, Code};
use touchline_core::people;
use touchline_tests::store::{HERE, Store, start};

use crate::writer::{Said, Writer, acknowledged, touchpoints_of, whole};

#[test]
fn two_processes_and_the_app_write_at_once_and_all_of_it_is_there() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let one = Writer::start(&store, start(), 11, &["calls", "40"])?;
    let two = Writer::start(&store, start(), 12, &["calls", "40"])?;
    let mut mine = Vec::new();
    for at in 0..40 {
        let saved = db.write(Act::new("person_saved"), |tx| {
            let person = people::named(tx.fresh_id(), &format!("李{at}"));
            tx.put(&person)?;
            Ok(person.id)
        })?;
        mine.push(saved.value);
    }
    for writer in [one, two] {
        let said = writer.finish()?;
        ensure!(said.last() == Some(&Said::Finished), "{:?}", said.last());
        let people = acknowledged(&said);
        ensure!(
            people.len() == 40,
            "{} of 40 were acknowledged",
            people.len()
        );
        mine.extend(people);
    }
    touchpoints_of(&db, &mine)?;
    let lines: (i64, i64) = db.read(|read| {
        let sql = "SELECT count(*), count(DISTINCT seq) FROM changes";
        let found = read.first(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.unwrap_or_default())
    })?;
    assert_eq!(lines.0, lines.1, "a seq was given out twice");
    whole(&db)
}

#[test]
fn a_writer_that_waits_too_long_for_another_is_told_so_and_readers_never_wait() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let before = db.digest()?;
    let mut holding = Writer::start(&store, start(), 11, &["hold"])?;
    assert_eq!(holding.next()?, Some(Said::Begun));
    // Its transaction is open: reading goes on, writing waits its five seconds and gives up.
    assert_eq!(db.digest()?, before);
    let refused = db.write(Act::new("person_saved"), |tx| {
        let person = people::named(tx.fresh_id(), "李");
        tx.put(&person)
    });
    assert_eq!(refused.err().map(|error| error.code), Some(Code::Busy));
    assert_eq!(db.digest()?, before);
    let said = holding.finish()?;
    assert_eq!(said.last(), Some(&Said::Finished));
    whole(&db)
}

#[test]
fn reading_inside_a_long_write_sees_what_was_before_it() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let (ask, asked) = mpsc::channel();
    let (answer, answered) = mpsc::channel();
    let reading = db.clone();
    let reader = std::thread::spawn(move || {
        for () in asked {
            let count = reading
                .read(|read| read.value::<i64>("SELECT count(*) FROM people", []))
                .map_err(|error| error.code);
            let _ = answer.send(count);
        }
    });
    db.write(Act::new("person_saved"), |tx| {
        for at in 0..50 {
            let person = people::named(tx.fresh_id(), &format!("李{at}"));
            tx.put(&person)?;
            ask.send(()).expect("a reader");
            // The answer comes while this transaction is open.
            assert_eq!(answered.recv().expect("an answer"), Ok(0));
        }
        Ok(())
    })?;
    ask.send(())?;
    assert_eq!(answered.recv()?, Ok(50));
    drop(ask);
    reader.join().expect("the reader ends");
    Ok(())
}

#[test]
fn each_device_gets_an_identity_of_its_own_and_keeps_it() -> Result<()> {
    let store = Store::new()?;
    let here = store.create()?.device();
    let there = store.open("there", start())?.device();
    assert_ne!(here.id, there.id);
    assert_ne!(here.install, there.install);
    assert_eq!(store.open(HERE, start())?.device().id, here.id);
    assert_eq!(store.open("there", start())?.device().id, there.id);
    Ok(())
}

#[test]
fn undo_takes_back_what_was_done_here_and_leaves_what_another_device_did() -> Result<()> {
    let store = Store::new()?;
    let here = store.create()?;
    let there = store.open("there", start())?;
    let add = |db: &touchline_core::kernel::Db, name: &str| {
        db.write(Act::new("person_saved").on(name), |tx| {
            let person = people::named(tx.fresh_id(), name);
            tx.put(&person)
        })
    };
    add(&here, "here")?;
    add(&there, "there")?;
    assert_eq!(here.undo(None)?.subject.as_deref(), Some("here"));
    assert_eq!(
        here.undo(None).err().map(|error| error.code),
        Some(Code::UndoNothing)
    );
    assert_eq!(
        there.redo(None).err().map(|error| error.code),
        Some(Code::RedoNothing)
    );
    assert_eq!(here.redo(None)?.subject.as_deref(), Some("here"));
    Ok(())
}
