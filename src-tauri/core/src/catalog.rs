//! Words the team sorts its world by: tags, sources, products. Each is found by its folded name, so
//! two spellings of one word do not become two rows.

mod types;

pub use types::{Product, Source, Tag, Tagging};

use crate::kernel::{Id, Read, Result, WriteTx, text};

fn named_id(noun: &str, name: &str) -> Id {
    Id::derived(&[noun.as_bytes(), text::fold(name).as_bytes()])
}

/// The tag of this name, made if it is new.
pub fn tag(tx: &mut WriteTx<'_>, name: &str) -> Result<Id> {
    let id = named_id("tags", name);
    if tx
        .find::<Tag>(id)?
        .is_none_or(|tag| tag.deleted_at.is_some())
    {
        tx.put(&Tag {
            n: 0,
            id,
            deleted_at: None,
            name: name.trim().to_owned(),
        })?;
    }
    Ok(id)
}

/// The source of this name, made if it is new.
pub fn source(tx: &mut WriteTx<'_>, name: &str) -> Result<Id> {
    let id = named_id("sources", name);
    if tx
        .find::<Source>(id)?
        .is_none_or(|source| source.deleted_at.is_some())
    {
        tx.put(&Source {
            n: 0,
            id,
            deleted_at: None,
            name: name.trim().to_owned(),
        })?;
    }
    Ok(id)
}

/// Marks a row with tags; its other tags stay.
pub fn mark(tx: &mut WriteTx<'_>, target: Id, names: &[String]) -> Result<()> {
    for name in names {
        let tag = tag(tx, name)?;
        let id = Id::derived(&[b"taggings", tag.bytes(), target.bytes()]);
        tx.put(&Tagging {
            n: 0,
            id,
            deleted_at: None,
            tag,
            target,
        })?;
    }
    Ok(())
}

/// The tags of a row, by name.
pub fn tags_of(read: &Read<'_>, target: Id) -> Result<Vec<String>> {
    read.all(
        "SELECT t.name FROM taggings g JOIN tags t ON t.id = g.tag AND t.deleted_at IS NULL
         WHERE g.target = ?1 AND g.deleted_at IS NULL ORDER BY t.name",
        [target],
        |row| row.get(0),
    )
}

/// The name of a source.
pub fn source_name(read: &Read<'_>, id: Id) -> Result<Option<String>> {
    read.first("SELECT name FROM sources WHERE id = ?1", [id], |row| {
        row.get(0)
    })
}
