//! `touchline followups`.

use touchline_core::kernel::Db;
use touchline_core::lists;

use super::{list, show};
use crate::args::Rows;
use crate::failure::Result;
use crate::list::{Column, Shape};
use crate::output::Answer;
use crate::words::Words;

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

pub fn run(db: &Db, words: &Words, rows: Rows) -> Result<Answer> {
    match rows {
        Rows::List(page) => {
            let page_of = lists::followups::list;
            list(db, words, &page, ("due_on", false), COLUMNS, page_of)
        }
        Rows::Show { id } => {
            let find = lists::followups::view;
            show(db, words, id, find, |to, record| to.record(record, COLUMNS))
        }
    }
}
