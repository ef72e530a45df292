//! The sample's deals: their way through the stages, who held them, who takes part, and the contacts
//! that carried them.

use std::collections::HashMap;
use std::ops::Range;

use rand::RngExt;

use super::calendar::time;
use super::cast::{self, Contact, FirmDeal};
use super::moments::{self, Said, With};
use super::promises;
use super::table::{self, Row};
use super::told::Told;
use super::{Scene, currency, unknown};
use crate::kernel::{Id, Result};
use crate::pipeline::{self, Deal, DealRole, HeldWhy, Holding, Stage, StageKind, StageMove};
use crate::touchpoints::Channel;

const DEALS: &str = include_str!("deals.txt");

/// Entering a stage.
struct Entry {
    key: &'static str,
    ago: i64,
    stage: Stage,
}

/// A deal while its half year is laid out.
struct Course {
    id: Id,
    firm: Id,
    source: &'static str,
    people: Vec<Contact>,
    /// Who held it from how many days ago, the first first.
    holders: Vec<(i64, Id)>,
    path: Vec<Entry>,
}

/// Writes them all.
pub fn write(scene: &mut Scene<'_, '_>, told: &[Told]) -> Result<()> {
    let mut stages = HashMap::new();
    for key in [
        "new",
        "contacted",
        "nurtured",
        "qualified",
        "visited",
        "trial",
        "quoted",
        "negotiating",
        "won",
        "lost",
    ] {
        stages.insert(key, scene.tx.get::<Stage>(pipeline::default_stage(key))?);
    }
    for row in table::rows(DEALS) {
        write_one(scene, &row, &stages, told)?;
    }
    Ok(())
}

fn write_one(
    scene: &mut Scene<'_, '_>,
    row: &Row,
    stages: &HashMap<&'static str, Stage>,
    told: &[Told],
) -> Result<()> {
    let told: Vec<&Told> = match row.text(7) {
        "told" => told
            .iter()
            .filter(|line| line.whose == row.text(0))
            .collect(),
        _ => Vec::new(),
    };
    let path = path(scene, row, stages, !told.is_empty())?;
    let holders = holders(scene, row, path.first().map_or(0, |first| first.ago))?;
    let firm = scene.firm(row.text(0))?;
    let course = Course {
        id: scene.tx.fresh_id(),
        firm: firm.id,
        source: firm.source,
        people: firm.people.clone(),
        holders,
        path,
    };
    write_deal(scene, row, &course)?;
    if told.is_empty() {
        let (more, quiet) = (row.read(7)?, row.read(8)?);
        live_through(scene, &course, more, quiet)
    } else {
        retell(scene, &course, &told)
    }
}

fn path(
    scene: &Scene<'_, '_>,
    row: &Row,
    stages: &HashMap<&'static str, Stage>,
    exact: bool,
) -> Result<Vec<Entry>> {
    row.text(6)
        .split(", ")
        .map(|entry| {
            let (key, ago) = entry.split_once(' ').ok_or_else(|| row.wrong(6))?;
            let (key, stage) = stages.get_key_value(key).ok_or_else(|| row.wrong(6))?;
            let ago: i64 = ago.parse().map_err(|_| row.wrong(6))?;
            Ok(Entry {
                key,
                ago: if exact {
                    ago
                } else {
                    scene.calendar.worked(ago)
                },
                stage: stage.clone(),
            })
        })
        .collect()
}

/// `lin`, or `zhou > lin 28`: handed over 28 days ago.
fn holders(scene: &Scene<'_, '_>, row: &Row, since: i64) -> Result<Vec<(i64, Id)>> {
    let text = row.text(5);
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let Some((first, rest)) = text.split_once(" > ") else {
        return Ok(vec![(since, scene.member(text)?)]);
    };
    let (second, ago) = rest.split_once(' ').ok_or_else(|| row.wrong(5))?;
    let ago = ago.parse().map_err(|_| row.wrong(5))?;
    Ok(vec![
        (since, scene.member(first)?),
        (ago, scene.member(second)?),
    ])
}

