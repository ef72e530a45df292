//! Which rows a query and filters leave, as a condition on the table.

use rusqlite::types::{ToSql, Value};
use rusqlite::{params, params_from_iter};

use super::{Beside, Filter, Holds, NO_DAY, Offer, PageInput, asks, days, numbers};
use crate::kernel::read::Read;
use crate::kernel::record::{self, Trait};
use crate::kernel::{Cell, Error, Id, Noun, Result, index, same, text, words};

/// Up to how many rows are picked out by the filters first and then sorted; of more, a page is found
/// sooner in the order of the sort.
const FEW: i64 = 3_000;

/// The rows that query and filters leave.
pub(super) struct Fits {
    table: &'static str,
    /// `{+}` stands before each column that a filter names; see [`Fits::conditions`].
    conditions: String,
    /// The condition of rows that are shown at all.
    stands: &'static str,
    pub values: Vec<Value>,
    /// Holds all columns that the conditions name.
    index: Option<&'static str>,
    /// Finds the rows of one filter where that is all they must fit, or where `index` does not hold its column.
    narrow: Option<&'static str>,
    /// One field is filtered by.
    alone: bool,
    /// The field at hand is asked for by one value: only then is an index sure to find its rows.
    one: bool,
    /// Words that many rows fit are asked for.
    many_worded: bool,
    /// Values in other tables; their own stand behind those of `conditions`.
    beside: Vec<Beside>,
}

impl Fits {
    pub fn of(read: &Read<'_>, noun: &Noun, offer: &Offer, input: &PageInput) -> Result<Fits> {
        let mut fits = Fits {
            table: noun.table,
            conditions: noun.stands().to_owned(),
            stands: noun.stands(),
            values: Vec::new(),
            index: offer.index.filter(|_| !input.filters.is_empty()),
            narrow: None,
            alone: false,
            one: false,
            many_worded: false,
            beside: Vec::new(),
        };
        let key = input.query.as_deref().map(text::fold).unwrap_or_default();
        if !key.is_empty() {
            fits.index = None;
            let rows = worded(read, noun, &key)?;
            fits.many_worded = rows.len() as i64 > FEW;
            fits.conditions
                .push_str(" AND n IN (SELECT value FROM json_each(?))");
            fits.values.push(listed(&rows));
        }
        // Several values of one field are one condition: any of them fits.
        let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
        for filter in &input.filters {
            let (field, value) = filter
                .split_once('=')
                .ok_or_else(|| Error::invalid("filter").because(filter))?;
            match fields.iter_mut().find(|(known, _)| *known == field) {
                Some((_, values)) => values.push(value),
                None => fields.push((field, vec![value])),
            }
        }
        fits.alone = fields.len() == 1;
        for (field, values) in fields {
            if let Some(beside) = beside(read, noun, offer, field, &values)? {
                fits.beside.push(beside);
                continue;
            }
            fits.one = values.len() == 1;
            let any = values
                .into_iter()
                .map(|value| fits.condition(read, noun, offer, field, value))
                .collect::<Result<Vec<_>>>()?;
            fits.conditions
                .push_str(&format!(" AND ({})", any.join(" OR ")));
        }
        if input.query.is_some() {
            fits.narrow = None;
        }
        if !fits.beside.is_empty() {
            (fits.narrow, fits.index) = (None, None);
            let values = fits.beside.iter().flat_map(|beside| beside.values.clone());
            fits.values.extend(values);
        }
        Ok(fits)
    }

    fn condition(
        &mut self,
        read: &Read<'_>,
        noun: &Noun,
        offer: &Offer,
        field: &str,
        value: &str,
    ) -> Result<String> {
        let refused = || Error::invalid("filter").because(format!("{field}={value}"));
        match offer.filters.iter().find(|(name, _)| *name == field) {
            Some((_, Filter::Reference(column, _))) => {
                return self.equals(column, true, value);
            }
            Some((_, Filter::Word(column))) => return self.equals(column, false, value),
            Some((_, Filter::Tag)) => {
                self.index = None;
                self.values.push(filter_value(true, value)?);
                return Ok(match noun.merges() {
                    true => format!(
                        "id IN (SELECT {} FROM taggings g WHERE g.tag = ? AND g.deleted_at IS NULL)",
                        same::root_sql(noun.table, "g.target")
                    ),
                    false => {
                        "id IN (SELECT target FROM taggings WHERE tag = ? AND deleted_at IS NULL)"
                            .to_owned()
                    }
                });
            }
            Some((
                _,
                Filter::Days {
                    column,
                    holds,
                    index,
                },
            )) => {
                let column = format!("{{+}}{column}");
                if self.alone || matches!(holds, Holds::Stamp) {
                    self.narrow = Some(index);
                }
                if value == NO_DAY {
                    return Ok(format!("{column} IS NULL"));
                }
                let span = days::span(value, read.today()).ok_or_else(refused)?;
                return Ok(days::within(read, &column, *holds, span));
            }
            Some((_, filter)) => {
                let asked = asks::asked(read, noun, filter, value)?.ok_or_else(refused)?;
                self.values.extend(asked.values);
                if self.one {
                    self.narrow = asked.index.or(self.narrow);
                }
                return Ok(asked.sql);
            }
            None => {}
        }
        let cell = filterable(noun, field).ok_or_else(refused)?;
        self.equals(cell.columns[0], cell.refers().is_some(), value)
    }

