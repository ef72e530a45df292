//! Disks that are full, end early or cannot be written: a coded refusal, nothing saved is lost, and the same write
//! succeeds once there is room.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use chrono::TimeDelta;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Act, Clock, Code, Db, Error, Id, Options};
use touchline_core::model;
use touchline_core::people;
use touchline_tests::generate::Generator;
use touchline_tests::store::{HERE, Store, after, start};

use crate::writer::{Said, Writer, acknowledged, touchpoints_of, whole};

/// Pages of a file without a cap, as far as these tests go.
const ROOM: i64 = 1_000_000;

/// Writes people until it is refused; those who were acknowledged, and the refusal.
fn until_refused(db: &Db) -> Result<(Vec<Id>, Error)> {
    let mut people = Vec::new();
    for at in 0..100_000 {
        match one(db, at) {
            Ok(id) => people.push(id),
            Err(refusal) => return Ok((people, refusal)),
        }
    }
    anyhow::bail!("the disk never filled")
}

fn one(db: &Db, at: usize) -> touchline_core::kernel::Result<Id> {
    let written = db.write(Act::new("person_saved"), |tx| {
        let mut person = people::named(tx.fresh_id(), &format!("王{at}"));
        person.note = Some("长".repeat(700));
        tx.put(&person)?;
        Ok(person.id)
    })?;
    Ok(written.value)
}

/// Fails unless these people, and nobody else, are there.
fn exactly(db: &Db, people: &[Id]) -> Result<()> {
    touchpoints_of(db, people)?;
    let stored: i64 = db.read(|read| read.value("SELECT count(*) FROM people", []))?;
    ensure!(
        stored == i64::try_from(people.len())?,
        "{stored} people, {} acknowledged",
        people.len()
    );
    Ok(())
}

#[test]
fn a_full_disk_refuses_the_write_and_keeps_what_was_saved() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    db.leave_pages(60)?;
    let (mut people, refusal) = until_refused(&db)?;
    assert_eq!(refusal.code, Code::DiskFull);
    exactly(&db, &people)?;
    let before = db.digest()?;

    // Reads go on, and a second try is refused the same way without leaving anything.
    assert_eq!(one(&db, 0).unwrap_err().code, Code::DiskFull);
    assert_eq!(db.digest()?, before);

    db.leave_pages(ROOM)?;
    people.push(one(&db, 0)?);
    exactly(&db, &people)?;
    whole(&db)
}

#[test]
fn a_workspace_opens_on_a_full_disk_and_an_import_it_stopped_is_taken_back_later() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    let before = db.digest()?.content;
    let mut generator = Generator::new(3, start());
    let mut long = db.long(Act::new("import"));
    db.leave_pages(300)?;
    let refusal = (0..10_000)
        .find_map(|at| {
            long.slice(|tx| {
                for row in 0..20 {
                    tx.put_new(&generator.person(at * 20 + row).0)?;
                }
                Ok(())
            })
            .err()
        })
        .expect("the disk fills");
    assert_eq!(refusal.code, Code::DiskFull);
    assert!(
        db.digest()?.content != before,
        "slices before it were written"
    );
    // Taking back is writing too: on the full disk it is refused, and nothing of it is left half done.
    assert_eq!(long.cancel().unwrap_err().code, Code::DiskFull);
    drop(db);

    let db = store.open(HERE, after(TimeDelta::minutes(5)))?;
    assert_eq!(db.digest()?.content, before);
    whole(&db)
}

#[test]
fn a_caller_that_goes_on_after_a_full_disk_writes_nothing_outside_its_transaction() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    db.leave_pages(60)?;
    let before = db.digest()?;
    let mut generator = Generator::new(3, start());
    let result = db.write(Act::new("careless"), |tx| {
        let mut refused = 0;
        for at in 0..20_000 {
            refused += usize::from(tx.put_new(&generator.person(at).0).is_err());
            if refused > 3 {
                break;
            }
        }
        Ok(refused)
    });
    db.leave_pages(ROOM)?;
    assert_eq!(
        result.err().map(|error| error.code),
        Some(Code::DiskFull),
        "what was swallowed is told at the end"
    );
    assert_eq!(db.digest()?, before);
    whole(&db)
}

