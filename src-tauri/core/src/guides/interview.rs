//! Holding an interview: begun, answered question by question, left and taken up again, finished. It
//! is a touchpoint from the first thing worth keeping on; each answer is one action.

use chrono::{Months, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::plan::{self, Held, Plan};
use super::store;
use super::types::{
    Answer, AnswerState, Guide, Interview, InterviewState, Purpose, Question, Wording,
};
use crate::followups::{self, FollowupState};
use crate::kernel::settings::Lang;
use crate::kernel::text::{filled, required};
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx, Written};
use crate::people::{self, PersonKind};
use crate::touchpoints::{self, Channel, Outcome, PersonChoice, Touchpoint};

/// How long a candidate's answers are kept unless another day is chosen.
const RETAINED_MONTHS: u32 = 6;

/// What the start form hands in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct StartInput {
    pub person: PersonChoice,
    pub guide: Id,
    /// The language to ask in.
    pub lang: Lang,
    /// Over what; the guide's usual one when absent.
    pub channel: Option<Channel>,
    /// The day it was held on, when it is typed up later.
    pub held_on: Option<String>,
    /// "15:00", with `held_on`; only the day is known when absent.
    pub held_time: Option<String>,
    /// The promise that it keeps.
    pub keeps: Option<Id>,
}

/// A begun interview; `action` only when a person was made.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Started {
    pub id: Id,
    pub person: Id,
    pub action: Option<Id>,
}

/// Begins an interview. It is only planned until something is worth keeping. A new person is made at
/// once: a candidate, when it is a candidate interview.
pub fn start(db: &Db, input: &StartInput) -> Result<Started> {
    let (guide, (at, at_day)) =
        db.read(|read| Ok((read.get::<Guide>(input.guide)?, moment(read, input)?)))?;
    let written = db.write(Act::new("person_saved"), |tx| {
        let kind = match guide.purpose {
            Purpose::Candidate => PersonKind::Candidate,
            _ => PersonKind::Lead,
        };
        let person = touchpoints::choose(tx, &input.person, kind)?;
        if let Some(shown) = people::refer(tx, person)? {
            tx.name_subject(shown.name);
        }
        Ok((tx.fresh_id(), person))
    })?;
    let (id, person) = written.value;
    let planned = Plan {
        person,
        guide: guide.id,
        version: guide.version,
        channel: input.channel.unwrap_or(guide.channel),
        lang: input.lang,
        at,
        at_day,
        typed_later: input.held_on.is_some(),
        keeps: input.keeps,
    };
    plan::remember(db, id, &planned)?;
    Ok(Started {
        id,
        person,
        action: written.action,
    })
}

/// When it is or was held, and whether only the day is known. No day to come.
fn moment(read: &Read<'_>, input: &StartInput) -> Result<(i64, bool)> {
    let Some(day) = &input.held_on else {
        return Ok((read.now, false));
    };
    let invalid = || Error::invalid("held_on").because(day);
    let date: NaiveDate = day.parse().map_err(|_| invalid())?;
    if date > read.today() {
        return Err(invalid());
    }
    match &input.held_time {
        None => Ok((read.zone.noon(date), true)),
        Some(time) => {
            let time = NaiveTime::parse_from_str(time, "%H:%M")
                .map_err(|_| Error::invalid("held_time").because(time))?;
            Ok((read.zone.instant(date.and_time(time)), false))
        }
    }
}

/// What came of one question.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct AnswerInput {
    pub question: Id,
    pub state: AnswerState,
    pub text: Option<String>,
    pub verbatim: bool,
}

/// Keeps what came of one question. Refused after a "no" to the consent sentence.
pub fn answer(db: &Db, id: Id, input: &AnswerInput) -> Result<Written<()>> {
    let text = filled(input.text.clone());
    if input.state == AnswerState::Answered && text.is_none() {
        return Err(Error::invalid("text"));
    }
    db.write(Act::new("answer_kept"), |tx| {
        let held = keep(tx, id)?;
        let question: Question = tx.get(input.question)?;
        let interview = &held.interview;
        if question.guide != interview.guide || question.interview.is_some_and(|of| of != id) {
            return Err(Error::invalid("question").because(question.id));
        }
        tx.put(&Answer {
            n: 0,
            id: Answer::id_of(id, input.question),
            deleted_at: None,
            interview: id,
            question: input.question,
            state: input.state,
            text: text.clone(),
            verbatim: input.verbatim,
        })?;
        Ok(())
    })
}