fn write_deal(scene: &mut Scene<'_, '_>, row: &Row, course: &Course) -> Result<()> {
    let amount = row.filled::<i64>(4)?.map(|yuan| scene.minor(yuan));
    let contact = course.people.first().map(|contact| contact.id);
    scene.tx.put_new(&Deal {
        organization: Some(course.firm),
        person: contact,
        product: (!row.text(3).is_empty()).then(|| cast::product(row.text(3))),
        amount_minor: amount,
        currency: amount.map(|_| currency(scene.words.lang).to_owned()),
        ..pipeline::empty(course.id, scene.words.say(row, 1))
    })?;
    for (ago, member) in &course.holders {
        scene.tx.put_new(&Holding {
            n: 0,
            id: scene.tx.fresh_id(),
            deleted_at: None,
            deal: course.id,
            member: Some(*member),
            at: scene.calendar.instant(*ago, time(9, 0)),
            at_day: false,
            reason: None,
            why: Some(HeldWhy::HandedOver),
            pool: None,
            rule: None,
            clock: None,
            days: None,
        })?;
    }
    if course.path.len() > 2 {
        write_group(scene, course)?;
    }
    let last = course.path.last().ok_or_else(|| row.wrong(6))?;
    scene.firm_mut(row.text(0))?.deals.push(FirmDeal {
        id: course.id,
        key: row.text(1),
        open: !matches!(last.stage.kind, StageKind::Won | StageKind::Lost),
        holder: course.holders.last().map(|(_, member)| *member),
    });
    Ok(())
}

fn write_group(scene: &mut Scene<'_, '_>, course: &Course) -> Result<()> {
    for contact in &course.people {
        let Some(role) = contact.role else { continue };
        scene.tx.put_new(&DealRole {
            n: 0,
            id: Id::derived(&[b"deal_roles", course.id.bytes(), contact.id.bytes()]),
            deleted_at: None,
            deal: course.id,
            person: contact.id,
            role,
        })?;
    }
    Ok(())
}

/// Contacts as told; a stage is entered after that day's contact.
fn retell(scene: &mut Scene<'_, '_>, course: &Course, told: &[&Told]) -> Result<()> {
    for line in told {
        let at = scene.calendar.instant(line.ago, line.time);
        let with = course.with(scene, line.ago, None)?;
        let with = With {
            member: Some(line.member),
            ..with
        };
        moments::write(scene, &line.said, at, with)?;
    }
    for entry in &course.path {
        let that_day = told.iter().find(|line| line.ago == entry.ago);
        let after = that_day.map_or(time(12, 0), |line| line.time);
        let reason = that_day
            .filter(|_| entry.key == "nurtured")
            .map(|line| line.said.summary);
        enter(
            scene,
            course,
            entry,
            scene.calendar.instant(entry.ago, after),
            reason,
        )?;
    }
    Ok(())
}

/// Contacts chosen from what can happen: one that brings the deal into each stage, `more` between
/// them and up to `quiet` days ago, and some that reached nobody.
fn live_through(scene: &mut Scene<'_, '_>, course: &Course, more: usize, quiet: i64) -> Result<()> {
    for entry in &course.path {
        let part = match entry.key {
            "new" => format!("new {}", course.source),
            key => format!("to {key}"),
        };
        let said = scene
            .moments
            .choose(&mut scene.chance, &part, course.firm)?;
        let evening = entry.key == "new" && course.source == "live";
        let hours = if evening { 20..21 } else { 9..12 };
        let at = moment(scene, entry.ago, hours);
        let with = course.with(scene, entry.ago, None)?;
        moments::write(scene, &said, at, with)?;
        let reason = (entry.key == "lost").then_some(said.summary);
        enter(scene, course, entry, at, reason)?;
    }
    let mut days = course.days_between(scene, quiet);
    let attempts = (course.path.len() + more) / 5;
    for part in spread(scene, &mut days, more) {
        let inside = course.stage_at(part);
        let said = scene
            .moments
            .choose(&mut scene.chance, &format!("in {inside}"), course.firm)?;
        write_between(scene, course, &said, part)?;
    }
    for ago in spread(scene, &mut days, attempts) {
        let said = scene
            .moments
            .choose(&mut scene.chance, "nobody", course.firm)?;
        let at = moment(scene, ago, 16..17);
        let with = course.with(scene, ago, None)?;
        moments::write(scene, &said, at, with)?;
    }
    Ok(())
}

