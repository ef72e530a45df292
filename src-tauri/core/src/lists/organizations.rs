//! The list of organizations.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{OWN_FIELDS, made};
use crate::catalog;
use crate::fields;
use crate::followups::{NextStep, earliest};
use crate::kernel::list::{self, Filter, Holds, Listed, Offer, PageInput};
use crate::kernel::{Id, Read, Record, Result};
use crate::organizations::Organization;
use crate::people::Grade;
use crate::team::MemberRef;
use crate::{group_of, root_of};

/// One line of the list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OrganizationRow {
    pub id: Id,
    pub name: String,
    pub industry: Option<String>,
    pub region: Option<String>,
    /// People who work there now.
    pub people: i64,
    pub deals_open: i64,
    pub last_touch_at: Option<i64>,
    pub grade: Option<Grade>,
    pub employees: Option<i64>,
    /// Year.
    #[specta(optional)]
    pub founded: Option<i64>,
    pub touch_count: i64,
    pub owner: Option<MemberRef>,
    /// Said, rather than taken from the open deal.
    pub owner_set: bool,
    pub next: Option<NextStep>,
    /// When it was written down here, milliseconds UTC.
    #[specta(optional)]
    pub made_at: i64,
    pub tags: Vec<String>,
    /// What it holds in the team's own fields, by the id of the field.
    #[specta(optional)]
    pub fields: BTreeMap<String, String>,
}

pub(super) const OFFER: Offer = Offer {
    sorts: &[
        ("name", "sort_key"),
        ("last_touch_at", "last_touch_at"),
        ("touch_count", "touch_count"),
        ("grade", "grade"),
        ("employees", "employees"),
        ("founded", "founded"),
        ("next_on", "next_on"),
        ("made_at", "stamp"),
    ],
    filters: &[
        ("owner", Filter::Reference("owner_now", "members")),
        ("tag", Filter::Tag),
        (
            "last_touch_at",
            Filter::days("last_touch_at", Holds::Instant, "organizations_by_touch"),
        ),
        (
            "next",
            Filter::days("next_on", Holds::Day, "organizations_by_filters"),
        ),
        ("made_at", made("organizations_by_made")),
        ("stage", Filter::Reference("stage_now", "stages")),
        ("employees", Filter::Range("employees")),
        ("founded", Filter::Range("founded")),
        ("touch_count", Filter::Range("touch_count")),
    ],
    index: Some("organizations_by_filters"),
    more: Some(OWN_FIELDS),
};

/// One page of organizations.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<Listed<OrganizationRow>> {
    let page = list::page(read, Organization::noun(), &OFFER, input)?;
    let today = read.today();
    let mut tags = catalog::tags_of_rows(read, Organization::noun(), &page.rows)?;
    let mut fields = fields::held_by_rows(read, Organization::noun(), &page.rows)?;
    let its = group_of!("organizations", "o.id");
    let person = root_of!("people", "p.person");
    let sql = format!(
        "SELECT o.n, o.id, o.name, o.industry, o.region, o.last_touch_at,
           (SELECT count(DISTINCT {person}) FROM positions p WHERE p.organization IN {its} AND p.deleted_at IS NULL AND p.to_on IS NULL),
           (SELECT count(*) FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
            WHERE d.organization IN {its} AND d.deleted_at IS NULL),
           o.grade, o.employees, o.touch_count, m.id, m.name, m.role, o.owner IS NOT NULL, o.stamp >> 16,
           next.id, next.title, next.due_on, next.due_at, next.channel, o.founded
         FROM organizations o LEFT JOIN members m ON m.id = o.owner_now LEFT JOIN followups next ON next.n = {}
         WHERE o.n IN ({})",
        earliest("organization", "o.id"),
        list::numbers(&page.rows)
    );
    let found = read.uncached(&sql, |row| {
        let line = OrganizationRow {
            id: row.get(1)?,
            name: row.get(2)?,
            industry: row.get(3)?,
            region: row.get(4)?,
            last_touch_at: row.get(5)?,
            people: row.get(6)?,
            deals_open: row.get(7)?,
            grade: row.get(8)?,
            employees: row.get(9)?,
            founded: row.get(21)?,
            touch_count: row.get(10)?,
            owner: MemberRef::read(row, 11)?,
            owner_set: row.get(14)?,
            made_at: row.get(15)?,
            next: NextStep::read(row, 16, today)?,
            tags: tags.remove(&row.get(0)?).unwrap_or_default(),
            fields: fields.remove(&row.get(0)?).unwrap_or_default(),
        };
        Ok((row.get(0)?, line))
    })?;
    Ok(page.with(found))
}
