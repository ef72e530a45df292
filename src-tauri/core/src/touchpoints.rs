//! Touchpoints: every contact with the outside world, at its moment, by a member.

mod store;
mod types;

pub use store::{TimelineItem, TimelinePage, TouchpointView, list, subject_n, timeline, view};
pub use types::{Channel, Direction, Outcome, Touchpoint};

use serde::Deserialize;

use crate::events::SubjectKind;
use crate::followups::{self, FollowupState};
use crate::kernel::text::required;
use crate::kernel::time::plus_days;
use crate::kernel::{Act, Db, Id, Result, WriteTx, Written, same};
use crate::organizations;
use crate::people::{self, Person, PersonKind};

/// A person or an organization, as the window names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, specta::Type)]
pub struct Subject {
    pub kind: SubjectWord,
    pub id: Id,
}

crate::words! {
    /// Whose timeline or journey it is.
    pub enum SubjectWord {
        Person = "person",
        Organization = "organization",
        Deal = "deal",
    }
}

impl SubjectWord {
    /// The stream it reads.
    pub fn stream(self) -> SubjectKind {
        match self {
            SubjectWord::Person => SubjectKind::Person,
            SubjectWord::Organization => SubjectKind::Organization,
            SubjectWord::Deal => SubjectKind::Deal,
        }
    }

    /// Its table.
    pub fn table(self) -> &'static str {
        match self {
            SubjectWord::Person => "people",
            SubjectWord::Organization => "organizations",
            SubjectWord::Deal => "deals",
        }
    }
}

/// Somebody who is there, or a new person to make.
#[derive(Debug, Clone, PartialEq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PersonChoice {
    Existing(Id),
    NewName(String),
}

/// The person chosen, made if new; `kind` is what a new one is to us.
pub fn choose(tx: &mut WriteTx<'_>, choice: &PersonChoice, kind: PersonKind) -> Result<Id> {
    match choice {
        PersonChoice::Existing(id) => Ok(tx.get::<Person>(same::root(tx, "people", *id)?)?.id),
        PersonChoice::NewName(name) => {
            let person = Person {
                kind,
                ..people::named(tx.fresh_id(), &required(name, "name")?)
            };
            tx.put(&person)?;
            Ok(person.id)
        }
    }
}

/// Writes a new touchpoint. Its organization is where the person works now; its deal, if none is
/// named, the person's only open one.
pub fn add(tx: &mut WriteTx<'_>, mut touchpoint: Touchpoint) -> Result<Touchpoint> {
    fill(tx, &mut touchpoint)?;
    tx.put(&touchpoint)?;
    Ok(touchpoint)
}

fn fill(tx: &WriteTx<'_>, touchpoint: &mut Touchpoint) -> Result<()> {
    let Some(person) = touchpoint.person else {
        return Ok(());
    };
    if touchpoint.organization.is_none() {
        touchpoint.organization =
            organizations::current(tx, person)?.map(|(organization, _)| organization);
    }
    if touchpoint.deal.is_none()
        && let [only] = crate::pipeline::open_of_person(tx, person)?.as_slice()
    {
        touchpoint.deal = Some(only.id);
    }
    Ok(())
}

/// Says whose a touchpoint is that stood on Today as "who was this?". Its promise follows.
pub fn assign(db: &Db, id: Id, choice: &PersonChoice) -> Result<Written<()>> {
    db.write(Act::new("touchpoint_assigned"), |tx| {
        let person = choose(tx, choice, PersonKind::Lead)?;
        let mut touchpoint: Touchpoint = tx.get(id)?;
        touchpoint.person = Some(person);
        fill(tx, &mut touchpoint)?;
        tx.put(&touchpoint)?;
        let promised: Vec<followups::Followup> =
            tx.rows("WHERE touchpoint = ?1 AND deleted_at IS NULL", [id])?;
        for mut followup in promised {
            followup.person = Some(person);
            followup.organization = touchpoint.organization;
            followup.deal = touchpoint.deal;
            tx.put(&followup)?;
        }
        tx.name_subject(tx.get::<Person>(person)?.shown);
        Ok(())
    })
}

/// 未接 in one key: an unanswered call now, and the promise it belonged to moves to tomorrow; without
/// one, a new promise for tomorrow. `title`: what to call a new promise in the user's language.
pub fn missed(db: &Db, person: Id, followup: Option<Id>, title: &str) -> Result<Written<()>> {
    db.write(Act::new("call_missed"), |tx| {
        let somebody: Person = tx.get(person)?;
        tx.name_subject(somebody.shown);
        let call = Touchpoint {
            n: 0,
            id: tx.fresh_id(),
            deleted_at: None,
            at: tx.now,
            at_day: false,
            channel: Channel::Call,
            direction: Direction::Outbound,
            outcome: Some(Outcome::NoAnswer),
            minutes: None,
            sentiment: None,
            summary: None,
            raw: None,
            who: None,
            member: tx.me,
            person: Some(person),
            organization: None,
            deal: None,
        };
        let call = add(tx, call)?;
        let tomorrow = plus_days(tx.today(), 1).to_string();
        let mut promise = match followup {
            Some(id) => tx.get(id)?,
            None => followups::open(tx.fresh_id(), title),
        };
        promise.due_on = tomorrow;
        promise.due_at = None;
        promise.state = FollowupState::Open;
        promise.person = Some(person);
        promise.organization = promise.organization.or(call.organization);
        promise.deal = promise.deal.or(call.deal);
        promise.channel = promise.channel.or(Some(Channel::Call));
        promise.member = promise.member.or(tx.me);
        promise.touchpoint = promise.touchpoint.or(Some(call.id));
        tx.put(&promise)?;
        Ok(())
    })
}
