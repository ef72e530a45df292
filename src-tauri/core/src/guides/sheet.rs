//! The sheet of one interview as the window shows it, and interviews in lists.

use rusqlite::params;
use serde::Serialize;

use super::builtin::consent_sentence;
use super::interview::usual_retention;
use super::plan::{self, Held};
use super::store;
use super::types::{AnswerState, Guide, InterviewState, Purpose};
use crate::kernel::settings::Lang;
use crate::kernel::{Error, Id, Read, Result};
use crate::people::{self, CURRENT_POSITION, PersonRef};
use crate::team;
use crate::touchpoints::Channel;
use crate::{group_of, root_of};

/// One interview with everything its sheet shows.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Sheet {
    pub id: Id,
    pub guide: Id,
    pub guide_name: String,
    /// Its name is the window's word for this key.
    pub builtin: Option<String>,
    pub purpose: Purpose,
    pub version: i64,
    pub lang: Lang,
    pub channel: Channel,
    pub person: PersonRef,
    pub member: Option<String>,
    pub at: i64,
    pub day_only: bool,
    pub typed_later: bool,
    pub minutes: Option<i64>,
    pub summary: Option<String>,
    pub state: InterviewState,
    /// It is a touchpoint, not only a plan.
    pub kept: bool,
    pub touchpoint: Id,
    /// The sentence to read aloud, in the language asked in; only to candidates.
    pub consent_sentence: Option<String>,
    pub consent: Option<bool>,
    pub consent_on: Option<String>,
    /// As chosen, else the usual day.
    pub retain_until: String,
    /// What was said was erased when the day until which it might be kept had passed.
    #[specta(optional)]
    pub erased: bool,
    /// The promise to thank was made.
    pub thanked: bool,
    pub questions: Vec<SheetQuestion>,
}

/// A question and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct SheetQuestion {
    pub id: Id,
    pub title: String,
    pub text: String,
    pub probe: Option<String>,
    /// Language of the words, when the one asked in is missing.
    pub lang: Lang,
    /// Asked on the spot.
    pub own: bool,
    pub state: AnswerState,
    pub answer: Option<String>,
    pub verbatim: bool,
}

/// The sheet of an interview, kept or planned.
pub fn sheet(read: &Read<'_>, id: Id) -> Result<Sheet> {
    let Held {
        interview,
        touchpoint,
        kept,
    } = plan::hold(read, id)?;
    let guide: Guide = read
        .find(interview.guide)?
        .ok_or_else(|| Error::absent("guides", interview.guide))?;
    let person = match touchpoint.person {
        Some(person) => people::refer(read, person)?,
        None => None,
    };
    let member = match touchpoint.member {
        Some(member) => team::refer(read, member)?,
        None => None,
    };
    let candidate = guide.purpose == Purpose::Candidate;
    Ok(Sheet {
        id,
        guide: guide.id,
        guide_name: guide.name,
        builtin: guide.builtin,
        purpose: guide.purpose,
        version: interview.version,
        lang: interview.lang,
        channel: touchpoint.channel,
        person: person.ok_or_else(|| Error::absent("people", id))?,
        member: member.map(|member| member.name),
        at: touchpoint.at,
        day_only: touchpoint.at_day,
        typed_later: interview.typed_later,
        minutes: touchpoint.minutes,
        summary: touchpoint.summary,
        state: interview.state,
        kept,
        touchpoint: touchpoint.id,
        consent_sentence: candidate.then(|| consent_sentence(interview.lang)),
        consent: interview.consent,
        consent_on: interview.consent_on,
        erased: kept && interview.consent == Some(true) && interview.retain_until.is_none(),
        retain_until: interview
            .retain_until
            .unwrap_or_else(|| usual_retention(read, touchpoint.at)),
        thanked: interview.thanks.is_some(),
        questions: questions(read, interview.guide, interview.version, id, interview.lang)?,
    })
}

fn questions(
    read: &Read<'_>,
    guide: Id,
    version: i64,
    interview: Id,
    lang: Lang,
) -> Result<Vec<SheetQuestion>> {
    let wordings = store::wordings(read, guide, version)?;
    let mut answers = store::answers(read, interview)?;
    let mut questions = Vec::new();
    for question in store::questions_of(read, guide, version, interview)? {
        let Some(words) = store::say(read, wordings.get(&question.id), lang)? else {
            continue;
        };
        let answer = answers.remove(&question.id);
        questions.push(SheetQuestion {
            id: question.id,
            title: words.title,
            text: words.text,
            probe: words.probe,
            lang: words.lang,
            own: question.interview.is_some(),
            state: answer
                .as_ref()
                .map_or(AnswerState::NotAsked, |answer| answer.state),
            verbatim: answer.as_ref().is_some_and(|answer| answer.verbatim),
            answer: answer.and_then(|answer| answer.text),
        });
    }
    Ok(questions)
}

