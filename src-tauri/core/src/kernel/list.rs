//! Paging by key: never OFFSET. A page is found over one sort column that has an index; rows without
//! a value come last in either direction. A page from the middle is cut out of the whole order of the
//! view, which is kept. What a row shows is the noun's own query.

mod asks;
mod beside;
mod choices;
mod days;
mod fits;
mod order;

use std::collections::HashMap;

use rusqlite::params_from_iter;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};

pub use beside::{Beside, Merged};
pub use choices::{Choice, choices};
pub use days::{Holds, period};
use fits::Fits;
pub use order::{Orders, stretch};

use super::read::Read;
use super::{Error, Id, Noun, Result, text};

/// Which page of which order.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct PageInput {
    pub sort: String,
    pub desc: bool,
    /// `next` of the page before; `None`: the first page.
    pub after: Option<String>,
    pub limit: u32,
    /// Words that a row holds, or the beginning of its name, pinyin, initials or last four digits.
    pub query: Option<String>,
    /// `field=value`, on fields that the list offers; several of one field: any of them; no value: empty.
    #[serde(default)]
    #[specta(optional)]
    pub filters: Vec<String>,
    /// Place of the first row, counted from 0, instead of `after`.
    #[serde(default)]
    #[specta(optional)]
    pub from: u32,
}

impl PageInput {
    /// The first rows in one order.
    pub fn first(sort: &str, desc: bool, limit: u32) -> Self {
        PageInput {
            sort: sort.to_owned(),
            desc,
            after: None,
            limit,
            query: None,
            filters: Vec::new(),
            from: 0,
        }
    }
}

/// Row numbers of one page, in order.
pub struct Page {
    pub rows: Vec<i64>,
    pub next: Option<String>,
    /// Everything that fits, not only this page.
    pub total: i64,
    /// Where nothing fits: what would, with one condition fewer.
    pub without: Vec<Without>,
}

/// A page as a screen shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Listed<Row> {
    pub rows: Vec<Row>,
    pub next: Option<String>,
    pub total: i64,
    pub without: Vec<Without>,
}

impl Page {
    /// The page with what a query found for its row numbers, in any order.
    pub fn with<Row>(self, found: impl IntoIterator<Item = (i64, Row)>) -> Listed<Row> {
        let mut by_n: HashMap<i64, Row> = found.into_iter().collect();
        Listed {
            rows: self.rows.iter().filter_map(|n| by_n.remove(n)).collect(),
            next: self.next,
            total: self.total,
            without: self.without,
        }
    }
}

/// How many rows there would be without the filters of one field; without the query where `field` is empty.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Without {
    pub field: String,
    pub count: i64,
}

/// A sort that a list offers: its name outside and its column.
pub type Sorts = &'static [(&'static str, &'static str)];

/// What a list offers.
pub struct Offer {
    pub sorts: Sorts,
    /// Filters beside the cells that are declared filterable.
    pub filters: &'static [(&'static str, Filter)],
    /// The index that holds every column a filter may name, so that counting reads nothing else.
    pub index: Option<&'static str>,
    /// Finds further fields, of which the code does not know beforehand.
    pub more: Option<More>,
}