    fn equals(&mut self, column: &str, is_reference: bool, value: &str) -> Result<String> {
        Ok(match value {
            "" => format!("{{+}}{column} IS NULL"),
            // A text column may hold the word, a yes-or-no column its number.
            "true" | "false" => {
                self.values.push(Value::Text(value.to_owned()));
                self.values.push(Value::Integer((value == "true").into()));
                format!("{{+}}{column} = ? OR (typeof({column}) = 'integer' AND {{+}}{column} = ?)")
            }
            _ => {
                self.values.push(filter_value(is_reference, value)?);
                format!("{{+}}{column} = ?")
            }
        })
    }

    /// How many rows are left. Few are named one by one from then on, so that they are not looked for again.
    pub fn count(&mut self, read: &Read<'_>) -> Result<i64> {
        let only_beside = self.conditions == self.stands;
        if let ([beside], true) = (&self.beside[..], only_beside) {
            return beside.count_alone(read, self.table, self.stands);
        }
        let (table, conditions) = (self.table(0), self.conditions(0));
        let values = || params_from_iter(self.values.iter());
        if !self.many_worded && (!only_beside || !self.beside.is_empty()) {
            let few: Vec<i64> = read.all(
                &format!("SELECT n FROM {table} WHERE {conditions} LIMIT {}", FEW + 1),
                values(),
                |row| row.get(0),
            )?;
            let count = few.len() as i64;
            if count <= FEW {
                self.name(&few);
                return Ok(count);
            }
        }
        read.value(
            &format!("SELECT count(*) FROM {table} WHERE {conditions}"),
            values(),
        )
    }

    fn name(&mut self, rows: &[i64]) {
        self.conditions = "n IN (SELECT value FROM json_each(?))".to_owned();
        self.values = vec![listed(rows)];
        (self.index, self.narrow) = (None, None);
        self.beside.clear();
    }

    /// The conditions. Where they leave many rows, a plus before each column keeps SQLite from picking
    /// those rows out first and sorting them: "nobody owns it" took 93 ms of 100,000 people, and 0.2 ms
    /// in the order of the sort.
    pub fn conditions(&self, left: i64) -> String {
        let sign = if left > FEW { "+" } else { "" };
        let mut conditions = self.conditions.replace("{+}", sign);
        for beside in &self.beside {
            let one = if left > FEW {
                beside.asked_of_each(self.table)
            } else {
                beside.picked_out()
            };
            conditions.push_str(&format!(" AND {one}"));
        }
        conditions
    }

    /// The table, by way of the filters where those leave few rows.
    pub fn table(&self, left: i64) -> String {
        match self.narrow.or(self.index) {
            Some(index) if left <= FEW => format!("{} INDEXED BY {index}", self.table),
            _ => self.table.to_owned(),
        }
    }
}

/// The rows that a find box is answered with, deleted ones too: by the beginnings they are called by, and by any
/// word. They are read once: count and page would each look through the text index again.
fn worded(read: &Read<'_>, noun: &Noun, key: &str) -> Result<Vec<i64>> {
    let mut rows: Vec<i64> = read.all(
        "SELECT row FROM lookup WHERE noun = ?1 AND key >= ?2 AND key < ?3",
        params![noun.no, key, format!("{key}\u{10FFFF}")],
        |row| row.get(0),
    )?;
    let terms = words::terms(key);
    if !terms.is_empty() {
        rows.extend(read.all(
            "SELECT d.row FROM search_names f CROSS JOIN search_docs d ON d.docid = f.rowid
             WHERE f.search_names MATCH ?1",
            [index::matching(noun, &terms, true)],
            |row| row.get::<_, i64>(0),
        )?);
    }
    rows.sort_unstable();
    rows.dedup();
    Ok(rows)
}

/// Row numbers as one value, for `json_each`.
fn listed(rows: &[i64]) -> Value {
    Value::Text(format!("[{}]", numbers(rows)))
}

/// A field that neither the noun nor the offer knows.
fn beside(
    read: &Read<'_>,
    noun: &Noun,
    offer: &Offer,
    field: &str,
    values: &[&str],
) -> Result<Option<Beside>> {
    let offered = offer.filters.iter().any(|(name, _)| *name == field);
    match &offer.more {
        Some(more) if !offered && filterable(noun, field).is_none() => {
            (more.condition)(read, noun.table, field, values)
        }
        _ => Ok(None),
    }
}

pub(super) fn filterable<'n>(noun: &'n Noun, field: &str) -> Option<&'n Cell> {
    noun.cells
        .iter()
        .find(|cell| cell.columns[0] == field && cell.traits.contains(&Trait::Filterable))
}

/// As text: the column's own type decides whether "007" is a number.
fn filter_value(is_reference: bool, typed: &str) -> Result<Value> {
    if is_reference {
        return record::to_value(&typed.parse::<Id>()? as &dyn ToSql);
    }
    Ok(Value::Text(typed.to_owned()))
}
