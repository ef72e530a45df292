//! A pipeline of few deals whose ways are known.

use tempfile::TempDir;

use super::*;
use crate::kernel::time::plus_days;
use crate::kernel::{Act, Db};
use crate::pipeline::{Deal, Stage, StageMove};
use crate::testing::workspace;

struct Place {
    _root: TempDir,
    db: Db,
    stages: Vec<Stage>,
}

impl Place {
    /// The default pipeline, nothing in it.
    fn new() -> Self {
        let (root, db) = workspace();
        let stages = db
            .read(|read| {
                let first = pipeline::pipelines(read)?.remove(0);
                pipeline::stages(read, first.id)
            })
            .expect("stages");
        Place {
            _root: root,
            db,
            stages,
        }
    }

    /// A deal that went through stages, each so many days ago; `None`: nobody knows when.
    fn deal(&self, name: &str, way: &[(usize, Option<i64>)]) -> Id {
        let written = self.db.write(Act::new("deal_saved"), |tx| {
            let deal = Deal {
                imported: true,
                ..pipeline::empty(tx.fresh_id(), name)
            };
            tx.put_new(&deal)?;
            for (stage, ago) in way {
                let stage = &self.stages[*stage];
                let day = ago.map(|ago| plus_days(tx.today(), -ago));
                let moved = StageMove {
                    n: 0,
                    id: tx.fresh_id(),
                    deleted_at: None,
                    deal: deal.id,
                    stage: stage.id,
                    at: day.map(|day| tx.zone.noon(day)),
                    at_day: true,
                    place: stage.place,
                    member: None,
                    reason: None,
                };
                tx.put_new(&moved)?;
            }
            Ok(deal.id)
        });
        written.expect("written").value
    }

    fn funnel(&self, input: &FunnelInput) -> Funnel {
        let found = self.db.read(|read| funnel(read, input));
        (*found.expect("a funnel")).clone()
    }
}

const WON: usize = 8;
const LOST: usize = 9;

fn four_deals() -> Place {
    let place = Place::new();
    place.deal("won", &[(0, Some(40)), (4, Some(30)), (WON, Some(10))]);
    place.deal("lost", &[(0, Some(40)), (4, Some(35)), (LOST, Some(20))]);
    place.deal("open", &[(0, Some(12)), (1, Some(5))]);
    place.deal("unknown", &[(0, None)]);
    place
}

#[test]
fn who_stands_further_came_through_and_lost_is_apart_from_open() {
    let place = four_deals();
    let found = place.funnel(&FunnelInput::default());
    assert_eq!(found.stages.len(), 9, "open stages and won, without lost");
    let told: Vec<_> = found
        .total
        .bars
        .iter()
        .map(|bar| (bar.reached, bar.moved, bar.open, bar.lost))
        .collect();
    assert_eq!(told[0], (4, 3, 1, 0));
    assert_eq!(told[1], (3, 2, 1, 0));
    assert_eq!(told[4], (2, 1, 0, 1));
    assert_eq!(told[5], (1, 1, 0, 0), "passed on the way");
    assert_eq!(told[WON], (1, 1, 0, 0));
    for bar in &found.total.bars {
        assert_eq!(bar.reached, bar.moved + bar.open + bar.lost);
    }
    let (win, all) = (found.total.win, found.total.bars[WON].of_all);
    assert_eq!(((win.k, win.n), (all.k, all.n)), ((1, 2), (1, 4)));
}

#[test]
fn stays_end_by_any_exit_and_the_unknown_is_left_out_and_told() {
    let found = four_deals().funnel(&FunnelInput::default());
    let first = &found.times[0];
    assert_eq!((first.n, first.open, first.undated), (3, 0, 1));
    assert_eq!((first.days.p50, first.closed_only), (Some(7), Some(7)));
    let visited = &found.times[4];
    assert_eq!((visited.n, visited.days.p90), (2, Some(20)));
    let cycle = &found.cycle;
    assert_eq!((cycle.n, cycle.open, cycle.undated), (3, 1, 1));
    let sum = cycle.won_share + cycle.lost_share + cycle.open_share;
    assert!((sum - 1.0).abs() < 1e-12);
}

