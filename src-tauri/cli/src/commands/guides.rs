//! `touchline guides` and `touchline interviews`.

use serde_json::{Value, json};
use touchline_core::guides;
use touchline_core::kernel::{Db, Id};

use crate::args::{Guides, Interviews};
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::Words;

const GUIDES: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("channel", "/channel", Shape::Word("common.channel")),
    ("version", "/version", Shape::Number),
    ("questions", "/questions", Shape::Number),
    ("interviews", "/interviews", Shape::Number),
    ("id", "/id", Shape::Text),
];

const INTERVIEWS: &[Column] = &[
    ("when", "/at", Shape::Moment),
    ("guide", "/guide_name", Shape::Text),
    ("person", "/person/name", Shape::Text),
    ("state", "/state", Shape::Word("interviews.state")),
    ("answered", "/answered", Shape::Number),
    ("no_answer", "/no_answer", Shape::Number),
    ("questions", "/questions", Shape::Number),
    ("id", "/id", Shape::Text),
];

const SHEET: &[Column] = &[
    ("guide", "/guide_name", Shape::Text),
    ("version", "/version", Shape::Number),
    ("person", "/person/name", Shape::Text),
    ("when", "/at", Shape::Moment),
    ("member", "/member", Shape::Text),
    ("channel", "/channel", Shape::Word("common.channel")),
    ("minutes", "/minutes", Shape::Number),
    ("state", "/state", Shape::Word("interviews.state")),
    ("consent", "/consent", Shape::Word("interviews.consentWord")),
    ("note", "/summary", Shape::Text),
];

const ANSWERS: &[Column] = &[
    ("question", "/text", Shape::Text),
    ("state", "/state", Shape::Word("interviews.answer")),
    ("answer", "/answer", Shape::Text),
];

pub fn guides(db: &Db, words: &Words, verb: Guides) -> Result<Answer> {
    match verb {
        Guides::List => rows(db, words, &db.read(guides::list)?, "/name", GUIDES),
        Guides::Show { id } => show_guide(db, words, id),
    }
}

fn show_guide(db: &Db, words: &Words, id: Id) -> Result<Answer> {
    let (record, zone) = db.read(|read| Ok((guides::record(read, id)?, read.zone)))?;
    let record = value(&record)?;
    let mut shown = record["guide"].clone();
    name(words, &mut shown, "/name");
    let mut text = Show { words, zone }.record(&shown, GUIDES);
    for (at, question) in record["questions"]
        .as_array()
        .into_iter()
        .flatten()
        .enumerate()
    {
        for wording in question["wordings"].as_array().into_iter().flatten() {
            let said = |key: &str| wording[key].as_str().unwrap_or_default().to_owned();
            text.push_str(&format!(
                "{:>3}  {:<8} {}\n",
                at + 1,
                said("lang"),
                said("text")
            ));
        }
    }
    Answer::new(&record, text)
}

pub fn interviews(db: &Db, words: &Words, verb: Interviews) -> Result<Answer> {
    match verb {
        Interviews::List { limit, unfinished } => {
            let found = db.read(|read| match unfinished {
                true => guides::unfinished(read, None),
                false => guides::latest(read, limit),
            })?;
            rows(db, words, &found, "/guide_name", INTERVIEWS)
        }
        Interviews::Show { id } => {
            let (sheet, zone) = db.read(|read| Ok((guides::sheet(read, id)?, read.zone)))?;
            let sheet = value(&sheet)?;
            let mut shown = sheet.clone();
            name(words, &mut shown, "/guide_name");
            let show = Show { words, zone };
            let text = show.record(&consented(shown), SHEET)
                + &show.part(&sheet, "answers", "/questions", ANSWERS);
            Answer::new(&sheet, text)
        }
    }
}

/// A word for yes and no.
fn consented(mut sheet: Value) -> Value {
    if let Some(given) = sheet["consent"].as_bool() {
        sheet["consent"] = json!(if given { "yes" } else { "no" });
    }
    sheet
}

/// Built-in guides are called by our word for them.
fn name(words: &Words, row: &mut Value, at: &str) {
    let key = row["builtin"]
        .as_str()
        .map(|key| format!("guides.builtin.{key}"));
    if let (Some(word), Some(name)) = (key.and_then(|key| words.find(&key)), row.pointer_mut(at)) {
        *name = json!(word);
    }
}

fn rows<T: serde::Serialize>(
    db: &Db,
    words: &Words,
    found: &[T],
    named: &str,
    columns: &[Column],
) -> Result<Answer> {
    let zone = db.read(|read| Ok(read.zone))?;
    let found = value(&found)?;
    let mut shown = found.as_array().cloned().unwrap_or_default();
    shown.iter_mut().for_each(|row| name(words, row, named));
    let text = Show { words, zone }.listed(&shown, columns, i64::try_from(shown.len()).ok());
    Answer::new(&json!({ "rows": found, "total": shown.len() }), text)
}
