//! The quick log against a real workspace file: what a line writes, and what it leaves alone.

use chrono::{DateTime, Utc};

use super::{AmountDeal, LineFix, Occasion, QuickLogSaved, Who, read};
use crate::followups::{Followup, FollowupState};
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Db, Id, Options};
use crate::people::{self, IdentifierInput, IdentifierKind, Person, PersonInput};
use crate::pipeline::{self, Deal, DealInput};
use crate::touchpoints::{Channel, Direction, Outcome, PersonChoice, Touchpoint};
use crate::{model, today};

/// Saturday 21 November 2026, 09:00 in Shanghai.
fn now() -> DateTime<Utc> {
    "2026-11-21T01:00:00Z".parse().expect("a moment")
}

struct World {
    db: Db,
    _dir: tempfile::TempDir,
}

fn world() -> World {
    let dir = tempfile::tempdir().expect("a folder");
    let options = Options {
        clock: Clock::Fixed(now()),
        seed: Some(5),
        config: dir.path().join("config"),
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.path().join("work"), zone, options).expect("a workspace");
    db.write(Act::new("setup"), |tx| {
        pipeline::make_default(tx, "zh-Hans")
    })
    .expect("a pipeline");
    World { db, _dir: dir }
}

impl World {
    fn person(&self, name: &str, phone: &str) -> Id {
        let input = PersonInput {
            organization: Some("恒达精密制造".to_owned()),
            title: Some("总经理".to_owned()),
            identifiers: vec![IdentifierInput {
                kind: IdentifierKind::Phone,
                value: phone.to_owned(),
            }],
            ..PersonInput::named(name)
        };
        people::save(&self.db, input).expect("a person").id
    }

    fn deal(&self, person: Id) -> Id {
        let input = DealInput {
            id: None,
            name: "50 席位".to_owned(),
            organization: None,
            person: Some(person),
            stage: None,
            product: None,
            amount: None,
            note: None,
        };
        pipeline::save(&self.db, input).expect("a deal").id
    }

    fn touchpoint(&self, id: Id) -> Touchpoint {
        self.db.read(|read| read.get(id)).expect("the touchpoint")
    }
}

fn save(db: &Db, text: &str, fixes: &[LineFix]) -> crate::kernel::Result<QuickLogSaved> {
    super::save(db, text, fixes, Occasion::default())
}

#[test]
fn a_conversation_that_keeps_a_promise_closes_it_in_the_same_action() {
    let world = world();
    world.person("张立群", "138 1234 2231");
    let first = save(&world.db, "张总 电话，今天下午五点回访", &[]).expect("saved");
    let promise = first.touchpoints[0]
        .followup
        .as_ref()
        .expect("a promise")
        .id;
    let state = || {
        let followup: Followup = world
            .db
            .read(|read| read.get(promise))
            .expect("the promise");
        followup.state
    };
    let keeps = Occasion {
        keeps: Some(promise),
        ..Occasion::default()
    };
    super::save(&world.db, "张总 电话 有意向", &[], keeps).expect("saved");
    assert_eq!(state(), FollowupState::Done);
    world.db.undo(None).expect("undone");
    assert_eq!(state(), FollowupState::Open);
}

