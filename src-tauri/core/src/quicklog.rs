//! The quick log: one line becomes a touchpoint, its promise, its tags. Reading a line is a pure
//! function (`parse`); here the people it may mean are looked up, corrections are laid over it, and
//! all lines are saved as one action.

pub mod parse;
#[cfg(test)]
mod tests;
mod types;

pub use types::{
    AmountDeal, AmountRead, LineFix, LineRead, NextRead, QuickLogPreview, QuickLogSaved, SavedLine,
    Who,
};

use chrono::Timelike;

use crate::followups::{self, FollowupState, NextStep};
use crate::kernel::money::Money;
use crate::kernel::text::filled;
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx, settings, text};
use crate::organizations;
use crate::people::{self, PersonKind, PersonRef};
use crate::pipeline;
use crate::search;
use crate::touchpoints::{self, Direction, PersonChoice, Touchpoint};
use parse::{SpanKind, WhoKey};

/// How many people are offered where one word means several: the latest contacted.
const CHOICES: u32 = 20;

/// What every line is understood as. Blank lines are passed over.
pub fn read(read: &Read<'_>, text: &str, fixes: &[LineFix]) -> Result<QuickLogPreview> {
    let lines = lines(text)
        .enumerate()
        .map(|(at, line)| read_line(read, line, fixes.get(at)))
        .collect::<Result<_>>()?;
    Ok(QuickLogPreview { lines })
}

/// What a save is part of, beyond the words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Occasion {
    /// Who did it, when it was not the member who works here.
    pub member: Option<Id>,
    /// The promise this conversation keeps: it is done in the same action.
    pub keeps: Option<Id>,
}

