//! Figures over the shared tables, beside an independent calculation: the file itself in plain SQL.

use std::collections::BTreeMap;

use super::shared_tables::{four, tables};
use super::*;
use crate::funnel::{Funnel, FunnelBy, FunnelInput, Quantiles, funnel};
use crate::pipeline;

fn measured(place: &Place, by: Option<FunnelBy>) -> Funnel {
    place
        .db
        .read(|read| {
            let pipelines = pipeline::pipelines(read)?;
            let ours = pipelines
                .iter()
                .find(|one| one.name == "Imported sales pipeline")
                .expect("made");
            let input = FunnelInput {
                pipeline: Some(ours.id),
                as_of: Some("2017-12-31".to_owned()),
                by,
                ..FunnelInput::default()
            };
            Ok((*funnel(read, &input)?).clone())
        })
        .expect("a funnel")
}

/// The lines of the file as they are, as JSON arrays.
fn plain(file: &Path) -> String {
    let mut lines = csv::Reader::from_path(file).expect("the file");
    let line = |line: csv::Result<csv::StringRecord>| -> Vec<String> {
        line.expect("a line").iter().map(str::to_owned).collect()
    };
    let all: Vec<Vec<String>> = lines.records().map(line).collect();
    serde_json::to_string(&all).expect("lines")
}

/// Won and decided by a group: (won, won or lost).
type Rates = BTreeMap<String, (i64, i64)>;

/// The product list calls `GTXPro` "GTX Pro"; a deal without a day has no month. Asked of the file's own lines.
fn independent(place: &Place, lines: &str, by: FunnelBy) -> Rates {
    let key = match by {
        FunnelBy::Owner => "agent",
        FunnelBy::Product => "replace(product, 'GTXPro', 'GTX Pro')",
        _ => "substr(engaged, 1, 7)",
    };
    let sql = format!(
        "SELECT {key}, sum(stage = 'Won'), sum(stage IN ('Won', 'Lost'))
         FROM (SELECT value ->> 1 AS agent, value ->> 2 AS product, value ->> 4 AS stage, value ->> 5 AS engaged
               FROM json_each(?1)) GROUP BY 1"
    );
    let rows = place.db.read(|read| {
        read.all(&sql, [lines], |row| {
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
        })
    });
    rows.expect("rows").into_iter().collect()
}

#[test]
fn the_board_the_rates_and_the_times_are_those_of_the_file() {
    let Some(folder) = tables() else { return };
    let place = Place::new();
    place.import(&four(&folder, "sales_pipeline.csv"));

    let all = measured(&place, None);
    let names: Vec<&str> = all.stages.iter().map(|stage| &*stage.name).collect();
    assert_eq!(names, ["Prospecting", "Engaging", "Won"]);
    let told: Vec<_> = all
        .total
        .bars
        .iter()
        .map(|bar| (bar.reached, bar.moved, bar.open, bar.lost))
        .collect();
    assert_eq!(
        told,
        [
            (8800, 8300, 500, 0),
            (8300, 4238, 1589, 2473),
            (4238, 4238, 0, 0)
        ]
    );
    let group = &all.total;
    assert_eq!((group.won, group.lost, group.open), (4238, 2473, 2089));

    // MATHS.md: engage → close as of 2017-12-31, beside the median of closed ones alone.
    let engaging = &all.times[1];
    assert_eq!((engaging.n, engaging.open), (8300, 1589));
    let days = Quantiles {
        p50: Some(69),
        p75: Some(107),
        p90: None,
    };
    assert_eq!((engaging.days, engaging.closed_only), (days, Some(45)));
    let cycle = &all.cycle;
    assert_eq!((cycle.n, cycle.open, cycle.undated), (8300, 1589, 500));
    assert_eq!((cycle.closed, cycle.closed_only), (days, Some(45)));
    assert_eq!(format!("{:.3}", cycle.won_share), "0.519");
    assert_eq!(format!("{:.3}", cycle.open_share), "0.179");

    let plain = plain(&folder.join("sales_pipeline.csv"));
    for by in [FunnelBy::Owner, FunnelBy::Product, FunnelBy::Month] {
        let ours: Rates = measured(&place, Some(by))
            .groups
            .into_iter()
            .map(|group| (group.name.unwrap_or(group.key), (group.win.k, group.win.n)))
            .collect();
        let theirs = independent(&place, &plain, by);
        assert_eq!(ours, theirs, "by {by}");
        let won: i64 = ours.values().map(|(won, _)| won).sum();
        assert_eq!(won, 4238);
    }
}
