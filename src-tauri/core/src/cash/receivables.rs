//! Receivables: what is still open of all plans, by age, and who owes it. Everything is read off what the
//! projection keeps; no receipt is looked at.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::Row;
use serde::{Deserialize, Serialize};

use super::record::days_to;
use super::sums;
use crate::kernel::money::Money;
use crate::kernel::{Id, Read, Result};
use crate::{root_of, words};

words! {
    /// What the rows of the list are.
    pub enum ReceivablesBy {
        Deal = "deal",
        Organization = "organization",
    }
}

words! {
    /// How long something has been due.
    pub enum Age {
        NotDue = "not_due",
        To30 = "to_30",
        To60 = "to_60",
        To90 = "to_90",
        Over90 = "over_90",
        /// It waits for something that has no day yet.
        Undated = "undated",
    }
}

impl Age {
    fn of(days_late: Option<i64>) -> Self {
        match days_late {
            None => Age::Undated,
            Some(..=0) => Age::NotDue,
            Some(1..=30) => Age::To30,
            Some(31..=60) => Age::To60,
            Some(61..=90) => Age::To90,
            Some(91..) => Age::Over90,
        }
    }
}

/// Which receivables.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ReceivablesInput {
    pub by: ReceivablesBy,
    /// So many rows at most; sums are over all.
    pub limit: u32,
}

/// What is open, by age and by who owes it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Receivables {
    /// The day on which ages are counted.
    pub day: String,
    /// One sum a currency.
    pub sum: Vec<Money>,
    /// Parts of plans that are open.
    pub count: i64,
    /// Of these, parts whose amount nobody knows: in no sum.
    pub unknown: i64,
    /// All ages in their order.
    pub ages: Vec<AgeSum>,
    /// What is due longest stands first.
    pub rows: Vec<ReceivableRow>,
    /// Rows behind these.
    pub more: i64,
}

/// What is open at one age.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct AgeSum {
    pub age: Age,
    pub count: i64,
    pub sum: Vec<Money>,
    pub unknown: i64,
}

/// What a deal or an organization still owes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ReceivableRow {
    /// The deal's or organization's id; `None`: deals without an organization.
    pub id: Option<Id>,
    pub name: Option<String>,
    /// The organization of a deal.
    pub organization: Option<String>,
    pub sum: Vec<Money>,
    pub count: i64,
    pub unknown: i64,
    /// All ages in their order.
    pub ages: Vec<AgeSum>,
    /// The earliest day that counts.
    pub due_on: Option<String>,
    pub days_late: Option<i64>,
}

/// Sums of one age, per currency.
#[derive(Debug, Default, Clone)]
struct Heap {
    count: i64,
    unknown: i64,
    sums: BTreeMap<String, i128>,
}

impl Heap {
    fn add(&mut self, currency: &str, open: Option<i128>) {
        self.count += 1;
        match (open, self.sums.get_mut(currency)) {
            (None, _) => self.unknown += 1,
            (Some(open), Some(sum)) => *sum += open,
            (Some(open), None) => {
                self.sums.insert(currency.to_owned(), open);
            }
        }
    }

    fn money(&self) -> Vec<Money> {
        let one = |(currency, sum): (&String, &i128)| Money {
            minor: sums::kept(*sum),
            currency: currency.clone(),
        };
        self.sums.iter().map(one).collect()
    }
}

/// Everything open of one deal, one organization, or all.
#[derive(Debug, Default, Clone)]
struct Owed {
    all: Heap,
    ages: [Heap; Age::ALL.len()],
    due: Option<String>,
}

impl Owed {
    fn add(&mut self, open: &Open, age: Age) {
        self.all.add(&open.currency, open.open);
        self.ages[age as usize].add(&open.currency, open.open);
        let earlier = match (&self.due, &open.due) {
            (Some(known), Some(due)) => due < known,
            (None, Some(_)) => true,
            (_, None) => false,
        };
        if earlier {
            self.due.clone_from(&open.due);
        }
    }

    fn ages(&self) -> Vec<AgeSum> {
        let one = |(age, heap): (&Age, &Heap)| AgeSum {
            age: *age,
            count: heap.count,
            sum: heap.money(),
            unknown: heap.unknown,
        };
        Age::ALL.iter().zip(&self.ages).map(one).collect()
    }
}

/// An open part of a plan. `key`: row number of its deal or organization.
struct Open {
    key: Option<i64>,
    due: Option<String>,
    currency: String,
    open: Option<i128>,
}

