//! Record pages: everything one screen shows of a person, an organization or a deal, out of one
//! snapshot; and what ever happened to a row.

mod deal;
mod history;
mod organization;
mod person;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub use deal::{DealPerson, DealRecord, HoldingView, StageMoveView, deal};
pub use history::{HistoryLine, Part, history, restore};
pub use organization::{OrganizationRecord, OrganizationView, organization};
pub use person::{IdentifierView, PersonRecord, PositionView, person};

use crate::kernel::{Id, Read, Result, same};
use crate::team::{self, MemberRef};

/// A column of an imported line that has no field of its own.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SourceField {
    pub name: String,
    pub value: String,
}

/// What was merged into a record, and may be set apart again.
#[derive(Debug, Clone, Default, Serialize, specta::Type)]
pub struct Merged {
    pub rows: Vec<MergedRow>,
    /// The one of these that was asked for.
    pub asked: Option<MergedRow>,
}

/// A row that stands under another.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct MergedRow {
    pub id: Id,
    pub name: String,
}

impl Merged {
    fn one(row: &rusqlite::Row<'_>) -> rusqlite::Result<MergedRow> {
        Ok(MergedRow {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    }

    fn of(rows: Vec<MergedRow>, asked: Id) -> Self {
        let asked = rows.iter().find(|row| row.id == asked).cloned();
        Merged { rows, asked }
    }
}

fn owner(read: &Read<'_>, member: Option<Id>) -> Result<Option<MemberRef>> {
    member.map_or(Ok(None), |member| team::refer(read, member))
}

fn touches(read: &Read<'_>, column: &str, id: Id) -> Result<i64> {
    let named = same::names(column, "?1");
    read.value(
        &format!("SELECT count(*) FROM touchpoints WHERE {named} AND deleted_at IS NULL"),
        [id],
    )
}

fn source_line(read: &Read<'_>, target: Id) -> Result<Vec<SourceField>> {
    let lines: Vec<String> = read.all(
        "SELECT line FROM source_lines WHERE deleted_at IS NULL AND target IN (SELECT ?1
           UNION ALL SELECT id FROM people WHERE root = ?1 UNION ALL SELECT id FROM organizations WHERE root = ?1)
         ORDER BY target <> ?1, n",
        [target],
        |row| row.get(0),
    )?;
    let fields = lines.iter().flat_map(|line| {
        serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).unwrap_or_default()
    });
    Ok(fields
        .map(|(name, value)| SourceField {
            name,
            value: value.as_str().unwrap_or_default().to_owned(),
        })
        .collect())
}
