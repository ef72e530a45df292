//! `touchline history`, `actions`, `undo`, `redo`.

use touchline_core::actions::{self, ActionLine, ActionsInput};
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
    ("what", "/part/name", Shape::Text),
    ("field", "/field", Shape::Word("fields")),
    ("old", "/old", Shape::Text),
    ("new", "/new", Shape::Text),
    ("line", "/line", Shape::Text),
    ("id", "/row", Shape::Text),
];

pub fn of(db: &Db, words: &Words, id: Id) -> Result<Answer> {
    let (lines, zone) = db.read(|read| Ok((records::history(read, id)?, read.zone)))?;
    let rows: Vec<_> = lines.iter().map(value).collect::<Result<_>>()?;
    let text = Show { words, zone }.rows(&rows, COLUMNS);
    Answer::new(&serde_json::json!({ "rows": rows }), text)
}

/// Sets a field to what it held before a line of the history.
pub fn bring_back(db: &Db, words: &Words, row: Id, line: &str, field: &str) -> Result<Answer> {
    let written = records::restore(db, row, line, field)?;
    Answer::new(
        &serde_json::json!({ "action": written.action }),
        words.say("cli.say.value_back"),
    )
}

pub fn undo(db: &Db, words: &Words, action: Option<Id>) -> Result<Answer> {
    told(&db.undo(action)?, words, "cli.say.undone")
}

pub fn redo(db: &Db, words: &Words, action: Option<Id>) -> Result<Answer> {
    told(&db.redo(action)?, words, "cli.say.redone")
}

const DONE: &[Column] = &[
    ("when", "/at", Shape::Moment),
    ("member", "/member", Shape::Text),
    ("action", "/label", Shape::Word("actions")),
    ("what", "/subject", Shape::Text),
    ("changes", "/changes", Shape::Number),
    ("stands", "/live", Shape::Word("cli.stands")),
    ("id", "/id", Shape::Text),
];

pub fn actions(
    db: &Db,
    words: &Words,
    limit: u32,
    member: Option<Id>,
    label: Option<String>,
) -> Result<Answer> {
    let input = ActionsInput {
        member,
        label,
        after: None,
        limit,
    };
    let page = actions::list(db, &input)?;
    done(db, words, &page.rows, page.total)
}

/// What would have to be taken back first.
pub fn in_the_way(db: &Db, words: &Words, action: Id) -> Result<Answer> {
    let rows = actions::in_the_way(db, action)?;
    let total = rows.len() as i64;
    done(db, words, &rows, total)
}

fn done(db: &Db, words: &Words, lines: &[ActionLine], total: i64) -> Result<Answer> {
    let zone = db.read(|read| Ok(read.zone))?;
    let rows: Vec<_> = lines.iter().map(value).collect::<Result<_>>()?;
    let text = Show { words, zone }.listed(&rows, DONE, Some(total));
    Answer::new(&serde_json::json!({ "rows": rows, "total": total }), text)
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
