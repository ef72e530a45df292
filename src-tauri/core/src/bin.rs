//! The recycle bin: rows that were deleted, by whom and when, and bringing them back. Nothing here ever
//! leaves the file. What was taken back in the making is not listed: the action history brings that back.

use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::kernel::{Act, Db, Error, Id, Noun, Read, Result, Written, changes};
use crate::people::CURRENT_POSITION;

/// A deleted row.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct BinRow {
    pub id: Id,
    /// Its table: `people`, `deals`, …
    pub kind: String,
    pub name: String,
    /// Firm of a person, person of a touchpoint.
    pub about: Option<String>,
    /// Milliseconds UTC.
    pub deleted_at: i64,
    pub member: Option<String>,
    /// The action that deleted it, and the key of its sentence.
    pub action: Id,
    pub label: String,
}

/// Which part of the bin.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct BinInput {
    /// One table only.
    pub kind: Option<String>,
    /// `next` of the page before; `None`: the first page.
    pub after: Option<String>,
    pub limit: u32,
}

/// One page of the bin, the latest deleted first.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct BinPage {
    pub rows: Vec<BinRow>,
    pub next: Option<String>,
    /// Tables that have something in the bin.
    pub kinds: Vec<String>,
}

/// What would be left without the row: how many rows of a table refer to it.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Hanging {
    pub kind: String,
    pub count: i64,
}

/// A live row before it is deleted.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Doomed {
    pub id: Id,
    pub kind: String,
    pub name: String,
    pub hanging: Vec<Hanging>,
}

/// Tables whose rows a user may delete, and the key of the action's sentence.
const DELETABLE: &[(&str, &str)] = &[
    ("people", "person_deleted"),
    ("organizations", "organization_deleted"),
    ("deals", "deal_deleted"),
    ("touchpoints", "touchpoint_deleted"),
    ("followups", "followup_deleted"),
    ("tags", "tag_deleted"),
    ("sources", "source_deleted"),
    ("products", "product_deleted"),
];

/// What a user would miss beside a deleted row.
const MISSED: &[&str] = &[
    "deals",
    "touchpoints",
    "followups",
    "positions",
    "deal_roles",
    "quotes",
    "contracts",
    "interviews",
    "taggings",
    "people",
];

/// The nouns that a user knows by a name: those with one, promises and touchpoints.
fn kinds() -> impl Iterator<Item = &'static Noun> {
    let nouns = crate::model().nouns.iter().copied();
    nouns.filter(|noun| noun.table != "settings" && name_of(noun).is_some())
}

fn kind(table: &str) -> Result<&'static Noun> {
    kinds()
        .find(|noun| noun.table == table)
        .ok_or_else(|| Error::invalid("kind").because(table))
}

/// SQL of what a row is called.
fn name_of(noun: &Noun) -> Option<String> {
    let table = noun.table;
    match table {
        "followups" => Some("followups.title".to_owned()),
        "touchpoints" => {
            // What was typed of a candidate has the name in it.
            let said = "CASE WHEN touchpoints.person IN (SELECT id FROM people WHERE kind = 'candidate') \
                        THEN touchpoints.summary \
                        ELSE coalesce(touchpoints.summary, touchpoints.raw, touchpoints.who) END";
            Some(format!("coalesce({said}, '')"))
        }
        "people" => Some("people.shown".to_owned()),
        _ => noun
            .columns()
            .any(|column| column == "name")
            .then(|| format!("{table}.name")),
    }
}

/// SQL of what stands beside the name, and the joins it needs.
fn about(table: &str) -> (&'static str, &'static str) {
    match table {
        "people" => ("organizations.name", CURRENT_POSITION),
        "deals" => (
            "o.name",
            "LEFT JOIN organizations o ON o.id = deals.organization",
        ),
        "touchpoints" => ("p.shown", "LEFT JOIN people p ON p.id = touchpoints.person"),
        "followups" => ("p.shown", "LEFT JOIN people p ON p.id = followups.person"),
        _ => ("NULL", ""),
    }
}

