//! A person's page.

use std::collections::HashSet;

use serde::Serialize;

use super::{Merged, SourceField, owner, source_line, touches};
use crate::catalog;
use crate::fields::{self, HeldView};
use crate::followups::{self, ClosedStep, NextStep, Of};
use crate::kernel::{Id, Read, Result, same};
use crate::organizations;
use crate::people::{self, IdentifierKind, IdentifierState, Person, PersonRef, PersonView};
use crate::pipeline::{self, DealGlance};
use crate::team::MemberRef;
use crate::touchpoints::{self, Subject, TimelinePage};
use crate::{group_of, root_of};

/// A phone number, address or account, ready to show.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct IdentifierView {
    pub id: Id,
    pub kind: IdentifierKind,
    /// Normalised: what to dial or write to.
    pub value: String,
    pub shown: String,
    /// How it stands with it, why, and since which day; `None`: nobody said.
    #[specta(optional)]
    pub state: Option<IdentifierState>,
    #[specta(optional)]
    pub state_why: Option<String>,
    #[specta(optional)]
    pub state_on: Option<String>,
    /// Not to be called or written to.
    #[specta(optional)]
    pub blocked: bool,
}

/// Where somebody works or worked.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PositionView {
    pub id: Id,
    pub organization_id: Id,
    pub organization: String,
    pub title: Option<String>,
    pub from_on: Option<String>,
    pub to_on: Option<String>,
}

/// A person's page.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PersonRecord {
    pub person: PersonView,
    pub identifiers: Vec<IdentifierView>,
    pub positions: Vec<PositionView>,
    pub source: Option<String>,
    pub tags: Vec<String>,
    /// Who looks after them: who was named, else who holds the latest open deal.
    pub owner: Option<MemberRef>,
    /// Somebody was named.
    #[specta(optional)]
    pub owner_set: bool,
    pub next: Option<NextStep>,
    pub followups: Vec<NextStep>,
    /// Kept or dropped, the latest first.
    #[specta(optional)]
    pub closed: Vec<ClosedStep>,
    pub deals: Vec<DealGlance>,
    pub touch_count: i64,
    pub last_touch_at: Option<i64>,
    pub touchpoints_total: i64,
    pub colleagues: Vec<PersonRef>,
    pub timeline: TimelinePage,
    pub source_line: Vec<SourceField>,
    /// What it holds in the team's own fields.
    #[specta(optional)]
    pub fields: Vec<HeldView>,
    #[specta(optional)]
    pub merged: Merged,
}

/// Colleagues shown on a person's page.
const COLLEAGUES: i64 = 8;
/// Everything about a person; asked for one who was merged, about whom they stand under.
pub fn person(read: &Read<'_>, asked: Id) -> Result<PersonRecord> {
    let id = same::root(read, "people", asked)?;
    let person: Person = read.get(id)?;
    let deals = pipeline::glances(read, "person", id)?;
    let followups = followups::open_of(read, Of::Person(id))?;
    let timeline = touchpoints::timeline(read, Subject::person(id), None)?;
    let colleagues = match organizations::current(read, id)? {
        Some((organization, _)) => {
            organizations::members_of(read, organization, Some(id), COLLEAGUES)?
        }
        None => Vec::new(),
    };
    let source = match person.source {
        Some(source) => catalog::source_name(read, source)?,
        None => None,
    };
    Ok(PersonRecord {
        identifiers: identifiers(read, id)?,
        positions: positions(read, id)?,
        source,
        tags: person_tags(read, id)?,
        owner: owner(read, person.owner_now)?,
        owner_set: person.owner.is_some(),
        next: followups.first().cloned(),
        followups,
        closed: followups::closed_of(read, Of::Person(id))?,
        touch_count: person.touch_count,
        last_touch_at: person.last_touch_at,
        touchpoints_total: touches(read, "person", id)?,
        colleagues,
        timeline,
        source_line: source_line(read, id)?,
        fields: fields::held(read, id)?,
        merged: merged(read, id, asked)?,
        deals,
        person: person.into(),
    })
}

fn merged(read: &Read<'_>, id: Id, asked: Id) -> Result<Merged> {
    let people = read.all(
        "SELECT id, shown FROM people WHERE root = ?1 ORDER BY id",
        [id],
        Merged::one,
    )?;
    Ok(Merged::of(people, asked))
}

fn identifiers(read: &Read<'_>, person: Id) -> Result<Vec<IdentifierView>> {
    let rows = people::identifiers(read, person)?;
    let mut shown = HashSet::new();
    Ok(rows
        .into_iter()
        .filter(|row| shown.insert((row.kind, row.value.clone())))
        .map(|row| IdentifierView {
            id: row.id,
            kind: row.kind,
            shown: row
                .shown
                .unwrap_or_else(|| people::shown(row.kind, &row.value)),
            value: row.value,
            blocked: row.state.is_some_and(IdentifierState::blocks),
            state: row.state,
            state_why: row.state_why,
            state_on: row.state_on,
        })
        .collect())
}

fn positions(read: &Read<'_>, person: Id) -> Result<Vec<PositionView>> {
    read.all(
        concat!(
            "SELECT s.id, o.id, o.name, s.title, s.from_on, s.to_on FROM positions s
               JOIN organizations o ON o.id = ",
            root_of!("organizations", "s.organization"),
            " WHERE s.person IN ",
            group_of!("people", "?1"),
            " AND s.deleted_at IS NULL ORDER BY s.to_on IS NOT NULL, s.stamp DESC"
        ),
        [person],
        |row| {
            Ok(PositionView {
                id: row.get(0)?,
                organization_id: row.get(1)?,
                organization: row.get(2)?,
                title: row.get(3)?,
                from_on: row.get(4)?,
                to_on: row.get(5)?,
            })
        },
    )
}

/// Tags of the person and of what was said with them, each once.
fn person_tags(read: &Read<'_>, person: Id) -> Result<Vec<String>> {
    read.all(
        concat!(
            "SELECT DISTINCT t.name FROM taggings g JOIN tags t ON t.id = g.tag AND t.deleted_at IS NULL
             WHERE g.deleted_at IS NULL AND (g.target IN ",
            group_of!("people", "?1"),
            " OR g.target IN (SELECT id FROM touchpoints WHERE person IN ",
            group_of!("people", "?1"),
            " AND deleted_at IS NULL ORDER BY at DESC LIMIT 200))
             ORDER BY t.name"
        ),
        [person],
        |row| row.get(0),
    )
}
