//! `touchline history`, `undo`, `redo`.

use touchline_core::kernel::db::Undone;
use touchline_core::kernel::{Db, Id};
use touchline_core::records;

use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

const COLUMNS: &[Column] = &[
    ("when", "/at", Shape::Moment),
    ("member", "/member", Shape::Text),
    ("action", "/label", Shape::Word("actions")),
    ("field", "/field", Shape::Text),
    ("old", "/old", Shape::Text),
    ("new", "/new", Shape::Text),
];

pub fn of(db: &Db, words: &Words, id: Id) -> Result<Answer> {
    let (lines, zone) = db.read(|read| Ok((records::history(read, id)?, read.zone)))?;
    let rows: Vec<_> = lines.iter().map(value).collect::<Result<_>>()?;
    let text = Show { words, zone }.rows(&rows, COLUMNS);
    Answer::new(&serde_json::json!({ "rows": rows }), text)
}

pub fn undo(db: &Db, words: &Words, action: Option<Id>) -> Result<Answer> {
    told(&db.undo(action)?, words, "cli.say.undone")
}

pub fn redo(db: &Db, words: &Words) -> Result<Answer> {
    told(&db.redo()?, words, "cli.say.redone")
}

fn told(undone: &Undone, words: &Words, key: &str) -> Result<Answer> {
    let label = format!("actions.{}", undone.label);
    let what = words.find(&label).unwrap_or(&undone.label).to_owned();
    let named = params([
        ("what", what),
        ("subject", undone.subject.clone().unwrap_or_default()),
        ("count", undone.changes.to_string()),
    ]);
    Answer::new(undone, crate::output::clean(&words.fill(key, &named)))
}