/// Deleted rows of one noun that come after (`at`, `n`), each with its number.
fn of(
    read: &Read<'_>,
    noun: &'static Noun,
    (at, n): (i64, i64),
    limit: i64,
) -> Result<Vec<(i64, BinRow)>> {
    let table = noun.table;
    let (about, joins) = about(table);
    let name = name_of(noun).unwrap_or_default();
    let sql = format!(
        "SELECT {table}.n, {table}.id, {name}, {about}, {table}.deleted_at, m.name, a.id, a.label
         FROM {table}
           JOIN changes c ON c.n = (SELECT max(l.n) FROM changes l WHERE l.noun = ?1 AND l.row = {table}.n AND l.cell = 255)
           JOIN actions a ON a.n = c.action
           LEFT JOIN members m ON m.id = a.member {joins}
         WHERE {table}.deleted_at IS NOT NULL AND ({table}.deleted_at, {table}.n) < (?2, ?3)
           AND NOT (a.label = 'undone' AND a.root = (
             SELECT k.action FROM changes k WHERE k.noun = ?1 AND k.row = {table}.n AND k.cell = 0))
         ORDER BY {table}.deleted_at DESC, {table}.n DESC LIMIT ?4"
    );
    read.all(&sql, params![noun.no, at, n, limit], |row| {
        let gone = BinRow {
            id: row.get(1)?,
            kind: table.to_owned(),
            name: row.get(2)?,
            about: row.get(3)?,
            deleted_at: row.get(4)?,
            member: row.get(5)?,
            action: row.get(6)?,
            label: row.get(7)?,
        };
        Ok((row.get(0)?, gone))
    })
}

const MOST: u32 = 500;
const FIRST: (i64, i64, i64) = (i64::MAX, -1, i64::MAX);

/// One page of what was deleted.
pub fn list(read: &Read<'_>, input: &BinInput) -> Result<BinPage> {
    let (at, after_noun, n) = match input.after.as_deref() {
        Some(cursor) => {
            serde_json::from_str(cursor).map_err(|_| Error::invalid("after").because(cursor))?
        }
        None => FIRST,
    };
    let asked = input.kind.as_deref().map(kind).transpose()?;
    let limit = i64::from(input.limit.clamp(1, MOST));
    let mut found = Vec::new();
    let mut filled = Vec::new();
    for noun in kinds() {
        // At the same instant nouns stand by number, rows by their own from the latest on.
        let bound = match noun.no.cmp(&after_noun) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => n,
            std::cmp::Ordering::Greater => i64::MAX,
        };
        let listed = asked.is_none_or(|asked| asked.no == noun.no);
        let mut any = false;
        if listed {
            let rows = of(read, noun, (at, bound), limit + 1)?;
            any = !rows.is_empty();
            found.extend(rows.into_iter().map(|(n, row)| (noun.no, n, row)));
        }
        // Looking twice is dear where a whole import was taken back: all of it is passed over.
        let looked = listed && input.after.is_none();
        if any || (!looked && !of(read, noun, (i64::MAX, i64::MAX), 1)?.is_empty()) {
            filled.push(noun.table.to_owned());
        }
    }
    found.sort_by_key(|(noun, n, row)| (-row.deleted_at, *noun, -n));
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let next = found
        .last()
        .filter(|_| more)
        .map(|(noun, n, row)| serde_json::json!([row.deleted_at, noun, n]).to_string());
    Ok(BinPage {
        rows: found.into_iter().map(|(_, _, row)| row).collect(),
        next,
        kinds: filled,
    })
}