#[test]
fn the_line_of_the_story_becomes_a_call_with_its_promise_and_tag() {
    let world = world();
    let zhang = world.person("张立群", "138 1234 2231");
    let saved = save(&world.db, "张总 电话 12分钟 有意向，下周三回访 #价格", &[]).expect("saved");

    let line = &saved.touchpoints[0];
    let call = world.touchpoint(line.touchpoint);
    assert_eq!(call.person, Some(zhang));
    assert_eq!(
        (call.channel, call.direction),
        (Channel::Call, Direction::Outbound)
    );
    assert_eq!(
        (call.minutes, call.outcome, call.sentiment),
        (Some(12), Some(Outcome::Interested), Some(1))
    );
    assert_eq!(
        call.raw.as_deref(),
        Some("张总 电话 12分钟 有意向，下周三回访 #价格")
    );
    assert!(call.organization.is_some());

    let promise = line.followup.as_ref().expect("a promise");
    assert_eq!(
        (promise.title.as_str(), promise.due_on.as_str()),
        ("回访", "2026-11-25")
    );
    let tags = world
        .db
        .read(|read| crate::catalog::tags_of(read, line.touchpoint))
        .expect("tags");
    assert_eq!(tags, ["价格"]);
    let person: Person = world.db.read(|read| read.get(zhang)).expect("zhang");
    assert_eq!(
        (person.touch_count, person.last_touch_at),
        (1, Some(now().timestamp_millis()))
    );
}

#[test]
fn undo_takes_back_the_call_with_everything_it_made() {
    let world = world();
    world.person("张立群", "138 1234 2231");
    let before = world.db.digest().expect("digest").content;
    save(
        &world.db,
        "张总 电话 有意向，下周三回访 #价格\n新客户孙悦 微信 问了价格",
        &[],
    )
    .expect("saved");
    world.db.undo(None).expect("undone");
    assert_eq!(world.db.digest().expect("digest").content, before);
}

#[test]
fn a_person_is_found_by_name_pinyin_initials_and_last_four_digits() {
    let world = world();
    let zhang = world.person("张立群", "138 1234 2231");
    world.person("王海燕", "139 0000 5678");
    for line in [
        "张立群 电话",
        "zhangliqun 电话",
        "zlq 电话",
        "2231 电话",
        "张總 電話",
        "张总电话12分钟",
    ] {
        let preview = world.db.read(|tx| read(tx, line, &[])).expect("read");
        match &preview.lines[0].who {
            Who::Known { person } => assert_eq!(person.id, zhang, "{line}"),
            other => panic!("{line}: {other:?}"),
        }
    }
}

#[test]
fn two_of_a_name_are_asked_and_unanswered_the_call_waits_on_today() {
    let world = world();
    let first = world.person("张立群", "138 1234 2231");
    world.person("张国栋", "138 1234 9999");
    let line = "张总 电话 有意向，下周三回访";
    let preview = world.db.read(|tx| read(tx, line, &[])).expect("read");
    assert!(matches!(&preview.lines[0].who, Who::Several { choices, .. } if choices.len() == 2));

    let saved = save(&world.db, line, &[]).expect("saved");
    let id = saved.touchpoints[0].touchpoint;
    let call = world.touchpoint(id);
    assert_eq!((call.person, call.who.as_deref()), (None, Some("张总")));
    let queue = world.db.read(today::list).expect("today");
    assert_eq!(queue.sections[2].rows[0].id, id);

    crate::touchpoints::assign(&world.db, id, &PersonChoice::Existing(first)).expect("assigned");
    assert_eq!(world.touchpoint(id).person, Some(first));
    let queue = world.db.read(today::list).expect("today");
    assert!(queue.sections[2].rows.is_empty());
    let promise = saved.touchpoints[0].followup.as_ref().expect("a promise");
    let followup: Followup = world
        .db
        .read(|read| read.get(promise.id))
        .expect("the promise");
    assert_eq!(followup.person, Some(first));
}

#[test]
fn an_unknown_name_is_shown_as_new_and_made_on_saving() {
    let world = world();
    let preview = world
        .db
        .read(|tx| read(tx, "孙悦 微信 问了价格", &[]))
        .expect("read");
    assert_eq!(
        preview.lines[0].who,
        Who::New {
            name: "孙悦".to_owned()
        }
    );
    let saved = save(&world.db, "孙悦 微信 问了价格", &[]).expect("saved");
    assert_eq!(
        saved.touchpoints[0].person.as_ref().expect("a person").name,
        "孙悦"
    );
}

