//! `touchline fields`: the fields of the team's own.

use serde_json::json;
use touchline_core::fields::{self, ChoiceInput, FieldInput, ListKind};
use touchline_core::kernel::{Db, Error, Read};

use crate::args::Fields;
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

/// Fields as `touchline fields list` shows them.
const FIELDS: &[Column] = &[
    ("what", "/noun", Shape::Text),
    ("name", "/name", Shape::Text),
    ("kind", "/kind", Shape::Word("cli.field")),
    ("id", "/id", Shape::Text),
];

/// What a record holds in them.
pub const HELD: &[Column] = &[
    ("field", "/name", Shape::Text),
    ("value", "/shown", Shape::Text),
];

pub fn run(db: &Db, words: &Words, asked: Fields) -> Result<Answer> {
    match asked {
        Fields::List => list(db, words),
        Fields::Add {
            noun,
            name,
            kind,
            choices,
        } => {
            let input = FieldInput {
                id: None,
                noun: noun.parse()?,
                name: name.clone(),
                kind: kind.parse()?,
                choices: choices
                    .into_iter()
                    .map(|name| ChoiceInput { id: None, name })
                    .collect(),
            };
            let written = fields::save(db, input)?;
            let text = words.fill("cli.say.field_made", &params([("name", name)]));
            Answer::new(
                &json!({ "id": written.value, "action": written.action }),
                text,
            )
        }
        Fields::Retire { noun, name, back } => {
            let noun: ListKind = noun.parse()?;
            let field = db.read(|read| named(read, noun, &name))?;
            let written = fields::retire(db, field.id, !back)?;
            let say = if back {
                "cli.say.field_back"
            } else {
                "cli.say.field_away"
            };
            let text = words.fill(say, &params([("name", field.name)]));
            Answer::new(&json!({ "id": field.id, "action": written.action }), text)
        }
    }
}

fn named(
    read: &Read<'_>,
    noun: ListKind,
    name: &str,
) -> touchline_core::kernel::Result<fields::Field> {
    fields::named(read, noun, name)?.ok_or_else(|| Error::absent("fields", name))
}

fn list(db: &Db, words: &Words) -> Result<Answer> {
    let (found, zone) = db.read(|read| {
        let mut all = Vec::new();
        for noun in ListKind::ALL {
            all.extend(fields::list(read, *noun)?);
        }
        Ok((all, read.zone))
    })?;
    let rows = value(&found)?.as_array().cloned().unwrap_or_default();
    let text = Show { words, zone }.listed(&rows, FIELDS, None);
    Answer::new(&json!({ "rows": rows }), text)
}
