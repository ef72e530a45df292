//! Claiming, handing over, nights and what undoes them, proposals: on a workspace whose days go by.

mod laws;

use tempfile::TempDir;

use super::assign::{Assignment, confirm, suggest};
use super::handover::HandoverInput;
use super::rules::{RuleInput, Simulation};
use super::*;
use crate::kernel::{Act, Code, Db, Error, Id, Result};
use crate::model;
use crate::organizations::Organization;
use crate::people::Grade;
use crate::pipeline::{self, Deal, HeldWhy, TurnoverClock};
use crate::team::{self, Member, Role, Seniority};
use crate::testing::{NINE, options, workspace};
use crate::touchpoints::{Channel, Direction, Outcome, Touchpoint};

const DAY: i64 = 86_400;

/// A workspace whose clock can be moved on.
pub struct World {
    root: TempDir,
    pub db: Db,
}

impl World {
    pub fn new() -> Self {
        let (root, db) = workspace();
        World { root, db }
    }

    /// The same workspace so many days after the first.
    pub fn on_day(mut self, day: i64) -> Self {
        self.go(day);
        self
    }

    pub fn go(&mut self, day: i64) {
        let dir = self.root.path().join("workspace");
        let options = options(self.root.path(), NINE + day * DAY);
        self.db = Db::open(model(), &dir, options).expect("opened");
    }

    pub fn member(&self, name: &str, seniority: Seniority, cap: i64) -> Id {
        let written = self.db.write(Act::new("made"), |tx| {
            let mut member = team::member(tx.fresh_id(), name, Role::Sales);
            member.seniority = seniority;
            member.holding_cap = Some(cap);
            tx.put(&member)?;
            Ok(member.id)
        });
        written.expect("a member").value
    }

    /// A deal in the first stage on an organization of this grade, held by a member since now.
    pub fn deal(&self, name: &str, grade: Option<Grade>, holder: Option<Id>) -> Id {
        let written = self.db.write(Act::new("made"), |tx| {
            let firm = crate::organizations::find_or_make(tx, &format!("{name} Ltd"))?;
            let mut row: Organization = tx.get(firm)?;
            row.grade = grade;
            tx.put(&row)?;
            let mut deal = pipeline::empty(tx.fresh_id(), name);
            deal.organization = Some(firm);
            pipeline::open(tx, &deal, None)?;
            Ok(deal.id)
        });
        let id = written.expect("a deal").value;
        if holder.is_some() {
            self.hold(id, holder);
        }
        id
    }

    pub fn hold(&self, deal: Id, holder: Option<Id>) {
        let held = self.db.write(Act::new("held"), |tx| {
            pipeline::hold(tx, deal, holder, None)
        });
        held.expect("held");
    }

    pub fn touch(&self, deal: Id, outcome: Outcome) {
        let written = self.db.write(Act::new("touched"), |tx| {
            let row = Touchpoint {
                n: 0,
                id: tx.fresh_id(),
                deleted_at: None,
                at: tx.now,
                at_day: false,
                channel: Channel::Call,
                direction: Direction::Outbound,
                outcome: Some(outcome),
                minutes: None,
                sentiment: None,
                summary: None,
                raw: None,
                who: None,
                member: None,
                person: None,
                organization: None,
                deal: Some(deal),
            };
            tx.put_new(&row).map(drop)
        });
        written.expect("touched");
    }

    pub fn row(&self, deal: Id) -> Deal {
        self.db.read(|read| read.get(deal)).expect("a deal")
    }

    pub fn holder(&self, deal: Id) -> Option<Id> {
        self.row(deal).holder
    }

    pub fn simulate(&self, rule: &RuleInput) -> Simulation {
        self.db
            .read(|read| rules::simulate(read, rule))
            .expect("simulated")
    }

    pub fn save_rule(&self, rule: &RuleInput) -> Id {
        let seen = self.simulate(rule).print;
        rules::save(&self.db, rule, &seen, true)
            .expect("saved")
            .value
    }

