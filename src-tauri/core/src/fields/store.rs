//! Queries over fields and what rows hold in them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::read;
use super::types::{Field, FieldKind, FieldUses, FieldView, Held, HeldView, ListKind};
use crate::kernel::{Id, Noun, Read, Record, Result, list, same, settings, text};

/// All fields of a noun, those put away too, in their order.
pub fn all(read: &Read<'_>, noun: ListKind) -> Result<Vec<Field>> {
    read.rows(
        "WHERE noun = ?1 AND deleted_at IS NULL ORDER BY retired_at IS NOT NULL, place, n",
        [noun],
    )
}

/// The same as screens show them.
pub fn list(read: &Read<'_>, noun: ListKind) -> Result<Vec<FieldView>> {
    Ok(all(read, noun)?.into_iter().map(FieldView::from).collect())
}

/// The field of a noun with this id or name.
pub fn named(read: &Read<'_>, noun: ListKind, name: &str) -> Result<Option<Field>> {
    let wanted = text::fold(name);
    let is = |field: &Field| field.id.to_string() == name || text::fold(&field.name) == wanted;
    Ok(all(read, noun)?.into_iter().find(is))
}

/// In how many rows each field is filled; one that is empty everywhere is left out.
pub fn uses(read: &Read<'_>) -> Result<Vec<FieldUses>> {
    read.all(
        "SELECT field, count(*) FROM field_values INDEXED BY field_values_by_value
         WHERE deleted_at IS NULL AND value IS NOT NULL GROUP BY field",
        [],
        |row| {
            Ok(FieldUses {
                id: row.get(0)?,
                count: row.get(1)?,
            })
        },
    )
}

/// What a record holds, in the order of the fields; where it holds nothing, what was merged into it does.
pub fn held(read: &Read<'_>, row: Id) -> Result<Vec<HeldView>> {
    let fields = Field::noun().table;
    let sql = format!(
        "SELECT v.value, {} FROM field_values v JOIN fields ON fields.id = v.field AND fields.deleted_at IS NULL
         WHERE v.row IN (SELECT ?1 UNION ALL SELECT id FROM people WHERE root = ?1
                         UNION ALL SELECT id FROM organizations WHERE root = ?1)
           AND v.deleted_at IS NULL AND v.value IS NOT NULL
         ORDER BY {fields}.retired_at IS NOT NULL, {fields}.place, {fields}.n, v.row <> ?1, v.row",
        Field::COLUMNS
    );
    let found = read.all(&sql, [row], |row| {
        Ok((row.get::<_, Held>(0)?, field_at(row, 1)?))
    })?;
    let mut seen = HashSet::new();
    let lang = settings::lang(read)?;
    Ok(found
        .into_iter()
        .filter(|(_, field)| seen.insert(field.id))
        .map(|(held, field)| {
            let value = wire(field.kind, &held);
            HeldView {
                shown: read::words(&field, &held.plain(), lang),
                field: field.id,
                name: field.name,
                kind: field.kind,
                value,
            }
        })
        .collect())
}

/// The columns of [`Field`] from column `at` on.
fn field_at(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Field> {
    Ok(Field {
        n: row.get(at)?,
        id: row.get(at + 1)?,
        deleted_at: row.get(at + 2)?,
        noun: row.get(at + 3)?,
        name: row.get(at + 4)?,
        kind: row.get(at + 5)?,
        choices: row.get(at + 6)?,
        place: row.get(at + 7)?,
        retired_at: row.get(at + 8)?,
    })
}

/// What a control holds: yes and no as words, since a number field may hold 1.
fn wire(kind: FieldKind, held: &Held) -> String {
    match (kind, held) {
        (FieldKind::YesNo, Held::Whole(is)) => (*is == 1).to_string(),
        _ => held.plain(),
    }
}

/// What several rows of a noun hold, by row number; then by the id of the field. One query.
pub fn held_by_rows(
    read: &Read<'_>,
    noun: &Noun,
    rows: &[i64],
) -> Result<HashMap<i64, BTreeMap<String, String>>> {
    let none: bool = read.value("SELECT NOT EXISTS (SELECT 1 FROM fields)", [])?;
    if none {
        return Ok(HashMap::new());
    }
    let yes_no: Vec<Id> = read.all(
        "SELECT id FROM fields WHERE kind = ?1",
        [FieldKind::YesNo],
        |row| row.get(0),
    )?;
    let table = noun.table;
    let holds = match noun.merges() {
        true => format!("v.row IN {}", same::group(table, "r.id")),
        false => "v.row = r.id".to_owned(),
    };
    let sql = format!(
        "SELECT r.n, v.field, v.value FROM {table} r CROSS JOIN field_values v ON {holds}
         WHERE r.n IN ({}) AND v.deleted_at IS NULL AND v.value IS NOT NULL ORDER BY v.row = r.id, v.row DESC",
        list::numbers(rows)
    );
    let found = read.uncached(&sql, |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, Id>(1)?, row.get(2)?))
    })?;
    let mut held: HashMap<i64, BTreeMap<String, String>> = HashMap::new();
    for (n, field, value) in found {
        let kind = if yes_no.contains(&field) {
            FieldKind::YesNo
        } else {
            FieldKind::Text
        };
        let of_row = held.entry(n).or_default();
        of_row.insert(field.to_string(), wire(kind, &value));
    }
    Ok(held)
}
