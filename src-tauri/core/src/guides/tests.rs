//! Interviews against a real workspace file: what a sheet keeps, when, and what it leaves alone.

mod versions;

use chrono::{DateTime, Utc};

use super::*;
use crate::kernel::settings::{self, Lang};
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Code, Db, Id, Options, Result};
use crate::people::{self, Person, PersonInput, PersonKind};
use crate::touchpoints::{Channel, Outcome, PersonChoice, Subject, Touchpoint};
use crate::{followups, journeys, model, today};

/// Saturday 21 November 2026, 09:00 in Shanghai.
fn now() -> DateTime<Utc> {
    "2026-11-21T01:00:00Z".parse().expect("a moment")
}

struct World {
    db: Db,
    dir: tempfile::TempDir,
}

fn world() -> World {
    let dir = tempfile::tempdir().expect("a folder");
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.path().join("work"), zone, options(&dir)).expect("made");
    db.write(Act::new("setup"), |tx| {
        settings::set(tx, settings::LANG, "zh-Hans")
    })
    .expect("a language");
    provide(&db).expect("guides");
    World { db, dir }
}

fn options(dir: &tempfile::TempDir) -> Options {
    Options {
        clock: Clock::Fixed(now()),
        seed: Some(5),
        config: dir.path().join("config"),
    }
}

impl World {
    fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table} WHERE deleted_at IS NULL");
        self.db.read(|read| read.value(&sql, [])).expect("a count")
    }

    fn begin(&self, guide: &str) -> Id {
        start(&self.db, &self.plan(guide)).expect("begun").id
    }

    fn plan(&self, guide: &str) -> StartInput {
        StartInput {
            person: PersonChoice::NewName("宋青云".to_owned()),
            guide: guide_id(guide),
            lang: Lang::ZhHans,
            channel: None,
            held_on: None,
            held_time: None,
            keeps: None,
        }
    }

    fn sheet(&self, id: Id) -> Sheet {
        self.db.read(|read| sheet(read, id)).expect("a sheet")
    }

    fn answer(&self, id: Id, at: usize, state: AnswerState, text: &str) -> Result<()> {
        let input = AnswerInput {
            question: self.sheet(id).questions[at].id,
            state,
            text: Some(text.to_owned()),
            verbatim: true,
        };
        answer(&self.db, id, &input).map(|_| ())
    }

    fn done(&self, id: Id) -> Finished {
        let input = FinishInput {
            minutes: Some(18),
            summary: None,
            thanks: None,
        };
        finish(&self.db, id, &input).expect("finished")
    }

    fn guide(&self, id: Id) -> GuideRecord {
        self.db.read(|read| record(read, id)).expect("a guide")
    }
}

#[test]
fn an_interview_is_only_planned_until_something_is_worth_keeping() {
    let world = world();
    let id = world.begin("candidate");
    assert_eq!(
        (world.count("interviews"), world.count("touchpoints")),
        (0, 0)
    );
    assert!(!world.sheet(id).kept);
    let waiting = world.db.read(|read| unfinished(read, None)).expect("lines");
    assert_eq!(waiting.iter().map(|line| line.id).collect::<Vec<_>>(), [id]);
    world
        .answer(id, 0, AnswerState::Answered, "清楚")
        .expect("kept");
    assert_eq!(
        (world.count("interviews"), world.count("touchpoints")),
        (1, 1)
    );
    assert!(world.sheet(id).kept);
    world.db.undo(None).expect("undone");
    assert_eq!(
        (world.count("interviews"), world.count("touchpoints")),
        (0, 0)
    );
    world
        .answer(id, 0, AnswerState::Answered, "清楚")
        .expect("kept again");
    assert_eq!(world.count("interviews"), 1);
}

