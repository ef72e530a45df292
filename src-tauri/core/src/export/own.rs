//! Columns of the team's own fields: what they are called in a file, and what stands in their cells, so that an
//! import finds the field again by its name.

use std::collections::BTreeMap;

use super::table::Cell;
use crate::exchange;
use crate::fields::{self, Field, FieldKind};
use crate::kernel::settings::Lang;
use crate::lists::ListKind;

/// More digits than a workbook keeps of a number.
const DIGITS: usize = 15;

/// The name of the column: that of the field, marked where an import would take it for one of ours.
pub fn head(kind: ListKind, field: &Field) -> String {
    exchange::own_head(kind.word(), &field.name)
}

/// What a row holds, by the ids of the fields, as people write it.
pub fn cell(field: &Field, held: &BTreeMap<String, String>, lang: Lang) -> Cell {
    let Some(value) = held.get(&field.id.to_string()) else {
        return Cell::Empty;
    };
    if field.kind == FieldKind::Number && value.bytes().filter(u8::is_ascii_digit).count() <= DIGITS
    {
        return Cell::Number(value.clone());
    }
    Cell::Text(said(field, value, lang))
}

/// The same as text.
pub fn said(field: &Field, value: &str, lang: Lang) -> String {
    // Tables have yes and no as words of the wire.
    match (field.kind, value) {
        (FieldKind::YesNo, "true") => fields::words(field, "1", lang),
        (FieldKind::YesNo, _) => fields::words(field, "0", lang),
        _ => fields::words(field, value, lang),
    }
}
