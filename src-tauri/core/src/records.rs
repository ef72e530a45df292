//! Record pages: everything one screen shows of a person, an organization or a deal, out of one
//! snapshot.

use serde::Serialize;

use crate::catalog;
use crate::followups::{self, NextStep, Of};
use crate::kernel::{Id, Read, Result, changes};
use crate::organizations::{self, Organization, OrganizationRef};
use crate::people::{self, Grade, IdentifierKind, Person, PersonRef, PersonView};
use crate::pipeline::{self, Deal, DealGlance, DealRoleKind, PipelineRef, Stage, StageKind};
use crate::team::{self, MemberRef};
use crate::touchpoints::{self, Subject, TimelinePage};

/// A phone number, address or account, ready to show.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct IdentifierView {
    pub id: Id,
    pub kind: IdentifierKind,
    /// Normalised: what to dial or write to.
    pub value: String,
    pub shown: String,
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

/// A column of an imported line that has no field of its own.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SourceField {
    pub name: String,
    pub value: String,
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
    pub deals: Vec<DealGlance>,
    pub touch_count: i64,
    pub last_touch_at: Option<i64>,
    pub touchpoints_total: i64,
    pub colleagues: Vec<PersonRef>,
    pub timeline: TimelinePage,
    pub source_line: Vec<SourceField>,
}

/// Colleagues shown on a person's page.
const COLLEAGUES: i64 = 8;
/// People shown on an organization's page.
const STAFF: i64 = 50;

/// Everything about a person.
pub fn person(read: &Read<'_>, id: Id) -> Result<PersonRecord> {
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
        touch_count: person.touch_count,
        last_touch_at: person.last_touch_at,
        touchpoints_total: touches(read, "person", id)?,
        colleagues,
        timeline,
        source_line: source_line(read, id)?,
        deals,
        person: person.into(),
    })
}

fn owner(read: &Read<'_>, member: Option<Id>) -> Result<Option<MemberRef>> {
    member.map_or(Ok(None), |member| team::refer(read, member))
}

fn touches(read: &Read<'_>, column: &str, id: Id) -> Result<i64> {
    read.value(
        &format!("SELECT count(*) FROM touchpoints WHERE {column} = ?1 AND deleted_at IS NULL"),
        [id],
    )
}

fn identifiers(read: &Read<'_>, person: Id) -> Result<Vec<IdentifierView>> {
    let rows = people::identifiers(read, person)?;
    Ok(rows
        .into_iter()
        .map(|row| IdentifierView {
            id: row.id,
            kind: row.kind,
            shown: row
                .shown
                .unwrap_or_else(|| people::shown(row.kind, &row.value)),
            value: row.value,
        })
        .collect())
}

fn positions(read: &Read<'_>, person: Id) -> Result<Vec<PositionView>> {
    read.all(
        "SELECT s.id, o.id, o.name, s.title, s.from_on, s.to_on FROM positions s
           JOIN organizations o ON o.id = s.organization
         WHERE s.person = ?1 AND s.deleted_at IS NULL ORDER BY s.to_on IS NOT NULL, s.stamp DESC",
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
        "SELECT DISTINCT t.name FROM taggings g JOIN tags t ON t.id = g.tag AND t.deleted_at IS NULL
         WHERE g.deleted_at IS NULL AND (g.target = ?1 OR g.target IN
           (SELECT id FROM touchpoints WHERE person = ?1 AND deleted_at IS NULL ORDER BY at DESC LIMIT 200))
         ORDER BY t.name",
        [person],
        |row| row.get(0),
    )
}

fn source_line(read: &Read<'_>, target: Id) -> Result<Vec<SourceField>> {
    let lines: Vec<String> = read.all(
        "SELECT line FROM source_lines WHERE target = ?1 AND deleted_at IS NULL ORDER BY n",
        [target],
        |row| row.get(0),
    )?;
    let fields = lines.iter().flat_map(|line| {
        serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).unwrap_or_default()
    });
    Ok(fields
        .map(|(name, value)| SourceField {
            name,
            value: value.as_str().unwrap_or_default().to_owned(),
        })
        .collect())
}

/// What an organization's record shows in place.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OrganizationView {
    pub id: Id,
    pub name: String,
    pub industry: Option<String>,
    pub region: Option<String>,
    pub grade: Option<Grade>,
    pub founded: Option<i64>,
    pub employees: Option<i64>,
    pub note: Option<String>,
}

