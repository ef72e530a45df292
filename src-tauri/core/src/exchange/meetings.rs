//! Events of a calendar: what was becomes a touchpoint at its own time, what is to come a follow-up. Both
//! keep the identity that the calendar gave them, so that a later file changes them. With whom it was
//! stands in the addresses, or else in the words.

pub mod ics;
mod who;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use self::who::{Company, Guest};
use super::contacts::{People, Reach};
use super::known::{Known, Outcome, Said};
use super::line::{Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State, Step};
use super::sources::{Columns, Kind, Shape};
use super::table::Table;
use crate::followups::{self, Followup, FollowupState};
use crate::kernel::{Id, Read, Result, text};
use crate::people::IdentifierKind;
use crate::team;
use crate::touchpoints::{self, Channel, Direction, Touchpoint};

/// A column's name and the field it becomes.
pub const COLUMNS: Columns = &[
    ("uid", "external_id"),
    ("summary", "subject"),
    ("start", "at"),
    ("minutes", "minutes"),
    ("attendees", "attendees"),
    ("organizer", "organizer"),
    ("location", "location"),
    ("url", "link"),
    ("owner", "calendar"),
    ("description", "said"),
];

/// What our own calendar file calls a follow-up.
const OURS: &str = "@touchline";

/// One event.
struct Parsed<'t> {
    line: Line<'t>,
    uid: &'t str,
    /// Milliseconds UTC, or the noon of a day.
    at: i64,
    day_only: bool,
    minutes: Option<i64>,
    /// What it says beyond the fields of its row.
    kept: Option<String>,
}

/// Fields that have no place in a touchpoint and stay with it as they stand.
const KEPT: [&str; 4] = ["attendees", "organizer", "location", "link"];

fn parse<'t>(line: &Line<'t>, state: &State) -> std::result::Result<Parsed<'t>, Fault> {
    let uid = line.required("external_id", Reason::IdMissing)?;
    let cell = line.required("at", Reason::DateInvalid)?;
    let zone = state.ground.zone;
    let moment = DateTime::parse_from_str(cell, "%Y-%m-%d %H:%M%:z");
    let (at, day_only) = match (moment, cell.parse::<NaiveDate>()) {
        (Ok(moment), _) => (moment.with_timezone(&Utc).timestamp_millis(), false),
        (_, Ok(day)) => (zone.noon(day), true),
        _ => return Err(line.fault(Reason::DateInvalid, "at")),
    };
    let kept = KEPT.map(|field| (field, line.text(field).unwrap_or_default().to_owned()));
    Ok(Parsed {
        line: *line,
        kept: line.kept(&kept)?,
        uid,
        at,
        day_only,
        minutes: line
            .whole("minutes")?
            .filter(|minutes| *minutes < 7 * 24 * 60),
    })
}

/// What is there already of these events.
struct There {
    touchpoints: Known<Touchpoint>,
    followups: Known<Followup>,
}

fn touchpoint_id(uid: &str) -> Id {
    Id::derived(&[b"touchpoints", b"meetings", uid.as_bytes()])
}

fn followup_id(uid: &str) -> Id {
    Id::derived(&[b"followups", b"meetings", uid.as_bytes()])
}

/// The follow-up that an event of our own calendar file is about.
fn our_own(uid: &str) -> Option<Id> {
    uid.strip_suffix(OURS)?.parse().ok()
}

/// Plans the events of a calendar.
pub fn plan(
    table: &Table,
    shape: &Shape,
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
) -> Result<FilePlan> {
    let lines: Vec<_> = table
        .rows
        .iter()
        .map(|record| parse(&Line::new(table, shape, record)?, state))
        .collect();
    let good = || lines.iter().flatten();
    let company = Company::of(good().map(|parsed| &parsed.line), state, people);
    let mut there = There {
        touchpoints: Known::with_ids(read, good().map(|parsed| touchpoint_id(parsed.uid)))?,
        followups: Known::with_ids(
            read,
            good().flat_map(|parsed| {
                [Some(followup_id(parsed.uid)), our_own(parsed.uid)]
                    .into_iter()
                    .flatten()
            }),
        )?,
    };
    let me = team::me(read)?.map(|me| me.id);
    let mut plan = FilePlan::default();
    let mut ahead = 0;
    let lines = lines
        .into_iter()
        .map(|parsed| {
            let parsed = parsed?;
            let met = company.met(&parsed.line, state, people);
            match met.is_nobody() && our_own(parsed.uid).is_none() {
                true => Err(parsed.line.fault(Reason::NobodyKnown, "attendees")),
                false => Ok((parsed, met)),
            }
        })
        .collect();
    plan.fill_each(lines, |plan, (parsed, met)| {
        let ours = our_own(parsed.uid).is_some_and(|id| there.followups.live.contains_key(&id));
        if ours {
            return Ok(Planned::new(Outcome::Unchanged, Vec::new()));
        }
        let mut steps = Vec::new();
        let person = met.guests.into_iter().fold(None, |first, guest| {
            let id = somebody(people, plan, guest, &mut steps);
            first.or(Some(id))
        });
        let kept = parsed.kept.clone();
        let subject = parsed.line.text("subject").unwrap_or(parsed.uid);
        let event = Event {
            parsed,
            person,
            organization: met.organization,
            member: met.member.or(me),
            inbound: met.inbound,
        };
        let mut own = Vec::new();
        let (touchpoint, promise) = (
            touchpoint_id(event.parsed.uid),
            followup_id(event.parsed.uid),
        );
        let (outcome, id) = if event.parsed.at > state.ground.now {
            ahead += 1;
            (event.ahead(&mut there, state, plan, &mut own), promise)
        } else {
            (event.was(&mut there, &mut own), touchpoint)
        };
        if there.touchpoints.live.contains_key(&id) || there.followups.live.contains_key(&id) {
            state.keep_line(Kind::Meetings, id, kept, &mut own)?;
        }
        Ok(Planned::new(outcome, own).after(steps).called(subject))
    })?;
    plan.note_rows("events_to_come", ahead);
    Ok(plan)
}

