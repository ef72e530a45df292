//! What one quick-log line is read into. Shapes only: the rules stand in the rooms beside this one,
//! and looking people and deals up in the database is the use-case's work, not the language's.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

pub use crate::touchpoints::{Channel, Direction, Outcome};

/// Which part of the record a stretch of the line became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum SpanKind {
    Who,
    Channel,
    Direction,
    Minutes,
    When,
    Outcome,
    Sentiment,
    Next,
    Tag,
    Amount,
    Summary,
}

/// `start..end` in Unicode code points of the line. The spans of a line cover it in order, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct Span {
    pub start: usize,
    pub end: usize,
    pub kind: SpanKind,
}

/// Someone the caller found for one of `who_keys`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The caller's handle; comes back in `Who`.
    pub index: usize,
    /// As stored: 张立群, Sarah Johnson. Surname and first name are read from it.
    pub name: String,
    /// Any of full name, nicknames, pinyin, initials, last four digits of the phone; in any case or
    /// script, they are folded here.
    pub keys: Vec<String>,
}

/// What to look up before parsing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhoKey {
    /// Equal to a key of the person: name, nickname, pinyin or initials without spaces, digits.
    Exact(String),
    /// Everyone with this surname, in Han (张) or in Latin letters (zhang); a Latin one may also be
    /// a first name.
    Surname(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    None,
    Known(usize),
    New(String),
    /// The words as typed, and every candidate they fit.
    Several(String, Vec<usize>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextRead {
    /// Never empty: 跟进 / Follow up where the line names a day but nothing to do.
    pub title: String,
    pub due_on: Option<NaiveDate>,
    pub due_time: Option<NaiveTime>,
    /// The words whose day must be asked (年后, 2月30日); `due_on` is then `None`.
    pub ask: Option<String>,
    pub channel: Option<Channel>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AmountRead {
    /// In hundredths, in whole units for JPY and KRW.
    pub minor: i64,
    /// ISO 4217; `None` when the line names no currency.
    pub currency: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineRead {
    pub raw: String,
    pub spans: Vec<Span>,
    pub who: Who,
    pub channel: Channel,
    pub channel_given: bool,
    pub direction: Direction,
    pub direction_given: bool,
    pub minutes: Option<u32>,
    pub at: DateTime<Utc>,
    /// Only the day is known; `at` then stands at 12:00 that day in the zone.
    pub day_only: bool,
    pub at_given: bool,
    pub outcome: Option<Outcome>,
    /// −2…+2
    pub sentiment: Option<i8>,
    pub next: Option<NextRead>,
    pub tags: Vec<String>,
    pub amount: Option<AmountRead>,
    pub summary: String,
}
