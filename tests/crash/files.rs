//! Files that are broken, not ours, newer, older or not to be written.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Result, ensure};
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Act, Code, Db, Model};
use touchline_core::{lists, model, people};
use touchline_tests::generate::{self, Generator};
use touchline_tests::store::{HERE, Store, start};

/// Why the workspace does not open.
fn refusal(store: &Store) -> Option<Code> {
    store.open(HERE, start()).err().map(|error| {
        assert_eq!(error.params["path"], store.dir().display().to_string());
        error.code
    })
}

/// Fails unless opening is refused with this code and changes no byte.
fn refused_untouched(store: &Store, code: Code) -> Result<()> {
    let before = fs::read(store.file())?;
    assert_eq!(refusal(store), Some(code));
    assert!(
        fs::read(store.file())? == before,
        "{code:?}: the file was changed"
    );
    Ok(())
}

#[test]
fn a_folder_without_a_workspace_is_absent_and_one_with_it_is_not_made_again() -> Result<()> {
    let store = Store::new()?;
    assert_eq!(refusal(&store), Some(Code::WorkspaceAbsent));
    assert!(!store.dir().exists(), "looking makes nothing");
    let digest = store.create()?.digest()?;
    let again = store.create().err().expect("a refusal");
    assert_eq!(again.code, Code::WorkspaceExists);
    assert_eq!(store.open(HERE, start())?.digest()?, digest);
    Ok(())
}

#[test]
fn what_is_not_ours_is_refused_untouched() -> Result<()> {
    let store = Store::new()?;
    fs::create_dir_all(store.dir())?;
    for bytes in [
        Vec::new(),
        b"touchline".to_vec(),
        "这不是数据库".repeat(1000).into_bytes(),
        (0..=255).cycle().take(100_000).collect(),
    ] {
        fs::write(store.file(), bytes)?;
        refused_untouched(&store, Code::WorkspaceUnknown)?;
    }
    // Another program's database.
    fs::remove_file(store.file())?;
    other_program(&store.file(), "CREATE TABLE theirs (x)")?;
    refused_untouched(&store, Code::WorkspaceUnknown)
}

#[expect(clippy::disallowed_methods, reason = "plays another program")]
fn other_program(file: &Path, sql: &str) -> Result<()> {
    let conn = rusqlite::Connection::open(file)?;
    conn.execute_batch(sql)?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(())
}

#[test]
fn a_newer_workspace_is_refused_untouched() -> Result<()> {
    let store = Store::new()?;
    drop(store.create()?);
    other_program(&store.file(), "PRAGMA user_version = 999")?;
    refused_untouched(&store, Code::WorkspaceNewer)?;
    assert!(
        !store.dir().join("backups").exists(),
        "nothing was backed up"
    );
    Ok(())
}

#[test]
fn a_creation_that_died_half_way_leaves_a_folder_that_can_be_used() -> Result<()> {
    let store = Store::new()?;
    fs::create_dir_all(store.dir())?;
    for left in ["touchline.db.new", "touchline.db.new-wal"] {
        fs::write(store.dir().join(left), "half")?;
    }
    assert_eq!(refusal(&store), Some(Code::WorkspaceAbsent));
    let db = store.create()?;
    crate::writer::whole(&db)?;
    let files: Vec<_> = fs::read_dir(store.dir())?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    assert!(
        files.iter().all(|name| !name.contains("new")),
        "left behind: {files:?}"
    );
    Ok(())
}

/// Opens, reads, checks and writes; the codes of whatever is refused.
fn used(store: &Store) -> (Vec<Code>, bool) {
    let db = match store.open(HERE, start()) {
        Ok(db) => db,
        Err(error) => return (vec![error.code], true),
    };
    let check = db.check();
    let found = !matches!(&check, Ok(check) if check.integrity == "ok");
    let results = [
        check.map(drop),
        db.digest().map(drop),
        db.read(|read| lists::people::list(read, &page())).map(drop),
        db.write(Act::new("person_saved"), |tx| {
            let person = people::named(tx.fresh_id(), "张");
            tx.put(&person).map(drop)
        })
        .map(drop),
        db.undo(None).map(drop),
    ];
    let codes = results
        .into_iter()
        .filter_map(Result::err)
        .map(|error| error.code)
        .collect();
    (codes, found)
}

fn page() -> touchline_core::kernel::list::PageInput {
    touchline_core::kernel::list::PageInput::first("name", false, 100)
}

