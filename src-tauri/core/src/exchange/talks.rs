//! What was said and done with people, as other programs list it: who was in a meeting, who watched a live
//! show, what somebody answered in a form, notes and calls. Each line becomes a touchpoint of its time, by
//! the member named there. Answers stand in it as text, question by question.

mod columns;
mod minutes;

pub use columns::{COLUMNS, asked, channel, fits};

use std::collections::HashMap;

use columns::{channel_named, is_about_the_form};
use minutes::minutes;

use super::contacts::{People, Reach};
use super::dates::{self, First};
use super::known::Outcome;
use super::line::{self, Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State};
use super::sources::{Shape, Use};
use super::table::Table;
use crate::kernel::{Id, Read, Result, text};
use crate::people::{IdentifierKind, normalise};
use crate::touchpoints::{self, Channel, Direction, Touchpoint};

/// What a meeting was about, where its list says so above its columns.
pub fn about(table: &Table) -> Option<String> {
    let told = table.above.iter().find(|row| {
        row.get(0)
            .is_some_and(|cell| text::squeeze(cell) == "会议主题")
    });
    let topic = told?.get(1)?.trim();
    (!topic.is_empty()).then(|| topic.to_owned())
}

struct Parsed<'t> {
    line: Line<'t>,
    name: Option<String>,
    reached: Vec<Reach>,
    at: i64,
    day_only: bool,
    minutes: Option<i64>,
    channel: Channel,
    summary: Option<String>,
}

/// How a file is to be read.
struct Reading<'s> {
    state: &'s State,
    table: &'s Table,
    shape: &'s Shape,
    at: First,
    channel: Option<Channel>,
}

impl Reading<'_> {
    fn parse<'t>(&self, line: &Line<'t>) -> std::result::Result<Parsed<'t>, Fault> {
        let (at, day_only) = self.when(line)?;
        let mut reached = Vec::new();
        for (field, kind) in [
            ("phone", IdentifierKind::Phone),
            ("email", IdentifierKind::Email),
            ("wechat", IdentifierKind::Wechat),
        ] {
            let Some(cell) = line.text(field) else {
                continue;
            };
            if let Some(value) = normalise(kind, cell) {
                let shown = Some(cell.to_owned()).filter(|shown| *shown != value);
                reached.push(Reach { kind, value, shown });
            }
        }
        let seconds = self
            .column("minutes")
            .is_some_and(|name| name.contains('秒'));
        let said = line.text("channel").and_then(channel_named);
        let channel = self.channel.or(said).unwrap_or(Channel::Other);
        let parsed = Parsed {
            line: *line,
            name: line
                .text("name")
                .map(called)
                .filter(|name| !name.is_empty()),
            reached,
            at,
            day_only,
            minutes: line.text("minutes").and_then(|cell| minutes(cell, seconds)),
            channel,
            summary: self.summary(line, channel),
        };
        if parsed.name.is_none()
            && parsed.reached.is_empty()
            && parsed.summary.is_none()
            && line.text("organization").is_none()
        {
            return Err(line.fault(Reason::NameMissing, "name"));
        }
        Ok(parsed)
    }

    fn column(&self, field: &'static str) -> Option<&str> {
        let at = self
            .shape
            .uses
            .iter()
            .position(|used| *used == Use::Field(field))?;
        Some(&self.table.columns[at])
    }

    /// At its own time; without one, when the file came.
    fn when(&self, line: &Line<'_>) -> std::result::Result<(i64, bool), Fault> {
        let told = line.moment("at", self.at, self.state.ground.zone)?;
        Ok(told.unwrap_or((self.state.ground.now, false)))
    }

    /// What it was about, what was said, and of a form every question with its answer.
    fn summary(&self, line: &Line<'_>, channel: Channel) -> Option<String> {
        let topic = line.text("topic").or(self.shape.about.as_deref());
        let mut parts: Vec<String> = topic
            .into_iter()
            .chain(line.text("said"))
            .map(str::to_owned)
            .collect();
        if channel == Channel::Form {
            let answers = self
                .shape
                .uses
                .iter()
                .enumerate()
                .filter(|(_, used)| **used == Use::Kept);
            for (at, _) in answers {
                let question = &self.table.columns[at];
                let answer = line.cell(at);
                if !answer.is_empty() && !is_about_the_form(question) {
                    parts.push(format!("{question}: {answer}"));
                }
            }
        }
        (!parts.is_empty()).then(|| parts.join("\n"))
    }
}

/// "王敏(无锡远山-王敏)": the name in the account, without the one of the day.
fn called(cell: &str) -> String {
    let cell = cell.trim();
    let closed = cell.strip_suffix(')').or_else(|| cell.strip_suffix('）'));
    let outer = closed.and_then(|rest| rest.split(['(', '（']).next());
    outer
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .unwrap_or(cell)
        .to_owned()
}

