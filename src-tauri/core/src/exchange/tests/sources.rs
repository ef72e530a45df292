//! Further programs' tables, by the headers in README.md beside the fixtures: each comes in without a
//! question, and a second time changes nothing.

use super::*;
use crate::organizations::Organization;
use crate::people::{Identifier, Person};
use crate::pipeline::{Deal, Stage, StageKind, make_default};
use crate::team::Member;
use crate::touchpoints::{Channel, Touchpoint};

/// A workspace with the stages it begins with.
fn staged() -> Place {
    let place = Place::new();
    place
        .db
        .write(Act::new("made"), |tx| make_default(tx, "en"))
        .expect("stages");
    place
}

fn fixture(name: &str) -> &'static str {
    match name {
        "hubspot-companies" => include_str!("fixtures/hubspot-companies.csv"),
        "hubspot-deals" => include_str!("fixtures/hubspot-deals.csv"),
        "salesforce-leads" => include_str!("fixtures/salesforce-leads.csv"),
        "salesforce-leads-export" => include_str!("fixtures/salesforce-leads-export.csv"),
        "salesforce-contacts" => include_str!("fixtures/salesforce-contacts.csv"),
        "salesforce-opportunities" => include_str!("fixtures/salesforce-opportunities.csv"),
        "pipedrive-deals" => include_str!("fixtures/pipedrive-deals.csv"),
        "pipedrive-people" => include_str!("fixtures/pipedrive-people.csv"),
        "pipedrive-organizations" => include_str!("fixtures/pipedrive-organizations.csv"),
        "zoho-leads" => include_str!("fixtures/zoho-leads.csv"),
        "tencent-meeting" => include_str!("fixtures/tencent-meeting.csv"),
        "wenjuanxing" => include_str!("fixtures/wenjuanxing.csv"),
        "jinshuju" => include_str!("fixtures/jinshuju.csv"),
        "live" => include_str!("fixtures/live.csv"),
        other => panic!("no fixture {other}"),
    }
}

#[test]
fn every_table_is_known_and_comes_in_once() {
    for (name, noun, rows) in [
        ("hubspot-companies", "organizations", 2),
        ("hubspot-deals", "deals", 3),
        ("salesforce-leads", "people", 2),
        ("salesforce-leads-export", "people", 1),
        ("salesforce-contacts", "people", 1),
        ("salesforce-opportunities", "deals", 2),
        ("pipedrive-deals", "deals", 3),
        ("pipedrive-people", "people", 1),
        ("pipedrive-organizations", "organizations", 1),
        ("zoho-leads", "people", 1),
        ("tencent-meeting", "touchpoints", 3),
        ("wenjuanxing", "touchpoints", 2),
        ("jinshuju", "touchpoints", 1),
        ("live", "touchpoints", 2),
    ] {
        let place = staged();
        let empty = place.content();
        let result = place.import_text(fixture(name));
        let file = &result.files[0];
        assert_eq!(file.told, Some(Told::Recognised), "{name}");
        assert_eq!(file.noun.as_deref(), Some(noun), "{name}");
        assert_eq!(
            (result.counts.created, result.counts.failed),
            (rows, 0),
            "{name}: {file:?}"
        );
        let log = place.log();
        let again = place.import_text(fixture(name));
        assert_eq!(again.counts.unchanged, rows, "{name}: {:?}", again.counts);
        assert_eq!(place.log(), log, "{name}: a second import writes nothing");
        place.db.undo(result.action).expect("taken back");
        assert_eq!(place.content(), empty, "{name}");
        place.sound();
    }
}

fn deal(place: &Place, name: &str) -> Deal {
    let deals: Vec<Deal> = place.live();
    let found = deals.into_iter().find(|deal| deal.name == name);
    found.unwrap_or_else(|| panic!("{name} is not there"))
}

fn stage(place: &Place, deal: &Deal) -> Stage {
    let stages: Vec<Stage> = place.live();
    let found = stages
        .into_iter()
        .find(|stage| Some(stage.id) == deal.stage);
    found.expect("it stands somewhere")
}