#[test]
fn a_period_and_a_day_to_look_from_choose_the_deals() {
    let place = four_deals();
    let today = place.db.read(|read| Ok(read.today())).expect("today");
    let day = |ago: i64| Some(plus_days(today, -ago).to_string());
    let recent = place.funnel(&FunnelInput {
        from: day(20),
        ..FunnelInput::default()
    });
    assert_eq!((recent.total.bars[0].reached, recent.undated), (1, 1));
    let before = place.funnel(&FunnelInput {
        as_of: day(25),
        ..FunnelInput::default()
    });
    assert_eq!((before.total.won, before.total.lost), (0, 0));
    assert_eq!((before.total.open, before.later), (3, 1));
    assert_eq!(before.times[4].open, 2);
    let wrong = FunnelInput {
        from: Some("soon".to_owned()),
        ..FunnelInput::default()
    };
    assert!(place.db.read(|read| funnel(read, &wrong)).is_err());
}

#[test]
fn groups_stand_by_name_and_a_bar_opens_into_its_deals() {
    let place = four_deals();
    let input = FunnelInput {
        by: Some(FunnelBy::Month),
        ..FunnelInput::default()
    };
    let found = place.funnel(&input);
    let keys: Vec<&str> = found.groups.iter().map(|group| &*group.key).collect();
    assert_eq!(keys, ["2026-10", "2026-11", ""]);
    let behind = |group: &str, stage: usize, part| {
        let asked = BehindInput {
            funnel: input.clone(),
            group: Some(group.to_owned()),
            stage: found.stages[stage].id,
            part,
            limit: 10,
        };
        let found = place.db.read(|read| behind(read, &asked)).expect("deals");
        let names: Vec<String> = found.rows.into_iter().map(|row| row.name).collect();
        assert_eq!(names.len() as i64, found.total);
        names
    };
    assert_eq!(behind("2026-10", 4, FunnelPart::Lost), ["lost"]);
    assert_eq!(behind("2026-10", 4, FunnelPart::Reached).len(), 2);
    assert_eq!(behind("", 0, FunnelPart::Open), ["unknown"]);
}

#[test]
fn a_write_is_seen_at_once() {
    let place = four_deals();
    let input = FunnelInput::default();
    assert_eq!(place.funnel(&input).total.bars[0].reached, 4);
    place.deal("another", &[(0, Some(1))]);
    assert_eq!(place.funnel(&input).total.bars[0].reached, 5);
}

#[test]
fn a_stage_that_was_put_away_stays_where_deals_went_through_it() {
    let place = four_deals();
    for unused in [2, 4] {
        let id = place.stages[unused].id;
        pipeline::setup::retire_stage(&place.db, id, true).expect("retired");
    }
    let found = place.funnel(&FunnelInput::default());
    let names: Vec<&str> = found.stages.iter().map(|stage| &*stage.name).collect();
    assert!(names.contains(&"Visited") && !names.contains(&"Nurtured"));
    assert_eq!(found.total.bars.len(), found.times.len());
}

#[test]
fn few_deals_plan_by_the_textbook_and_more_by_their_own_rates() {
    let place = four_deals();
    let plan_now = || place.db.read(|read| plan(read, None)).expect("a plan");
    let few = plan_now();
    assert_eq!((few.target, few.deals), (PlanTarget::Deals(1), Some(1.0)));
    assert_eq!((few.leads.own, few.leads.textbook), (None, Some(15.0)));
    assert_eq!(few.visits.textbook, Some(5.0));

    for at in 0..9 {
        let end = if at < 4 { WON } else { LOST };
        place.deal(
            &format!("{at}"),
            &[(0, Some(30)), (4, Some(20)), (end, Some(10))],
        );
    }
    set_target(&place.db, &PlanTarget::Deals(2)).expect("set");
    let more = plan_now();
    // 5 won of 11 decided, all of them visited: 2 deals take 4.4 of each.
    let rate = more.visits.rate.expect("a rate");
    assert_eq!((rate.k, rate.n), (5, 11));
    let own = more.leads.own.expect("measured");
    assert!((own - 4.4).abs() < 1e-9);
    assert!(more.leads.low.expect("low") < own && own < more.leads.high.expect("high"));
    assert_eq!(more.leads.textbook, Some(30.0));
    assert_eq!(more.size_unknown, 11);
    assert!(set_target(&place.db, &PlanTarget::Deals(0)).is_err());
}

#[test]
fn a_forecast_is_a_range_in_each_currency() {
    let (_root, db) = crate::testing::sample("en");
    let plan = db.read(|read| plan(read, None)).expect("a plan");
    assert!(!plan.forecasts.is_empty());
    for one in &plan.forecasts {
        for range in [one.by_stage, one.by_history] {
            assert!(0 <= range.low && range.low <= range.mid, "{one:?}");
            assert!(range.mid <= range.high && range.high <= one.sum, "{one:?}");
        }
    }
}
