//! Showing rows to people: columns and fields are taken out of the same JSON that machines get, each
//! in the shape a reader expects.

use chrono::DateTime;
use serde_json::Value;
use touchline_core::kernel::list::PageInput;
use touchline_core::kernel::money::minor_per_major;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Db, Read};

use crate::args::Page;
use crate::failure::Result;
use crate::output::{Answer, clean, table};
use crate::words::{Words, params};

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Number,
    /// Milliseconds UTC, as a local minute.
    Moment,
    Money,
    /// A word of the window: `common.channel.*`, `cli.state.*`.
    Word(&'static str),
    /// Days late, in words; nothing while it is to come.
    Late,
}

/// A column of a list or a line of a record: its head in `cli.head.*`, where it stands, its shape.
pub type Column = (&'static str, &'static str, Shape);

/// Writes values for people.
pub struct Show<'a> {
    pub words: &'a Words,
    pub zone: Zone,
}

impl Show<'_> {
    pub fn value(&self, value: &Value, shape: Shape) -> String {
        match (shape, value) {
            (_, Value::Null) => String::new(),
            (Shape::Moment, at) => self.moment(at.as_i64().unwrap_or_default()),
            (Shape::Money, Value::Array(sums)) => {
                let sums: Vec<String> = sums.iter().map(money).collect();
                sums.join(" + ")
            }
            (Shape::Money, sum) => money(sum),
            (Shape::Word(kind), Value::Bool(yes)) => self
                .words
                .say(&format!("{kind}.{}", if *yes { "yes" } else { "no" })),
            (Shape::Word(_), Value::String(word)) if word.is_empty() => String::new(),
            (Shape::Word(kind), word) => {
                let word = word.as_str().unwrap_or_default();
                self.words.say(&format!("{kind}.{word}"))
            }
            (Shape::Late, days) => match days.as_i64().unwrap_or_default() {
                days if days > 0 => {
                    let count = params([("count", days.to_string())]);
                    self.words.fill("common.day.late", &count)
                }
                _ => String::new(),
            },
            (_, Value::String(text)) => text.clone(),
            (_, Value::Array(parts)) => {
                let parts: Vec<&str> = parts.iter().filter_map(Value::as_str).collect();
                parts.join(", ")
            }
            (_, other) => other.to_string(),
        }
    }

    pub fn moment(&self, at: i64) -> String {
        let moment = DateTime::from_timestamp_millis(at).unwrap_or_default();
        moment
            .with_timezone(&self.zone.0)
            .format("%Y-%m-%d %H:%M")
            .to_string()
    }

    /// Rows as a table.
    pub fn rows(&self, rows: &[Value], columns: &[Column]) -> String {
        let head = |(head, _, _): &Column| self.words.say(&format!("cli.head.{head}"));
        let heads: Vec<String> = columns.iter().map(head).collect();
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                let cell = |(_, at, shape): &Column| {
                    self.value(row.pointer(at).unwrap_or(&Value::Null), *shape)
                };
                columns.iter().map(cell).collect()
            })
            .collect();
        let right = |(_, _, shape): &Column| matches!(shape, Shape::Number | Shape::Money);
        table(
            &heads,
            &cells,
            &columns.iter().map(right).collect::<Vec<_>>(),
        )
    }

    /// Rows as a table and, where `total` is known, how many of how many they are; a word where there are
    /// none.
    pub fn listed(&self, rows: &[Value], columns: &[Column], total: Option<i64>) -> String {
        if rows.is_empty() {
            return self.words.say("cli.say.none");
        }
        let table = self.rows(rows, columns);
        let Some(total) = total else {
            return table;
        };
        let count = params([
            ("shown", rows.len().to_string()),
            ("total", total.to_string()),
        ]);
        format!("{table}\n{}", self.words.fill("cli.say.total", &count))
    }

    /// A record as lines of head and value; empty ones are left out.
    pub fn record(&self, record: &Value, columns: &[Column]) -> String {
        let mut text = String::new();
        for (head, at, shape) in columns {
            let value = self.value(record.pointer(at).unwrap_or(&Value::Null), *shape);
            if !value.is_empty() {
                let head = self.words.say(&format!("cli.head.{head}"));
                text.push_str(&format!("{head}: {}\n", clean(&value)));
            }
        }
        text
    }

    /// A part of a record under its title; left out when there is nothing in it.
    pub fn part(&self, record: &Value, title: &str, at: &str, columns: &[Column]) -> String {
        match record.pointer(at).and_then(Value::as_array) {
            Some(rows) if !rows.is_empty() => {
                let title = self.words.say(&format!("cli.part.{title}"));
                format!("\n{title}\n{}", self.rows(rows, columns))
            }
            _ => String::new(),
        }
    }
}

fn money(sum: &Value) -> String {
    let minor = sum["minor"].as_i64().unwrap_or_default();
    let currency = sum["currency"].as_str().unwrap_or_default();
    let per = minor_per_major(currency);
    let whole = grouped(minor / per);
    match (minor % per).abs() {
        0 => format!("{currency} {whole}"),
        rest => format!(
            "{currency} {whole}.{rest:0digits$}",
            digits = per.ilog10() as usize
        ),
    }
}

fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// Reads pages until there are as many rows as were asked for, and shows them.
pub fn list<P: serde::Serialize>(
    db: &Db,
    words: &Words,
    asked: &Page,
    sort: (&str, bool),
    columns: &[Column],
    page: impl Fn(&Read<'_>, &PageInput) -> touchline_core::kernel::Result<P>,
) -> Result<Answer> {
    const MOST: usize = 500;
    let (usual, usual_desc) = sort;
    let mut input = PageInput {
        sort: asked.sort.clone().unwrap_or_else(|| usual.to_owned()),
        desc: asked.desc || (asked.sort.is_none() && usual_desc),
        after: None,
        limit: 0,
        query: asked.query.clone(),
        filters: asked.filter.clone(),
        from: 0,
    };
    let mut rows: Vec<Value> = Vec::new();
    let (mut total, mut next);
    loop {
        let left = asked.limit.saturating_sub(rows.len()).clamp(1, MOST);
        input.limit = u32::try_from(left).unwrap_or(u32::MAX);
        let found = crate::output::value(&db.read(|read| page(read, &input))?)?;
        rows.extend(found["rows"].as_array().cloned().unwrap_or_default());
        total = found["total"].clone();
        next = found["next"].clone();
        input.after = next.as_str().map(str::to_owned);
        if input.after.is_none() || rows.len() >= asked.limit {
            break;
        }
    }
    let zone = db.read(|read| Ok(read.zone))?;
    let text = Show { words, zone }.listed(&rows, columns, total.as_i64());
    Answer::new(
        &serde_json::json!({ "rows": rows, "next": next, "total": total }),
        text,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn money_is_grouped_and_keeps_its_cents() {
        assert_eq!(
            money(&json!({ "minor": 8_600_000, "currency": "CNY" })),
            "CNY 86,000"
        );
        assert_eq!(
            money(&json!({ "minor": -123_405, "currency": "EUR" })),
            "EUR -1,234.05"
        );
        assert_eq!(
            money(&json!({ "minor": 1_500, "currency": "JPY" })),
            "JPY 1,500"
        );
    }
}
