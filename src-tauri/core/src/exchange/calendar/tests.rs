//! The calendar file of real follow-ups: instants, days, escapes, identities.

use super::*;
use crate::followups::{self, FollowupInput};
use crate::kernel::Db;
use crate::testing::workspace;

fn promise(db: &Db, title: &str, due_time: Option<&str>) -> Id {
    let input = FollowupInput {
        id: None,
        title: title.to_owned(),
        due_on: "2026-11-25".to_owned(),
        due_time: due_time.map(str::to_owned),
        channel: None,
        person: None,
        deal: None,
    };
    followups::save(db, input).expect("saved").id
}

fn lines(db: &Db) -> Vec<String> {
    let text = db.read(super::followups).expect("a calendar");
    let unfolded = text.replace("\r\n ", "");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_time_stands_as_an_instant_and_a_day_fills_the_day() {
    let (_root, db) = workspace();
    let timed = promise(&db, "Call about the trial", Some("15:00"));
    promise(&db, "Send the offer", None);
    let lines = lines(&db);
    let has = |line: &str| assert!(lines.iter().any(|one| one == line), "{line}\n{lines:#?}");
    has("DTSTART:20261125T070000Z");
    has("DTSTART;VALUE=DATE:20261125");
    has("DTEND;VALUE=DATE:20261126");
    has("TRIGGER:P0D");
    has(&format!("UID:{timed}@touchline"));
}

#[test]
fn what_somebody_typed_cannot_break_the_file_and_the_same_state_gives_the_same_file() {
    let (_root, db) = workspace();
    promise(
        &db,
        "Price, terms; and\\or \"END:VEVENT\"\nBEGIN:VEVENT",
        None,
    );
    let found = lines(&db);
    assert_eq!(
        found.iter().filter(|line| *line == "BEGIN:VEVENT").count(),
        1
    );
    assert!(
        found
            .iter()
            .any(|line| line.contains("Price\\, terms\\; and\\\\or"))
    );
    assert_eq!(found, lines(&db));
}

#[test]
fn what_is_done_is_not_in_the_file() {
    let (_root, db) = workspace();
    let id = promise(&db, "Call", None);
    followups::done(&db, id).expect("done");
    assert!(!lines(&db).iter().any(|line| line == "BEGIN:VEVENT"));
}
