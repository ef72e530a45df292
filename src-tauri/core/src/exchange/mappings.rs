//! How somebody read a table once, remembered per set of column names: a setting, so it is there on every
//! device of the team and can be taken back like any change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::sources::{Shape, Use};
use super::table::Table;
use crate::kernel::{Act, Db, Error, Id, Read, Result, settings, text};

/// What was chosen for a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// What its rows become.
    pub kind: String,
    /// Name of a column → its field; empty: it stays with the line.
    pub columns: BTreeMap<String, String>,
}

/// The key of a set of columns, in any order; what a failures file adds is none of it.
fn key(table: &Table) -> String {
    let mut names: Vec<String> = table
        .columns
        .iter()
        .filter(|name| !super::sources::is_ours(table, name))
        .map(|name| text::squeeze(name))
        .collect();
    names.sort();
    let mut parts: Vec<&[u8]> = vec![b"mappings"];
    parts.extend(names.iter().map(|name| name.as_bytes()));
    format!("mapping:{}", Id::derived(&parts))
}

/// How a table of these columns was read last time.
pub fn find(read: &Read<'_>, table: &Table) -> Result<Option<Mapping>> {
    let stored = settings::get(read, &key(table))?;
    // What a newer version wrote and this one cannot read is as good as nothing.
    Ok(stored.and_then(|json| serde_json::from_str(&json).ok()))
}

/// Remembers how tables are read, as one action; nothing new is none.
pub fn remember(db: &Db, read_as: &[(&Table, &Shape)]) -> Result<()> {
    let mut told = Vec::new();
    for (table, shape) in read_as {
        let columns = table.columns.iter().zip(&shape.uses);
        let columns = columns.filter_map(|(name, used)| match used {
            Use::Field(field) => Some((name.clone(), (*field).to_owned())),
            Use::Own(no) => Some((name.clone(), shape.own[*no].remembered())),
            Use::Kept => Some((name.clone(), String::new())),
            Use::Ours => None,
        });
        let mapping = Mapping {
            kind: shape.kind.noun().to_owned(),
            columns: columns.collect(),
        };
        let json = serde_json::to_string(&mapping).map_err(Error::internal)?;
        told.push((key(table), json));
    }
    if told.is_empty() {
        return Ok(());
    }
    db.write(Act::new("mapping_remembered"), |tx| {
        told.iter()
            .try_for_each(|(key, json)| settings::set(tx, key, json))
    })?;
    Ok(())
}