    pub fn left(&self, deal: Id) -> Option<i64> {
        let n = self.row(deal).n;
        let left = self.db.read(|read| left::of_deal(read, n));
        left.expect("read").map(|left| left.days)
    }
}

pub fn rule() -> RuleInput {
    RuleInput {
        id: None,
        name: "Usual".to_owned(),
        held_days: Some(14),
        silent_days: Some(7),
        pipeline: None,
        stages: Vec::new(),
        grades: Vec::new(),
        sources: Vec::new(),
        warn_days: 3,
        pool: None,
    }
}

fn code<T>(done: Result<T>) -> Code {
    done.err().expect("a refusal").code
}

fn refusal<T>(done: Result<T>) -> Error {
    done.err().expect("a refusal")
}

#[test]
fn a_claim_is_refused_for_grade_quarantine_limit_and_cap_and_says_so() {
    let world = World::new();
    let senior = world.member("Gu", Seniority::Senior, 2);
    let junior = world.member("Lin", Seniority::Junior, 10);
    let (a, d) = (
        world.deal("Aurora", Some(Grade::A), None),
        world.deal("Delta", Some(Grade::D), None),
    );
    let unknown = world.deal("Unknown", None, None);
    for deal in [a, d, unknown] {
        world.hold(deal, None);
    }
    assert_eq!(
        code(pool::claim(&world.db, a, Some(junior))),
        Code::GradeUnfit
    );
    assert_eq!(
        code(pool::claim(&world.db, d, Some(senior))),
        Code::GradeUnfit
    );
    pool::claim(&world.db, a, Some(senior)).expect("fits");
    pool::claim(&world.db, unknown, Some(senior)).expect("unknown fits anybody");
    assert_eq!(
        code(pool::claim(&world.db, a, Some(junior))),
        Code::NotInPool
    );

    let more = world.deal("More", Some(Grade::B), None);
    world.hold(more, None);
    let full = refusal(pool::claim(&world.db, more, Some(senior)));
    assert_eq!(
        (full.code, full.params["cap"].as_str()),
        (Code::CapReached, "2")
    );

    pool::give_back(&world.db, &[a], None, Some("no budget".to_owned())).expect("returned");
    let wait = refusal(pool::claim(&world.db, a, Some(senior)));
    assert_eq!(
        (wait.code, wait.params["until"].as_str()),
        (Code::Quarantined, "2026-11-28")
    );
    let world = world.on_day(7);
    pool::claim(&world.db, a, Some(senior)).expect("the quarantine is over");
    let none = world.member("Nobody", Seniority::Senior, 0);
    assert_eq!(
        code(pool::claim(&world.db, more, Some(none))),
        Code::CapZero
    );
    let mut few = world.db.read(settings::get).expect("settings");
    few.claims_a_day = 1;
    settings::set(&world.db, &few).expect("set");
    let other = world.member("Other", Seniority::Senior, 9);
    pool::claim(&world.db, more, Some(other)).expect("the first of the day");
    let last = world.deal("Last", None, None);
    world.hold(last, None);
    assert_eq!(
        code(pool::claim(&world.db, last, Some(other))),
        Code::ClaimsSpent
    );
}

#[test]
fn a_pool_of_some_is_open_to_them_alone_until_it_is_put_away() {
    let world = World::new();
    let (one, two) = (
        world.member("One", Seniority::Senior, 5),
        world.member("Two", Seniority::Senior, 5),
    );
    let input = pool::PoolInput {
        id: None,
        name: "South".to_owned(),
        members: vec![one],
    };
    let south = pool::save(&world.db, &input).expect("made").value;
    let deal = world.deal("Aurora", None, Some(one));
    pool::give_back(&world.db, &[deal], Some(south), None).expect("returned");
    let all = world.db.read(pool::list).expect("pools");
    assert_eq!(
        (all[0].deals, all[0].members.as_slice()),
        (1, [one].as_slice())
    );
    assert_eq!(
        code(pool::claim(&world.db, deal, Some(two))),
        Code::PoolClosed
    );
    pool::archive(&world.db, south).expect("put away");
    pool::claim(&world.db, deal, Some(two)).expect("in the common pool now");
}

