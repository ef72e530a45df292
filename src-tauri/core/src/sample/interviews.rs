//! Conversations by guide in the sample: with two candidates and at one customer, each on a
//! conversation that stands already.

use chrono::Months;

use super::table::{self, Row};
use super::{Scene, unknown};
use crate::guides::{
    Answer, AnswerState, Guide, Interview, InterviewState, Purpose, guide_id, question_id,
};
use crate::kernel::settings::Lang;
use crate::kernel::{Id, Result};

const INTERVIEWS: &str = include_str!("interviews.txt");
/// As long as a candidate's answers are usually kept.
const KEPT: Months = Months::new(6);

pub fn write(scene: &mut Scene<'_, '_>, lang: &str) -> Result<()> {
    let mut begun: Vec<(&str, Id)> = Vec::new();
    for row in table::rows(INTERVIEWS) {
        let known = begun.iter().find(|(whose, _)| *whose == row.text(0));
        let interview = match known {
            Some((_, interview)) => *interview,
            None => {
                let interview = begin(scene, &row, lang.parse()?)?;
                begun.push((row.text(0), interview));
                interview
            }
        };
        answer(scene, &row, interview)?;
    }
    Ok(())
}

/// The sheet of the last conversation with them.
fn begin(scene: &mut Scene<'_, '_>, row: &Row, lang: Lang) -> Result<Id> {
    let whose = row.text(0);
    let contact = scene.firms.get(whose).and_then(|firm| firm.people.first());
    let person = contact.map(|contact| contact.id);
    let person = person
        .or(scene.alone.get(whose).copied())
        .ok_or_else(|| unknown(whose))?;
    let (at, touchpoint) = *scene
        .last_touch
        .get(&person)
        .ok_or_else(|| unknown(whose))?;
    let guide: Guide = scene.tx.get(guide_id(row.text(1)))?;
    let day = scene.tx.zone.day(at);
    let candidate = guide.purpose == Purpose::Candidate;
    let interview = Interview {
        n: 0,
        id: scene.tx.fresh_id(),
        deleted_at: None,
        touchpoint,
        guide: guide.id,
        version: guide.version,
        lang,
        consent: candidate.then_some(true),
        consent_on: candidate.then(|| day.to_string()),
        retain_until: candidate.then(|| (day + KEPT).to_string()),
        state: InterviewState::Done,
        typed_later: false,
        thanks: None,
        keeps: None,
    };
    scene.tx.put_new(&interview)?;
    Ok(interview.id)
}

fn answer(scene: &mut Scene<'_, '_>, row: &Row, interview: Id) -> Result<()> {
    let question = question_id(row.text(1), row.text(2));
    let said = scene.words.say(row, 5);
    scene.tx.put_new(&Answer {
        n: 0,
        id: Answer::id_of(interview, question),
        deleted_at: None,
        interview,
        question,
        state: row.read::<AnswerState>(3)?,
        text: (!said.is_empty()).then(|| said.to_owned()),
        verbatim: !row.text(4).is_empty(),
    })?;
    Ok(())
}
