//! Two digests of a workspace. *Content*: live rows and logged cells, no stamps, nothing derived;
//! equal before and after an undo. *State*: the same with stamps and tombstones; equal on all
//! devices that have synced. Neither depends on local row numbers.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params};

use super::{Model, Noun, Result};

/// Both digests, as BLAKE3 in hex.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Digest {
    pub content: String,
    pub state: String,
}

/// Computes both digests over all nouns.
pub fn of(model: &Model, conn: &Connection) -> Result<Digest> {
    let (mut content, mut state) = (blake3::Hasher::new(), blake3::Hasher::new());
    for noun in model.nouns {
        for hasher in [&mut content, &mut state] {
            hasher.update(noun.table.as_bytes());
        }
        hash_query(conn, &content_sql(noun), &mut content)?;
        hash_query(conn, &state_sql(noun), &mut state)?;
        hash_query(conn, &stamps_sql(noun), &mut state)?;
    }
    Ok(Digest {
        content: content.finalize().to_hex().to_string(),
        state: state.finalize().to_hex().to_string(),
    })
}

fn logged(noun: &Noun) -> String {
    noun.columns().collect::<Vec<_>>().join(", ")
}

fn content_sql(noun: &Noun) -> String {
    format!(
        "SELECT id, {} FROM {} WHERE deleted_at IS NULL ORDER BY id",
        logged(noun),
        noun.table
    )
}

fn state_sql(noun: &Noun) -> String {
    format!(
        "SELECT t.id, t.stamp, d.id, t.deleted_at, {} FROM {} t JOIN devices d ON d.n = t.device ORDER BY t.id",
        noun.columns()
            .map(|column| format!("t.{column}"))
            .collect::<Vec<_>>()
            .join(", "),
        noun.table
    )
}

fn stamps_sql(noun: &Noun) -> String {
    format!(
        "SELECT t.id, s.cell, s.stamp, d.id FROM cell_stamps s JOIN {} t ON t.n = s.row JOIN devices d ON d.n = s.device
         WHERE s.noun = {} ORDER BY t.id, s.cell",
        noun.table, noun.no
    )
}

/// Feeds every value of every row into the hasher, each with its type and length.
pub fn hash_query(conn: &Connection, sql: &str, hasher: &mut blake3::Hasher) -> Result<()> {
    hash_rows(conn, sql, [], hasher)
}

fn hash_rows(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    hasher: &mut blake3::Hasher,
) -> Result<()> {
    let mut statement = conn.prepare(sql)?;
    let width = statement.column_count();
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        for at in 0..width {
            match row.get_ref(at)? {
                ValueRef::Null => hasher.update(b"n"),
                ValueRef::Integer(number) => hasher.update(b"i").update(&number.to_le_bytes()),
                ValueRef::Real(number) => hasher.update(b"r").update(&number.to_le_bytes()),
                ValueRef::Text(bytes) => hasher
                    .update(b"t")
                    .update(&(bytes.len() as u64).to_le_bytes())
                    .update(bytes),
                ValueRef::Blob(bytes) => hasher
                    .update(b"b")
                    .update(&(bytes.len() as u64).to_le_bytes())
                    .update(bytes),
            };
        }
    }
    Ok(())
}