#[test]
fn an_amount_goes_to_the_only_open_deal_and_is_offered_otherwise() {
    let world = world();
    let zhang = world.person("张立群", "138 1234 2231");
    let line = "张总 电话 报了 3万";
    let preview = world.db.read(|tx| read(tx, line, &[])).expect("read");
    assert_eq!(
        preview.lines[0]
            .amount
            .as_ref()
            .map(|amount| amount.deal.clone()),
        Some(AmountDeal::Offer)
    );

    let opened = LineFix {
        new_deal: Some("恒达 50 席位".to_owned()),
        ..LineFix::default()
    };
    let fixes = [opened];
    let preview = world.db.read(|tx| read(tx, line, &fixes)).expect("read");
    assert_eq!(
        preview.lines[0].amount.as_ref().map(|amount| &amount.deal),
        Some(&AmountDeal::New {
            name: "恒达 50 席位".to_owned()
        })
    );
    let saved = save(&world.db, line, &fixes).expect("saved");
    let call = world.touchpoint(saved.touchpoints[0].touchpoint);
    let stored: Deal = world
        .db
        .read(|read| read.get(call.deal.expect("a deal")))
        .expect("the new deal");
    assert_eq!(
        (stored.name.as_str(), stored.person, stored.amount_minor),
        ("恒达 50 席位", Some(zhang), Some(3_000_000))
    );
    assert!(stored.stage.is_some(), "it stands in a stage");
    world.db.undo(None).expect("undone");

    let deal = world.deal(zhang);
    save(&world.db, line, &[]).expect("saved");
    let stored: Deal = world.db.read(|read| read.get(deal)).expect("the deal");
    assert_eq!(
        (stored.amount_minor, stored.currency.as_deref()),
        (Some(3_000_000), Some("CNY"))
    );
}

#[test]
fn a_day_that_must_be_asked_makes_no_promise_and_loses_no_word() {
    let world = world();
    world.person("张立群", "138 1234 2231");
    let saved = save(&world.db, "张总 电话 年后再联系", &[]).expect("saved");
    assert_eq!(saved.touchpoints[0].followup, None);
    let call = world.touchpoint(saved.touchpoints[0].touchpoint);
    assert!(call.summary.expect("a summary").contains("年后"));

    let fix = LineFix {
        next_due_on: Some("2027-02-20".to_owned()),
        ..LineFix::default()
    };
    let saved = save(&world.db, "张总 电话 年后再联系", &[fix]).expect("saved");
    assert_eq!(
        saved.touchpoints[0]
            .followup
            .as_ref()
            .expect("a promise")
            .due_on,
        "2027-02-20"
    );
}

#[test]
fn a_missed_call_moves_the_promise_to_tomorrow_and_is_no_real_touch() {
    let world = world();
    let zhang = world.person("张立群", "138 1234 2231");
    let saved = save(&world.db, "张总 电话 有意向，今天下午五点回访", &[]).expect("saved");
    let promise = saved.touchpoints[0].followup.as_ref().expect("a promise");
    crate::touchpoints::missed(&world.db, zhang, Some(promise.id), "再打一次").expect("missed");
    let followup: Followup = world
        .db
        .read(|read| read.get(promise.id))
        .expect("the promise");
    assert_eq!(
        (followup.due_on.as_str(), followup.state),
        ("2026-11-22", FollowupState::Open)
    );
    let person: Person = world.db.read(|read| read.get(zhang)).expect("zhang");
    assert_eq!(person.touch_count, 1);
}

#[test]
fn garbage_is_stored_as_plain_text() {
    let world = world();
    for line in [
        "<script>alert(1)</script>",
        "\u{0}\u{7}\u{202e}abc",
        &"长".repeat(10_000),
        "2026-02-30 电话",
    ] {
        let saved = save(&world.db, line, &[]).expect("saved");
        let call = world.touchpoint(saved.touchpoints[0].touchpoint);
        assert_eq!(call.raw.as_deref(), Some(line.trim()));
    }
}
