//! The list of people.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{OWN_FIELDS, made};
use crate::catalog;
use crate::fields;
use crate::followups::{NextStep, earliest};
use crate::group_of;
use crate::kernel::list::{self, Filter, Holds, Listed, Offer, PageInput};
use crate::kernel::{Id, Read, Record, Result};
use crate::organizations::Organization;
use crate::people::{self, CURRENT_POSITION, Grade, Person, PersonKind, marks};
use crate::team::MemberRef;

/// One line of the list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PeopleRow {
    pub id: Id,
    pub name: String,
    pub organization: Option<String>,
    pub title: Option<String>,
    pub grade: Option<Grade>,
    /// Stage of the open deal that moved last.
    pub stage: Option<String>,
    pub touch_count: i64,
    pub last_touch_at: Option<i64>,
    pub next: Option<NextStep>,
    /// Last four digits of a number to call, if there is one.
    pub phone_tail: Option<String>,
    /// None of their numbers may be called.
    #[specta(optional)]
    pub phone_blocked: bool,
    pub kind: PersonKind,
    pub city: Option<String>,
    pub source: Option<String>,
    pub owner: Option<MemberRef>,
    /// Said, rather than taken from the open deal.
    pub owner_set: bool,
    /// When it was written down here, milliseconds UTC.
    #[specta(optional)]
    pub made_at: i64,
    pub tags: Vec<String>,
    /// What they hold in the team's own fields, by the id of the field.
    #[specta(optional)]
    pub fields: BTreeMap<String, String>,
}

/// Who works nowhere, or as nobody knows what: the index of the filters holds the bits of [`marks`], not the columns.
const NOWHERE: &str = "marks & 64 = 0";
const UNTITLED: &str = "marks & 128 = 0";

const fn has(words: &'static [(&'static str, i64, i64)]) -> Filter {
    Filter::Bits("marks", words)
}

pub(super) const OFFER: Offer = Offer {
    sorts: &[
        ("name", "sort_key"),
        ("last_touch_at", "last_touch_at"),
        ("touch_count", "touch_count"),
        ("grade", "grade"),
        ("next_on", "next_on"),
        ("made_at", "stamp"),
    ],
    filters: &[
        ("owner", Filter::Reference("owner_now", "members")),
        ("tag", Filter::Tag),
        (
            "last_touch_at",
            Filter::days("last_touch_at", Holds::Instant, "people_by_touch"),
        ),
        (
            "next",
            Filter::days("next_on", Holds::Day, "people_by_filters"),
        ),
        ("made_at", made("people_by_made")),
        (
            "organization",
            Filter::Named {
                column: "organization_now",
                of: Organization::noun,
                index: "people_by_organization",
                none: NOWHERE,
            },
        ),
        (
            "title",
            Filter::Part {
                column: "title_now",
                index: "people_by_title",
                none: UNTITLED,
            },
        ),
        ("stage", Filter::Reference("stage_now", "stages")),
        (
            "phone",
            has(&[
                ("true", marks::PHONE, marks::PHONE),
                ("false", marks::PHONE, 0),
            ]),
        ),
        (
            "email",
            has(&[
                ("true", marks::EMAIL, marks::EMAIL),
                ("false", marks::EMAIL, 0),
            ]),
        ),
        (
            "wechat",
            has(&[
                ("true", marks::WECHAT, marks::WECHAT),
                ("false", marks::WECHAT, 0),
            ]),
        ),
        (
            "reach",
            has(&[
                ("reachable", marks::REACHABLE, marks::REACHABLE),
                (
                    "do_not_contact",
                    marks::DO_NOT_CONTACT,
                    marks::DO_NOT_CONTACT,
                ),
                ("wrong", marks::WRONG, marks::WRONG),
                ("none", marks::ANY_WAY, 0),
            ]),
        ),
        (
            "birthday",
            Filter::Month {
                column: "birthday_md",
                // A candidate's birthday stands on their own record only.
                of: "kind <> 'candidate'",
            },
        ),
        ("touch_count", Filter::Range("touch_count")),
    ],
    index: Some("people_by_filters"),
    more: Some(OWN_FIELDS),
};

/// One page of people.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<Listed<PeopleRow>> {
    let page = list::page(read, Person::noun(), &OFFER, input)?;
    let today = read.today();
    let mut tags = catalog::tags_of_rows(read, Person::noun(), &page.rows)?;
    let mut fields = fields::held_by_rows(read, Person::noun(), &page.rows)?;
    let mine = group_of!("people", "people.id");
    let sql = format!(
        "SELECT people.n, people.id, people.shown, organizations.name, positions.title, people.grade, stages.name,
                people.touch_count, people.last_touch_at,
                substr(phone.value, -4),
                next.id, next.title, next.due_on, next.due_at, next.channel,
                people.kind, people.city, s.name, m.id, m.name, m.role, people.owner IS NOT NULL,
                people.stamp >> 16, {}
         FROM people {CURRENT_POSITION} LEFT JOIN followups next ON next.n = {}
           LEFT JOIN identifiers phone ON phone.n = (SELECT i.n FROM identifiers i
             WHERE i.person IN {mine} AND i.kind = 'phone' AND i.deleted_at IS NULL ORDER BY {}, i.n LIMIT 1)
           LEFT JOIN sources s ON s.id = people.source LEFT JOIN members m ON m.id = people.owner_now
           LEFT JOIN stages ON stages.id = people.stage_now
         WHERE people.n IN ({})",
        people::blocked("phone"),
        earliest("person", "people.id"),
        people::blocked("i"),
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
            next: NextStep::read(row, 10, today)?,
            kind: row.get(15)?,
            city: row.get(16)?,
            source: row.get(17)?,
            owner: MemberRef::read(row, 18)?,
            owner_set: row.get(21)?,
            made_at: row.get(22)?,
            phone_blocked: row.get(23)?,
            tags: tags.remove(&row.get(0)?).unwrap_or_default(),
            fields: fields.remove(&row.get(0)?).unwrap_or_default(),
        };
        Ok((row.get(0)?, line))
    })?;
    Ok(page.with(found))
}
