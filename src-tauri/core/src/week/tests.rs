//! The week on a real workspace: what is counted, what is not, and that the rows behind a figure are as
//! many as it says.

use chrono::{DateTime, Utc};
use tempfile::TempDir;

use super::*;
use crate::catalog;
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Db, Options};
use crate::people::{self, PersonInput};
use crate::pipeline::{self, DealInput};
use crate::touchpoints::{self, Channel, Direction, Outcome, Touchpoint};
use crate::{model, setup};

/// Thursday 19 November 2026, 09:00 in Shanghai.
const NOW: &str = "2026-11-19T01:00:00Z";

/// Channel, direction, outcome and sentiment of a touchpoint.
type How = (Channel, Direction, Option<Outcome>, Option<i64>);

struct World {
    db: Db,
    root: TempDir,
}

fn options(root: &TempDir, now: &str) -> Options {
    let now: DateTime<Utc> = now.parse().expect("a moment");
    Options {
        clock: Clock::Fixed(now),
        seed: Some(1),
        config: root.path().join("config"),
    }
}

fn world() -> World {
    let root = tempfile::tempdir().expect("a folder");
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let dir = root.path().join("workspace");
    let db = setup::create(&dir, zone, "en", false, options(&root, NOW)).expect("a workspace");
    World { db, root }
}

impl World {
    fn at(self, now: &str) -> World {
        drop(self.db);
        let dir = self.root.path().join("workspace");
        let db = Db::open(model(), &dir, options(&self.root, now)).expect("opened");
        World {
            db,
            root: self.root,
        }
    }

    fn person(&self, name: &str) -> Id {
        people::save(&self.db, PersonInput::named(name))
            .expect("saved")
            .id
    }

    fn talk(&self, person: Id, at: &str, outcome: Outcome, tags: &[&str]) {
        let called = (Channel::Call, Direction::Outbound, Some(outcome), None);
        self.touch(person, at, called, tags);
    }

    fn touch(&self, person: Id, at: &str, how: How, tags: &[&str]) {
        let at: DateTime<Utc> = at.parse().expect("a moment");
        let (channel, direction, outcome, sentiment) = how;
        let written = self.db.write(Act::new("call_logged"), |tx| {
            let touchpoint = Touchpoint {
                n: 0,
                id: tx.fresh_id(),
                deleted_at: None,
                at: at.timestamp_millis(),
                at_day: false,
                channel,
                direction,
                outcome,
                minutes: None,
                sentiment,
                summary: None,
                raw: None,
                who: None,
                member: None,
                person: Some(person),
                organization: None,
                deal: None,
            };
            let touchpoint = touchpoints::add(tx, touchpoint)?;
            let names: Vec<String> = tags.iter().map(|name| (*name).to_owned()).collect();
            catalog::mark(tx, touchpoint.id, &names)
        });
        written.expect("written");
    }

    fn deal(&self, name: &str, minor: Option<i64>) -> Id {
        let input = DealInput {
            id: None,
            name: name.to_owned(),
            organization: None,
            person: None,
            stage: None,
            product: None,
            amount: minor.map(|minor| Money {
                minor,
                currency: "CNY".to_owned(),
            }),
            note: None,
        };
        pipeline::save(&self.db, input).expect("saved").id
    }

    fn win(&self, deal: Id) {
        let won: String = self
            .db
            .read(|read| read.value("SELECT name FROM stages WHERE kind = 'won'", []))
            .expect("a won stage");
        pipeline::move_to(&self.db, deal, &won, None).expect("moved");
    }

    fn week(&self) -> Week {
        self.db.read(week).expect("a week")
    }

    fn rows(&self, figure: WeekFigure, tag: Option<Id>) -> Vec<WeekRow> {
        self.db
            .read(|read| rows(read, &WeekRowsInput { figure, tag }))
            .expect("rows")
    }
}

#[test]
fn the_week_begins_on_monday_and_is_held_against_the_same_days_of_the_last() {
    let world = world();
    let ann = world.person("Ann Vale");
    world.talk(ann, "2026-11-15T16:00:00Z", Outcome::Reached, &[]); // Monday 00:00
    world.talk(ann, "2026-11-15T15:59:00Z", Outcome::Reached, &[]); // Sunday 23:59
    world.talk(ann, "2026-11-12T10:00:00Z", Outcome::Reached, &[]); // last Thursday evening
    world.talk(ann, "2026-11-12T16:00:00Z", Outcome::Reached, &[]); // last Friday 00:00
    world.talk(ann, "2026-11-18T10:00:00Z", Outcome::NoAnswer, &[]);
    let week = world.week();
    assert_eq!(
        (
            week.from_on.as_str(),
            week.to_on.as_str(),
            week.before_to_on.as_str()
        ),
        ("2026-11-16", "2026-11-19", "2026-11-12")
    );
    assert_eq!(week.conversations, Beside { now: 1, before: 1 });
    assert_eq!(week.attempts, 1);
    assert_eq!(world.rows(WeekFigure::Conversations, None).len(), 1);
}