#[test]
fn not_asked_and_no_answer_stay_apart_in_the_record_and_the_journey() {
    let world = world();
    let id = world.begin("candidate");
    world
        .answer(id, 0, AnswerState::Answered, " 比别家清楚 ")
        .expect("kept");
    world
        .answer(id, 1, AnswerState::NoAnswer, "")
        .expect("kept");
    world.done(id);
    let sheet = world.sheet(id);
    let states: Vec<AnswerState> = sheet.questions.iter().map(|q| q.state).collect();
    use AnswerState::{Answered, NoAnswer, NotAsked};
    assert_eq!(states, [Answered, NoAnswer, NotAsked]);
    assert_eq!(sheet.questions[0].answer.as_deref(), Some("比别家清楚"));
    assert!(sheet.questions[0].verbatim && sheet.state == InterviewState::Done);
    let held = world
        .db
        .read(|read| {
            let lines = of_person(read, sheet.person.id)?;
            assert_eq!(
                (lines[0].answered, lines[0].no_answer, lines[0].questions),
                (1, 1, 3)
            );
            journeys::of(read, Subject::person(sheet.person.id))
        })
        .expect("a journey");
    assert_eq!(held.marks.len(), 1);
    assert_eq!(held.marks[0].channel, Channel::Interview);
    assert_eq!(held.marks[0].outcome, Some(Outcome::Reached));
    assert_eq!(held.marks[0].minutes, Some(18));
    assert_eq!(
        world
            .db
            .read(|read| unfinished(read, None))
            .expect("none")
            .len(),
        0
    );
}

#[test]
fn an_answer_without_words_is_refused_and_one_changed_twice_is_one_row() {
    let world = world();
    let id = world.begin("care");
    let refused = world.answer(id, 0, AnswerState::Answered, "  ");
    assert_eq!(refused.map_err(|error| error.code), Err(Code::FieldInvalid));
    assert_eq!(world.count("interviews"), 0);
    world
        .answer(id, 0, AnswerState::Answered, "一")
        .expect("kept");
    world
        .answer(id, 0, AnswerState::Answered, "二")
        .expect("kept");
    assert_eq!(world.count("answers"), 1);
}

#[test]
fn a_no_to_the_consent_sentence_keeps_the_conversation_and_no_answer() {
    let world = world();
    let id = world.begin("candidate");
    let said = |given| ConsentInput {
        given,
        retain_until: None,
    };
    consent(&world.db, id, &said(true)).expect("yes");
    let sheet = world.sheet(id);
    assert_eq!(sheet.retain_until, "2027-05-21");
    assert_eq!(sheet.consent_on.as_deref(), Some("2026-11-21"));
    assert!(
        sheet
            .consent_sentence
            .is_some_and(|said| said.contains("录用"))
    );
    world
        .answer(id, 0, AnswerState::Answered, "清楚")
        .expect("kept");
    consent(&world.db, id, &said(false)).expect("no");
    assert_eq!((world.count("answers"), world.count("touchpoints")), (0, 1));
    let refused = world.answer(id, 0, AnswerState::Answered, "清楚");
    assert_eq!(refused.map_err(|error| error.code), Err(Code::FieldInvalid));
    assert_eq!(world.done(id).thanks, None);
    assert_eq!(world.sheet(world.begin("care")).consent_sentence, None);
}

#[test]
fn a_new_person_of_a_candidate_interview_is_a_candidate() {
    let world = world();
    let kind = |id: Id| {
        let person = world.sheet(id).person.id;
        let person: Person = world.db.read(|read| read.get(person)).expect("a person");
        person.kind
    };
    assert_eq!(kind(world.begin("candidate")), PersonKind::Candidate);
    assert_eq!(kind(world.begin("care")), PersonKind::Lead);
}

#[test]
fn one_typed_up_later_stands_on_its_own_day() {
    let world = world();
    let on = |day: &str, time: Option<&str>| StartInput {
        held_on: Some(day.to_owned()),
        held_time: time.map(str::to_owned),
        ..world.plan("candidate")
    };
    let id = start(&world.db, &on("2026-11-18", None)).expect("begun").id;
    let sheet = world.sheet(id);
    assert!(sheet.day_only && sheet.typed_later);
    assert_eq!(sheet.retain_until, "2027-05-18");
    let timed = start(&world.db, &on("2026-11-18", Some("15:30"))).expect("begun");
    assert!(!world.sheet(timed.id).day_only);
    for (day, time) in [
        ("2026-11-22", None),
        ("soon", None),
        ("2026-11-18", Some("3pm")),
    ] {
        assert!(start(&world.db, &on(day, time)).is_err(), "{day}");
    }
}

