//! What scores are made from: the fields of deals, and the touches that count for each.

use std::collections::HashMap;

use rusqlite::params;

use super::rules::FitField;
use super::score::{AsOf, Asked, Ready};
use crate::fields::Held;
use crate::kernel::{Id, Read, Result, same};
use crate::pipeline::StageKind;
use crate::root_of;
use crate::touchpoints::{Channel, Direction, Outcome};

/// What stands in the fields that rules ask about; one that is not filled has no entry.
#[derive(Debug, Clone, Default)]
pub struct Facts(Vec<(Asked, String)>);

impl Facts {
    pub fn get(&self, asked: Asked) -> Option<&str> {
        self.0
            .iter()
            .find(|(field, _)| *field == asked)
            .map(|(_, fact)| fact.as_str())
    }

    /// How many of these are filled.
    pub fn known(&self, asked: &[Asked]) -> usize {
        asked
            .iter()
            .filter(|field| self.get(**field).is_some())
            .count()
    }
}

/// A touchpoint, as far as rules look at it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Touch {
    pub n: i64,
    pub at: i64,
    pub channel: Channel,
    pub direction: Direction,
    pub outcome: Option<Outcome>,
    pub is_real: bool,
}

/// A deal with what its score is made from.
pub struct Subject {
    pub n: i64,
    pub id: Id,
    /// Roots.
    organization: Option<Id>,
    person: Option<Id>,
    pub stage: Option<StageKind>,
    /// `None`: it closed, and nobody knows when.
    pub as_of: Option<AsOf>,
    /// Before it, no window reaches.
    since: i64,
    pub facts: Facts,
    /// In the order in which they happened; those before every window are left out.
    pub touches: Vec<Touch>,
    /// Some touch was written down up to the moment it is scored as of.
    pub ever: bool,
    stored: Stored,
}

/// The score that stands in its row.
type Stored = (Option<String>, Option<i64>, Option<i64>, Option<i64>);

impl Subject {
    pub fn stored(&self) -> &Stored {
        &self.stored
    }

    pub fn is_closed(&self) -> bool {
        matches!(self.stage, Some(StageKind::Won | StageKind::Lost))
    }

    fn take(&mut self, touch: Touch) {
        if self.as_of.is_none_or(|as_of| touch.at > as_of.until) {
            return;
        }
        self.ever = true;
        if touch.at >= self.since {
            self.touches.push(touch);
        }
    }
}

const DEALS: &str = concat!(
    "SELECT d.n, d.id, o.id, p.id, s.kind, d.stage_at, d.fit_now, d.fit_points, d.level_now, d.level_points,
        o.industry, o.region, o.grade, o.employees, p.grade, p.title_now, p.city, coalesce(d.source, p.source), d.product
     FROM deals d LEFT JOIN stages s ON s.id = d.stage
       LEFT JOIN organizations o ON o.deleted_at IS NULL AND o.id = ",
    root_of!("organizations", "d.organization"),
    " LEFT JOIN people p ON p.deleted_at IS NULL AND p.id = ",
    root_of!("people", "d.person"),
    " WHERE d.deleted_at IS NULL"
);

fn subject(
    row: &rusqlite::Row<'_>,
    ready: &Ready<'_>,
    open: AsOf,
    read: &Read<'_>,
) -> rusqlite::Result<Subject> {
    let stage: Option<StageKind> = row.get(4)?;
    let closed_at: Option<i64> = row.get(5)?;
    let closed = matches!(stage, Some(StageKind::Won | StageKind::Lost));
    let mut facts = Vec::new();
    for asked in &ready.asked {
        let fact = match asked.0 {
            FitField::OrganizationIndustry => row.get(10)?,
            FitField::OrganizationRegion => row.get(11)?,
            FitField::OrganizationGrade => row.get(12)?,
            FitField::OrganizationEmployees => {
                row.get::<_, Option<i64>>(13)?.map(|n| n.to_string())
            }
            FitField::PersonGrade => row.get(14)?,
            FitField::PersonTitle => row.get(15)?,
            FitField::PersonCity => row.get(16)?,
            FitField::PersonSource => row.get::<_, Option<Id>>(17)?.map(|id| id.to_string()),
            FitField::DealProduct => row.get::<_, Option<Id>>(18)?.map(|id| id.to_string()),
            FitField::Own => None,
        };
        if let Some(fact) = fact.filter(|fact: &String| !fact.trim().is_empty()) {
            facts.push((*asked, fact));
        }
    }
    let as_of = match closed {
        true => closed_at.map(|at| AsOf::closing(read.zone, at)),
        false => Some(open),
    };
    Ok(Subject {
        n: row.get(0)?,
        id: row.get(1)?,
        organization: row.get(2)?,
        person: row.get(3)?,
        stage,
        as_of,
        since: as_of.map_or(i64::MAX, |as_of| as_of.since(ready.rules.longest())),
        facts: Facts(facts),
        touches: Vec::new(),
        ever: false,
        stored: (row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?),
    })
}

/// The columns of [`Touch`].
const TOUCH: &str = "t.n, t.at, t.channel, t.direction, t.outcome, t.is_real";

fn touch(row: &rusqlite::Row<'_>) -> rusqlite::Result<Touch> {
    Ok(Touch {
        n: row.get(0)?,
        at: row.get(1)?,
        channel: row.get(2)?,
        direction: row.get(3)?,
        outcome: row.get(4)?,
        is_real: row.get(5)?,
    })
}