fn named(read: &Read<'_>, noun: &'static Noun, id: Id) -> Result<(String, bool)> {
    let sql = format!(
        "SELECT {}, deleted_at IS NULL FROM {} WHERE id = ?1",
        name_of(noun).unwrap_or_default(),
        noun.table
    );
    read.first(&sql, [id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .ok_or_else(|| Error::absent(noun.table, id))
}

fn deletable(read: &Read<'_>, id: Id) -> Result<(&'static Noun, &'static str)> {
    let (noun, _) = changes::locate(crate::model(), read, id)?;
    DELETABLE
        .iter()
        .find(|(table, _)| *table == noun.table)
        .map(|(_, label)| (noun, *label))
        .ok_or_else(|| Error::invalid("kind").because(noun.table))
}

/// What a row is called and what refers to it, to be told before it is deleted. All of that stays.
pub fn doomed(read: &Read<'_>, id: Id) -> Result<Doomed> {
    let (noun, _) = deletable(read, id)?;
    let (name, live) = named(read, noun, id)?;
    if !live {
        return Err(Error::absent(noun.table, id));
    }
    let mut hanging = Vec::new();
    for from in crate::model()
        .nouns
        .iter()
        .filter(|from| MISSED.contains(&from.table))
    {
        let columns = from
            .cells
            .iter()
            .flat_map(|cell| cell.references())
            .filter(|(_, table)| *table == noun.table)
            // An interview hangs on its conversation, not on the promises beside it.
            .filter(|(column, _)| from.table != "interviews" || *column == "touchpoint");
        for (column, _) in columns {
            let sql = format!(
                "SELECT count(*) FROM {} WHERE {column} = ?1 AND deleted_at IS NULL",
                from.table
            );
            let count = read.value(&sql, [id])?;
            if count > 0 {
                hanging.push(Hanging {
                    kind: from.table.to_owned(),
                    count,
                });
            }
        }
    }
    Ok(Doomed {
        id,
        kind: noun.table.to_owned(),
        name,
        hanging,
    })
}

/// Moves a row to the bin; what refers to it stays.
pub fn delete(db: &Db, id: Id) -> Result<Written<bool>> {
    let (noun, label) = db.read(|read| deletable(read, id))?;
    db.write(Act::new(label), |tx| {
        let (name, live) = named(tx, noun, id)?;
        if !live {
            return Err(Error::absent(noun.table, id));
        }
        tx.name_subject(name);
        tx.delete_row(noun, id)
    })
}

/// Names that an action of several rows bears.
const NAMES: usize = 3;

/// Brings rows back, as one action. Returns how many came back: one that is live stays as it is.
pub fn restore(db: &Db, ids: &[Id]) -> Result<Written<i64>> {
    db.write(Act::new("restored"), |tx| {
        let mut names = Vec::new();
        for id in ids {
            let (noun, _) = changes::locate(crate::model(), tx, *id)?;
            let noun = kind(noun.table)?;
            if tx.restore_row(noun, *id)? {
                names.push(named(tx, noun, *id)?.0);
            }
        }
        let count = names.len();
        names.truncate(NAMES);
        let more = if count > NAMES { " …" } else { "" };
        tx.name_subject(format!("{}{more}", names.join(", ")));
        Ok(count as i64)
    })
}

/// The row with this id if it is in the bin: what a record page says instead of "not here".
pub fn find(read: &Read<'_>, id: Id) -> Result<Option<BinRow>> {
    let Ok((noun, n)) = changes::locate(crate::model(), read, id) else {
        return Ok(None);
    };
    let Ok(noun) = kind(noun.table) else {
        return Ok(None);
    };
    let deleted_at: Option<i64> = read.value(
        &format!("SELECT deleted_at FROM {} WHERE n = ?1", noun.table),
        [n],
    )?;
    let Some(at) = deleted_at else {
        return Ok(None);
    };
    let found = of(read, noun, (at, n + 1), 1)?;
    Ok(found
        .into_iter()
        .map(|(_, row)| row)
        .find(|row| row.id == id))
}

#[cfg(test)]
mod tests;