#[test]
fn a_finished_call_keeps_its_promise_and_makes_one_to_thank() {
    let world = world();
    let person = people::save(&world.db, PersonInput::named("宋青云"))
        .expect("saved")
        .id;
    let promise = followups::save(
        &world.db,
        followups::FollowupInput {
            id: None,
            title: "回访".to_owned(),
            due_on: "2026-11-20".to_owned(),
            due_time: None,
            channel: Some(Channel::Call),
            person: Some(person),
            deal: None,
        },
    )
    .expect("a promise");
    let input = StartInput {
        person: PersonChoice::Existing(person),
        keeps: Some(promise.id),
        ..world.plan("care")
    };
    let id = start(&world.db, &input).expect("begun").id;
    world
        .answer(id, 2, AnswerState::Answered, "要培训")
        .expect("kept");
    assert_eq!(world.db.read(today::left).expect("left"), 1);
    let end = FinishInput {
        minutes: Some(6),
        summary: Some("要培训".to_owned()),
        thanks: Some(ThanksInput {
            title: "感谢，并告诉结果".to_owned(),
            due_on: "2026-11-25".to_owned(),
        }),
    };
    let finished = finish(&world.db, id, &end).expect("finished");
    assert_eq!(world.db.read(today::left).expect("left"), 0);
    let touchpoint: Touchpoint = world
        .db
        .read(|read| read.get(finished.touchpoint))
        .expect("kept");
    assert_eq!(touchpoint.summary.as_deref(), Some("要培训"));
    let thanks: followups::Followup = world
        .db
        .read(|read| read.get(finished.thanks.expect("a promise")))
        .expect("kept");
    assert_eq!(
        (thanks.person, thanks.due_on.as_str()),
        (Some(person), "2026-11-25")
    );
    finish(&world.db, id, &end).expect("finished again");
    assert_eq!(world.count("followups"), 2);
}

#[test]
fn a_question_of_ones_own_belongs_to_one_interview() {
    let world = world();
    let (one, other) = (world.begin("care"), world.begin("care"));
    let own = ask(&world.db, one, "下周能见面吗？").expect("asked").value;
    let last = world.sheet(one).questions.pop().expect("a question");
    assert_eq!(
        (last.id, last.own, last.text.as_str()),
        (own, true, "下周能见面吗？")
    );
    world
        .answer(one, 3, AnswerState::Answered, "能")
        .expect("kept");
    assert_eq!(world.sheet(other).questions.len(), 3);
    let foreign = AnswerInput {
        question: own,
        state: AnswerState::NoAnswer,
        text: None,
        verbatim: false,
    };
    assert!(answer(&world.db, other, &foreign).is_err());
}

#[test]
fn leaving_keeps_the_minutes_and_giving_up_leaves_nothing() {
    let world = world();
    let id = world.begin("care");
    assert_eq!(pause(&world.db, id, Some(3)).expect("left"), None);
    world
        .answer(id, 0, AnswerState::Answered, "一")
        .expect("kept");
    pause(&world.db, id, Some(7)).expect("left");
    let sheet = world.sheet(id);
    assert_eq!(
        (sheet.minutes, sheet.state),
        (Some(7), InterviewState::Paused)
    );
    discard(&world.db, id).expect("given up");
    assert_eq!(
        (world.count("interviews"), world.count("touchpoints")),
        (0, 0)
    );
    let planned = world.begin("care");
    assert_eq!(discard(&world.db, planned).expect("given up"), None);
    assert!(world.db.read(|read| sheet_of(read, planned)).is_err());
}

fn sheet_of(read: &crate::kernel::Read<'_>, id: Id) -> Result<Sheet> {
    super::sheet(read, id)
}
