//! Deals of the sample that stopped early, and what its won ones took.

use super::*;
use crate::testing::sample;

#[test]
fn deals_that_stopped_early_are_silent_open_unpromised_and_below_nine() {
    let (_root, db) = sample("en");
    let found = db.read(|read| stopped(read, 100)).expect("stopped");
    assert_eq!(found.rows.len() as i64, found.total);
    assert!(found.total > 0, "the sample has some");
    for row in &found.rows {
        assert!(row.deal.touch_count < USUAL.0);
        let allowed = row.deal.stale_after.unwrap_or(SILENT_DAYS);
        assert!(row.silent_days >= allowed, "{row:?}");
    }
    let silent: Vec<i64> = found.rows.iter().map(|row| row.silent_days).collect();
    assert!(silent.is_sorted_by(|a, b| a >= b));
    let promised: i64 = db
        .read(|read| {
            let ids: Vec<String> = found
                .rows
                .iter()
                .map(|row| row.deal.id.to_string())
                .collect();
            let all: Vec<crate::pipeline::Deal> = read.rows("WHERE next_on IS NOT NULL", [])?;
            Ok(all
                .iter()
                .filter(|deal| ids.contains(&deal.id.to_string()))
                .count() as i64)
        })
        .expect("counted");
    assert_eq!(promised, 0);
}

#[test]
fn below_five_won_deals_no_spread_is_told() {
    let (_root, db) = sample("en");
    let spread = db.read(spread).expect("a spread");
    assert_eq!(spread.p50.is_some(), spread.n >= FEW);
}
