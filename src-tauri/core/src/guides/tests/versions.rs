//! Guides as they are brought, edited and spoken: what was asked stays as it was asked.

use super::*;

#[test]
fn the_built_in_guides_are_brought_once_and_nothing_takes_them_back() {
    let World { db, dir } = world();
    let guides = db.read(list).expect("guides");
    assert_eq!(guides.len(), 7);
    assert!(
        guides
            .iter()
            .all(|guide| guide.questions >= 2 && guide.version == 1)
    );
    let before = db.read(|read| read.value::<i64>("SELECT count(*) FROM actions", []));
    provide(&db).expect("again");
    let after = db.read(|read| read.value::<i64>("SELECT count(*) FROM actions", []));
    assert_eq!(before.expect("count"), after.expect("count"));
    archive(&db, guide_id("churn")).expect("archived");
    drop(db);
    let again = crate::setup::open(&dir.path().join("work"), options(&dir)).expect("opened");
    assert_eq!(again.read(list).expect("guides").len(), 6);
}

#[test]
fn a_version_that_was_asked_stays_as_it_was() {
    let world = world();
    let own = copy(&world.db, guide_id("care"), "我的关怀")
        .expect("copied")
        .value;
    let edited = |world: &World| {
        let mut record = world.guide(own);
        record.questions.remove(0);
        record.questions[0].wordings[0].text = "最近最在意什么？".to_owned();
        GuideInput {
            id: Some(own),
            name: record.guide.name,
            channel: record.guide.channel,
            questions: record
                .questions
                .into_iter()
                .map(|question| QuestionInput {
                    id: Some(question.id),
                    wordings: question.wordings,
                })
                .collect(),
        }
    };
    save(&world.db, edited(&world)).expect("saved");
    assert_eq!(
        (
            world.guide(own).guide.version,
            world.guide(own).questions.len()
        ),
        (1, 2)
    );
    let input = StartInput {
        guide: own,
        ..world.plan("care")
    };
    let id = start(&world.db, &input).expect("begun").id;
    world
        .answer(id, 0, AnswerState::Answered, "交付")
        .expect("kept");
    let asked = world.sheet(id).questions;
    save(&world.db, edited(&world)).expect("saved");
    assert_eq!(
        (
            world.guide(own).guide.version,
            world.guide(own).questions.len()
        ),
        (2, 1)
    );
    assert_eq!(world.sheet(id).questions, asked);
    let origins: i64 = world
        .db
        .read(|read| {
            read.value(
                "SELECT count(DISTINCT origin) FROM questions WHERE guide = ?1 AND deleted_at IS NULL",
                [own],
            )
        })
        .expect("a count");
    assert_eq!(origins, 2);
    let builtin = GuideInput {
        id: Some(guide_id("care")),
        name: "x".to_owned(),
        channel: Channel::Call,
        questions: vec![QuestionInput {
            id: None,
            wordings: world.guide(own).questions.remove(0).wordings,
        }],
    };
    let refused = save(&world.db, builtin);
    assert_eq!(
        refused.map_err(|error| error.code).err(),
        Some(Code::FieldInvalid)
    );
}

#[test]
fn a_language_that_is_missing_is_asked_in_that_of_the_workspace() {
    let world = world();
    let wording = |lang, text: &str| WordingView {
        lang,
        title: String::new(),
        text: text.to_owned(),
        probe: None,
    };
    let input = GuideInput {
        id: None,
        name: "两问".to_owned(),
        channel: Channel::Call,
        questions: vec![
            QuestionInput {
                id: None,
                wordings: vec![wording(Lang::En, "Why?"), wording(Lang::ZhHans, "为什么？")],
            },
            QuestionInput {
                id: None,
                wordings: vec![wording(Lang::En, "How?"), wording(Lang::ZhHans, " ")],
            },
        ],
    };
    let guide = save(&world.db, input).expect("saved").value;
    let id = start(
        &world.db,
        &StartInput {
            guide,
            lang: Lang::ZhHant,
            ..world.plan("care")
        },
    )
    .expect("begun")
    .id;
    let said = |world: &World| -> Vec<String> {
        world
            .sheet(id)
            .questions
            .into_iter()
            .map(|q| q.text)
            .collect()
    };
    assert_eq!(said(&world), ["为什么？", "How?"]);
    speak(&world.db, id, Lang::En).expect("spoken");
    assert_eq!(
        (said(&world), world.count("interviews")),
        (vec!["Why?".into(), "How?".into()], 0)
    );
    world
        .answer(id, 0, AnswerState::NoAnswer, "")
        .expect("kept");
    speak(&world.db, id, Lang::ZhHans).expect("spoken");
    assert_eq!(said(&world), ["为什么？", "How?"]);
}
