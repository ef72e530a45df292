//! What a score is made of, when it changes, and what is not known.

use proptest::prelude::*;

use super::facts::{Facts, Touch};
use super::score::{AsOf, Ready, engagement_lines, sum};
use super::*;
use crate::kernel::time::{Zone, plus_days};
use crate::kernel::{Act, Code, Db, Id, Result};
use crate::people::Grade;
use crate::pipeline::{self, DealInput};
use crate::testing::{NINE, options, workspace};
use crate::touchpoints::{self, Channel, Direction, Outcome, Touchpoint};

const DAY: i64 = 86_400_000;

fn deal(db: &Db, name: &str) -> Id {
    let input = DealInput {
        id: None,
        name: name.to_owned(),
        organization: Some(format!("{name} Ltd")),
        person: None,
        stage: None,
        product: None,
        amount: None,
        note: None,
    };
    pipeline::save(db, input).expect("a deal").id
}

fn touch(db: &Db, deal: Id, days_ago: i64, channel: Channel) -> Id {
    let written = db.write(Act::new("call_logged"), |tx| {
        let touch = Touchpoint {
            n: 0,
            id: tx.fresh_id(),
            deleted_at: None,
            at: tx.now - days_ago * DAY,
            at_day: false,
            channel,
            direction: Direction::Outbound,
            outcome: Some(Outcome::Reached),
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
        touchpoints::add(tx, touch)
    });
    written.expect("a touch").value.id
}

fn call(days: i64, points: i64) -> EngagementRule {
    EngagementRule {
        taking: Taking::Real,
        channel: Some(Channel::Call),
        direction: None,
        outcome: None,
        days,
        points,
        per_day: None,
        once: false,
    }
}

fn by_region(region: &str, points: i64) -> FitRule {
    FitRule {
        field: FitField::OrganizationRegion,
        own: None,
        op: FitOp::Is,
        values: vec![region.to_owned()],
        points,
    }
}

fn set(fit: Vec<FitRule>, engagement: Vec<EngagementRule>) -> ScoreRules {
    ScoreRules {
        fit,
        engagement,
        ..suggested(Lang::En)
    }
}

/// Grade, fit points, level, engagement points as they stand in the row.
fn stored(db: &Db, deal: Id) -> (Option<Grade>, Option<i64>, Option<i64>, Option<i64>) {
    let sql = "SELECT fit_now, fit_points, level_now, level_points FROM deals WHERE id = ?1";
    let found = db.read(|read| {
        read.first(sql, [deal], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
    });
    found.expect("a read").expect("a deal")
}

fn set_region(db: &Db, deal: Id, region: Option<&str>) {
    let written = db.write(Act::new("organization_saved"), |tx| {
        let row: pipeline::Deal = tx.get(deal)?;
        let mut organization: crate::organizations::Organization =
            tx.get(row.organization.expect("an organization"))?;
        organization.region = region.map(str::to_owned);
        tx.put(&organization).map(drop)
    });
    written.expect("a region");
}

fn sound(db: &Db) {
    let check = db.check().expect("a check");
    assert_eq!(check.stale_projections, Vec::<&str>::new());
}

#[test]
fn nothing_is_scored_before_somebody_saves_rules_and_again_after_they_are_taken_back() {
    let (_root, db) = workspace();
    let one = deal(&db, "One");
    touch(&db, one, 1, Channel::Call);
    set_region(&db, one, Some("华东"));
    assert_eq!(stored(&db, one), (None, None, None, None));
    assert!(!db.read(|read| explain(read, one)).expect("a score").scored);
    save(&db, &set(vec![by_region("华东", 70)], vec![call(7, 30)])).expect("rules");
    assert_eq!(
        stored(&db, one),
        (Some(Grade::A), Some(70), Some(2), Some(30))
    );
    db.undo(None).expect("undone");
    assert_eq!(stored(&db, one), (None, None, None, None));
    sound(&db);
}

#[test]
fn a_field_that_is_not_filled_gives_no_line_and_too_few_of_them_no_grade() {
    let (_root, db) = workspace();
    let one = deal(&db, "One");
    save(&db, &set(vec![by_region("华东", 70)], Vec::new())).expect("rules");
    let score = db.read(|read| explain(read, one)).expect("a score");
    assert_eq!((score.fit, score.asked, score.known), (None, 1, 0));
    assert!(score.fit_lines.is_empty());
    set_region(&db, one, Some("华北"));
    assert_eq!(stored(&db, one).0, Some(Grade::D), "known and another");
    set_region(&db, one, Some("华东"));
    assert_eq!(stored(&db, one).0, Some(Grade::A));
    set_region(&db, one, None);
    assert_eq!(stored(&db, one).0, None);
    sound(&db);
}

#[test]
fn a_deal_without_any_touch_has_no_level_and_one_whose_touches_are_old_has_the_lowest() {
    let (_root, db) = workspace();
    let (fresh, old) = (deal(&db, "Fresh"), deal(&db, "Old"));
    touch(&db, old, 8, Channel::Call);
    save(&db, &set(Vec::new(), vec![call(7, 30)])).expect("rules");
    assert_eq!(stored(&db, fresh).2, None);
    assert_eq!(stored(&db, old).2, Some(1));
    touch(&db, old, 6, Channel::Call);
    assert_eq!(
        (stored(&db, old).2, stored(&db, old).3),
        (Some(2), Some(30))
    );
    sound(&db);
}

#[test]
fn a_day_counts_up_to_its_cap_and_once_is_once() {
    let (_root, db) = workspace();
    let one = deal(&db, "One");
    for _ in 0..3 {
        touch(&db, one, 1, Channel::Call);
        touch(&db, one, 2, Channel::Visit);
    }
    let capped = EngagementRule {
        per_day: Some(2),
        ..call(7, 10)
    };
    let once = EngagementRule {
        channel: Some(Channel::Visit),
        once: true,
        ..call(7, 5)
    };
    save(&db, &set(Vec::new(), vec![capped, once])).expect("rules");
    let score = db.read(|read| explain(read, one)).expect("a score");
    let points: Vec<i64> = score.level_lines.iter().map(|line| line.points).collect();
    assert_eq!(points, [10, 10, 5]);
    assert_eq!(score.level_points, 25);
}

#[test]
fn when_the_day_turns_a_touch_leaves_its_window() -> Result<()> {
    let (root, db) = workspace();
    let one = deal(&db, "One");
    touch(&db, one, 6, Channel::Call);
    save(&db, &set(Vec::new(), vec![call(7, 30)]))?;
    assert_eq!(stored(&db, one).2, Some(2));
    let dir = db.dir().to_owned();
    drop(db);
    let tomorrow = options(root.path(), NINE + 86_400);
    let db = Db::open(crate::model(), &dir, tomorrow)?;
    sound(&db);
    assert!(turn(&db)?);
    assert_eq!(stored(&db, one).2, Some(1));
    assert!(!turn(&db)?, "once a day");
    sound(&db);
    Ok(())
}

#[test]
fn a_closed_deal_keeps_the_score_it_closed_with() -> Result<()> {
    let (root, db) = workspace();
    let (won, lost) = (deal(&db, "Won"), deal(&db, "Lost"));
    touch(&db, won, 1, Channel::Call);
    save(&db, &set(Vec::new(), vec![call(7, 30)]))?;
    let stage = db.read(|read| {
        let sql = "SELECT id FROM stages WHERE kind = ?1 LIMIT 1";
        let of = |kind| read.value::<Id>(sql, [kind]);
        Ok([of("won")?, of("lost")?])
    })?;
    pipeline::move_to(&db, won, &stage[0].to_string(), None)?;
    pipeline::move_to(&db, lost, &stage[1].to_string(), None)?;
    let dir = db.dir().to_owned();
    drop(db);
    let db = Db::open(
        crate::model(),
        &dir,
        options(root.path(), NINE + 30 * 86_400),
    )?;
    turn(&db)?;
    touch(&db, won, 0, Channel::Call);
    assert_eq!(
        (stored(&db, won).2, stored(&db, won).3),
        (Some(2), Some(30))
    );
    assert_eq!(stored(&db, lost).2, None);
    let grid = db.read(grid)?;
    let cell = |level| {
        grid.cells
            .iter()
            .find(|cell| cell.level == level)
            .expect("a cell")
    };
    assert_eq!((cell(Some(2)).closed, cell(Some(2)).won), (1, 1));
    assert_eq!((cell(None).closed, cell(None).won), (1, 0));
    sound(&db);
    Ok(())
}

#[test]
fn a_dry_run_says_what_saving_would_do_and_changes_nothing() -> Result<()> {
    let (_root, db) = workspace();
    for (name, region) in [("One", "华东"), ("Two", "华北"), ("Three", "华东")] {
        set_region(&db, deal(&db, name), Some(region));
    }
    let rules = set(vec![by_region("华东", 70)], vec![call(7, 30)]);
    let before = db.digest()?;
    let foretold = db.read(|read| simulate(read, &rules))?;
    assert_eq!(db.digest()?, before);
    save(&db, &rules)?;
    assert_eq!(db.read(grid)?, foretold);
    Ok(())
}

#[test]
fn rules_that_cannot_be_meant_are_refused() {
    let (_root, db) = workspace();
    let refused = |rules: ScoreRules| {
        let error = save(&db, &rules).expect_err("a refusal");
        assert_eq!(error.code, Code::FieldInvalid);
        error.params["field"].clone()
    };
    let steps = |four| ScoreRules {
        levels: LevelFrom {
            four,
            three: 40,
            two: 10,
        },
        ..set(vec![by_region("华东", 1)], Vec::new())
    };
    assert_eq!(
        refused(set(vec![by_region("华东", 0)], Vec::new())),
        "points"
    );
    assert_eq!(
        refused(set(vec![by_region("？", 5)], Vec::new())),
        "rule_value"
    );
    assert_eq!(refused(set(Vec::new(), vec![call(0, 5)])), "window_days");
    let capped = EngagementRule {
        per_day: Some(0),
        ..call(7, 5)
    };
    assert_eq!(refused(set(Vec::new(), vec![capped])), "per_day");
    assert_eq!(refused(steps(40)), "steps");
}

#[test]
fn what_is_suggested_may_be_saved() {
    for lang in [Lang::En, Lang::ZhHans, Lang::ZhHant] {
        suggested(lang).check().expect("rules");
    }
}

/// Any touches.
fn history() -> impl Strategy<Value = Vec<Touch>> {
    let one = (
        -40_i64..2,
        0_i64..DAY,
        0..Channel::ALL.len(),
        0..3_usize,
        any::<bool>(),
    );
    let touch = one.prop_map(|(day, at, channel, direction, is_real)| Touch {
        n: at,
        at: NINE * 1000 + day * DAY + at,
        channel: Channel::ALL[channel],
        direction: Direction::ALL[direction],
        outcome: None,
        is_real,
    });
    prop::collection::vec(touch, 0..60)
}

proptest! {
    #[test]
    fn for_any_history_the_score_is_the_sum_of_its_lines_within_caps_and_windows(touches in history()) {
        let mut touches = touches;
        touches.sort_by_key(|touch| (touch.at, touch.n));
        let rules = suggested(Lang::En);
        let zone = Zone(chrono_tz::Asia::Shanghai);
        let as_of = AsOf::end_of(zone, zone.day(NINE * 1000));
        let lines = engagement_lines(&rules, &touches, Some(as_of));
        let score = Ready::of(&rules).score(&Facts::default(), &touches, true, Some(as_of));
        prop_assert_eq!(score.level_points, Some(sum(&lines)));
        for (at, rule) in rules.engagement.iter().enumerate() {
            let of_rule: Vec<&Touch> = lines.iter().filter(|line| line.rule == at)
                .filter_map(|line| touches.get(line.touch?)).collect();
            let first = plus_days(as_of.day, 1 - rule.days);
            for touch in &of_rule {
                let day = zone.day(touch.at);
                prop_assert!(day >= first && day <= as_of.day);
                let same = of_rule.iter().filter(|other| zone.day(other.at) == day).count() as i64;
                prop_assert!(rule.per_day.is_none_or(|most| same <= most));
            }
            prop_assert!(!rule.once || of_rule.len() <= 1);
        }
    }
}