/// Saves every line as one action.
pub fn save(db: &Db, text: &str, fixes: &[LineFix], occasion: Occasion) -> Result<QuickLogSaved> {
    let written = db.write(Act::new("call_logged").by(occasion.member), |tx| {
        let mut saved: Vec<SavedLine> = Vec::new();
        for (at, line) in lines(text).enumerate() {
            let understood = read_line(tx, line, fixes.get(at))?;
            saved.push(save_line(tx, &understood, fixes.get(at), occasion.member)?);
        }
        if let (Some(promise), false) = (occasion.keeps, saved.is_empty()) {
            followups::close(tx, promise, FollowupState::Done)?;
        }
        if let Some(person) = saved.iter().find_map(|line| line.person.as_ref()) {
            tx.name_subject(person.name.clone());
        }
        Ok(saved)
    })?;
    let action = written.action.ok_or_else(|| Error::invalid("line"))?;
    Ok(QuickLogSaved {
        action,
        touchpoints: written.value,
    })
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn read_line(read: &Read<'_>, line: &str, fix: Option<&LineFix>) -> Result<LineRead> {
    let found = candidates(read, line)?;
    let now = chrono::DateTime::from_timestamp_millis(read.now).unwrap_or_default();
    let keyed: Vec<parse::Candidate> = found
        .iter()
        .map(|(_, candidate)| candidate.clone())
        .collect();
    let parsed = parse::parse(line, now, read.zone.0, &keyed);
    let hit = |at: &usize| {
        search::person_hit(read, found[*at].0)?.ok_or_else(|| Error::absent("people", found[*at].0))
    };
    let who = match &parsed.who {
        parse::Who::None => Who::None,
        parse::Who::Known(at) => Who::Known { person: hit(at)? },
        parse::Who::New(name) => Who::New { name: name.clone() },
        parse::Who::Several(text, fit) => Who::Several {
            text: text.clone(),
            choices: fit
                .iter()
                .take(CHOICES as usize)
                .map(hit)
                .collect::<Result<_>>()?,
        },
    };
    let currency = settings::get(read, settings::CURRENCY)?.unwrap_or_else(|| "CNY".to_owned());
    let mut line = LineRead {
        who,
        channel: parsed.channel,
        channel_given: parsed.channel_given,
        direction: parsed.direction,
        minutes: parsed.minutes.map(i64::from),
        at: parsed.at.timestamp_millis(),
        day_only: parsed.day_only,
        at_given: parsed.at_given,
        outcome: parsed.outcome,
        sentiment: parsed.sentiment.map(i64::from),
        next: parsed.next.map(|next| NextRead {
            title: next.title,
            due_on: next.due_on.map(|day| day.to_string()),
            due_time: next
                .due_time
                .map(|time| format!("{:02}:{:02}", time.hour(), time.minute())),
            ask: next.ask,
            channel: next.channel,
        }),
        tags: parsed.tags,
        amount: parsed.amount.map(|amount| AmountRead {
            money: Money {
                minor: amount.minor,
                currency: amount.currency.unwrap_or(currency),
            },
            deal: AmountDeal::Offer,
        }),
        summary: parsed.summary,
        spans: parsed.spans,
        raw: parsed.raw,
        deal: None,
        new_deal: None,
    };
    if let Some(fix) = fix {
        fix.lay_over(read, &mut line)?;
    }
    settle_deal(read, &mut line, fix)?;
    Ok(line)
}

/// The deal the line is about: the one chosen, one to be opened, or the person's only open one. An
/// amount goes there.
fn settle_deal(read: &Read<'_>, line: &mut LineRead, fix: Option<&LineFix>) -> Result<()> {
    let (chosen, opened) = fix.map_or((None, None), |fix| (fix.deal, filled(fix.new_deal.clone())));
    line.deal = match (chosen, &opened, &line.who) {
        (Some(deal), _, _) => Some(pipeline::glance_of(read, deal)?),
        (None, None, Who::Known { person }) => {
            let mut open = pipeline::open_of_person(read, person.id)?;
            if open.len() == 1 { open.pop() } else { None }
        }
        _ => None,
    };
    line.new_deal = opened.filter(|_| line.deal.is_none());
    if let Some(amount) = &mut line.amount {
        amount.deal = match (&line.deal, &line.new_deal) {
            (Some(deal), _) => AmountDeal::Only {
                id: deal.id,
                name: deal.name.clone(),
            },
            (None, Some(name)) => AmountDeal::New { name: name.clone() },
            (None, None) => AmountDeal::Offer,
        };
    }
    Ok(())
}

/// People the line may mean, with the keys the language compares.
fn candidates(read: &Read<'_>, line: &str) -> Result<Vec<(Id, parse::Candidate)>> {
    let keys: Vec<search::Key> = parse::who_keys(line)
        .into_iter()
        .map(|key| match key {
            WhoKey::Exact(word) => search::Key::Whole(word),
            WhoKey::Surname(word) => search::Key::Beginning(word),
        })
        .collect();
    let found = search::people_by_keys(read, &keys, CHOICES)?;
    Ok(found
        .into_iter()
        .enumerate()
        .map(|(index, somebody)| {
            let mut keys = somebody.phone_tails;
            for name in [&somebody.name].into_iter().chain(&somebody.also) {
                let folded = text::fold(name);
                let (full, initials) = text::pinyin(&folded);
                keys.extend([folded, full, initials]);
            }
            let candidate = parse::Candidate {
                index,
                name: somebody.name,
                keys,
            };
            (somebody.id, candidate)
        })
        .collect())
}

fn save_line(
    tx: &mut WriteTx<'_>,
    line: &LineRead,
    fix: Option<&LineFix>,
    member: Option<Id>,
) -> Result<SavedLine> {
    let (person, who) = match (fix.and_then(|fix| fix.person.as_ref()), &line.who) {
        (Some(choice), _) => (
            Some(touchpoints::choose(tx, choice, PersonKind::Lead)?),
            None,
        ),
        (None, Who::Known { person }) => (Some(person.id), None),
        (None, Who::New { name }) => (
            Some(touchpoints::choose(
                tx,
                &PersonChoice::NewName(name.clone()),
                PersonKind::Lead,
            )?),
            None,
        ),
        (None, Who::Several { text, .. }) => (None, Some(text.clone())),
        (None, Who::None) => (
            None,
            (line.direction != Direction::Internal).then(String::new),
        ),
    };
    let deal = deal_of(tx, line, person)?;
    let id = tx.fresh_id();
    let touchpoint = touchpoints::add(
        tx,
        Touchpoint {
            n: 0,
            id,
            deleted_at: None,
            at: line.at,
            at_day: line.day_only,
            channel: line.channel,
            direction: line.direction,
            outcome: line.outcome,
            minutes: line.minutes,
            sentiment: line.sentiment,
            summary: summary(line),
            raw: Some(line.raw.clone()),
            who,
            member: member.or(tx.me),
            person,
            organization: None,
            deal,
        },
    )?;
    crate::catalog::mark(tx, id, &line.tags)?;
    let followup = promise(tx, line, &touchpoint)?;
    let person: Option<PersonRef> = match person {
        Some(person) => people::refer(tx, person)?,
        None => None,
    };
    Ok(SavedLine {
        touchpoint: id,
        person,
        followup,
        spans: line.spans.clone(),
    })
}

/// The deal the touchpoint belongs to, opened now if that was asked, holding the amount of the line.
fn deal_of(tx: &mut WriteTx<'_>, line: &LineRead, person: Option<Id>) -> Result<Option<Id>> {
    let money = line.amount.as_ref().map(|amount| &amount.money);
    if let Some(name) = &line.new_deal {
        let mut deal = pipeline::empty(tx.fresh_id(), name);
        deal.person = person;
        deal.organization = match person {
            Some(person) => {
                organizations::current(tx, person)?.map(|(organization, _)| organization)
            }
            None => None,
        };
        deal.amount_minor = money.map(|money| money.minor);
        deal.currency = money.map(|money| money.currency.clone());
        pipeline::open(tx, &deal, None)?;
        return Ok(Some(deal.id));
    }
    let deal = line.deal.as_ref().map(|deal| deal.id);
    if let (Some(deal), Some(money)) = (deal, money) {
        pipeline::set_amount(tx, deal, money)?;
    }
    Ok(deal)
}

/// The summary to keep. A promise whose day nobody gave is no follow-up, so its words stay here.
fn summary(line: &LineRead) -> Option<String> {
    let unasked = line
        .next
        .as_ref()
        .filter(|next| next.due_on.is_none())
        .map(|next| {
            let ask = next.ask.as_deref().unwrap_or_default();
            format!("{ask} {}", next.title).trim().to_owned()
        });
    let parts: Vec<&str> = [Some(line.summary.as_str()), unasked.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn promise(
    tx: &mut WriteTx<'_>,
    line: &LineRead,
    touchpoint: &Touchpoint,
) -> Result<Option<NextStep>> {
    let Some((next, due_on)) = line
        .next
        .as_ref()
        .and_then(|next| Some((next, next.due_on.as_deref()?)))
    else {
        return Ok(None);
    };
    let mut followup = followups::open(tx.fresh_id(), &next.title);
    (followup.due_on, followup.due_at) = followups::due(tx, due_on, next.due_time.as_deref())?;
    followup.channel = next.channel;
    followup.member = touchpoint.member;
    followup.person = touchpoint.person;
    followup.organization = touchpoint.organization;
    followup.deal = touchpoint.deal;
    followup.touchpoint = Some(touchpoint.id);
    tx.put(&followup)?;
    Ok(Some(NextStep {
        id: followup.id,
        title: followup.title,
        days_late: followups::days_late(&followup.due_on, tx.today()),
        due_on: followup.due_on,
        due_at: followup.due_at,
        channel: followup.channel,
    }))
}

impl LineFix {
    /// Lays what the user corrected over what was read.
    fn lay_over(&self, read: &Read<'_>, line: &mut LineRead) -> Result<()> {
        match &self.person {
            Some(PersonChoice::Existing(id)) => {
                let person =
                    search::person_hit(read, *id)?.ok_or_else(|| Error::absent("people", id))?;
                line.who = Who::Known { person };
            }
            Some(PersonChoice::NewName(name)) => line.who = Who::New { name: name.clone() },
            None => {}
        }
        line.channel = self.channel.unwrap_or(line.channel);
        line.direction = self.direction.unwrap_or(line.direction);
        line.minutes = self.minutes.or(line.minutes);
        if let Some(at) = self.at {
            (line.at, line.day_only, line.at_given) = (at, false, true);
        }
        line.outcome = self.outcome.or(line.outcome);
        line.sentiment = self.sentiment.or(line.sentiment);
        if let Some(tags) = &self.tags {
            line.tags.clone_from(tags);
        }
        self.lay_over_next(line);
        for cleared in &self.clear {
            match cleared {
                SpanKind::Who => line.who = Who::None,
                SpanKind::Minutes => line.minutes = None,
                SpanKind::Outcome => line.outcome = None,
                SpanKind::Sentiment => line.sentiment = None,
                SpanKind::Next => line.next = None,
                SpanKind::Tag => line.tags.clear(),
                SpanKind::Amount => line.amount = None,
                SpanKind::When => {
                    (line.at, line.day_only, line.at_given) = (read.now, false, false)
                }
                SpanKind::Channel | SpanKind::Direction | SpanKind::Summary => {}
            }
        }
        Ok(())
    }

    fn lay_over_next(&self, line: &mut LineRead) {
        if self.next_title.is_none() && self.next_due_on.is_none() && self.next_due_time.is_none() {
            return;
        }
        let next = line.next.get_or_insert_with(NextRead::default);
        if let Some(title) = &self.next_title {
            next.title.clone_from(title);
        }
        if let Some(day) = &self.next_due_on {
            next.due_on = Some(day.clone());
            next.ask = None;
        }
        next.due_time = self.next_due_time.clone().or(next.due_time.take());
    }
}