#[test]
fn a_broken_file_is_called_broken_and_never_panics() -> Result<()> {
    let store = Store::new()?;
    let db = store.create()?;
    generate::people(&db, &mut Generator::new(5, start()), 300)?;
    drop(db);
    let sound = fs::read(store.file())?;
    for part in 1..24 {
        // A few bytes in the middle of whatever stands there: text may have changed unnoticed.
        let mut bytes = sound.clone();
        flip(&mut bytes, sound.len() * part / 24, 300);
        damaged(&store, &bytes)?;
        // A whole page is noticed.
        let mut bytes = sound.clone();
        flip(&mut bytes, sound.len() * part / 24 / PAGE * PAGE, PAGE);
        ensure!(damaged(&store, &bytes)?, "page {part} of 24: not noticed");
        ensure!(
            damaged(&store, &sound[..sound.len() * part / 24])?,
            "cut off at {part} of 24: not noticed"
        );
    }
    Ok(())
}

const PAGE: usize = 4096;

fn flip(bytes: &mut [u8], from: usize, count: usize) {
    for byte in &mut bytes[from..from + count] {
        *byte ^= 0xA5;
    }
}

/// True when the damage was noticed.
fn damaged(store: &Store, bytes: &[u8]) -> Result<bool> {
    for beside in ["touchline.db-wal", "touchline.db-shm"] {
        let _ = fs::remove_file(store.dir().join(beside));
    }
    fs::write(store.file(), bytes)?;
    let Ok((codes, noticed)) = catch_unwind(AssertUnwindSafe(|| used(store))) else {
        anyhow::bail!("a panic over damaged bytes");
    };
    for code in codes {
        let expected = [
            Code::WorkspaceBroken,
            Code::WorkspaceUnknown,
            Code::DiskFailed,
            Code::UndoBlocked,
            Code::UndoNothing,
        ];
        ensure!(expected.contains(&code), "damaged, and called {code:?}");
    }
    Ok(noticed)
}

#[test]
fn a_read_only_file_is_read_and_its_writes_are_refused() -> Result<()> {
    let store = Store::new()?;
    let digest = store.create()?.digest()?;
    let mut permissions = fs::metadata(store.file())?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(store.file(), permissions)?;
    for device in [HERE, "never seen before"] {
        let db = store.open(device, start())?;
        assert_eq!(db.digest()?, digest);
        let written = db.write(Act::new("person_saved"), |tx| {
            let person = people::named(tx.fresh_id(), "张");
            tx.put(&person)
        });
        let refused = written.expect_err("a refusal");
        assert_eq!(refused.code, Code::WorkspaceReadOnly);
        assert_eq!(refused.params["path"], store.dir().display().to_string());
    }
    Ok(())
}

/// The oldest file today's kernel can still write by itself: its own tables last changed in 11-origins.
const OLDEST: usize = 11;

/// The product as it was after so many migrations, without nouns of later ones.
fn older(migrations: usize) -> &'static Model {
    let now = model();
    Box::leak(Box::new(Model {
        nouns: &now.nouns[..1],
        projections: &[],
        indexes: &[],
        migrations: &now.migrations[..migrations],
    }))
}

fn made_by(store: &Store, model: &'static Model) -> Result<Db> {
    let zone = Zone(chrono_tz::Asia::Shanghai);
    Ok(Db::create(
        model,
        &store.dir(),
        zone,
        store.options(HERE, start()),
    )?)
}

#[test]
fn an_older_file_is_backed_up_and_then_brought_up_to_date() -> Result<()> {
    let store = Store::new()?;
    let before = made_by(&store, older(OLDEST))?.digest()?;
    let db = store.open(HERE, start())?;
    crate::writer::whole(&db)?;

    let kept = store
        .dir()
        .join(format!("backups/before-migration-{OLDEST}.db"));
    let elsewhere = Store::new()?;
    fs::create_dir_all(elsewhere.dir())?;
    fs::copy(kept, elsewhere.file())?;
    let old = Db::open(
        older(OLDEST),
        &elsewhere.dir(),
        elsewhere.options(HERE, start()),
    )?;
    assert_eq!(old.digest()?, before);
    Ok(())
}

#[test]
fn a_migration_that_fails_changes_nothing() -> Result<()> {
    let store = Store::new()?;
    let before = made_by(&store, older(OLDEST))?.digest()?;
    let mut migrations = model().migrations.to_vec();
    migrations.push("CREATE TABLE half (x); SELECT nonsense FROM nowhere;");
    let faulty: &'static Model = Box::leak(Box::new(Model {
        nouns: model().nouns,
        projections: model().projections,
        indexes: model().indexes,
        migrations: Box::leak(migrations.into_boxed_slice()),
    }));
    let options = store.options(HERE, start());
    assert!(Db::open(faulty, &store.dir(), options).is_err());
    let old = Db::open(older(OLDEST), &store.dir(), store.options(HERE, start()))?;
    assert_eq!(old.digest()?, before);
    Ok(())
}