/// The interview, kept, unless the other side does not want it written down.
fn keep(tx: &mut WriteTx<'_>, id: Id) -> Result<Held> {
    let held = plan::keep(tx, id)?;
    if held.interview.consent == Some(false) {
        return Err(Error::invalid("consent"));
    }
    Ok(held)
}

/// Adds a question of one's own to this interview alone. Returns it.
pub fn ask(db: &Db, id: Id, text: &str) -> Result<Written<Id>> {
    let text = required(text, "question")?;
    db.write(Act::new("question_asked"), |tx| {
        let held = keep(tx, id)?;
        let (guide, version) = (held.interview.guide, held.interview.version);
        let asked = store::questions_of(tx, guide, version, id)?;
        let question = tx.fresh_id();
        tx.put(&Question {
            n: 0,
            id: question,
            deleted_at: None,
            guide,
            version,
            place: asked.len() as i64 + 1,
            origin: question,
            interview: Some(id),
        })?;
        tx.put(&Wording {
            n: 0,
            id: Wording::id_of(question, held.interview.lang),
            deleted_at: None,
            question,
            lang: held.interview.lang,
            title: text.clone(),
            text: text.clone(),
            probe: None,
        })?;
        Ok(question)
    })
}

/// What was said to the consent sentence.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ConsentInput {
    pub given: bool,
    /// Six months after the interview when absent.
    pub retain_until: Option<String>,
}

/// Keeps what was said to the consent sentence. After a "no" only the conversation's date and who held
/// it stay: what was answered before is taken out.
pub fn consent(db: &Db, id: Id, input: &ConsentInput) -> Result<Written<()>> {
    db.write(Act::new("consent_kept"), |tx| {
        let held = plan::keep(tx, id)?;
        let mut interview = held.interview;
        interview.consent = Some(input.given);
        interview.consent_on = Some(tx.zone.day(held.touchpoint.at).to_string());
        interview.retain_until = match (input.given, &input.retain_until) {
            (false, _) => None,
            (true, Some(day)) => Some(retained(day)?),
            (true, None) => interview
                .retain_until
                .or(Some(usual_retention(tx, held.touchpoint.at))),
        };
        tx.put(&interview)?;
        if !input.given {
            for answer in store::answers(tx, id)?.into_values() {
                tx.delete::<Answer>(answer.id)?;
            }
        }
        Ok(())
    })
}

fn retained(day: &str) -> Result<String> {
    let date: NaiveDate = day
        .parse()
        .map_err(|_| Error::invalid("retain_until").because(day))?;
    Ok(date.to_string())
}

/// The day until which a candidate's answers of this moment are kept unless another is chosen.
pub fn usual_retention(read: &Read<'_>, at: i64) -> String {
    let day = read.zone.day(at);
    day.checked_add_months(Months::new(RETAINED_MONTHS))
        .unwrap_or(day)
        .to_string()
}

/// Asks on in another language. Nothing is written while it is only planned.
pub fn speak(db: &Db, id: Id, lang: Lang) -> Result<Option<Id>> {
    let planned = db.read(|read| {
        let held = plan::hold(read, id)?;
        Ok(if held.kept { None } else { plan::of(read, id)? })
    })?;
    if let Some(planned) = planned {
        plan::remember(db, id, &Plan { lang, ..planned })?;
        return Ok(None);
    }
    let written = db.write(Act::new("interview_changed"), |tx| {
        let held = plan::keep(tx, id)?;
        tx.put(&Interview {
            lang,
            ..held.interview
        })
    })?;
    Ok(written.action)
}

