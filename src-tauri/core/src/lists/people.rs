//! The list of people.

use serde::Serialize;

use crate::followups::{NextStep, earliest, next_step};
use crate::kernel::list::{self, PageInput};
use crate::kernel::{Id, Read, Record, Result};
use crate::people::{CURRENT_POSITION, Grade, Person};

/// One line of the list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PeopleRow {
    pub id: Id,
    pub name: String,
    pub organization: Option<String>,
    pub title: Option<String>,
    pub grade: Option<Grade>,
    /// Stage of the latest open deal.
    pub stage: Option<String>,
    pub touch_count: i64,
    pub last_touch_at: Option<i64>,
    pub next: Option<NextStep>,
    /// Last four digits.
    pub phone_tail: Option<String>,
}

/// One page of the list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PeoplePage {
    pub rows: Vec<PeopleRow>,
    pub next: Option<String>,
    pub total: i64,
}

const SORTS: list::Sorts = &[
    ("name", "sort_key"),
    ("last_touch_at", "last_touch_at"),
    ("touch_count", "touch_count"),
];

/// One page of people.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<PeoplePage> {
    let page = list::page(read, Person::noun(), SORTS, input)?;
    let today = read.today();
    let sql = format!(
        "SELECT people.n, people.id, people.name, organizations.name, positions.title, people.grade,
                (SELECT s.name FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
                 WHERE d.person = people.id AND d.deleted_at IS NULL ORDER BY d.stage_at DESC LIMIT 1),
                people.touch_count, people.last_touch_at,
                (SELECT substr(i.value, -4) FROM identifiers i
                 WHERE i.person = people.id AND i.kind = 'phone' AND i.deleted_at IS NULL ORDER BY i.n LIMIT 1),
                next.id, next.title, next.due_on, next.due_at, next.channel
         FROM people {CURRENT_POSITION} LEFT JOIN followups next ON next.n = {}
         WHERE people.n IN ({})",
        earliest("person", "people.id"),
        list::numbers(&page.rows)
    );
    let found = read.uncached(&sql, |row| {
        let line = PeopleRow {
            id: row.get(1)?,
            name: row.get(2)?,
            organization: row.get(3)?,
            title: row.get(4)?,
            grade: row.get(5)?,
            stage: row.get(6)?,
            touch_count: row.get(7)?,
            last_touch_at: row.get(8)?,
            phone_tail: row.get(9)?,
            next: match row.get::<_, Option<Id>>(10)? {
                Some(_) => Some(next_step(row, 10, today)?),
                None => None,
            },
        };
        Ok((row.get(0)?, line))
    })?;
    Ok(PeoplePage {
        rows: list::in_order(&page.rows, found),
        next: page.next,
        total: page.total,
    })
}
