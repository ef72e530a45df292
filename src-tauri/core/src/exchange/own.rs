//! Columns that become fields of the team's own: one that is there, or a new one that is made by the same
//! action. What a cell holds that does not fit its field stays with the line.

use std::collections::HashMap;

use super::line::Line;
use super::plan::{FilePlan, Step};
use super::sources::{self, Shape, Use};
use super::table::Table;
use super::types::ImportNote;
use crate::fields::{self, Field, FieldKind, FieldValue, Held, ListKind};
use crate::kernel::{Id, Read, Result, text};

/// Before the id of a field that is there.
const THERE: &str = "own:";
/// Before the kind of a new one, which is called as the column is.
const NEW: &str = "new:";

/// Cells that are looked at to tell what kind of field a column would make.
const LOOKED_AT: usize = 500;
/// So many different words are still choices.
const FEW: usize = 12;

/// A column as somebody chose it, and the field that it becomes.
pub struct Own {
    pub chosen: String,
    /// Found or made up by [`settle`].
    pub field: Option<Field>,
    /// It is not there yet, or gets more choices.
    written: bool,
}

impl Own {
    pub fn chosen(word: &str) -> Self {
        Own {
            chosen: word.to_owned(),
            field: None,
            written: false,
        }
    }

    /// The same, as it will be called once it is there.
    pub fn remembered(&self) -> String {
        let id = self.field.as_ref().map(|field| field.id.to_string());
        id.map_or(String::new(), |id| format!("{THERE}{id}"))
    }
}

/// The word for a field of the team's own.
pub fn is_own(word: &str) -> bool {
    word.starts_with(THERE) || word.starts_with(NEW)
}

/// What rows hold in the fields that columns become, by the ids of the values.
pub type Holding = HashMap<Id, Held>;

/// Makes columns that fit nothing and are called as a field of the team's own is become it, unless somebody said
/// otherwise.
pub fn recognise(
    read: &Read<'_>,
    table: &Table,
    shape: &mut Shape,
    said: impl Fn(&String) -> bool,
) -> Result<()> {
    let Ok(noun) = shape.kind.noun().parse::<ListKind>() else {
        return Ok(());
    };
    let fields = fields::offered(read, noun)?;
    for (at, name) in table.columns.iter().enumerate() {
        if shape.uses[at] != Use::Kept || said(name) {
            continue;
        }
        let called = text::fold(sources::field_name(table, name));
        if let Some(field) = fields
            .iter()
            .find(|field| text::fold(&field.name) == called)
        {
            let chosen = format!("{THERE}{}", field.id);
            if shape.own.iter().all(|own| own.chosen != chosen) {
                shape.uses[at] = Use::Own(shape.own.len());
                shape.own.push(Own::chosen(&chosen));
            }
        }
    }
    Ok(())
}

/// Finds or makes up the field of each column that was chosen to become one. What is no field of these
/// rows stays with the line.
pub fn settle(read: &Read<'_>, table: &Table, shape: &mut Shape) -> Result<Holding> {
    let mut holding = Holding::new();
    let noun: Option<ListKind> = shape.kind.noun().parse().ok();
    for (at, name) in table.columns.iter().enumerate() {
        let Use::Own(no) = shape.uses[at] else {
            continue;
        };
        let found = match noun {
            Some(noun) => field(read, noun, name, &shape.own[no].chosen)?,
            None => None,
        };
        let Some((mut field, is_new)) = found else {
            shape.uses[at] = Use::Kept;
            continue;
        };
        let before = field.choices.0.len();
        if matches!(field.kind, FieldKind::Choice | FieldKind::Choices) {
            for cell in cells(table, at) {
                fields::add_choices(&mut field, cell);
            }
        }
        let stored =
            read.rows::<FieldValue>("WHERE field = ?1 AND deleted_at IS NULL", [field.id])?;
        let held = stored
            .into_iter()
            .filter_map(|row| Some((row.id, row.value?)));
        holding.extend(held);
        shape.own[no].written = is_new || field.choices.0.len() > before;
        shape.own[no].field = Some(field);
    }
    Ok(holding)
}