#[test]
fn of_two_claims_the_earlier_holds_in_whichever_order_they_arrive() {
    for turned in [false, true] {
        let world = World::new();
        let (one, two) = (
            world.member("One", Seniority::Senior, 5),
            world.member("Two", Seniority::Senior, 5),
        );
        let deal = world.deal("Aurora", None, None);
        world.hold(deal, None);
        let since = world.row(deal).held_at.expect("a moment");
        let mut claims = [(one, since + 1_000), (two, since + 2_000)];
        if turned {
            claims.reverse();
        }
        for (member, at) in claims {
            let written = world.db.write(Act::new("arrived"), |tx| {
                let row = pipeline::Holding {
                    n: 0,
                    id: tx.fresh_id(),
                    deleted_at: None,
                    deal,
                    member: Some(member),
                    at,
                    at_day: false,
                    reason: None,
                    why: Some(HeldWhy::Claimed),
                    pool: None,
                    rule: None,
                    clock: None,
                    days: None,
                };
                tx.put_new(&row).map(drop)
            });
            written.expect("written");
        }
        assert_eq!(world.holder(deal), Some(one));
        let record = world.db.read(|read| record::of_deal(read, deal));
        let history = record.expect("a record").history;
        let void: Vec<bool> = history.iter().map(|line| line.void).collect();
        assert_eq!(void[..2], [true, false], "the second claim is void");
    }
}

#[test]
fn a_rule_is_saved_only_as_it_was_simulated_and_never_takes_everything_unseen() {
    let world = World::new();
    let member = world.member("Gu", Seniority::Senior, 5);
    world.deal("Aurora", None, Some(member));
    let world = world.on_day(6);
    let kept = world.deal("Fresh", None, Some(member));
    let usual = rule();
    let simulation = world.simulate(&usual);
    assert_eq!((simulation.total, simulation.held), (1, 2));
    assert!(!simulation.everything);
    assert_eq!(simulation.holders[0].count, 1);
    assert_eq!(
        (simulation.rows[0].clock, simulation.rows[0].days),
        (TurnoverClock::Silence, 7)
    );
    let other = RuleInput {
        silent_days: Some(5),
        ..rule()
    };
    let unseen = rules::save(&world.db, &other, &simulation.print, false);
    assert_eq!(code(unseen), Code::RuleUnseen);
    let none = RuleInput {
        held_days: None,
        silent_days: None,
        ..rule()
    };
    let asked = world.db.read(|read| rules::simulate(read, &none));
    assert_eq!(code(asked), Code::RuleWithoutClock);
    let all = RuleInput {
        silent_days: Some(1),
        ..rule()
    };
    let simulation = world.simulate(&all);
    assert!(simulation.everything);
    let blind = rules::save(&world.db, &all, &simulation.print, false);
    assert_eq!(code(blind), Code::RuleTakesAll);
    assert_eq!(world.holder(kept), Some(member));
    rules::save(&world.db, &usual, &world.simulate(&usual).print, false).expect("seen");
    // What was simulated yesterday is not what tonight takes.
    let seen = world.simulate(&usual).print;
    let world = world.on_day(7);
    assert_eq!(
        code(rules::save(&world.db, &usual, &seen, true)),
        Code::RuleUnseen
    );
}