/// Plans a list of what was said and done.
pub fn plan(
    table: &Table,
    shape: &Shape,
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
) -> Result<FilePlan> {
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|name| text::squeeze(name))
        .collect();
    let told = line::told(table, shape, "at");
    let [at, _] = dates::orders([told, dates::Told::Nothing]);
    let reading = Reading {
        state,
        table,
        shape,
        at,
        channel: channel(&names),
    };
    let lines: Vec<_> = table
        .rows
        .iter()
        .map(|record| reading.parse(&Line::new(table, shape, record)?))
        .collect();
    let mut plan = FilePlan::default();
    let mut nobody = 0;
    plan.fill_each(lines, |plan, parsed| {
        let person = person(state, people, plan, &parsed)?;
        nobody += usize::from(person.is_none());
        one(state, people, read, plan, person, parsed)
    })?;
    plan.note_rows("nobody_known", nobody);
    Ok(plan)
}

/// Who it was, with the writes that make them if nobody knows them yet. A nickname alone is no person: of
/// those who watched, only who is reached or known already.
fn person(
    state: &mut State,
    people: &mut People,
    plan: &mut FilePlan,
    parsed: &Parsed<'_>,
) -> Result<Option<(Id, Vec<super::plan::Step>)>> {
    let mut steps = Vec::new();
    let firm = parsed.line.text("organization");
    let Some(name) = parsed
        .name
        .clone()
        .or_else(|| parsed.reached.first().map(|reach| reach.value.clone()))
    else {
        return Ok(None);
    };
    let id = if parsed.reached.is_empty() {
        let known = match firm {
            Some(firm) => state
                .organizations
                .find(firm)
                .and_then(|firm| people.only(&name, Some(firm))),
            None => people.only(&name, None),
        };
        match known {
            Some(known) => known,
            None if parsed.channel == Channel::Live => return Ok(None),
            None => people.claim(&name, firm, &[], &HashMap::new()).id,
        }
    } else {
        people
            .claim(&name, firm, &parsed.reached, &HashMap::new())
            .id
    };
    let organization = firm.map(|name| state.organization(plan, name, &mut steps));
    let reached = parsed.reached.clone();
    people.met(plan, (id, name), organization, reached, &mut steps);
    Ok(Some((id, steps)))
}

fn one(
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
    plan: &mut FilePlan,
    person: Option<(Id, Vec<super::plan::Step>)>,
    parsed: Parsed<'_>,
) -> Result<Planned> {
    let (person, mut steps) = person.map_or((None, Vec::new()), |(id, steps)| (Some(id), steps));
    let member = parsed
        .line
        .text("member")
        .map(|name| state.member(plan, name, &mut steps));
    let firm = parsed
        .line
        .text("organization")
        .filter(|_| person.is_none());
    let organization = firm.map(|name| state.organization(plan, name, &mut steps));
    let at = parsed.at.to_string();
    let who = person.or(organization).map(|id| id.to_string());
    let who = who
        .or_else(|| parsed.name.as_deref().map(text::identity))
        .unwrap_or_default();
    let told = parsed.summary.as_deref().unwrap_or_default();
    let id = Id::derived(&[
        b"touchpoints",
        parsed.channel.word().as_bytes(),
        who.as_bytes(),
        at.as_bytes(),
        told.as_bytes(),
    ]);
    let came = matches!(
        parsed.channel,
        Channel::Video | Channel::Live | Channel::Form | Channel::Event
    );
    let nick = parsed.name.clone().filter(|_| person.is_none());
    let summary = match (nick.clone(), parsed.summary) {
        (Some(nick), Some(said)) => Some(format!("{nick}\n{said}")),
        (nick, said) => nick.or(said),
    };
    let called = nick.or_else(|| people.people.live.get(&person?).map(|row| row.name.clone()));
    let mut own = Vec::new();
    let outcome = if people.unsaid(read, id)? {
        let touchpoint = Touchpoint {
            n: 0,
            id,
            deleted_at: None,
            at: parsed.at,
            at_day: parsed.day_only,
            channel: parsed.channel,
            direction: if came {
                Direction::Inbound
            } else {
                Direction::Outbound
            },
            outcome: None,
            minutes: parsed.minutes,
            sentiment: None,
            summary,
            raw: None,
            who: None,
            member,
            person,
            organization,
            deal: None,
        };
        own.push(Box::new(move |tx: &mut crate::kernel::WriteTx<'_>| {
            touchpoints::add(tx, touchpoint).map(drop)
        }) as super::plan::Step);
        Outcome::Created
    } else {
        Outcome::Unchanged
    };
    if parsed.channel != Channel::Form {
        let kept = parsed.line.kept(&[]).ok().flatten();
        state.keep_line(super::sources::Kind::Talks, id, kept, &mut own)?;
    }
    Ok(Planned {
        name: called,
        ..Planned::new(outcome, own).after(steps)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_account_is_who_it_was() {
        assert_eq!(called("王敏(无锡远山-王敏)"), "王敏");
        assert_eq!(called("王敏"), "王敏");
        assert_eq!(called("(王敏)"), "(王敏)");
    }
}
