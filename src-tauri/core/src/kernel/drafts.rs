//! What is being typed and not saved yet: a local, unlogged table, so that a crash loses no word.

use rusqlite::params;

use super::{Db, Result};

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
    db.read(|read| {
        read.first("SELECT body FROM drafts WHERE place = ?1", [place], |row| {
            row.get(0)
        })
    })
}