#[test]
fn deals_stand_where_their_stage_says_and_unknown_ones_first_and_are_told() {
    let place = staged();
    let result = place.import_text(fixture("pipedrive-deals"));
    let won = deal(&place, "Northwind rollout");
    assert_eq!(stage(&place, &won).kind, StageKind::Won);
    assert_eq!(
        (won.amount_minor, won.currency.as_deref()),
        (Some(1_200_000), Some("EUR"))
    );
    let noon = DateTime::parse_from_rfc3339("2026-03-09T12:00:00+08:00").expect("a moment");
    assert_eq!(won.stage_at, Some(noon.timestamp_millis()));
    let quoted = deal(&place, "Contoso trial");
    assert_eq!(stage(&place, &quoted).name, "Quoted");
    assert_eq!(quoted.close_on.as_deref(), Some("2026-12-24"));
    let unknown = deal(&place, "Fabrikam pilot");
    assert_eq!(stage(&place, &unknown).name, "New lead");
    let noted = note(&result.files[0], "stage_unmatched").expect("noted");
    assert_eq!((&*noted["name"], &*noted["rows"]), ("Daydreaming", "1"));
    let people: Vec<Person> = place.live();
    assert!(
        people
            .iter()
            .any(|person| Some(person.id) == won.person && person.name == "Dana Okafor")
    );
    let members: Vec<Member> = place.live();
    let sam = members
        .iter()
        .find(|member| member.name == "Sam Reed")
        .expect("made");
    assert_eq!((won.holder, sam.active), (Some(sam.id), false));
}

#[test]
fn a_newer_file_moves_a_deal_by_its_number_and_what_was_moved_here_stays() {
    let place = staged();
    place.import_text(fixture("hubspot-deals"));
    let before = deal(&place, "Bluebay hosting");
    let newer = fixture("hubspot-deals")
        .replace("Quoted", "Closed Won")
        .replace("2026-12-01", "2026-11-20");
    let result = place.import_text(newer);
    assert_eq!((result.counts.updated, result.counts.created), (1, 0));
    let after = deal(&place, "Bluebay hosting");
    assert_eq!(after.id, before.id);
    assert_eq!(stage(&place, &after).kind, StageKind::Won);
    let people: Vec<Person> = place.live();
    let ways: Vec<Identifier> = place.live();
    assert_eq!(people.len(), 1);
    assert_eq!(ways[0].value, "dana@example.com");
}

#[test]
fn a_company_is_found_again_by_its_number() {
    let place = staged();
    place.import_text(fixture("hubspot-companies"));
    let text = fixture("hubspot-companies").replace("Bluebay Hosting", "Bluebay Group");
    let result = place.import_text(text);
    assert_eq!(
        (result.counts.created, place.count("organizations")),
        (0, 2)
    );
    let rows: Vec<Organization> = place.live();
    assert_eq!(rows[0].industry.as_deref(), Some("Computer Software"));
}

#[test]
fn who_was_in_a_meeting_is_a_touchpoint_of_its_minutes() {
    let place = staged();
    place.import_text(fixture("tencent-meeting"));
    let touchpoints: Vec<Touchpoint> = place.live();
    let people: Vec<Person> = place.live();
    assert_eq!(people[0].name, "王敏");
    let first = &touchpoints[0];
    assert_eq!(
        (first.channel, first.minutes, first.person),
        (Channel::Video, Some(45), Some(people[0].id))
    );
    assert_eq!(first.summary.as_deref(), Some("新版演示"));
    let at = DateTime::parse_from_rfc3339("2026-11-20T14:02:11+08:00").expect("a moment");
    assert_eq!(first.at, at.timestamp_millis());
}

#[test]
fn a_form_keeps_every_question_with_its_answer() {
    let place = staged();
    place.import_text(fixture("wenjuanxing"));
    let touchpoints: Vec<Touchpoint> = place.live();
    assert_eq!(touchpoints[0].channel, Channel::Form);
    let said = touchpoints[0].summary.as_deref().expect("answers");
    assert!(
        said.contains("1、您最看重什么？: 交期")
            && said.contains("3、还有什么想说的？: 希望有英文界面"),
        "{said}"
    );
    assert!(!said.contains("所用时间"), "{said}");
    let ways: Vec<Identifier> = place.live();
    assert_eq!(
        ways[0].value, "+8613900001111",
        "the number that was asked for"
    );
}

#[test]
fn of_those_who_watched_a_nickname_alone_makes_nobody() {
    let place = staged();
    let result = place.import_text(fixture("live"));
    assert_eq!((place.count("people"), place.count("touchpoints")), (1, 2));
    assert!(note(&result.files[0], "nobody_known").is_some());
    let touchpoints: Vec<Touchpoint> = place.live();
    assert!(touchpoints.iter().all(|one| one.channel == Channel::Live));
}
