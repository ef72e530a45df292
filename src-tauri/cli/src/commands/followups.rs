//! `touchline followups`.

use touchline_core::kernel::{Db, Error};
use touchline_core::{exchange, lists};

use super::{list, show};
use crate::args::Followups;
use crate::failure::Result;
use crate::list::{Column, Shape};
use crate::output::Answer;
use crate::words::{Words, params};

const COLUMNS: &[Column] = &[
    ("due", "/due_on", Shape::Text),
    ("late", "/days_late", Shape::Late),
    ("state", "/state", Shape::Word("cli.state")),
    ("person", "/person/name", Shape::Text),
    ("organization", "/organization", Shape::Text),
    ("what", "/title", Shape::Text),
    ("channel", "/channel", Shape::Word("common.channel")),
    ("member", "/member/name", Shape::Text),
    ("id", "/id", Shape::Text),
];

pub fn run(db: &Db, words: &Words, what: Followups) -> Result<Answer> {
    match what {
        Followups::List(page) => {
            let page_of = lists::followups::list;
            list(db, words, &page, ("due_on", false), COLUMNS, page_of)
        }
        Followups::Show { id } => {
            let find = lists::followups::view;
            show(db, words, id, find, |to, record| to.record(record, COLUMNS))
        }
        Followups::Export { file } => {
            let calendar = db.read(exchange::calendar)?;
            std::fs::write(&file, calendar).map_err(Error::from)?;
            let named = params([("file", file.display().to_string())]);
            Answer::new(
                &serde_json::json!({ "file": file }),
                words.fill("cli.say.report", &named),
            )
        }
    }
}