/// An organization's page.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OrganizationRecord {
    pub organization: OrganizationView,
    /// Who looks after it: who was named, else who holds the latest open deal.
    #[specta(optional)]
    pub owner: Option<MemberRef>,
    /// Somebody was named.
    #[specta(optional)]
    pub owner_set: bool,
    #[specta(optional)]
    pub tags: Vec<String>,
    pub parent: Option<OrganizationRef>,
    pub children: Vec<OrganizationRef>,
    pub people: Vec<PersonRef>,
    pub deals: Vec<DealGlance>,
    pub followups: Vec<NextStep>,
    pub touch_count: i64,
    pub last_touch_at: Option<i64>,
    pub touchpoints_total: i64,
    pub timeline: TimelinePage,
    pub source_line: Vec<SourceField>,
}

/// Everything about an organization.
pub fn organization(read: &Read<'_>, id: Id) -> Result<OrganizationRecord> {
    let organization: Organization = read.get(id)?;
    let refer = |row: &rusqlite::Row<'_>| {
        Ok(OrganizationRef {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    };
    let parent = read.first(
        "SELECT id, name FROM organizations WHERE id = ?1",
        [organization.parent],
        refer,
    )?;
    let children = read.all(
        "SELECT id, name FROM organizations WHERE parent = ?1 AND deleted_at IS NULL ORDER BY sort_key",
        [id],
        refer,
    )?;
    Ok(OrganizationRecord {
        owner: owner(read, organization.owner_now)?,
        owner_set: organization.owner.is_some(),
        tags: catalog::tags_of(read, id)?,
        parent,
        children,
        people: organizations::members_of(read, id, None, STAFF)?,
        deals: pipeline::glances(read, "organization", id)?,
        followups: followups::open_of(read, Of::Organization(id))?,
        touch_count: organization.touch_count,
        last_touch_at: organization.last_touch_at,
        touchpoints_total: touches(read, "organization", id)?,
        timeline: touchpoints::timeline(read, Subject::organization(id), None)?,
        source_line: source_line(read, id)?,
        organization: OrganizationView {
            id,
            name: organization.name,
            industry: organization.industry,
            region: organization.region,
            grade: organization.grade,
            founded: organization.founded,
            employees: organization.employees,
            note: organization.note,
        },
    })
}

/// Who takes part in a deal.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealPerson {
    pub person: PersonRef,
    pub role: DealRoleKind,
}

/// A stage move, newest first.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct StageMoveView {
    pub id: Id,
    pub stage: String,
    pub kind: StageKind,
    /// `None`: nobody knows when.
    pub at: Option<i64>,
    pub day_only: bool,
    pub member: Option<String>,
    pub reason: Option<String>,
}

/// Who held it from when, newest first; no member: the pool.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HoldingView {
    pub id: Id,
    pub member: Option<String>,
    pub at: i64,
    pub day_only: bool,
    pub reason: Option<String>,
}

/// A deal's page.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DealRecord {
    pub deal: DealGlance,
    pub pipeline: Option<PipelineRef>,
    pub product: Option<String>,
    pub organization_id: Option<Id>,
    pub person_id: Option<Id>,
    pub people: Vec<DealPerson>,
    pub moves: Vec<StageMoveView>,
    pub holdings: Vec<HoldingView>,
    pub followups: Vec<NextStep>,
    pub timeline: TimelinePage,
    pub note: Option<String>,
    pub source_line: Vec<SourceField>,
}

/// Everything about a deal.
pub fn deal(read: &Read<'_>, id: Id) -> Result<DealRecord> {
    let deal: Deal = read.get(id)?;
    let pipeline = match deal.stage {
        Some(stage) => {
            let stage: Stage = read.get(stage)?;
            pipeline::pipelines(read)?
                .into_iter()
                .find(|pipeline| pipeline.id == stage.pipeline)
        }
        None => None,
    };
    let product = read.first(
        "SELECT name FROM products WHERE id = ?1",
        [deal.product],
        |row| row.get(0),
    )?;
    Ok(DealRecord {
        deal: pipeline::glance_of(read, id)?,
        pipeline,
        product,
        organization_id: deal.organization,
        person_id: deal.person,
        people: buying_group(read, id)?,
        moves: moves(read, id)?,
        holdings: holdings(read, id)?,
        followups: followups::open_of(read, Of::Deal(id))?,
        timeline: touchpoints::timeline(read, Subject::deal(id), None)?,
        note: deal.note,
        source_line: source_line(read, id)?,
    })
}

