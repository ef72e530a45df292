//! `touchline people`.

use touchline_core::kernel::Db;
use touchline_core::{lists, records};

use super::{list, show};
use crate::args::Rows;
use crate::failure::Result;
use crate::list::{Column, Shape};
use crate::output::Answer;
use crate::words::Words;

const COLUMNS: &[Column] = &[
    ("name", "/name", Shape::Text),
    ("organization", "/organization", Shape::Text),
    ("title", "/title", Shape::Text),
    ("grade", "/grade", Shape::Text),
    ("stage", "/stage", Shape::Text),
    ("touches", "/touch_count", Shape::Number),
    ("last_touch", "/last_touch_at", Shape::Moment),
    ("next", "/next/title", Shape::Text),
    ("due", "/next/due_on", Shape::Text),
    ("tail", "/phone_tail", Shape::Text),
    ("id", "/id", Shape::Text),
];

/// Deals as records of people and organizations show them.
pub const DEALS: &[Column] = &[
    ("deal", "/name", Shape::Text),
    ("stage", "/stage", Shape::Text),
    ("days", "/days_in_stage", Shape::Number),
    ("amount", "/amount", Shape::Money),
    ("holder", "/holder/name", Shape::Text),
    ("id", "/id", Shape::Text),
];

/// Promises as records show them.
pub const PROMISES: &[Column] = &[
    ("due", "/due_on", Shape::Text),
    ("late", "/days_late", Shape::Late),
    ("what", "/title", Shape::Text),
    ("channel", "/channel", Shape::Word("common.channel")),
];

/// Touchpoints and stage moves as records show them.
pub const TIMELINE: &[Column] = &[
    ("when", "/at", Shape::Moment),
    ("channel", "/channel", Shape::Word("common.channel")),
    ("stage", "/stage", Shape::Text),
    ("member", "/member", Shape::Text),
    ("what", "/summary", Shape::Text),
    ("tags", "/tags", Shape::Text),
];

pub fn run(db: &Db, words: &Words, rows: Rows) -> Result<Answer> {
    match rows {
        Rows::List(page) => list(
            db,
            words,
            &page,
            ("name", false),
            COLUMNS,
            lists::people::list,
        ),
        Rows::Show { id } => show(db, words, id, records::person, |to, record| {
            let head = to.record(
                record,
                &[
                    ("name", "/person/name", Shape::Text),
                    ("kind", "/person/kind", Shape::Word("common.kind")),
                    ("grade", "/person/grade", Shape::Text),
                    ("organization", "/positions/0/organization", Shape::Text),
                    ("title", "/positions/0/title", Shape::Text),
                    ("city", "/person/city", Shape::Text),
                    ("source", "/source", Shape::Text),
                    ("tags", "/tags", Shape::Text),
                    ("holder", "/owner/name", Shape::Text),
                    ("touches", "/touch_count", Shape::Number),
                    ("last_touch", "/last_touch_at", Shape::Moment),
                ],
            );
            let contacts = [
                ("kind", "/kind", Shape::Word("common.identifier")),
                ("value", "/shown", Shape::Text),
            ];
            [
                head,
                to.part(record, "identifiers", "/identifiers", &contacts),
                to.part(record, "followups", "/followups", PROMISES),
                to.part(record, "deals", "/deals", DEALS),
                to.part(record, "fields", "/fields", super::fields::HELD),
                to.part(record, "timeline", "/timeline/items", TIMELINE),
            ]
            .concat()
        }),
    }
}
