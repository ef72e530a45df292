//! Further programs' tables, by the headers in README.md beside the fixtures: each comes in without a
//! question, and a second time changes nothing.

use super::*;
use crate::organizations::{Organization, Position};
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

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/exchange/tests/fixtures");
    std::fs::read_to_string(folder.join(format!("{name}.csv"))).expect("a fixture")
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
        ("google", "people", 2),
        ("google-old", "people", 1),
        ("outlook", "people", 2),
        ("hubspot-contacts", "people", 2),
        ("salesforce-contacts-export", "people", 1),
        ("salesforce-accounts-export", "organizations", 1),
        ("salesforce-opportunities-export", "deals", 1),
        ("salesforce-activities", "touchpoints", 2),
        ("wecom", "people", 1),
        ("wukong", "people", 2),
        ("follow-ups", "touchpoints", 3),
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

fn person(place: &Place, name: &str) -> Person {
    let people: Vec<Person> = place.live();
    let found = people.into_iter().find(|person| person.name == name);
    found.unwrap_or_else(|| panic!("{name} is not there"))
}

/// The firm and title of somebody.
fn position(place: &Place, of: &Person) -> (String, Option<String>) {
    let positions: Vec<Position> = place.live();
    let firms: Vec<Organization> = place.live();
    let found = positions.into_iter().find(|row| row.person == of.id);
    let found = found.expect("a position");
    let firm = firms.into_iter().find(|row| row.id == found.organization);
    (firm.expect("a firm").name, found.title)
}

fn member(place: &Place, name: &str) -> Id {
    let members: Vec<Member> = place.live();
    let found = members.iter().find(|member| member.name == name);
    found.unwrap_or_else(|| panic!("{name} is not there")).id
}

#[test]
fn of_the_ninety_columns_of_outlook_each_finds_its_own() {
    let place = staged();
    place.import_text(fixture("outlook"));
    let carla = person(&place, "Carla Novak");
    assert_eq!(
        position(&place, &carla),
        ("Fabrikam".to_owned(), Some("CFO".to_owned())),
        "Dr. is no position"
    );
    assert_eq!(carla.birthday_md.as_deref(), Some("03-07"));
    assert_eq!(carla.city.as_deref(), Some("Berlin"));
    assert_eq!(
        carla.note.as_deref(),
        Some("met at the fair\nlikes short calls")
    );
    let ways: Vec<Identifier> = place.live();
    let values: Vec<&str> = ways.iter().map(|way| way.value.as_str()).collect();
    assert_eq!(
        values,
        [
            "+4930123456",
            "+491701234567",
            "carla@example.com",
            "+12025550143",
            "ben@example.com"
        ]
    );
    let ben = person(&place, "Ben Santos");
    assert_eq!(ben.birthday_md, None, "0/0/00 is no day");
}

#[test]
fn every_numbered_column_and_every_group_of_tags_counts() {
    let place = staged();
    place.import_text(fixture("google"));
    let ways: Vec<Identifier> = place.live();
    assert!(ways.iter().any(|way| way.value == "fifth@example.com"));
    place.import_text(fixture("wecom"));
    let tags = |of: &Person| {
        place
            .db
            .read(|read| crate::catalog::tags_of(read, of.id))
            .expect("tags")
    };
    let wang = person(&place, "王敏");
    let mut carried = tags(&wang);
    carried.sort();
    assert_eq!(carried, ["华东", "意向客户", "老客户"]);
    assert_eq!(wang.owner, Some(member(&place, "李航")));
}

#[test]
fn the_firm_of_a_contact_gets_the_industry_that_is_told_once() {
    let place = staged();
    place.import_text(fixture("wukong"));
    let firms: Vec<Organization> = place.live();
    assert_eq!(firms[0].industry.as_deref(), Some("物流"));
    let other = fixture("wukong").replace("物流,跟进中", "仓储,跟进中");
    let before = place.count("source_lines");
    place.import_text(&other);
    let firms: Vec<Organization> = place.live();
    assert_eq!(firms[0].industry.as_deref(), Some("物流"));
    assert_eq!(place.count("source_lines"), before);
    let kept: String = place
        .db
        .read(|read| read.value("SELECT line FROM source_lines WHERE line LIKE '%仓储%'", []))
        .expect("it stays with the line");
    assert!(kept.contains("客户行业"), "{kept}");
}

#[test]
fn a_data_export_of_salesforce_finds_its_firms_by_their_numbers() {
    let names = [
        "salesforce-opportunities-export",
        "salesforce-contacts-export",
        "salesforce-accounts-export",
    ];
    let together = staged();
    let files = names.map(|name| together.file(&format!("{name}.csv"), fixture(name)));
    together.import(&files);
    let one_by_one = staged();
    for name in names.into_iter().rev() {
        one_by_one.import_text(fixture(name));
    }
    for place in [together, one_by_one] {
        let priya = person(&place, "Priya Example");
        assert_eq!(
            position(&place, &priya),
            ("Bluebay Hosting".to_owned(), Some("COO".to_owned()))
        );
        assert_eq!(priya.birthday_md.as_deref(), Some("03-07"));
        let firms: Vec<Organization> = place.live();
        let won = deal(&place, "Bluebay renewal");
        assert_eq!(won.organization, Some(firms[0].id));
        assert_eq!(stage(&place, &won).kind, StageKind::Won);
        assert_eq!(firms.len(), 1);
    }
}

#[test]
fn a_list_of_notes_and_calls_keeps_each_author_and_each_time() {
    let place = staged();
    place.import_text(fixture("follow-ups"));
    let touchpoints: Vec<Touchpoint> = place.live();
    let told: Vec<_> = touchpoints
        .iter()
        .map(|one| (one.channel, one.member, one.at_day, one.summary.as_deref()))
        .collect();
    let [zhou, li] = ["周航", "李航"].map(|name| Some(member(&place, name)));
    assert_eq!(
        told,
        [
            (Channel::Call, zhou, false, Some("想先看报价")),
            (Channel::Visit, li, true, Some("看了产线，月底给答复")),
            (Channel::Wechat, zhou, false, Some("前台转了一圈")),
        ]
    );
    let members: Vec<Member> = place.live();
    assert!(members.iter().all(|member| !member.active));
    let chen = person(&place, "陈静");
    assert_eq!(touchpoints[0].person, Some(chen.id));
    assert_eq!(position(&place, &chen).0, "上海立航物流");
    assert_eq!(touchpoints[2].person, None);
    assert!(touchpoints[2].organization.is_some());
    let at = DateTime::parse_from_rfc3339("2026-03-05T14:30:00+08:00").expect("a moment");
    assert_eq!(touchpoints[0].at, at.timestamp_millis());

    place.import_text(fixture("salesforce-activities"));
    let said: Vec<Touchpoint> = place.live();
    assert_eq!(
        said[3].summary.as_deref(),
        Some("Call\nAsked for the terms")
    );
    assert_eq!(said[3].channel, Channel::Call);
}

#[test]
fn a_moment_with_its_distance_from_greenwich_is_taken_by_it() {
    let place = staged();
    place.import_text("联系人,跟进时间,跟进内容\n陈静,2026-03-05T06:30:00.000Z,想先看报价\n");
    let touchpoints: Vec<Touchpoint> = place.live();
    let at = DateTime::parse_from_rfc3339("2026-03-05T14:30:00+08:00").expect("a moment");
    assert_eq!(touchpoints[0].at, at.timestamp_millis());
}
