//! One line of a table as its fields: blank is nothing, what cannot be read is a fault with its column.
//! Not here: what the fields of a kind of table are.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate};
use csv::StringRecord;
use serde_json::{Map, Value};

use super::dates::{self, First};
use super::numbers;
use super::sources::{Shape, Use};
use super::table::Table;
use crate::fields::{self, Field};
use crate::kernel::time::Zone;
use crate::kernel::{Id, money, text};
use crate::words;

words! {
    /// Why a line failed.
    #[serde(rename = "ImportReason")]
    pub enum Reason {
        /// More or fewer cells than columns.
        RowRagged = "row_ragged",
        /// A card or an event without its end.
        CutOff = "cut_off",
        /// A meeting with nobody we know, and with nobody of name and address.
        NobodyKnown = "nobody_known",
        TextTooLong = "text_too_long",
        NameMissing = "name_missing",
        IdMissing = "id_missing",
        StageMissing = "stage_missing",
        StageUnknown = "stage_unknown",
        DateInvalid = "date_invalid",
        /// It was closed before it was begun.
        DatesReversed = "dates_reversed",
        NumberInvalid = "number_invalid",
        AmountInvalid = "amount_invalid",
        /// The same name or id stands in an earlier line of this file, with other values.
        Repeated = "repeated",
    }
}

/// The largest amount in minor units: what a window can still tell from its neighbours.
const LARGEST: i64 = 1 << 53;

/// A line that fails: why, and in which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub reason: Reason,
    pub column: Option<String>,
}

/// One line with its columns' meaning.
#[derive(Clone, Copy)]
pub struct Line<'t> {
    table: &'t Table,
    shape: &'t Shape,
    record: &'t StringRecord,
}

impl<'t> Line<'t> {
    /// A line whose cells match the columns and are short enough to be kept.
    pub fn new(
        table: &'t Table,
        shape: &'t Shape,
        record: &'t StringRecord,
    ) -> Result<Self, Fault> {
        let width = table.columns.len();
        let beyond = record
            .iter()
            .skip(width)
            .any(|cell| !cell.trim().is_empty());
        if record.len() < width || beyond {
            return Err(Fault {
                reason: table.short,
                column: None,
            });
        }
        let long = record
            .iter()
            .take(width)
            .position(|cell| cell.len() > text::MAX_TEXT);
        if let Some(at) = long {
            let column = Some(table.columns[at].clone());
            return Err(Fault {
                reason: Reason::TextTooLong,
                column,
            });
        }
        Ok(Line {
            table,
            shape,
            record,
        })
    }

    fn at(&self, field: &str) -> Option<usize> {
        self.shape
            .uses
            .iter()
            .position(|used| matches!(used, Use::Field(known) if *known == field))
    }

    /// The fault that lies in this field.
    pub fn fault(&self, reason: Reason, field: &str) -> Fault {
        Fault {
            reason,
            column: self.at(field).map(|at| self.table.columns[at].clone()),
        }
    }

    /// The text of a field; blank is nothing.
    pub fn text(&self, field: &str) -> Option<&'t str> {
        let cell = self.record.get(self.at(field)?)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    /// The texts of a field that several columns may have, each with its column.
    pub fn texts(&self, field: &'static str) -> impl Iterator<Item = (usize, &'t str)> {
        let (uses, record) = (&self.shape.uses, self.record);
        let places = uses.iter().enumerate();
        places
            .filter(move |(_, used)| **used == Use::Field(field))
            .filter_map(|(at, _)| Some((at, record.get(at)?.trim())))
            .filter(|(_, cell)| !cell.is_empty())
    }

