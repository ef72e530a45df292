//! `touchline bin`.

use touchline_core::bin::{self, BinInput};
use touchline_core::kernel::{Db, Id};

use crate::args::Bin;
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

const COLUMNS: &[Column] = &[
    ("when", "/deleted_at", Shape::Moment),
    ("noun", "/kind", Shape::Word("bin.kind")),
    ("name", "/name", Shape::Text),
    ("member", "/member", Shape::Text),
    ("action", "/label", Shape::Word("actions")),
    ("id", "/id", Shape::Text),
];

pub fn run(db: &Db, words: &Words, what: Bin) -> Result<Answer> {
    match what {
        Bin::List { limit, kind } => list(db, words, limit, kind),
        Bin::Restore { ids } => restore(db, words, &ids),
        Bin::Delete { id } => delete(db, words, id),
    }
}

fn list(db: &Db, words: &Words, limit: u32, kind: Option<String>) -> Result<Answer> {
    let input = BinInput {
        kind,
        after: None,
        limit,
    };
    let (page, zone) = db.read(|read| Ok((bin::list(read, &input)?, read.zone)))?;
    let rows: Vec<_> = page.rows.iter().map(value).collect::<Result<_>>()?;
    let text = Show { words, zone }.listed(&rows, COLUMNS, None);
    Answer::new(
        &serde_json::json!({ "rows": rows, "next": page.next }),
        text,
    )
}

fn restore(db: &Db, words: &Words, ids: &[Id]) -> Result<Answer> {
    let written = bin::restore(db, ids)?;
    let count = params([("count", written.value.to_string())]);
    Answer::new(
        &serde_json::json!({ "restored": written.value, "action": written.action }),
        words.fill("cli.say.brought_back", &count),
    )
}

fn delete(db: &Db, words: &Words, id: Id) -> Result<Answer> {
    let name = db.read(|read| bin::doomed(read, id))?.name;
    let written = bin::delete(db, id)?;
    Answer::new(
        &serde_json::json!({ "action": written.action }),
        words.fill("cli.say.binned", &params([("name", name)])),
    )
}
