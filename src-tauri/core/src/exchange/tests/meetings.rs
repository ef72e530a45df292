//! Calendars as programs write them. The clock of these tests stands on 2026-11-21, 09:00 in Shanghai.

use super::*;
use crate::followups::Followup;
use crate::people::Person;
use crate::team::{self, Role};
use crate::touchpoints::{Channel, Direction, Touchpoint};

const CALENDAR: &str = include_str!("../../../../../tests/data/formats/calendar.ics");

/// A workspace with a member, 陈伟, whose calendar it is.
fn place() -> Place {
    let place = Place::new();
    place
        .db
        .write(Act::new("member_saved"), |tx| {
            team::save(
                tx,
                &team::member(Id::derived(&[b"chen"]), "陈伟", Role::Sales),
            )
        })
        .expect("saved");
    place
}

fn local(place: &Place, at: i64) -> String {
    place
        .db
        .read(|read| Ok(read.zone.local(at).format("%m-%d %H:%M").to_string()))
        .expect("a time")
}

#[test]
fn what_was_becomes_touchpoints_and_what_is_to_come_a_follow_up() {
    let place = place();
    let result = place.import(&[place.file("calendar.ics", CALENDAR)]);
    let file = &result.files[0];
    assert_eq!(
        (file.format.as_str(), file.source.as_deref()),
        ("ICS", Some("meetings"))
    );
    let met: Vec<_> = place
        .live::<Touchpoint>()
        .into_iter()
        .map(|row| (local(&place, row.at), row.channel, row.minutes, row.at_day))
        .collect();
    assert_eq!(
        met,
        [
            ("05-01 14:30".to_owned(), Channel::Visit, Some(60), false),
            ("05-02 10:00".to_owned(), Channel::Call, Some(20), false),
            ("11-02 10:00".to_owned(), Channel::Video, Some(30), false),
            ("11-17 16:00".to_owned(), Channel::Visit, Some(30), false),
            ("06-03 12:00".to_owned(), Channel::Event, None, true),
        ]
    );
    let people: Vec<Person> = place.live();
    let names: Vec<&str> = people.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        ["张立群", "Miller, Anna"],
        "no room, no colleague, not whose calendar it is"
    );
    let met = place.live::<Touchpoint>();
    assert_eq!(met[0].person, Some(people[0].id));
    assert_eq!(met[0].member, Some(Id::derived(&[b"chen"])));
    assert_eq!(met[0].direction, Direction::Outbound);
    assert_eq!(
        met[0].summary.as_deref(),
        Some("拜访星河\n他们关心交货期, 下次带样品\n约了六月")
    );
    assert_eq!(
        (met[1].person, met[1].direction),
        (Some(people[1].id), Direction::Inbound)
    );
    assert_eq!(met[4].person, Some(people[0].id), "named in the title");
    let promised: Vec<Followup> = place.live();
    assert_eq!(promised.len(), 1, "of a repeated event only the next");
    assert_eq!(promised[0].due_on, "2026-11-23");
    assert_eq!(promised[0].person, Some(people[0].id));
    for (code, rows) in [
        ("events_cancelled", "1"),
        ("events_repeated", "1"),
        ("todos_skipped", "1"),
        ("events_to_come", "1"),
    ] {
        assert_eq!(note(file, code).expect(code)["rows"], rows, "{code}");
    }
    let failed = failures(result.failures_file.as_deref().expect("failures"));
    let column = failed[0]
        .iter()
        .position(|name| name == "summary")
        .expect("a column");
    let failed: Vec<&str> = failed[1..].iter().map(|row| row[column].as_str()).collect();
    assert_eq!(failed, ["Dentist", "When?", ""]);
    place.sound();
}

#[test]
fn a_second_import_changes_nothing_and_a_newer_one_what_was_moved() {
    let place = place();
    place.import(&[place.file("a.ics", CALENDAR)]);
    let before = place.content();
    let again = place.import(&[place.file("b.ics", CALENDAR)]);
    assert_eq!((again.counts.created, again.counts.updated), (0, 0));
    assert_eq!(place.content(), before);
    let moved = CALENDAR.replace("20260501T143000", "20260501T133000");
    let result = place.import(&[place.file("c.ics", moved)]);
    assert_eq!((result.counts.created, result.counts.updated), (0, 1));
    let first = &place.live::<Touchpoint>()[0];
    assert_eq!(
        (local(&place, first.at).as_str(), first.minutes),
        ("05-01 13:30", Some(120))
    );
}

#[test]
fn what_a_user_deleted_stays_deleted_and_our_own_calendar_brings_nothing() {
    let place = place();
    place.import(&[place.file("a.ics", CALENDAR)]);
    let first = place.live::<Touchpoint>()[0].id;
    place
        .db
        .write(Act::new("touchpoint_deleted"), |tx| {
            tx.delete::<Touchpoint>(first).map(drop)
        })
        .expect("deleted");
    let before = place.content();
    place.import(&[place.file("b.ics", CALENDAR)]);
    assert_eq!(place.content(), before);
    let own = place
        .db
        .read(crate::exchange::calendar)
        .expect("a calendar");
    let result = place.import(&[place.file("own.ics", own)]);
    assert_eq!((result.counts.unchanged, result.counts.failed), (1, 0));
    assert_eq!(place.content(), before);
}

#[test]
fn a_rule_without_end_comes_to_an_end() {
    let place = place();
    let event = |rule: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{rule}\nDTSTART:20200101T080000Z\nRRULE:{rule}\nATTENDEE;CN=A B:mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    let rules = [
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=MONTHLY;BYSETPOS=400;BYDAY=MO",
        "FREQ=NEVER",
    ];
    let text: String = rules.map(event).concat();
    let result = place.import(&[place.file("a.ics", text)]);
    assert!(result.counts.created <= 2_100, "{:?}", result.counts);
}

#[test]
fn a_meeting_closes_the_follow_up_that_promised_it() {
    let place = place();
    let text = |at: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nDTSTART:{at}\nSUMMARY:Visit\nATTENDEE;CN=A B:mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    place.import(&[place.file("a.ics", text("20261201T010000Z"))]);
    assert_eq!(
        place.live::<Followup>()[0].state,
        crate::followups::FollowupState::Open
    );
    place.import(&[place.file("b.ics", text("20261101T010000Z"))]);
    assert_eq!(
        place.live::<Followup>()[0].state,
        crate::followups::FollowupState::Done
    );
    assert_eq!(place.count("touchpoints"), 1);
}