fn write_between(scene: &mut Scene<'_, '_>, course: &Course, said: &Said, ago: i64) -> Result<()> {
    let at = moment(scene, ago, 13..18);
    // In use, it is often a colleague who asks.
    let asks = matches!(course.stage_at(ago), "trial" | "won") && course.people.len() > 1;
    let colleague = (asks && scene.chance.random_range(0..3) == 0)
        .then(|| course.people[scene.chance.random_range(1..course.people.len())].id);
    let with = course.with(scene, ago, colleague)?;
    let with = match said.channel {
        Channel::Support => With {
            member: Some(scene.member("gao")?),
            ..with
        },
        _ => with,
    };
    let before = scene.last_touch.get(&with.person).copied();
    moments::write(scene, said, at, with)?;
    promises::kept(scene, said, at, with, before)
}

/// Some time of day within these hours.
fn moment(scene: &mut Scene<'_, '_>, ago: i64, hours: Range<u32>) -> i64 {
    let hour = scene.chance.random_range(hours);
    let minute = scene.chance.random_range(0..12) * 5;
    scene.calendar.instant(ago, time(hour, minute))
}

/// Takes `count` days out of `days`, spread evenly with some chance in it.
fn spread(scene: &mut Scene<'_, '_>, days: &mut Vec<i64>, count: usize) -> Vec<i64> {
    let count = count.min(days.len());
    let mut chosen = Vec::with_capacity(count);
    for at in 0..count {
        let (from, to) = (at * days.len() / count, (at + 1) * days.len() / count);
        chosen.push(days[scene.chance.random_range(from..to)]);
    }
    days.retain(|day| !chosen.contains(day));
    chosen
}

fn enter(
    scene: &mut Scene<'_, '_>,
    course: &Course,
    entry: &Entry,
    at: i64,
    reason: Option<&str>,
) -> Result<()> {
    const AFTER: i64 = 5 * 60_000;
    scene.tx.put_new(&StageMove {
        n: 0,
        id: scene.tx.fresh_id(),
        deleted_at: None,
        deal: course.id,
        stage: entry.stage.id,
        at: Some(at + AFTER),
        at_day: false,
        place: entry.stage.place,
        member: course.holder_at(entry.ago),
        reason: reason.map(str::to_owned),
    })?;
    Ok(())
}

impl Course {
    fn holder_at(&self, ago: i64) -> Option<Id> {
        let held = |(since, _): &&(i64, Id)| *since >= ago;
        let holder = self.holders.iter().rev().find(held);
        holder.or(self.holders.first()).map(|(_, member)| *member)
    }

    /// The contact there, or a colleague.
    fn with(&self, scene: &Scene<'_, '_>, ago: i64, colleague: Option<Id>) -> Result<With> {
        let contact = self.people.first().map(|contact| contact.id);
        Ok(With {
            member: match self.holder_at(ago) {
                Some(member) => Some(member),
                None => Some(scene.member("gao")?),
            },
            person: colleague.or(contact).ok_or_else(|| unknown("contact"))?,
            organization: Some(self.firm),
            deal: Some(self.id),
        })
    }

    fn stage_at(&self, ago: i64) -> &'static str {
        let inside = self.path.iter().rev().find(|entry| entry.ago > ago);
        inside.map_or("contacted", |entry| entry.key)
    }

    /// Weekdays between its stages on which something can have happened, the oldest first.
    fn days_between(&self, scene: &Scene<'_, '_>, quiet: i64) -> Vec<i64> {
        let first = self.path.first().map_or(0, |entry| entry.ago);
        (quiet.max(1)..first)
            .rev()
            .filter(|ago| scene.calendar.is_weekday(*ago))
            .filter(|ago| self.path.iter().all(|entry| entry.ago != *ago))
            .filter(|ago| !matches!(self.stage_at(*ago), "new" | "lost"))
            .collect()
    }
}