/// One deal; `None`: it is not there, or deleted.
pub fn one(read: &Read<'_>, ready: &Ready<'_>, open: AsOf, deal: Id) -> Result<Option<Subject>> {
    let sql = format!("{DEALS} AND d.id = ?1");
    let found = read.first(&sql, [deal], |row| subject(row, ready, open, read))?;
    let Some(mut found) = found else {
        return Ok(None);
    };
    let of = [Some(found.id), found.organization, found.person];
    for asked in ready
        .asked
        .iter()
        .filter(|(field, _)| *field == FitField::Own)
    {
        for row in of.into_iter().flatten() {
            let held: Option<Held> = read.first(
                "SELECT value FROM field_values WHERE field = ?2 AND row IN (
                   SELECT ?1 UNION ALL SELECT id FROM people WHERE root = ?1
                   UNION ALL SELECT id FROM organizations WHERE root = ?1)
                 AND deleted_at IS NULL AND value IS NOT NULL ORDER BY row <> ?1, row LIMIT 1",
                params![row, asked.1],
                |row| row.get(0),
            )?;
            if let Some(held) = held {
                found.facts.0.push((*asked, plain(&held)));
                break;
            }
        }
    }
    let sql = format!(
        "SELECT {TOUCH} FROM touchpoints t WHERE t.deal = ?1 AND t.deleted_at IS NULL
         UNION SELECT {TOUCH} FROM touchpoints t
           WHERE t.person IN {} AND t.deal IS NULL AND t.deleted_at IS NULL
         UNION SELECT {TOUCH} FROM touchpoints t
           WHERE t.organization IN {} AND t.deal IS NULL AND t.deleted_at IS NULL
         ORDER BY 2, 1",
        same::group("people", "?2"),
        same::group("organizations", "?3")
    );
    let touches = read.all(&sql, params![deal, found.person, found.organization], touch)?;
    for touch in touches {
        found.take(touch);
    }
    Ok(Some(found))
}

fn plain(held: &Held) -> String {
    held.plain()
}

/// Every deal, from one look at each table.
pub fn all(read: &Read<'_>, ready: &Ready<'_>, open: AsOf) -> Result<Vec<Subject>> {
    let mut deals = read.all(DEALS, [], |row| subject(row, ready, open, read))?;
    let mut at: HashMap<Id, usize> = HashMap::with_capacity(deals.len());
    let mut of_person: HashMap<Id, Vec<usize>> = HashMap::new();
    let mut of_organization: HashMap<Id, Vec<usize>> = HashMap::new();
    for (place, deal) in deals.iter().enumerate() {
        at.insert(deal.id, place);
        if let Some(person) = deal.person {
            of_person.entry(person).or_default().push(place);
        }
        if let Some(organization) = deal.organization {
            of_organization.entry(organization).or_default().push(place);
        }
    }
    let people = same::roots(read, "people")?;
    let organizations = same::roots(read, "organizations")?;
    let root = |id: Id| {
        *people
            .get(&id)
            .or_else(|| organizations.get(&id))
            .unwrap_or(&id)
    };
    own(read, ready, &mut deals, root)?;
    let sql = format!(
        "SELECT {TOUCH}, t.deal, t.person, t.organization FROM touchpoints t NOT INDEXED WHERE t.deleted_at IS NULL"
    );
    read.all(&sql, [], |row| {
        let deal: Option<Id> = row.get(6)?;
        if let Some(deal) = deal {
            if let Some(place) = at.get(&deal) {
                deals[*place].take(touch(row)?);
            }
            return Ok(());
        }
        let named = |column, of: &HashMap<Id, Vec<usize>>| -> rusqlite::Result<Vec<usize>> {
            let id: Option<Id> = row.get(column)?;
            Ok(id
                .and_then(|id| of.get(&root(id)))
                .cloned()
                .unwrap_or_default())
        };
        let mut places = named(7, &of_person)?;
        places.extend(named(8, &of_organization)?);
        places.sort_unstable();
        places.dedup();
        if !places.is_empty() {
            let touch = touch(row)?;
            for place in places {
                deals[place].take(touch);
            }
        }
        Ok(())
    })?;
    for deal in &mut deals {
        deal.touches
            .sort_unstable_by_key(|touch| (touch.at, touch.n));
    }
    Ok(deals)
}

/// What all deals hold in the team's own fields that rules ask about: the deal's own first, then its
/// organization's, then its person's.
fn own(
    read: &Read<'_>,
    ready: &Ready<'_>,
    deals: &mut [Subject],
    root: impl Fn(Id) -> Id,
) -> Result<()> {
    for asked in ready
        .asked
        .iter()
        .filter(|(field, _)| *field == FitField::Own)
    {
        let rows = read.all(
            "SELECT row, value FROM field_values INDEXED BY field_values_by_value
             WHERE field = ?1 AND deleted_at IS NULL AND value IS NOT NULL",
            [asked.1],
            |row| Ok((row.get::<_, Id>(0)?, row.get::<_, Held>(1)?)),
        )?;
        // What a row holds itself comes before what was merged into it, of which the lowest id counts.
        let mut held: HashMap<Id, (bool, Id, Held)> = HashMap::new();
        for (row, value) in rows {
            let of = root(row);
            let rank = (of != row, row);
            let known = held.get(&of);
            if known.is_none_or(|(merged, id, _)| rank < (*merged, *id)) {
                held.insert(of, (rank.0, rank.1, value));
            }
        }
        for deal in deals.iter_mut() {
            let rows = [Some(deal.id), deal.organization, deal.person];
            let found = rows.into_iter().flatten().find_map(|row| held.get(&row));
            if let Some((_, _, value)) = found {
                deal.facts.0.push((*asked, plain(value)));
            }
        }
    }
    Ok(())
}