/// An interview in a list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct InterviewLine {
    pub id: Id,
    pub touchpoint: Id,
    pub guide: Id,
    pub guide_name: String,
    pub builtin: Option<String>,
    pub purpose: Purpose,
    pub version: i64,
    pub person: PersonRef,
    pub at: i64,
    pub day_only: bool,
    pub state: InterviewState,
    pub kept: bool,
    pub answered: i64,
    pub no_answer: i64,
    /// How many could be asked.
    pub questions: i64,
}

/// The most that a list shows.
const MOST: i64 = 500;

/// Interviews held with a person, the latest first.
pub fn of_person(read: &Read<'_>, person: Id) -> Result<Vec<InterviewLine>> {
    lines(
        read,
        concat!("t.person IN ", group_of!("people", "?1")),
        params![person],
        MOST,
    )
}

/// Interviews of everybody, the latest first; at most `limit`.
pub fn latest(read: &Read<'_>, limit: i64) -> Result<Vec<InterviewLine>> {
    lines(read, "true", [], limit.clamp(0, MOST))
}

/// Interviews to go on with: kept and not done, and those of this device that are only planned.
pub fn unfinished(read: &Read<'_>, person: Option<Id>) -> Result<Vec<InterviewLine>> {
    let mut found = lines(
        read,
        concat!(
            "i.state <> 'done' AND (?1 IS NULL OR t.person IN ",
            group_of!("people", "?1"),
            ")"
        ),
        params![person],
        MOST,
    )?;
    for id in plan::all(read)? {
        let Ok(held) = plan::hold(read, id) else {
            continue;
        };
        let wanted = person.is_none() || person == held.touchpoint.person;
        if held.kept || !wanted {
            continue;
        }
        let Ok(planned) = sheet(read, id) else {
            continue;
        };
        found.push(InterviewLine {
            id,
            touchpoint: planned.touchpoint,
            guide: planned.guide,
            guide_name: planned.guide_name,
            builtin: planned.builtin,
            purpose: planned.purpose,
            version: planned.version,
            person: planned.person,
            at: planned.at,
            day_only: planned.day_only,
            state: InterviewState::Paused,
            kept: false,
            answered: 0,
            no_answer: 0,
            questions: planned.questions.len() as i64,
        });
    }
    Ok(found)
}

fn lines(
    read: &Read<'_>,
    which: &str,
    params: impl rusqlite::Params,
    limit: i64,
) -> Result<Vec<InterviewLine>> {
    read.all(
        &format!(
            "SELECT i.id, i.touchpoint, g.id, g.name, g.builtin, g.purpose, i.version,
               people.id, people.shown, organizations.name, positions.title, t.at, t.at_day, i.state,
               (SELECT count(*) FROM answers a WHERE a.interview = i.id AND a.deleted_at IS NULL AND a.state = 'answered'),
               (SELECT count(*) FROM answers a WHERE a.interview = i.id AND a.deleted_at IS NULL AND a.state = 'no_answer'),
               (SELECT count(*) FROM questions q WHERE q.guide = i.guide AND q.version = i.version
                  AND q.deleted_at IS NULL AND (q.interview IS NULL OR q.interview = i.id))
             FROM interviews i JOIN guides g ON g.id = i.guide
               JOIN touchpoints t ON t.id = i.touchpoint AND t.deleted_at IS NULL
               JOIN people ON people.id = {} {CURRENT_POSITION}
             WHERE i.deleted_at IS NULL AND {which}
             ORDER BY t.at DESC, i.n DESC LIMIT {limit}",
            root_of!("people", "t.person")
        ),
        params,
        |row| {
            Ok(InterviewLine {
                id: row.get(0)?,
                touchpoint: row.get(1)?,
                guide: row.get(2)?,
                guide_name: row.get(3)?,
                builtin: row.get(4)?,
                purpose: row.get(5)?,
                version: row.get(6)?,
                person: PersonRef::of(row, 7)?,
                at: row.get(11)?,
                day_only: row.get(12)?,
                state: row.get(13)?,
                kept: true,
                answered: row.get(14)?,
                no_answer: row.get(15)?,
                questions: row.get(16)?,
            })
        },
    )
}
