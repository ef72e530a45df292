//! The list of follow-ups.

use rusqlite::Row;
use serde::Serialize;

use crate::followups::{Followup, FollowupState, days_late};
use crate::kernel::list::{self, Listed, PageInput};
use crate::kernel::{Error, Id, Read, Record, Result};
use crate::people::PersonRef;
use crate::team::MemberRef;
use crate::touchpoints::Channel;
use crate::{group_of, root_of};

/// One line of the list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FollowupRow {
    pub id: Id,
    pub title: String,
    pub due_on: String,
    pub due_at: Option<i64>,
    pub state: FollowupState,
    pub channel: Option<Channel>,
    pub person: Option<PersonRef>,
    pub organization: Option<String>,
    pub deal: Option<String>,
    pub member: Option<MemberRef>,
    /// Whole days past the due day; negative: still to come.
    pub days_late: i64,
}

const OFFER: list::Offer = list::Offer::sorts(&[("due_on", "due_on")]);

/// A person's organization is where they work now; without a person, whom the promise names.
const ROW: &str = concat!(
    "SELECT f.n, f.id, f.title, f.due_on, f.due_at, f.state, f.channel, p.id, p.shown,
    po.name, s.title, coalesce(po.name, fo.name), d.name, m.id, m.name, m.role
  FROM followups f LEFT JOIN people p ON p.id = ",
    root_of!("people", "f.person"),
    " LEFT JOIN positions s ON s.n = (SELECT x.n FROM positions x WHERE x.person IN ",
    group_of!("people", "p.id"),
    " AND x.deleted_at IS NULL AND x.to_on IS NULL ORDER BY x.stamp DESC LIMIT 1)
    LEFT JOIN organizations po ON po.id = ",
    root_of!("organizations", "s.organization"),
    " LEFT JOIN organizations fo ON fo.id = ",
    root_of!("organizations", "f.organization"),
    " LEFT JOIN deals d ON d.id = f.deal LEFT JOIN members m ON m.id = f.member"
);

fn line(read: &Read<'_>, row: &Row<'_>) -> rusqlite::Result<FollowupRow> {
    let due_on: String = row.get(3)?;
    Ok(FollowupRow {
        id: row.get(1)?,
        title: row.get(2)?,
        days_late: days_late(&due_on, read.today()),
        due_on,
        due_at: row.get(4)?,
        state: row.get(5)?,
        channel: row.get(6)?,
        person: PersonRef::read(row, 7)?,
        organization: row.get(11)?,
        deal: row.get(12)?,
        member: MemberRef::read(row, 13)?,
    })
}

/// One page of follow-ups.
pub fn list(read: &Read<'_>, input: &PageInput) -> Result<Listed<FollowupRow>> {
    let page = list::page(read, Followup::noun(), &OFFER, input)?;
    let sql = format!("{ROW} WHERE f.n IN ({})", list::numbers(&page.rows));
    let found = read.uncached(&sql, |row| Ok((row.get(0)?, line(read, row)?)))?;
    Ok(page.with(found))
}

/// One follow-up.
pub fn view(read: &Read<'_>, id: Id) -> Result<FollowupRow> {
    read.first(
        &format!("{ROW} WHERE f.id = ?1 AND f.deleted_at IS NULL"),
        [id],
        |row| line(read, row),
    )?
    .ok_or_else(|| Error::absent("followups", id))
}
