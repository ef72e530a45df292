//! The list of organizations.

use serde::Serialize;

use crate::kernel::list::{self, PageInput};
use crate::kernel::{Id, Read, Record, Result};
use crate::organizations::Organization;

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
}

/// One page of the list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OrganizationsPage {
    pub rows: Vec<OrganizationRow>,
    pub next: Option<String>,
    pub total: i64,
}

const SORTS: list::Sorts = &[("name", "sort_key"), ("last_touch_at", "last_touch_at")];

/// One page of organizations.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<OrganizationsPage> {
    let page = list::page(read, Organization::noun(), SORTS, input)?;
    let sql = format!(
        "SELECT n, id, name, industry, region, last_touch_at,
           (SELECT count(*) FROM positions p WHERE p.organization = o.id AND p.deleted_at IS NULL AND p.to_on IS NULL),
           (SELECT count(*) FROM deals d JOIN stages s ON s.id = d.stage AND s.kind NOT IN ('won', 'lost')
            WHERE d.organization = o.id AND d.deleted_at IS NULL)
         FROM organizations o WHERE n IN ({})",
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
        };
        Ok((row.get(0)?, line))
    })?;
    Ok(OrganizationsPage {
        rows: list::in_order(&page.rows, found),
        next: page.next,
        total: page.total,
    })
}