/// The field that was chosen for a column, and whether it is new.
fn field(
    read: &Read<'_>,
    noun: ListKind,
    name: &str,
    chosen: &str,
) -> Result<Option<(Field, bool)>> {
    if let Some(id) = chosen.strip_prefix(THERE) {
        let there = fields::named(read, noun, id)?;
        return Ok(there.map(|field| (field, false)));
    }
    let kind: FieldKind = chosen.trim_start_matches(NEW).parse()?;
    if name.trim().is_empty() {
        return Ok(None);
    }
    let there = fields::named(read, noun, name)?.filter(|field| field.retired_at.is_none());
    Ok(Some(match there {
        Some(field) => (field, false),
        None => {
            // Two devices that import the same file make the same field.
            let word = text::identity(name);
            let id = Id::derived(&[b"fields", noun.word().as_bytes(), word.as_bytes()]);
            (fields::empty(read, id, noun, name, kind)?, true)
        }
    }))
}

fn cells(table: &Table, at: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().filter_map(move |row| row.get(at));
    cells.map(str::trim).filter(|cell| !cell.is_empty())
}

/// Writes what a line says in these columns into the fields of its row; a blank overwrites nothing.
pub fn fill(holding: &mut Holding, row: Id, line: &Line<'_>, steps: &mut Vec<Step>) {
    for (field, cell) in line.own() {
        let Ok(Some(value)) = fields::read(field, cell) else {
            continue;
        };
        let id = FieldValue::id_of(row, field.id);
        if holding.get(&id) == Some(&value) {
            continue;
        }
        holding.insert(id, value.clone());
        let held = FieldValue {
            n: 0,
            id,
            deleted_at: None,
            row,
            field: field.id,
            value: Some(value),
        };
        steps.push(Box::new(move |tx| tx.put(&held).map(drop)));
    }
}

/// What stands before the lines: new fields, and more choices of those that are there.
pub fn announce(table: &Table, shape: &Shape, plan: &mut FilePlan) {
    let mut made = Vec::new();
    for own in shape.own.iter().filter(|own| own.written) {
        let Some(field) = own.field.clone() else {
            continue;
        };
        if own.chosen.starts_with(NEW) {
            made.push(field.name.clone());
        }
        plan.head
            .insert(0, Box::new(move |tx| tx.put(&field).map(drop)));
    }
    if !made.is_empty() {
        plan.notes
            .push(ImportNote::new("new_fields").with("columns", made.join(", ")));
    }
    for (at, used) in shape.uses.iter().enumerate() {
        let Use::Own(no) = used else { continue };
        let Some(field) = &shape.own[*no].field else {
            continue;
        };
        let unfit = cells(table, at)
            .filter(|cell| fields::read(field, cell).is_err())
            .count();
        if unfit > 0 {
            let note = ImportNote::new("own_unfit");
            plan.notes
                .push(note.with("rows", unfit).with("columns", &table.columns[at]));
        }
    }
}

/// The kind of field that a column would make, by what stands in it.
pub fn guess(table: &Table, at: usize) -> FieldKind {
    let all: Vec<&str> = cells(table, at).take(LOOKED_AT).collect();
    if all.is_empty() {
        return FieldKind::Text;
    }
    let fit = |kind: FieldKind| {
        let field = fields::of_kind(kind);
        all.iter().all(|cell| fields::read(&field, cell).is_ok())
    };
    let is_written_out = |cell: &&str| cell.contains("://") || cell.contains('@');
    let is_word = |cell: &&str| !cell.bytes().all(|b| b.is_ascii_digit());
    if all.iter().all(is_word) && fit(FieldKind::YesNo) {
        return FieldKind::YesNo;
    }
    for kind in [FieldKind::Number, FieldKind::Date] {
        if fit(kind) {
            return kind;
        }
    }
    if all.iter().all(is_written_out) && fit(FieldKind::Link) {
        return FieldKind::Link;
    }
    let different: std::collections::HashSet<&str> = all.iter().copied().collect();
    if different.len() <= FEW && all.len() >= 3 * different.len() {
        FieldKind::Choice
    } else {
        FieldKind::Text
    }
}
