//! Whoever opens a workspace to write does so with WAL and `synchronous = FULL`.

use anyhow::Result;
use touchline_core::kernel::Db;
use touchline_tests::store::{HERE, Store, start};

fn durable(db: &Db) -> Result<()> {
    assert_eq!(db.durability()?, ("wal".to_owned(), 2));
    Ok(())
}

#[test]
fn every_writer_uses_wal_and_full_synchronisation() -> Result<()> {
    let store = Store::new()?;
    let made = store.create()?;
    durable(&made)?;
    durable(&store.open("another device", start())?)?;

    let backup = store.beside("backup.db");
    made.backup(&backup)?;
    made.restore(&backup)?;
    durable(&made)?;
    drop(made);
    durable(&store.open(HERE, start())?)?;

    // A file that something else left in another journal mode is brought back.
    let other = rusqlite_of(&store)?;
    other.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    other.close().map_err(|(_, error)| error)?;
    durable(&store.open(HERE, start())?)
}

#[expect(clippy::disallowed_methods, reason = "plays another program")]
fn rusqlite_of(store: &Store) -> Result<rusqlite::Connection> {
    Ok(rusqlite::Connection::open(store.file())?)
}