#[test]
fn a_file_that_may_not_grow_gives_a_code_and_loses_nothing() -> Result<()> {
    for kilobytes in [600, 1000, 1500] {
        let store = Store::new()?;
        drop(store.create()?);
        let said = Writer::start_capped(&store, start(), kilobytes, &["calls"])?.finish()?;
        let Some(Said::Refused(code)) = said.last() else {
            anyhow::bail!("{kilobytes} kB: the writer ended with {:?}", said.last());
        };
        ensure!(
            ["disk_failed", "disk_full"].contains(&code.as_str()),
            "{kilobytes} kB: refused with {code}"
        );
        let people = acknowledged(&said);
        ensure!(
            !people.is_empty(),
            "{kilobytes} kB: nothing was ever written"
        );
        let db = store.open(HERE, start())?;
        exactly(&db, &people)?;
        whole(&db)?;
    }
    Ok(())
}

/// A small file system of its own; `None` where this user may not mount one.
struct Disk(PathBuf);

impl Disk {
    fn mount(folder: &Path, size: &str) -> Option<Disk> {
        std::fs::create_dir_all(folder).ok()?;
        let options = format!("size={size}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "tmpfs"])
            .arg(folder)
            .output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Disk(folder.to_owned()));
        }
        #[expect(clippy::print_stderr, reason = "a test that did less must say so")]
        {
            eprintln!("NOT TESTED on a real file system: this user may not mount a tmpfs");
        }
        None
    }

    fn make_read_only(&self) -> bool {
        let done = Command::new("mount")
            .args(["-o", "remount,ro"])
            .arg(&self.0)
            .status();
        done.is_ok_and(|status| status.success())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

fn options(store: &Store) -> Options {
    Options {
        clock: Clock::Fixed(start()),
        ..store.options(HERE, start())
    }
}

#[test]
fn a_small_file_system_that_fills_up_loses_nothing_and_goes_on_once_there_is_room() -> Result<()> {
    let store = Store::new()?;
    let Some(disk) = Disk::mount(&store.beside("disk"), "4m") else {
        return Ok(());
    };
    let dir = disk.0.join("workspace");
    let filler = disk.0.join("filler");
    std::fs::write(&filler, vec![0; 1_500_000])?;
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir, zone, options(&store))?;
    let (mut people, refusal) = until_refused(&db)?;
    ensure!(
        [Code::DiskFull, Code::DiskFailed].contains(&refusal.code),
        "{refusal}"
    );
    exactly(&db, &people)?;

    // The same after starting again on the full disk.
    drop(db);
    let db = Db::open(model(), &dir, options(&store))?;
    exactly(&db, &people)?;

    std::fs::remove_file(&filler)?;
    people.push(one(&db, 0)?);
    exactly(&db, &people)?;
    whole(&db)
}

#[test]
fn a_workspace_on_a_read_only_file_system_is_read_and_its_writes_are_refused() -> Result<()> {
    let store = Store::new()?;
    let Some(disk) = Disk::mount(&store.beside("disk"), "8m") else {
        return Ok(());
    };
    let dir = disk.0.join("workspace");
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let digest = Db::create(model(), &dir, zone, options(&store))?.digest()?;
    ensure!(disk.make_read_only(), "remounting");
    let db = Db::open(model(), &dir, options(&store))?;
    assert_eq!(db.digest()?, digest);
    let refused = one(&db, 0).expect_err("a refusal");
    assert_eq!(refused.code, Code::WorkspaceReadOnly);
    assert_eq!(refused.params["path"], dir.display().to_string());
    Ok(())
}
