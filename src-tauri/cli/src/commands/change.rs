//! `touchline change`: one field or tag of many rows, as one action.

use touchline_core::kernel::Db;
use touchline_core::kernel::list::PageInput;
use touchline_core::lists::ListKind;
use touchline_core::lists::change::{self, Change, Which};

use super::log::member_named;
use crate::args::Changing;
use crate::failure::Result;
use crate::output::Answer;
use crate::words::{Words, params};

pub fn run(db: &Db, words: &Words, asked: Changing) -> Result<Answer> {
    let kind: ListKind = asked.kind.parse()?;
    let what = what(db, &asked)?;
    let which = if asked.ids.is_empty() {
        Which::View {
            page: PageInput {
                query: asked.query,
                filters: asked.filter,
                ..PageInput::first("name", false, 1)
            },
            but: Vec::new(),
        }
    } else {
        Which::Rows(asked.ids)
    };
    let done = change::change(db, kind, which, &what)?;
    let count = params([
        ("changed", done.changed.to_string()),
        ("unchanged", done.unchanged.to_string()),
    ]);
    Answer::new(&done, words.fill("cli.say.changed", &count))
}

/// Exactly one of these was said: the arguments see to it.
fn what(db: &Db, asked: &Changing) -> Result<Change> {
    let set = |field: &str, value: &str| Change::Set {
        field: field.to_owned(),
        value: Some(value.to_owned()).filter(|value| !value.is_empty()),
    };
    if let Some(name) = &asked.tag {
        return Ok(Change::Tag { name: name.clone() });
    }
    if let Some(name) = &asked.untag {
        return Ok(Change::Untag { name: name.clone() });
    }
    if let Some(grade) = &asked.grade {
        return Ok(set("grade", grade));
    }
    if let Some(owner) = asked.owner.as_deref() {
        let id = match owner {
            "" => String::new(),
            named => db.read(|read| member_named(read, named))?.to_string(),
        };
        return Ok(set("owner", &id));
    }
    let typed = asked.set.as_deref().unwrap_or_default();
    let (field, value) = typed.split_once('=').unwrap_or((typed, ""));
    Ok(set(field, value))
}
