//! `touchline touchpoints`.

use touchline_core::kernel::Db;
use touchline_core::touchpoints;

use super::{list, show};
use crate::args::Rows;
use crate::failure::Result;
use crate::list::{Column, Shape};
use crate::output::Answer;
use crate::words::Words;

const COLUMNS: &[Column] = &[
    ("when", "/at", Shape::Moment),
    ("channel", "/channel", Shape::Word("common.channel")),
    ("direction", "/direction", Shape::Word("common.direction")),
    ("person", "/person/name", Shape::Text),
    ("organization", "/organization", Shape::Text),
    ("outcome", "/outcome", Shape::Word("common.outcome")),
    ("minutes", "/minutes", Shape::Number),
    ("feeling", "/sentiment", Shape::Number),
    ("member", "/member", Shape::Text),
    ("what", "/summary", Shape::Text),
    ("tags", "/tags", Shape::Text),
    ("id", "/id", Shape::Text),
];

pub fn run(db: &Db, words: &Words, rows: Rows) -> Result<Answer> {
    match rows {
        Rows::List(page) => list(db, words, &page, ("at", true), COLUMNS, touchpoints::list),
        Rows::Show { id } => show(db, words, id, touchpoints::view, |to, record| {
            let line = [
                ("line", "/raw", Shape::Text),
                ("deal", "/deal", Shape::Text),
            ];
            to.record(record, COLUMNS) + &to.record(record, &line)
        }),
    }
}