#[test]
fn a_night_gives_back_says_why_and_can_be_taken_back_whole_or_by_deal() {
    let mut world = World::new();
    let member = world.member("Gu", Seniority::Senior, 50);
    let deals: Vec<Id> = (0..5)
        .map(|at| world.deal(&format!("Deal {at}"), None, Some(member)))
        .collect();
    world.save_rule(&rule());
    world.go(5);
    world.touch(deals[0], Outcome::Reached);
    world.touch(deals[1], Outcome::NoAnswer);
    assert_eq!(world.left(deals[0]), Some(7), "a real touch");
    assert_eq!(world.left(deals[1]), Some(2), "no answer is none");
    extensions::lock(&world.db, deals[2], Some("Board decides".to_owned())).expect("locked");
    assert_eq!(world.left(deals[2]), None);
    let wish = extensions::ask(&world.db, deals[3], "2026-12-05", "trial runs").expect("asked");
    extensions::answer(&world.db, wish.value, Some("2026-12-03"), None).expect("granted");
    assert_eq!(world.left(deals[3]), Some(8));

    world.go(7);
    let ran = run::run(&world.db).expect("ran");
    assert_eq!(ran.len(), 1);
    assert_eq!((ran[0].day.as_str(), ran[0].returned), ("2026-11-28", 2));
    assert!(run::run(&world.db).expect("ran").is_empty(), "once");
    let in_pool = |world: &World| {
        let free: Vec<bool> = deals
            .iter()
            .map(|deal| world.holder(*deal).is_none())
            .collect();
        free
    };
    assert_eq!(in_pool(&world), [false, true, false, false, true]);
    let record = world
        .db
        .read(|read| record::of_deal(read, deals[1]))
        .expect("record");
    let line = &record.history[0];
    assert_eq!(line.rule.as_deref(), Some("Usual"));
    assert_eq!(
        (line.clock, line.days),
        (Some(TurnoverClock::Silence), Some(7))
    );
    assert!(line.can_undo && record.lying.is_some());

    run::take_back(&world.db, deals[1]).expect("taken back");
    assert_eq!(world.holder(deals[1]), Some(member));
    assert_eq!(world.left(deals[1]), Some(7), "the time begins anew");
    world
        .db
        .undo(ran[0].action)
        .expect_err("a return of it was taken back");
    let whole = world.deal("Whole", None, Some(member));
    world.go(14);
    let ran = run::run(&world.db).expect("ran");
    assert_eq!(world.holder(whole), None);
    let last = ran.last().expect("a night");
    world.db.undo(last.action).expect("the whole night");
    assert_eq!(world.holder(whole), Some(member));
    assert!(run::run(&world.db).expect("ran").is_empty());
    world.go(15);
    run::run(&world.db).expect("ran");
    assert_eq!(world.holder(whole), Some(member), "time anew here too");
}

#[test]
fn a_claim_stands_when_the_night_before_it_is_taken_back() {
    let mut world = World::new();
    let before = world.member("Before", Seniority::Senior, 5);
    let after = world.member("After", Seniority::Senior, 5);
    let deal = world.deal("Aurora", None, Some(before));
    world.save_rule(&rule());
    world.go(8);
    let ran = run::run(&world.db).expect("ran");
    pool::claim(&world.db, deal, Some(after)).expect("claimed");
    world.db.undo(ran[0].action).expect("the whole night");
    assert_eq!(world.holder(deal), Some(after));
}

#[test]
fn an_imported_deal_never_goes_back_for_a_day_that_nobody_knows() {
    let mut world = World::new();
    let member = world.member("Gu", Seniority::Senior, 50);
    let deal = world.deal("Imported", None, None);
    let told = world.db.write(Act::new("told"), |tx| {
        let row = pipeline::Holding {
            n: 0,
            id: pipeline::told_holding(deal, member),
            deleted_at: None,
            deal,
            member: Some(member),
            at: tx.now,
            at_day: false,
            reason: None,
            why: None,
            pool: None,
            rule: None,
            clock: None,
            days: None,
        };
        tx.put(&row).map(drop)
    });
    told.expect("told");
    world.save_rule(&rule());
    world.go(60);
    run::run(&world.db).expect("ran");
    assert_eq!((world.holder(deal), world.left(deal)), (Some(member), None));
    world.touch(deal, Outcome::Reached);
    assert_eq!(world.left(deal), Some(7), "touched since");
    world.go(67);
    run::run(&world.db).expect("ran");
    assert_eq!(world.holder(deal), None);
}

