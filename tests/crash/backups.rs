//! Backup while others write, restore, and what is refused.

use std::fs;

use anyhow::{Result, ensure};
use chrono::TimeDelta;
use touchline_core::kernel::{Act, Code, Db, Id};
use touchline_core::people;
use touchline_tests::generate::Generator;
use touchline_tests::store::{HERE, Store, after, start};

use crate::writer::{Said, Writer, running, touchpoints_of, whole};

fn add(db: &Db, name: &str) -> Result<Id> {
    let written = db.write(Act::new("person_saved").on(name), |tx| {
        let person = people::named(tx.fresh_id(), name);
        tx.put(&person)?;
        Ok(person.id)
    })?;
    Ok(written.value)
}

/// Everything that stands in the workspace folder, apart from SQLite's own companions.
fn files(store: &Store) -> Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(store.dir())?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    names.retain(|name| !name.ends_with("-wal") && !name.ends_with("-shm"));
    names.sort();
    Ok(names)
}

#[test]
fn a_backup_made_while_another_process_writes_is_whole_and_holds_what_was_promised_before()
-> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let mut writer = Writer::start(&store, start(), 11, &["calls"])?;
    let mut promised = Vec::new();
    for at in 0..4 {
        while promised.len() < (at + 1) * 4 {
            if let Some(Said::Done(id)) = writer.next()? {
                promised.push(id);
            }
        }
        let elsewhere = Store::new()?;
        fs::create_dir_all(elsewhere.dir())?;
        let backup = elsewhere.beside("copy.db");
        db.backup(&backup)?;
        fs::rename(&backup, elsewhere.file())?;
        let copy = elsewhere.open(HERE, start())?;
        for count in touchpoints_of(&copy, &promised)? {
            ensure!(count == 0 || count == 30, "{count} touchpoints of 30");
        }
        whole(&copy)?;
    }
    writer.kill()?;
    Ok(())
}

#[test]
fn a_restored_backup_has_the_content_it_was_made_of_and_the_present_one_is_kept() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    add(&db, "before")?;
    let backup = store.beside("copy.db");
    db.backup(&backup)?;
    let then = db.digest()?;
    add(&db, "after")?;
    let now = db.digest()?;

    let kept = db.restore(&backup)?;
    assert_eq!(db.digest()?, then);
    assert_eq!(store.open(HERE, start())?.digest()?, then);
    whole(&db)?;
    db.restore(&kept)?;
    assert_eq!(db.digest()?, now);
    Ok(())
}

#[test]
fn after_a_restore_no_stamp_and_no_seq_is_given_out_again() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let backup = store.beside("copy.db");
    db.backup(&backup)?;
    add(&db, "lost by restoring")?;
    let last = |db: &Db| {
        db.read(|read| {
            let found = read.first("SELECT max(stamp), max(seq) FROM changes", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
            })?;
            Ok(found.unwrap_or_default())
        })
    };
    let given = last(&db)?;
    db.restore(&backup)?;
    add(&db, "new")?;
    let first = last(&db)?;
    assert!(
        first.0 > given.0 && first.1 > given.1,
        "{first:?} after {given:?}"
    );
    Ok(())
}

#[test]
fn a_backup_of_another_workspace_brings_its_identity_and_our_changes_stay_our_own() -> Result<()> {
    let theirs = Store::new()?;
    let other = theirs.create()?;
    // Device number 1 of that file is somebody else.
    add(&other, "theirs")?;
    let backup = theirs.beside("copy.db");
    other.backup(&backup)?;

    let store = Store::new()?;
    let db = store.create_on("ours")?;
    db.restore(&backup)?;
    assert_eq!(db.workspace(), other.workspace());
    let id = add(&db, "ours")?;
    let device: Id = db.read(|read| {
        read.value(
            "SELECT d.id FROM people p JOIN devices d ON d.n = p.device WHERE p.id = ?1",
            [id],
        )
    })?;
    assert_eq!(device, db.device().id);
    assert_ne!(device, other.device().id);
    assert_eq!(store.open("ours", start())?.device().id, device);
    whole(&db)
}

#[test]
fn garbage_is_not_restored_and_nothing_is_touched() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    add(&db, "kept")?;
    let before = (db.digest()?, files(&store)?);
    let sound = {
        let backup = store.beside("sound.db");
        db.backup(&backup)?;
        fs::read(backup)?
    };
    let mut flipped = sound.clone();
    let page = flipped.len() / 2 / 4096 * 4096;
    for byte in &mut flipped[page..page + 4096] {
        *byte ^= 0xA5;
    }
    for (bytes, code) in [
        (b"hello".to_vec(), Code::WorkspaceUnknown),
        (vec![7; 50_000], Code::WorkspaceUnknown),
        (Vec::new(), Code::WorkspaceUnknown),
        (sound[..sound.len() / 2].to_vec(), Code::WorkspaceBroken),
        (flipped, Code::WorkspaceBroken),
    ] {
        let garbage = store.beside("garbage.db");
        fs::write(&garbage, bytes)?;
        let refused = db.restore(&garbage).expect_err("a refusal");
        assert_eq!(refused.code, code, "{refused}");
        assert_eq!(refused.params["path"], garbage.display().to_string());
        assert_eq!((db.digest()?, files(&store)?), before);
    }
    let nowhere = db.restore(&store.beside("nowhere.db")).err();
    assert_eq!(nowhere.map(|error| error.code), Some(Code::WorkspaceAbsent));
    whole(&db)
}

#[test]
fn a_backup_never_takes_the_place_of_a_workspace() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    add(&db, "kept")?;
    let other = Store::new()?;
    let theirs = other.create()?.digest()?;
    for file in [store.file(), other.file()] {
        let refused = db.backup(&file).expect_err("a refusal");
        assert_eq!(refused.code, Code::WorkspaceExists);
    }
    assert_eq!(other.open(HERE, start())?.digest()?, theirs);
    whole(&db)
}

#[test]
fn a_backup_that_fails_leaves_the_good_one_and_no_litter() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let folder = store.beside("folder");
    fs::create_dir_all(folder.join("copy.db"))?; // a folder stands where the file should
    assert!(db.backup(&folder.join("copy.db")).is_err());
    let left = fs::read_dir(&folder)?.count();
    assert_eq!(left, 1, "litter beside the target");
    Ok(())
}

#[test]
fn an_import_that_was_running_when_the_backup_was_made_is_taken_back_after_restoring() -> Result<()>
{
    let store = Store::new()?;
    let db = store.create()?;
    let before = db.digest()?.content;
    let mut generator = Generator::new(3, start());
    let mut long = db.long(Act::new("import"));
    long.slice(|tx| tx.put_new(&generator.person(1).0).map(drop))?;
    let backup = store.beside("copy.db");
    db.backup(&backup)?;
    long.finish()?;
    drop(db);

    let later = store.open(HERE, after(TimeDelta::minutes(5)))?;
    later.restore(&backup)?;
    assert_eq!(running(&later)?, 0);
    assert_eq!(later.digest()?.content, before);
    Ok(())
}