/// Somebody who takes part; who is not there yet is made.
fn somebody(people: &mut People, plan: &mut FilePlan, guest: Guest, steps: &mut Vec<Step>) -> Id {
    match guest {
        Guest::Known(id) => id,
        Guest::New { name, mail } => {
            let reach = Reach {
                kind: IdentifierKind::Email,
                value: mail,
                shown: None,
            };
            let ways = std::slice::from_ref(&reach);
            let id = people.claim(&name, None, ways, &HashMap::new()).id;
            people.met(plan, (id, name), None, vec![reach], steps);
            id
        }
    }
}

/// An event and who took part.
struct Event<'t> {
    parsed: Parsed<'t>,
    person: Option<Id>,
    organization: Option<Id>,
    member: Option<Id>,
    inbound: bool,
}

impl Event<'_> {
    fn words(&self) -> String {
        let line = &self.parsed.line;
        let parts = [line.text("subject"), line.text("said")];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// What was: a touchpoint. One that somebody deleted stays deleted.
    fn was(self, there: &mut There, steps: &mut Vec<Step>) -> Outcome {
        let id = touchpoint_id(self.parsed.uid);
        if there.touchpoints.was_deleted(id) {
            return Outcome::Unchanged;
        }
        let said = Meeting {
            id,
            at: (self.parsed.at, self.parsed.day_only),
            channel: who::channel(&self.parsed.line),
            inbound: self.inbound,
            minutes: self.parsed.minutes,
            summary: Some(self.words()).filter(|words| !words.is_empty()),
            person: self.person,
            organization: self.organization,
            member: self.member,
        };
        if there.touchpoints.live.contains_key(&id) {
            return there.touchpoints.say(said, steps);
        }
        let mut row = said.fresh();
        said.onto(&mut row);
        there.touchpoints.live.insert(id, row.clone());
        steps.push(Box::new(move |tx| touchpoints::add(tx, row).map(drop)));
        // What was promised for this time has happened.
        let promise = followup_id(self.parsed.uid);
        let open = there.followups.live.get(&promise);
        if open.is_some_and(|row| row.state == FollowupState::Open) {
            steps.push(Box::new(move |tx| {
                followups::close(tx, promise, FollowupState::Done)
            }));
        }
        Outcome::Created
    }

    /// What is to come: a follow-up. One that is done or deleted stays so.
    fn ahead(
        self,
        there: &mut There,
        state: &State,
        plan: &mut FilePlan,
        steps: &mut Vec<Step>,
    ) -> Outcome {
        let id = followup_id(self.parsed.uid);
        let closed = there
            .followups
            .live
            .get(&id)
            .is_some_and(|row| row.state != FollowupState::Open);
        if closed || there.followups.was_deleted(id) {
            return Outcome::Unchanged;
        }
        let title = self.parsed.line.text("subject").unwrap_or(self.parsed.uid);
        let said = Promise {
            id,
            title: title.to_owned(),
            due_on: state.ground.zone.day(self.parsed.at).to_string(),
            due_at: Some(self.parsed.at).filter(|_| !self.parsed.day_only),
            channel: who::channel(&self.parsed.line),
            person: self.person,
            organization: self.organization,
            member: self.member,
        };
        let outcome = there.followups.say(said, steps);
        plan.also("followups", outcome);
        outcome
    }
}

/// What an event that was says of a touchpoint.
#[derive(Clone)]
struct Meeting {
    id: Id,
    at: (i64, bool),
    channel: Channel,
    inbound: bool,
    minutes: Option<i64>,
    summary: Option<String>,
    person: Option<Id>,
    organization: Option<Id>,
    member: Option<Id>,
}

impl Said for Meeting {
    type Row = Touchpoint;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Touchpoint {
        Touchpoint {
            n: 0,
            id: self.id,
            deleted_at: None,
            at: self.at.0,
            at_day: self.at.1,
            channel: self.channel,
            direction: match self.inbound {
                true => Direction::Inbound,
                false => Direction::Outbound,
            },
            outcome: None,
            minutes: None,
            sentiment: None,
            summary: None,
            raw: None,
            who: None,
            member: None,
            person: None,
            organization: None,
            deal: None,
        }
    }

    fn onto(&self, row: &mut Touchpoint) {
        (row.at, row.at_day) = self.at;
        row.minutes = self.minutes.or(row.minutes);
        row.summary = self.summary.clone().or(row.summary.take());
        // With whom it was, somebody may have mended by hand.
        row.person = row.person.or(self.person);
        row.organization = row.organization.or(self.organization);
        row.member = row.member.or(self.member);
    }
}

/// What an event to come says of a follow-up.
#[derive(Clone)]
struct Promise {
    id: Id,
    title: String,
    due_on: String,
    due_at: Option<i64>,
    channel: Channel,
    person: Option<Id>,
    organization: Option<Id>,
    member: Option<Id>,
}

impl Said for Promise {
    type Row = Followup;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Followup {
        Followup {
            channel: Some(self.channel),
            ..followups::open(self.id, &self.title)
        }
    }

    fn onto(&self, row: &mut Followup) {
        row.title.clone_from(&self.title);
        row.due_on.clone_from(&self.due_on);
        row.due_at = self.due_at;
        row.person = row.person.or(self.person);
        row.organization = row.organization.or(self.organization);
        row.member = row.member.or(self.member);
    }
}