#[test]
fn everything_of_who_leaves_goes_in_one_action_and_comes_back_with_it() {
    let world = World::new();
    let (gone, heir) = (
        world.member("Gone", Seniority::Senior, 50),
        world.member("Heir", Seniority::Senior, 3),
    );
    let deals: Vec<Id> = (0..4)
        .map(|at| world.deal(&format!("Deal {at}"), None, Some(gone)))
        .collect();
    let firm = world.row(deals[0]).organization.expect("a firm");
    let written = world.db.write(Act::new("made"), |tx| {
        let mut row: Organization = tx.get(firm)?;
        row.owner = Some(gone);
        tx.put(&row)?;
        let mut promise = crate::followups::open(tx.fresh_id(), "call");
        promise.due_on = tx.today().to_string();
        promise.member = Some(gone);
        promise.deal = Some(deals[0]);
        tx.put(&promise).map(|_| promise.id)
    });
    let promise = written.expect("made").value;
    let before = world.db.digest().expect("digest").content;
    let mut input = HandoverInput {
        deals: None,
        from: Some(gone),
        to: heir,
        reason: Some("left".to_owned()),
        anyway: false,
    };
    assert_eq!(code(handover::run(&world.db, &input)), Code::CapReached);
    assert_eq!(world.db.digest().expect("digest").content, before);
    input.anyway = true;
    let done = handover::run(&world.db, &input).expect("handed over");
    assert_eq!(
        (done.deals, done.open, done.organizations, done.followups),
        (4, 4, 1, 1)
    );
    assert!(deals.iter().all(|deal| world.holder(*deal) == Some(heir)));
    let kept: crate::followups::Followup = world.db.read(|read| read.get(promise)).expect("there");
    assert_eq!(kept.member, Some(heir));
    let rest = world.db.read(|read| handover::everything(read, gone));
    assert_eq!(rest.expect("read"), handover::HandoverDone::default());
    world.db.undo(done.action).expect("taken back");
    assert_eq!(world.db.digest().expect("digest").content, before);
}

#[test]
fn a_proposal_says_why_and_confirming_it_keeps_every_cap() {
    let world = World::new();
    let north = world.member("North", Seniority::Senior, 1);
    let south = world.member("South", Seniority::Senior, 2);
    let young = world.member("Young", Seniority::Junior, 5);
    let set = world.db.write(Act::new("region"), |tx| {
        let mut row: Member = tx.get(north)?;
        row.region = Some("华北".to_owned());
        tx.put(&row).map(drop)
    });
    set.expect("set");
    let a = world.deal("Aurora", Some(Grade::A), None);
    let c = world.deal("Cedar", Some(Grade::C), None);
    let firm = world.row(a).organization.expect("a firm");
    let set = world.db.write(Act::new("region"), |tx| {
        let mut row: Organization = tx.get(firm)?;
        row.region = Some("华北".to_owned());
        tx.put(&row).map(drop)
    });
    set.expect("set");
    let others: Vec<Id> = (0..3)
        .map(|at| world.deal(&format!("Big {at}"), Some(Grade::B), None))
        .collect();
    let all: Vec<Id> = [a, c].into_iter().chain(others).collect();
    for deal in &all {
        world.hold(*deal, None);
    }
    let proposals = world.db.read(suggest).expect("proposals");
    let to = |deal: Id| {
        let found = proposals.rows.iter().find(|row| row.deal.id == deal);
        found.map(|row| (row.member.id, row.why.clone()))
    };
    use assign::AssignWhy::{Grade as Fits, Region, Room};
    assert_eq!(to(a), Some((north, vec![Fits, Region])));
    assert_eq!(to(c), Some((young, vec![Fits, Room])));
    assert_eq!((proposals.rows.len(), proposals.left), (4, 1));
    // Whatever is confirmed, no cap is exceeded.
    let wanted: Vec<Assignment> = all
        .iter()
        .map(|deal| Assignment {
            deal: *deal,
            member: south,
        })
        .collect();
    let done = confirm(&world.db, &wanted).expect("confirmed").value;
    assert_eq!((done.given, done.stayed), (2, 3));
}