    /// The name of the column at a place.
    pub fn column(&self, at: usize) -> &'t str {
        &self.table.columns[at]
    }

    /// The cell at a place, trimmed.
    pub fn cell(&self, at: usize) -> &'t str {
        self.record.get(at).unwrap_or_default().trim()
    }

    /// The fields of the team's own that columns become, each with its cell.
    pub fn own(&self) -> impl Iterator<Item = (&'t Field, &'t str)> {
        let (shape, record) = (self.shape, self.record);
        let places = shape.uses.iter().enumerate();
        places.filter_map(move |(at, used)| match used {
            Use::Own(no) => Some((shape.own[*no].field.as_ref()?, record.get(at)?)),
            _ => None,
        })
    }

    /// The places of their columns.
    pub fn own_places(&self) -> impl Iterator<Item = usize> {
        let places = self.shape.uses.iter().enumerate();
        places.filter_map(|(at, used)| matches!(used, Use::Own(_)).then_some(at))
    }

    /// The same as a text of its own.
    pub fn owned(&self, field: &str) -> Option<String> {
        self.text(field).map(str::to_owned)
    }

    /// The text of a field that must be there.
    pub fn required(&self, field: &str, reason: Reason) -> Result<&'t str, Fault> {
        self.text(field).ok_or_else(|| self.fault(reason, field))
    }

    /// A whole number.
    pub fn whole(&self, field: &str) -> Result<Option<i64>, Fault> {
        let read =
            |text| numbers::whole(text).ok_or_else(|| self.fault(Reason::NumberInvalid, field));
        self.text(field).map(read).transpose()
    }

    /// A moment, and whether only its day is told: at that day's noon then. One with its distance from
    /// Greenwich is taken by it, any other as the clocks of `zone` showed it.
    pub fn moment(
        &self,
        field: &str,
        order: First,
        zone: Zone,
    ) -> Result<Option<(i64, bool)>, Fault> {
        let Some(cell) = self.text(field) else {
            return Ok(None);
        };
        if let Ok(exact) = DateTime::parse_from_rfc3339(cell) {
            return Ok(Some((exact.timestamp_millis(), false)));
        }
        let day = dates::day(cell, order).ok_or_else(|| self.fault(Reason::DateInvalid, field))?;
        Ok(Some(match dates::time(cell) {
            Some(time) => (zone.instant(day.and_time(time)), false),
            None => (zone.noon(day), true),
        }))
    }

    /// A day.
    pub fn day(&self, field: &str, order: First) -> Result<Option<NaiveDate>, Fault> {
        let read =
            |text| dates::day(text, order).ok_or_else(|| self.fault(Reason::DateInvalid, field));
        self.text(field).map(read).transpose()
    }

    /// An amount in minor units.
    pub fn amount(&self, field: &str, currency: &str) -> Result<Option<i64>, Fault> {
        let read = |text| {
            numbers::plain(text)
                .and_then(|plain| money::parse_minor(&plain, currency))
                .filter(|minor| minor.abs() <= LARGEST)
                .ok_or_else(|| self.fault(Reason::AmountInvalid, field))
        };
        self.text(field).map(read).transpose()
    }

    /// The columns without a field, and these fields as they are given, as a JSON object; `None` when
    /// there is nothing to keep.
    pub fn kept(&self, fields: &[(&str, String)]) -> Result<Option<String>, Fault> {
        self.kept_with(|_, field| {
            let given = fields.iter().find(|(name, _)| *name == field);
            given.map(|(_, value)| value.as_str())
        })
    }

    /// The columns without a field, and the cells at these places as they stand.
    pub fn kept_cells(&self, places: &[usize]) -> Result<Option<String>, Fault> {
        self.kept_with(|at, _| places.contains(&at).then(|| self.record[at].trim()))
    }

    fn kept_with<'a>(
        &'a self,
        given: impl Fn(usize, &str) -> Option<&'a str>,
    ) -> Result<Option<String>, Fault> {
        let mut object = Map::new();
        for (at, used) in self.shape.uses.iter().enumerate() {
            let value = match used {
                Use::Kept => Some(self.record[at].trim()),
                Use::Field(field) => given(at, field),
                Use::Own(no) => match &self.shape.own[*no].field {
                    Some(field) if fields::read(field, &self.record[at]).is_ok() => given(at, ""),
                    _ => Some(self.record[at].trim()),
                },
                Use::Ours => None,
            };
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                object.insert(self.table.columns[at].clone(), Value::from(value));
            }
        }
        if object.is_empty() {
            return Ok(None);
        }
        let json = Value::Object(object).to_string();
        if json.len() > text::MAX_TEXT {
            return Err(Fault {
                reason: Reason::TextTooLong,
                column: None,
            });
        }
        Ok(Some(json))
    }
}

/// What a line says and of which row; nothing, when an earlier line said the same already.
pub type Told<T> = Result<Option<(Id, T)>, Fault>;

/// What the column of a field tells of the order in which its days are written.
pub fn told(table: &Table, shape: &Shape, field: &'static str) -> dates::Told {
    let at = shape
        .uses
        .iter()
        .position(|used| *used == Use::Field(field));
    dates::told(table.rows.iter().filter_map(|row| row.get(at?)))
}

/// Reads every line of a table. `claim` gives the row that a line is about; a second line about one
/// row fails in the column of `field`, unless it is equal to the first.
pub fn read_all<'t, T>(
    table: &'t Table,
    shape: &'t Shape,
    field: &str,
    parse: impl Fn(&Line<'t>) -> Result<T, Fault>,
    mut claim: impl FnMut(&T) -> Id,
) -> Vec<Told<T>> {
    let mut first: HashMap<Id, &StringRecord> = HashMap::new();
    let mut one = |record: &'t StringRecord| {
        let line = Line::new(table, shape, record)?;
        let said = parse(&line)?;
        let id = claim(&said);
        match *first.entry(id).or_insert(record) {
            earlier if std::ptr::eq(earlier, record) => Ok(Some((id, said))),
            earlier if earlier == record => Ok(None),
            _ => Err(line.fault(Reason::Repeated, field)),
        }
    };
    table.rows.iter().map(&mut one).collect()
}