/// Asked with the word of the table, the field and values of it.
type Condition = fn(&Read<'_>, &str, &str, &[&str]) -> Result<Option<Beside>>;

/// Filters and sorts by fields that a team makes; each is asked with the word of the table.
pub struct More {
    /// The rows for which one of the values of the field holds; `None`: no such field.
    pub condition: Condition,
    /// The values to sort by.
    pub sorted: fn(&Read<'_>, &str, &str) -> Result<Option<Beside>>,
}

impl Offer {
    /// Sorts alone.
    pub const fn sorts(sorts: Sorts) -> Self {
        Offer {
            sorts,
            filters: &[],
            index: None,
            more: None,
        }
    }
}

/// How a filter that is no cell of the noun finds its rows.
pub enum Filter {
    /// By the id of a row of this table in this column.
    Reference(&'static str, &'static str),
    /// By a word or a number of few in this column; an empty value: rows without one.
    Word(&'static str),
    /// By the id of a tag.
    Tag,
    /// By a period, or `none`; the index begins with the column and leaves deleted rows out. The index of
    /// the offer holds the column too, unless it is a stamp.
    Days {
        column: &'static str,
        holds: Holds,
        index: &'static str,
    },
    /// By a word for bits of a number: which of them are looked at, and how they then stand.
    Bits(&'static str, &'static [(&'static str, i64, i64)]),
    /// By numbers from one to another, `10..20`.
    Range(&'static str),
    /// The same by amounts, in whole units of each row's own currency.
    Money {
        minor: &'static str,
        currency: &'static str,
    },
    /// By the month of a day of the year, "03-07", in rows for which this condition holds.
    Month {
        column: &'static str,
        of: &'static str,
    },
    /// By a part of a text. The index begins with the column and leaves out rows without one; those are found
    /// by the condition `none`.
    Part {
        column: &'static str,
        index: &'static str,
        none: &'static str,
    },
    /// By how a row of this noun is called, or by its id; `index` and `none` as above.
    Named {
        column: &'static str,
        of: fn() -> &'static Noun,
        index: &'static str,
        none: &'static str,
    },
}

impl Filter {
    /// By a period of this column.
    pub const fn days(column: &'static str, holds: Holds, index: &'static str) -> Self {
        Filter::Days {
            column,
            holds,
            index,
        }
    }
}

/// The value of a filter for rows in which a day is missing.
const NO_DAY: &str = "none";

const MOST: u32 = 500;

/// Finds one page of a noun.
pub fn page(read: &Read<'_>, noun: &Noun, offer: &Offer, input: &PageInput) -> Result<Page> {
    let limit = input.limit.clamp(1, MOST) as usize;
    if input.from > 0 {
        let from = input.from as usize;
        let order = order::whole(read, noun, offer, input)?;
        let rows = order.iter().skip(from).take(limit).copied().collect();
        return Ok(Page {
            rows,
            next: None,
            total: i64::try_from(order.len()).unwrap_or(i64::MAX),
            without: Vec::new(),
        });
    }
    let column = match sorted_by(read, noun, offer, input)? {
        Way::Column(column) => column,
        Way::Beside(beside) => return beside_page(read, noun, offer, input, &beside),
    };
    let mut fits = Fits::of(read, noun, offer, input)?;
    let total = fits.count(read)?;
    let after: Option<(Option<Value>, i64)> = input.after.as_deref().map(decode).transpose()?;
    let conditions = fits.conditions(total);
    let scan = Scan {
        table: fits.table(total),
        column,
        desc: input.desc,
        conditions: &conditions,
        values: &fits.values,
    };

    let mut found = Vec::new();
    let past_valued = matches!(&after, Some((None, _)));
    if !past_valued {
        found = scan.valued(read, after.as_ref(), limit + 1)?;
    }
    if found.len() <= limit {
        let from = if past_valued {
            after.map(|(_, n)| n)
        } else {
            None
        };
        found.extend(scan.valueless(read, from, limit + 1 - found.len())?);
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found
        .last()
        .filter(|_| more)
        .map(|(value, n)| encode(value, *n));
    Ok(Page {
        rows: found.into_iter().map(|(_, n)| n).collect(),
        next,
        total,
        without: if total == 0 && input.after.is_none() {
            without(read, noun, offer, input)?
        } else {
            Vec::new()
        },
    })
}

/// What a list is sorted by.
enum Way {
    /// A column of its table.
    Column(&'static str),
    /// Values in another table.
    Beside(Beside),
}

fn sorted_by(read: &Read<'_>, noun: &Noun, offer: &Offer, input: &PageInput) -> Result<Way> {
    let column = offer.sorts.iter().find(|(name, _)| *name == input.sort);
    if let Some((_, column)) = column {
        return Ok(Way::Column(column));
    }
    let beside = match &offer.more {
        Some(more) => (more.sorted)(read, noun.table, &input.sort)?,
        None => None,
    };
    beside
        .map(Way::Beside)
        .ok_or_else(|| Error::invalid("sort").because(&input.sort))
}

/// A page in the order of values in another table. Its cursor is a place in the kept order.
fn beside_page(
    read: &Read<'_>,
    noun: &Noun,
    offer: &Offer,
    input: &PageInput,
    beside: &Beside,
) -> Result<Page> {
    let limit = input.limit.clamp(1, MOST) as usize;
    let from = match input.after.as_deref().map(decode).transpose()? {
        Some((_, place)) => usize::try_from(place).unwrap_or(0),
        None => 0,
    };
    let (rows, total) = if from > 0 {
        let order = order::whole(read, noun, offer, input)?;
        let rows = order.iter().skip(from).take(limit).copied().collect();
        (rows, i64::try_from(order.len()).unwrap_or(i64::MAX))
    } else {
        let mut fits = Fits::of(read, noun, offer, input)?;
        let rows = beside.in_order(read, noun, &fits, input.desc, Some(limit))?;
        (rows, fits.count(read)?)
    };
    let end = (from + rows.len()) as i64;
    Ok(Page {
        next: (end < total).then(|| encode(&Value::Null, end)),
        total,
        without: if total == 0 && from == 0 {
            without(read, noun, offer, input)?
        } else {
            Vec::new()
        },
        rows,
    })
}

/// Ids of all rows that the filters leave, by row number.
pub fn ids(read: &Read<'_>, noun: &Noun, offer: &Offer, input: &PageInput) -> Result<Vec<Id>> {
    let fits = Fits::of(read, noun, offer, input)?;
    let (table, conditions) = (noun.table, fits.conditions(0));
    read.all(
        &format!("SELECT id FROM {table} WHERE {conditions} ORDER BY n"),
        params_from_iter(fits.values.iter()),
        |row| row.get(0),
    )
}

/// What taking one condition away would leave, where something would be left; each field once.
fn without(read: &Read<'_>, noun: &Noun, offer: &Offer, input: &PageInput) -> Result<Vec<Without>> {
    let mut fields: Vec<&str> = Vec::new();
    for field in input.filters.iter().filter_map(|filter| field_of(filter)) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    if input
        .query
        .as_deref()
        .is_some_and(|query| !text::fold(query).is_empty())
    {
        fields.push("");
    }
    let mut all = Vec::new();
    for field in fields {
        let mut fewer = input.clone();
        match field {
            "" => fewer.query = None,
            _ => fewer
                .filters
                .retain(|filter| field_of(filter) != Some(field)),
        }
        let count = Fits::of(read, noun, offer, &fewer)?.count(read)?;
        if count > 0 {
            all.push(Without {
                field: field.to_owned(),
                count,
            });
        }
    }
    Ok(all)
}

fn field_of(filter: &str) -> Option<&str> {
    filter.split_once('=').map(|(field, _)| field)
}

struct Scan<'a> {
    /// With the index to use, if it is ours to say.
    table: String,
    column: &'a str,
    desc: bool,
    conditions: &'a str,
    values: &'a [Value],
}

impl Scan<'_> {
    /// Rows with a value, behind those of the page before. Its last value is finished first: an index over
    /// the column alone finds "of this value, from this row on" at once, "this value and row, or more" not.
    fn valued(
        &self,
        read: &Read<'_>,
        after: Option<&(Option<Value>, i64)>,
        limit: usize,
    ) -> Result<Vec<(Value, i64)>> {
        let column = self.column;
        let Some((Some(value), n)) = after else {
            return self.where_valued(read, &format!("{column} IS NOT NULL"), &[], limit);
        };
        let beyond = if self.desc { "<" } else { ">" };
        let same = format!("{column} = ? AND n {beyond} ?");
        let mut found =
            self.where_valued(read, &same, &[value.clone(), Value::Integer(*n)], limit)?;
        if found.len() < limit {
            let rest = limit - found.len();
            let others = format!("{column} {beyond} ?");
            found.extend(self.where_valued(read, &others, std::slice::from_ref(value), rest)?);
        }
        Ok(found)
    }

    fn where_valued(
        &self,
        read: &Read<'_>,
        bound: &str,
        bounds: &[Value],
        limit: usize,
    ) -> Result<Vec<(Value, i64)>> {
        let order = if self.desc { "DESC" } else { "ASC" };
        let Scan {
            table,
            column,
            conditions,
            ..
        } = self;
        let sql = format!(
            "SELECT {column}, n FROM {table} WHERE {conditions} AND {bound}
             ORDER BY {column} {order}, n {order} LIMIT {limit}"
        );
        let values = self.values.iter().chain(bounds);
        read.all(&sql, params_from_iter(values), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    fn valueless(
        &self,
        read: &Read<'_>,
        after: Option<i64>,
        limit: usize,
    ) -> Result<Vec<(Value, i64)>> {
        let Scan {
            table,
            column,
            conditions,
            ..
        } = self;
        let mut values = self.values.to_vec();
        values.push(Value::Integer(after.unwrap_or(0)));
        let sql = format!(
            "SELECT n FROM {table} WHERE {conditions} AND {column} IS NULL AND n > ? ORDER BY n LIMIT {limit}"
        );
        read.all(&sql, params_from_iter(values.iter()), |row| {
            Ok((Value::Null, row.get(0)?))
        })
    }
}

fn encode(value: &Value, n: i64) -> String {
    let value = match value {
        Value::Integer(number) => serde_json::json!(number),
        Value::Real(number) => serde_json::json!(number),
        Value::Text(text) => serde_json::json!(text),
        Value::Null | Value::Blob(_) => serde_json::Value::Null,
    };
    serde_json::json!([value, n]).to_string()
}

fn decode(cursor: &str) -> Result<(Option<Value>, i64)> {
    let broken = || Error::invalid("after").because(cursor);
    let (value, n): (serde_json::Value, i64) =
        serde_json::from_str(cursor).map_err(|_| broken())?;
    let value = match value {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(Value::Text(text)),
        serde_json::Value::Number(number) => Some(match number.as_i64() {
            Some(whole) => Value::Integer(whole),
            None => Value::Real(number.as_f64().ok_or_else(broken)?),
        }),
        _ => return Err(broken()),
    };
    Ok((value, n))
}

/// A `WHERE n IN (…)` list: row numbers are our own, so they are written out.
pub fn numbers(rows: &[i64]) -> String {
    rows.iter()
        .map(i64::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}