fn buying_group(read: &Read<'_>, deal: Id) -> Result<Vec<DealPerson>> {
    let roles: Vec<(Id, DealRoleKind)> = read.all(
        "SELECT person, role FROM deal_roles WHERE deal = ?1 AND deleted_at IS NULL ORDER BY n",
        [deal],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut group = Vec::with_capacity(roles.len());
    for (person, role) in roles {
        group.extend(people::refer(read, person)?.map(|person| DealPerson { person, role }));
    }
    Ok(group)
}

fn moves(read: &Read<'_>, deal: Id) -> Result<Vec<StageMoveView>> {
    read.all(
        "SELECT v.id, s.name, s.kind, v.at, v.at_day, m.name, v.reason FROM stage_moves v
           JOIN stages s ON s.id = v.stage LEFT JOIN members m ON m.id = v.member
         WHERE v.deal = ?1 AND v.deleted_at IS NULL
         ORDER BY v.at IS NOT NULL DESC, v.at DESC, v.place DESC, v.id DESC",
        [deal],
        |row| {
            Ok(StageMoveView {
                id: row.get(0)?,
                stage: row.get(1)?,
                kind: row.get(2)?,
                at: row.get(3)?,
                day_only: row.get(4)?,
                member: row.get(5)?,
                reason: row.get(6)?,
            })
        },
    )
}

fn holdings(read: &Read<'_>, deal: Id) -> Result<Vec<HoldingView>> {
    read.all(
        "SELECT h.id, m.name, h.at, h.at_day, h.reason FROM holdings h LEFT JOIN members m ON m.id = h.member
         WHERE h.deal = ?1 AND h.deleted_at IS NULL ORDER BY h.at DESC, h.id DESC",
        [deal],
        |row| {
            Ok(HoldingView {
                id: row.get(0)?,
                member: row.get(1)?,
                at: row.get(2)?,
                day_only: row.get(3)?,
                reason: row.get(4)?,
            })
        },
    )
}

/// One line of a row's history, in words a user knows: references by name.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct HistoryLine {
    pub at: i64,
    pub member: Option<String>,
    /// Which device wrote it.
    pub device: Id,
    /// Key of the action's sentence.
    pub label: String,
    pub field: String,
    pub op: changes::Op,
    pub old: Option<String>,
    pub new: Option<String>,
}

/// Everything that ever happened to a row, newest first.
pub fn history(read: &Read<'_>, id: Id) -> Result<Vec<HistoryLine>> {
    let model = crate::model();
    let lines = changes::history(model, read, id)?;
    let mut history = Vec::with_capacity(lines.len());
    for line in lines {
        let noun = model.nouns.iter().find(|noun| noun.table == line.noun);
        let refers = noun
            .and_then(|noun| noun.cell_of(&line.field))
            .and_then(|cell| cell.refers());
        let named = |value: Option<String>| match (refers, value) {
            (Some(table), Some(id)) => name_of(read, table, &id).map(|name| name.or(Some(id))),
            (_, value) => Ok(value),
        };
        let member = match line.member {
            Some(member) => team::refer(read, member)?.map(|member| member.name),
            None => None,
        };
        history.push(HistoryLine {
            at: line.at,
            member,
            device: line.device,
            label: line.label,
            field: line.field,
            op: line.op,
            old: named(line.old)?,
            new: named(line.new)?,
        });
    }
    Ok(history)
}

/// What a referred row is called; touchpoints and the like have no name.
fn name_of(read: &Read<'_>, table: &str, id: &str) -> Result<Option<String>> {
    let noun = crate::model().nouns.iter().find(|noun| noun.table == table);
    let named = noun.is_some_and(|noun| noun.columns().any(|column| column == "name"));
    match id.parse::<Id>() {
        Ok(id) if named => read.first(
            &format!("SELECT name FROM {table} WHERE id = ?1"),
            [id],
            |row| row.get(0),
        ),
        _ => Ok(None),
    }
}
