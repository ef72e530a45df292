//! Words the team sorts its world by: tags, sources, products. Each is found by its folded name, so
//! two spellings of one word do not become two rows.

mod types;

pub use types::{Product, Source, Tag, Tagging};

use std::collections::HashMap;

use crate::kernel::{Id, Noun, Read, Record, Result, WriteTx, list, same, text};

/// SQL of the ids whose marks are those of ?1: whatever is merged into it carries them for it.
macro_rules! all_of {
    () => {
        "(SELECT ?1 UNION ALL SELECT id FROM people WHERE root = ?1 UNION ALL SELECT id FROM organizations WHERE root = ?1)"
    };
}

fn named_id(noun: &str, name: &str) -> Id {
    Id::derived(&[noun.as_bytes(), text::fold(name).as_bytes()])
}

/// The tag of this name, made if it is new.
pub fn tag(tx: &mut WriteTx<'_>, name: &str) -> Result<Id> {
    word(tx, name, |id, name| Tag {
        n: 0,
        id,
        deleted_at: None,
        name,
        archived_at: None,
    })
}

/// The identity of a source of this name that nobody has renamed.
pub fn source_id(name: &str) -> Id {
    named_id("sources", name)
}

/// The source of this name, made if it is new.
pub fn source(tx: &mut WriteTx<'_>, name: &str) -> Result<Id> {
    word(tx, name, |id, name| Source {
        n: 0,
        id,
        deleted_at: None,
        name,
        archived_at: None,
    })
}

/// The word of this name; written if there is none that stands.
fn word<R: Record>(tx: &mut WriteTx<'_>, name: &str, make: fn(Id, String) -> R) -> Result<Id> {
    let table = R::noun().table;
    if let Some(id) = named(tx, table, name)? {
        return Ok(id);
    }
    let id = named_id(table, name);
    tx.put(&make(id, name.trim().to_owned()))?;
    Ok(id)
}

/// The live row of this name. Its id tells at once, unless one of the two was renamed; a word that a
/// row was once called still leads to it.
fn named(read: &Read<'_>, table: &str, name: &str) -> Result<Option<Id>> {
    let (by_birth, wanted) = (named_id(table, name), text::fold(name));
    let born = read.first(
        &format!("SELECT name FROM {table} WHERE id = ?1 AND deleted_at IS NULL"),
        [by_birth],
        |row| row.get::<_, String>(0),
    )?;
    if born.as_ref().is_some_and(|name| text::fold(name) == wanted) {
        return Ok(Some(by_birth));
    }
    let all = read.all(
        &format!("SELECT id, name FROM {table} WHERE deleted_at IS NULL"),
        [],
        |row| Ok((row.get::<_, Id>(0)?, row.get::<_, String>(1)?)),
    )?;
    let renamed = all.into_iter().find(|(_, name)| text::fold(name) == wanted);
    Ok(renamed.map(|(id, _)| id).or(born.map(|_| by_birth)))
}

/// Marks a row with tags; its other tags stay.
pub fn mark(tx: &mut WriteTx<'_>, target: Id, names: &[String]) -> Result<()> {
    for name in names {
        let tag = tag(tx, name)?;
        mark_with(tx, target, tag)?;
    }
    Ok(())
}

/// Takes a tag off a row.
pub fn unmark(tx: &mut WriteTx<'_>, target: Id, name: &str) -> Result<()> {
    let marks: Vec<Id> = tx.all(
        concat!(
            "SELECT g.id FROM taggings g JOIN tags t ON t.id = g.tag WHERE g.target IN ",
            all_of!(),
            " AND t.name = ?2 AND g.deleted_at IS NULL"
        ),
        rusqlite::params![target, name],
        |row| row.get(0),
    )?;
    for mark in marks {
        tx.delete::<Tagging>(mark)?;
    }
    Ok(())
}

/// The tags of several rows of a noun, by row number.
pub fn tags_of_rows(
    read: &Read<'_>,
    noun: &Noun,
    rows: &[i64],
) -> Result<HashMap<i64, Vec<String>>> {
    let table = noun.table;
    let carries = match noun.merges() {
        true => format!("g.target IN {}", same::group(table, "r.id")),
        false => "g.target = r.id".to_owned(),
    };
    let found = read.uncached(
        &format!(
            "SELECT DISTINCT r.n, t.name FROM {table} r JOIN taggings g ON {carries} AND g.deleted_at IS NULL
               JOIN tags t ON t.id = g.tag AND t.deleted_at IS NULL
             WHERE r.n IN ({}) ORDER BY t.name",
            list::numbers(rows)
        ),
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut tags: HashMap<i64, Vec<String>> = HashMap::new();
    for (row, tag) in found {
        tags.entry(row).or_default().push(tag);
    }
    Ok(tags)
}

/// Marks a row with a tag that exists.
pub fn mark_with(tx: &mut WriteTx<'_>, target: Id, tag: Id) -> Result<()> {
    let id = Id::derived(&[b"taggings", tag.bytes(), target.bytes()]);
    tx.put(&Tagging {
        n: 0,
        id,
        deleted_at: None,
        tag,
        target,
    })?;
    Ok(())
}

/// The tags of a row, by name.
pub fn tags_of(read: &Read<'_>, target: Id) -> Result<Vec<String>> {
    read.all(
        concat!(
            "SELECT DISTINCT t.name FROM taggings g JOIN tags t ON t.id = g.tag AND t.deleted_at IS NULL
             WHERE g.deleted_at IS NULL AND g.target IN ",
            all_of!(),
            " ORDER BY t.name"
        ),
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