#[test]
fn a_conversation_is_one_in_which_the_other_side_took_part() {
    use Direction::{Inbound, Internal, Outbound};
    let real = [
        (Channel::Call, Outbound, Some(Outcome::Reached), None),
        (Channel::Call, Outbound, Some(Outcome::Declined), None),
        (Channel::Call, Inbound, None, None),
        (Channel::Visit, Outbound, None, None),
        (Channel::Wechat, Inbound, None, None),
        (Channel::Wechat, Outbound, Some(Outcome::Replied), None),
        (Channel::Email, Outbound, None, Some(0)),
    ];
    let none = [
        (Channel::Call, Outbound, Some(Outcome::NoAnswer), None),
        (Channel::Call, Outbound, Some(Outcome::Busy), Some(1)),
        (Channel::Call, Inbound, Some(Outcome::WrongNumber), None),
        (Channel::Wechat, Outbound, None, None),
        (Channel::Sms, Outbound, None, None),
        (Channel::Email, Outbound, None, None),
        (Channel::Article, Outbound, None, None),
        (Channel::Visit, Internal, None, None),
        (Channel::Call, Internal, Some(Outcome::Reached), Some(2)),
    ];
    for (how, count) in real
        .map(|how| (how, 1))
        .into_iter()
        .chain(none.map(|how| (how, 0)))
    {
        let world = world();
        let ann = world.person("Ann Vale");
        world.touch(ann, "2026-11-18T10:00:00Z", how, &["price"]);
        let week = world.week();
        assert_eq!(
            (week.conversations.now, week.attempts, week.heard),
            (count, 1 - count, count),
            "{how:?}"
        );
        let rows = world.rows(WeekFigure::Conversations, None);
        assert_eq!(rows.len() as i64, count, "{how:?}");
        let counted: i64 = world
            .db
            .read(|read| read.value("SELECT touch_count FROM people", []))
            .expect("a count");
        assert_eq!(counted, count, "{how:?}");
    }
}

#[test]
fn ten_mentions_by_one_person_are_one_voice() {
    let world = world();
    let (ann, bo) = (world.person("Ann Vale"), world.person("Bo Reed"));
    for _ in 0..10 {
        world.talk(ann, "2026-11-17T02:00:00Z", Outcome::Reached, &["price"]);
    }
    world.talk(ann, "2026-11-17T03:00:00Z", Outcome::Reached, &["export"]);
    world.talk(bo, "2026-11-18T03:00:00Z", Outcome::Reached, &["export"]);
    world.talk(bo, "2026-11-10T03:00:00Z", Outcome::Reached, &["export"]);
    let week = world.week();
    let heard: Vec<_> = week
        .cared
        .iter()
        .map(|cared| (cared.name.as_str(), cared.people))
        .collect();
    assert_eq!(
        heard,
        [
            ("export", Beside { now: 2, before: 1 }),
            ("price", Beside { now: 1, before: 0 })
        ]
    );
    assert_eq!(week.heard, 2);
    let rows = world.rows(WeekFigure::Cared, Some(week.cared[0].tag));
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_deal_is_a_new_lead_once_and_every_later_step_is_a_move() {
    let world = world();
    let deal = world.deal("Forty seats", Some(8_600_000));
    world.deal("Unknown sum", None);
    world.win(deal);
    let week = world.week();
    assert_eq!((week.leads.now, week.moves.now), (2, 1));
    assert_eq!(week.signed.deals, 1);
    assert_eq!(week.signed.sum[0].minor, 8_600_000);
    for (figure, count) in [
        (WeekFigure::Leads, 2),
        (WeekFigure::Moves, 1),
        (WeekFigure::Signed, 1),
    ] {
        assert_eq!(world.rows(figure, None).len(), count, "{figure}");
    }
    let later = world.at("2026-11-26T01:00:00Z").week();
    assert_eq!(later.leads, Beside { now: 0, before: 2 });
    assert_eq!((later.signed.deals, later.signed_before.deals), (0, 1));
}

#[test]
fn a_signed_deal_without_an_amount_is_said_and_stands_in_no_sum() {
    let world = world();
    let deal = world.deal("Unknown sum", None);
    world.win(deal);
    let signed = world.week().signed;
    assert_eq!(
        signed,
        Signed {
            deals: 1,
            sum: vec![],
            unknown: 1
        }
    );
}

#[test]
fn an_empty_week_is_empty() {
    let week = world().week();
    assert_eq!(week.conversations, Beside { now: 0, before: 0 });
    assert!(week.cared.is_empty() && week.signed.sum.is_empty());
}