/// FROM and WHERE of the open parts of plans.
pub(super) const OPEN: &str = "FROM plan_items i INDEXED BY plan_items_open
   JOIN contracts c ON c.id = i.contract AND c.deleted_at IS NULL
   JOIN deals d ON d.id = c.deal AND d.deleted_at IS NULL";

/// What is open on the workspace's day.
pub fn list(read: &Read<'_>, input: &ReceivablesInput) -> Result<Receivables> {
    let today = read.today();
    let mut all = Owed::default();
    let mut rows: HashMap<Option<i64>, Owed> = HashMap::new();
    for open in open(read, input.by)? {
        let late = days_late(today, open.due.as_deref());
        let age = Age::of(late);
        all.add(&open, age);
        rows.entry(open.key).or_default().add(&open, age);
    }
    let mut rows: Vec<(Option<i64>, Owed)> = rows.into_iter().collect();
    // Without a day last; at one day the older row first.
    rows.sort_by(|(one, a), (other, b)| {
        let key = |key: &Option<i64>, owed: &Owed| (owed.due.is_none(), owed.due.clone(), *key);
        key(one, a).cmp(&key(other, b))
    });
    let more = rows.len().saturating_sub(input.limit as usize) as i64;
    rows.truncate(input.limit as usize);
    Ok(Receivables {
        day: today.to_string(),
        sum: all.all.money(),
        count: all.all.count,
        unknown: all.all.unknown,
        ages: all.ages(),
        rows: named(read, input.by, rows, today)?,
        more,
    })
}

fn open(read: &Read<'_>, by: ReceivablesBy) -> Result<Vec<Open>> {
    let key = match by {
        ReceivablesBy::Deal => "d.n",
        ReceivablesBy::Organization => concat!(
            "(SELECT o.n FROM organizations o WHERE o.id = ",
            root_of!("organizations", "d.organization"),
            ")"
        ),
    };
    let sql = format!(
        "SELECT {key}, i.due_now, c.currency, i.worth_minor, i.paid_minor {OPEN} WHERE i.settled = 0"
    );
    read.all(&sql, [], |row| {
        Ok(Open {
            key: row.get(0)?,
            due: row.get(1)?,
            currency: row.get(2)?,
            open: open_of(row, 3)?,
        })
    })
}

/// Worth minus what was paid, from two columns.
pub(super) fn open_of(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<i128>> {
    let worth: Option<i64> = row.get(at)?;
    let paid: i64 = row.get(at + 1)?;
    Ok(worth.map(|worth| i128::from(worth) - i128::from(paid)))
}

pub(super) fn days_late(today: NaiveDate, due: Option<&str>) -> Option<i64> {
    due.and_then(|due| days_to(today, due)).map(|days| -days)
}

/// The rows with what they are called, asked for all of them at once.
fn named(
    read: &Read<'_>,
    by: ReceivablesBy,
    rows: Vec<(Option<i64>, Owed)>,
    today: NaiveDate,
) -> Result<Vec<ReceivableRow>> {
    let keys: Vec<String> = rows
        .iter()
        .filter_map(|(key, _)| key.map(|key| key.to_string()))
        .collect();
    let keys = keys.join(",");
    let sql = match by {
        ReceivablesBy::Deal => format!(
            "SELECT d.n, d.id, d.name, o.name FROM deals d LEFT JOIN organizations o ON o.id = {}
             WHERE d.n IN ({keys})",
            root_of!("organizations", "d.organization")
        ),
        ReceivablesBy::Organization => {
            format!("SELECT n, id, name, NULL FROM organizations WHERE n IN ({keys})")
        }
    };
    type Called = (Id, String, Option<String>);
    let called = read.uncached(&sql, |row| {
        let called: Called = (row.get(1)?, row.get(2)?, row.get(3)?);
        Ok((row.get::<_, i64>(0)?, called))
    })?;
    let called: HashMap<i64, Called> = called.into_iter().collect();
    let row = |(key, owed): (Option<i64>, Owed)| {
        let called = key.and_then(|key| called.get(&key)).cloned();
        let (id, name, organization) = match called {
            Some((id, name, organization)) => (Some(id), Some(name), organization),
            None => (None, None, None),
        };
        ReceivableRow {
            id,
            name,
            organization,
            sum: owed.all.money(),
            count: owed.all.count,
            unknown: owed.all.unknown,
            ages: owed.ages(),
            days_late: days_late(today, owed.due.as_deref()),
            due_on: owed.due,
        }
    };
    Ok(rows.into_iter().map(row).collect())
}
