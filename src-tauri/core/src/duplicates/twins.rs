//! Who may be there already, while somebody is typed in anew: told, never refused.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use super::types::{DuplicateRow, DuplicatesKind};
use crate::kernel::{Read, Result, text};
use crate::organizations::{core_key, core_name};
use crate::people::CURRENT_POSITION;

/// What was typed so far.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct TwinsInput {
    pub kind: DuplicatesKind,
    pub name: String,
    /// Of a person: where they work.
    pub organization: Option<String>,
}

/// Somebody who may be meant.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Likely {
    pub row: DuplicateRow,
    /// The organization is the same too; of an organization: the whole name is.
    pub closely: bool,
}

/// The most that are told.
const MOST: i64 = 4;
/// Longest key of the lookup index.
const LONGEST: usize = 24;

/// Live rows of the same name, those of the same organization first. A candidate is never among them: the
/// code beside the typed name would tell whose it is. Organizations are compared by their core.
pub fn likely(read: &Read<'_>, input: &TwinsInput) -> Result<Vec<Likely>> {
    let folded = text::fold(&input.name);
    if folded.chars().count() < 2 {
        return Ok(Vec::new());
    }
    match input.kind {
        DuplicatesKind::People => people(read, &folded, input.organization.as_deref()),
        DuplicatesKind::Organizations => organizations(read, &input.name),
    }
}

fn key(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn people(read: &Read<'_>, folded: &str, organization: Option<&str>) -> Result<Vec<Likely>> {
    let core = organization.map(core_name).unwrap_or_default();
    let sql = format!(
        "SELECT people.id, people.shown, organizations.name,
           (SELECT substr(i.value, -4) FROM identifiers i
            WHERE i.person = people.id AND i.kind = 'phone' AND i.deleted_at IS NULL LIMIT 1),
           people.name
         FROM (SELECT row FROM lookup WHERE noun = 6 AND key = ?1 LIMIT 500) l JOIN people ON people.n = l.row
           {CURRENT_POSITION}
         WHERE people.kind <> 'candidate' ORDER BY people.last_touch_at DESC, people.n DESC"
    );
    let rows = read.all(&sql, [key(folded)], |row| {
        let name: String = row.get(4)?;
        Ok((row_of(row)?, name))
    })?;
    let wanted = text::identity(folded);
    let named = rows
        .into_iter()
        .filter(|(_, name)| text::identity(name) == wanted);
    let mut likely: Vec<Likely> = named
        .map(|(row, _)| {
            let firm = row.about.as_deref().map(core_name).unwrap_or_default();
            Likely {
                closely: !core.is_empty() && core == firm,
                row,
            }
        })
        .collect();
    likely.sort_by_key(|likely| !likely.closely);
    likely.truncate(MOST as usize);
    Ok(likely)
}

fn organizations(read: &Read<'_>, typed: &str) -> Result<Vec<Likely>> {
    let rows = read.all(
        "SELECT o.id, o.name, o.industry, NULL FROM lookup l JOIN organizations o ON o.n = l.row
         WHERE l.noun = 8 AND l.key = ?1 ORDER BY o.last_touch_at DESC, o.n DESC LIMIT ?2",
        params![key(&core_key(typed)), MOST],
        row_of,
    )?;
    let wanted = text::identity(typed);
    let likely = rows.into_iter().map(|row| Likely {
        closely: text::identity(&row.name) == wanted,
        row,
    });
    Ok(likely.collect())
}

fn row_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<DuplicateRow> {
    Ok(DuplicateRow {
        id: row.get(0)?,
        name: row.get(1)?,
        about: row.get(2)?,
        tail: row.get(3)?,
    })
}