/// Leaves an interview to go on later; the minutes so far stay with it. One that is only planned stays
/// planned.
pub fn pause(db: &Db, id: Id, minutes: Option<i64>) -> Result<Option<Id>> {
    if !db.read(|read| Ok(plan::hold(read, id)?.kept))? {
        return Ok(None);
    }
    let written = db.write(Act::new("interview_paused"), |tx| {
        let held = plan::keep(tx, id)?;
        if held.interview.state == InterviewState::Running {
            tx.put(&Interview {
                state: InterviewState::Paused,
                ..held.interview
            })?;
        }
        tx.put(&Touchpoint {
            minutes: minutes.or(held.touchpoint.minutes),
            ..held.touchpoint
        })
    })?;
    Ok(written.action)
}

/// How an interview ends.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct FinishInput {
    pub minutes: Option<i64>,
    pub summary: Option<String>,
    pub thanks: Option<ThanksInput>,
}

/// The promise to thank and to tell the result.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct ThanksInput {
    /// In the language of the window.
    pub title: String,
    pub due_on: String,
}

/// A finished interview.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Finished {
    pub touchpoint: Id,
    pub action: Option<Id>,
    pub thanks: Option<Id>,
}

/// Ends an interview: the other side was reached, the promise it keeps is done, and another is made to
/// thank them. One action.
pub fn finish(db: &Db, id: Id, input: &FinishInput) -> Result<Finished> {
    let written = db.write(Act::new("interview_finished"), |tx| {
        let held = plan::keep(tx, id)?;
        let mut interview = held.interview;
        let touchpoint = Touchpoint {
            minutes: input.minutes.or(held.touchpoint.minutes),
            outcome: held.touchpoint.outcome.or(Some(Outcome::Reached)),
            summary: filled(input.summary.clone()).or(held.touchpoint.summary.clone()),
            ..held.touchpoint
        };
        tx.put(&touchpoint)?;
        if let Some(promise) = interview.keeps
            && tx.get::<followups::Followup>(promise)?.state == FollowupState::Open
        {
            followups::close(tx, promise, FollowupState::Done)?;
        }
        if let Some(thanks) = &input.thanks {
            interview.thanks = Some(thank(tx, interview.thanks, &touchpoint, thanks)?);
        }
        interview.state = InterviewState::Done;
        tx.put(&interview)?;
        // The promises it kept and made were named last.
        plan::name(tx, &touchpoint)?;
        Ok((touchpoint.id, interview.thanks))
    })?;
    plan::forget(db, id)?;
    let (touchpoint, thanks) = written.value;
    Ok(Finished {
        touchpoint,
        action: written.action,
        thanks,
    })
}

fn thank(
    tx: &mut WriteTx<'_>,
    known: Option<Id>,
    touchpoint: &Touchpoint,
    thanks: &ThanksInput,
) -> Result<Id> {
    let title = required(&thanks.title, "title")?;
    let mut followup = match known {
        Some(id) => tx.get(id)?,
        None => followups::open(tx.fresh_id(), &title),
    };
    followup.title = title;
    (followup.due_on, followup.due_at) = followups::due(tx, &thanks.due_on, None)?;
    followup.member = followup.member.or(touchpoint.member);
    followup.person = touchpoint.person;
    followup.organization = touchpoint.organization;
    followup.deal = touchpoint.deal;
    followup.touchpoint = Some(touchpoint.id);
    tx.put(&followup)?;
    Ok(followup.id)
}

/// Gives an interview up: what was kept of it goes to the recycle bin, with its touchpoint.
pub fn discard(db: &Db, id: Id) -> Result<Option<Id>> {
    let kept = db.read(|read| Ok(plan::hold(read, id)?.kept))?;
    let mut action = None;
    if kept {
        action = db
            .write(Act::new("interview_discarded"), |tx| {
                let held = plan::keep(tx, id)?;
                for answer in store::answers(tx, id)?.into_values() {
                    tx.delete::<Answer>(answer.id)?;
                }
                tx.delete::<Interview>(id)?;
                tx.delete::<Touchpoint>(held.touchpoint.id)
            })?
            .action;
    }
    plan::forget(db, id)?;
    Ok(action)
}
