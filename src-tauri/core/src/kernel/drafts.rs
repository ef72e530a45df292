//! What is being typed and not saved yet: a local, unlogged table, so that a crash loses no word.

use rusqlite::params;

use super::{Db, Read, Result};

/// Keeps a draft under the name of its place; an empty one is forgotten.
pub fn put(db: &Db, place: &str, body: &str) -> Result<()> {
    if body.is_empty() {
        return db.write_local("DELETE FROM drafts WHERE place = ?1", [place]);
    }
    db.write_local(
        "INSERT INTO drafts (place, body, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (place) DO UPDATE SET body = ?2, at = ?3",
        params![place, body, db.clock().now_ms()],
    )
}

/// The draft of a place.
pub fn get(db: &Db, place: &str) -> Result<Option<String>> {
    db.read(|read| find(read, place))
}

/// The draft of a place, on a snapshot.
pub fn find(read: &Read<'_>, place: &str) -> Result<Option<String>> {
    read.first("SELECT body FROM drafts WHERE place = ?1", [place], |row| {
        row.get(0)
    })
}

/// The places with a draft whose names begin with `prefix`, the latest first.
pub fn places(read: &Read<'_>, prefix: &str) -> Result<Vec<String>> {
    read.all(
        "SELECT place FROM drafts WHERE place >= ?1 AND place < ?1 || char(1114111) ORDER BY at DESC, place",
        [prefix],
        |row| row.get(0),
    )
}
