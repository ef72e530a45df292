//! `touchline organizations`.

use touchline_core::kernel::Db;
use touchline_core::{lists, records};

use super::people::{DEALS, PROMISES, TIMELINE};
use super::{list, show};
use crate::args::Rows;
use crate::failure::Result;
use crate::list::{Column, Shape};
use crate::output::Answer;
use crate::words::Words;

const COLUMNS: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("industry", "/industry", Shape::Text),
    ("region", "/region", Shape::Text),
    ("people", "/people", Shape::Number),
    ("deals_open", "/deals_open", Shape::Number),
    ("last_touch", "/last_touch_at", Shape::Moment),
    ("id", "/id", Shape::Text),
];

/// People as records of organizations and deals show them.
const STAFF: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("title", "/title", Shape::Text),
    ("id", "/id", Shape::Text),
];

pub fn run(db: &Db, words: &Words, rows: Rows) -> Result<Answer> {
    match rows {
        Rows::List(page) => {
            let page_of = lists::organizations::list;
            list(db, words, &page, ("name", false), COLUMNS, page_of)
        }
        Rows::Show { id } => show(db, words, id, records::organization, |to, record| {
            let head = to.record(
                record,
                &[
                    ("name", "/organization/name", Shape::Text),
                    ("parent", "/parent/name", Shape::Text),
                    ("industry", "/organization/industry", Shape::Text),
                    ("region", "/organization/region", Shape::Text),
                    ("grade", "/organization/grade", Shape::Text),
                    ("employees", "/organization/employees", Shape::Number),
                    ("touches", "/touch_count", Shape::Number),
                    ("last_touch", "/last_touch_at", Shape::Moment),
                ],
            );
            [
                head,
                to.part(record, "people", "/people", STAFF),
                to.part(record, "followups", "/followups", PROMISES),
                to.part(record, "deals", "/deals", DEALS),
                to.part(record, "fields", "/fields", super::fields::HELD),
                to.part(record, "timeline", "/timeline/items", TIMELINE),
            ]
            .concat()
        }),
    }
}
