//! Small tables, written in the test.

use super::*;
use crate::catalog::Product;
use crate::organizations::{self, Organization, OrganizationInput};
use crate::pipeline::{self, Deal, Holding, SourceLine, StageMove};
use crate::team::Member;

const DEALS: &str =
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";

fn deals(lines: &str) -> String {
    format!("{DEALS}{lines}")
}

#[test]
fn accounts_become_organizations_and_a_parent_may_come_later() {
    let place = Place::new();
    let result = place.import_text(
        "account,sector,year_established,revenue,employees,office_location,subsidiary_of\n\
         Acme,technolgy,1996,1100.04,\"2,822\",United States,Zed\n\
         Zed,medical,2001,1,10,Kenya,\n\
         Lone,,,,,,Nowhere\n",
    );
    assert_eq!((result.counts.created, result.counts.failed), (3, 0));
    let rows: Vec<Organization> = place.live();
    let acme = &rows[0];
    assert_eq!(acme.industry.as_deref(), Some("technolgy"));
    assert_eq!(acme.region.as_deref(), Some("United States"));
    assert_eq!((acme.founded, acme.employees), (Some(1996), Some(2822)));
    assert_eq!(acme.parent, Some(rows[1].id));
    assert_eq!(rows[2].parent, None);
    let file = &result.files[0];
    assert_eq!(file.noun.as_deref(), Some("organizations"));
    assert_eq!(
        note(file, "parent_unknown").expect("noted")["name"],
        "Nowhere"
    );
    assert_eq!(
        note(file, "kept_columns").expect("noted")["columns"],
        "revenue"
    );
    let lines: Vec<SourceLine> = place.live();
    assert_eq!(lines[0].line, r#"{"revenue":"1100.04"}"#);
    assert_eq!(lines[0].target, acme.id);
    assert!(
        lines
            .iter()
            .any(|line| line.line == r#"{"subsidiary_of":"Nowhere"}"#)
    );
}

#[test]
fn managers_become_members_once() {
    let place = Place::new();
    let result = place.import_text(
        "sales_agent,manager,regional_office\nAnn,Max,East\nBob,Max,East\nMax,Eva,West\n",
    );
    assert_eq!((result.counts.rows, result.counts.created), (3, 3));
    assert_eq!(result.counts.also, also(&[("members", 1)]));
    assert_eq!(
        note(&result.files[0], "managers_made").expect("noted")["rows"],
        "1"
    );
    let members: Vec<Member> = place.live();
    let id = |name: &str| members.iter().find(|m| m.name == name).expect("there").id;
    let manager = |name: &str| {
        members
            .iter()
            .find(|m| m.name == name)
            .expect("there")
            .manager
    };
    assert_eq!(members.len(), 4);
    assert_eq!(manager("Ann"), Some(id("Max")));
    assert_eq!(manager("Max"), Some(id("Eva")));
    assert!(members.iter().all(|member| member.active));
}

#[test]
fn the_four_tables_find_each_other_in_any_order() {
    let place = Place::new();
    let files = [
        place.file("d.csv", deals("X1,Ann,GTXPro,acme,Won,2016-10-20,2017-03-01,1054.50\nX2,Bob,Other,New Co,Prospecting,,,\n")),
        place.file("a.csv", "account,sector\nACME,x\n"),
        place.file("p.csv", "product,series,sales_price\nGTX Pro,GTX,4821\n"),
        place.file("t.csv", "sales_agent,manager,regional_office\nAnn,Max,East\n"),
    ];
    let preview = preview(&place.db, &choices(&files)).expect("a preview");
    let result = place.import(&files);
    for (before, after) in preview.files.iter().zip(&result.files) {
        assert_eq!(
            (&before.counts, &before.notes),
            (&after.counts, &after.notes)
        );
    }
    let file = &result.files[0];
    assert_eq!(
        file.counts.also,
        also(&[
            ("holdings", 2),
            ("members", 1),
            ("organizations", 1),
            ("pipelines", 1),
            ("stage_moves", 3),
            ("stages", 4)
        ])
    );
    let matched = note(file, "product_matched").expect("noted");
    assert_eq!(
        (&*matched["from"], &*matched["to"], &*matched["rows"]),
        ("GTXPro", "GTX Pro", "1")
    );
    assert_eq!(
        note(file, "product_unknown").expect("noted")["name"],
        "Other"
    );
    assert_eq!(
        note(file, "currency_assumed").expect("noted")["currency"],
        "USD"
    );
    let members: Vec<Member> = place.live();
    let bob = members
        .iter()
        .find(|member| member.name == "Bob")
        .expect("made");
    assert!(!bob.active, "nobody said that Bob still works here");
    let products: Vec<Product> = place.live();
    assert_eq!(
        (products.len(), products[0].price_minor),
        (1, Some(482_100))
    );
    let rows: Vec<Deal> = place.live();
    let won = &rows[0];
    assert_eq!(won.name, "GTX Pro · acme");
    assert_eq!(
        (won.amount_minor, won.currency.as_deref()),
        (Some(105_450), Some("USD"))
    );
    assert_eq!(won.product, Some(products[0].id));
    assert_eq!(
        won.holder,
        members.iter().find(|m| m.name == "Ann").map(|m| m.id)
    );
    assert_eq!(won.held_at, Some(place.db.clock().now_ms()));
    assert!(won.imported && won.stage_day);
    let noon = DateTime::parse_from_rfc3339("2017-03-01T12:00:00+08:00").expect("a moment");
    assert_eq!(won.stage_at, Some(noon.timestamp_millis()));
    assert_eq!(
        (rows[1].amount_minor, rows[1].product, rows[1].stage_at),
        (None, None, None)
    );
    assert!(rows[1].stage.is_some());
    let shown = place
        .db
        .read(|read| crate::records::deal(read, rows[1].id))
        .expect("a record");
    let line: Vec<_> = shown
        .source_line
        .iter()
        .map(|f| (&*f.name, &*f.value))
        .collect();
    assert_eq!(line, [("opportunity_id", "X2"), ("product", "Other")]);
    place.sound();
}

#[test]
fn a_second_import_changes_only_what_the_file_says_differently() {
    let place = Place::new();
    let first =
        deals("X1,Ann,P,Acme,Engaging,2016-10-20,,\nX2,Ann,P,Acme,Engaging,2016-10-20,,500\n");
    place.import_text(&first);
    let log = place.log();
    let again = place.import_text(&first);
    assert_eq!((again.action, again.counts.unchanged), (None, 2));
    assert_eq!(again.counts.also, also(&[]));
    assert_eq!(place.log(), log);

    let mut edited: Deal = place.live::<Deal>().remove(0);
    edited.note = Some("by hand".to_owned());
    edited.name = "Big one".to_owned();
    place
        .db
        .write(Act::new("edited"), |tx| tx.put(&edited))
        .expect("edited");
    let moved = place.import_text(deals(
        "X1,Bob,P,Acme,Lost,2016-10-21,2017-01-02,0\nX2,Ann,P,Acme,Engaging,2016-10-20,,500\n",
    ));
    assert_eq!((moved.counts.updated, moved.counts.unchanged), (1, 1));
    let rows: Vec<Deal> = place.live();
    assert_eq!(
        (&*rows[0].name, rows[0].note.as_deref()),
        ("Big one", Some("by hand"))
    );
    let bob = place
        .live::<Member>()
        .into_iter()
        .find(|m| m.name == "Bob")
        .expect("made");
    assert_eq!(rows[0].holder, Some(bob.id));
    assert_eq!(
        rows[0].amount_minor, None,
        "what a lost deal was worth is unknown"
    );
    assert_eq!(place.live::<StageMove>().len(), 3);

    // A file that takes its word back takes the move back too.
    let back = place.import_text(&first);
    assert_eq!((back.counts.updated, back.counts.unchanged), (1, 1));
    assert_eq!(place.live::<StageMove>().len(), 2);
    assert_ne!(
        place.live::<Deal>()[0].holder,
        Some(bob.id),
        "Ann took it over again"
    );
    assert_eq!(place.import_text(&first).action, None);
    place.sound();
}

#[test]
fn what_was_moved_and_handed_over_here_stays_here() {
    let place = Place::new();
    let text = deals("X1,Ann,P,Acme,Engaging,2016-10-20,,\n");
    place.import_text(&text);
    let deal = place.live::<Deal>()[0].id;
    pipeline::move_to(&place.db, deal, "Won", None).expect("moved");
    place
        .db
        .write(Act::new("handed"), |tx| {
            pipeline::hold(tx, deal, None, None)
        })
        .expect("pooled");
    let before = place.content();
    let again = place.import_text(&text);
    assert_eq!(again.counts.unchanged, 1);
    assert_eq!(place.content(), before);
}

#[test]
fn what_was_made_by_hand_is_used_and_not_doubled() {
    let place = Place::new();
    let input = OrganizationInput {
        id: None,
        name: "acme  CORP.".to_owned(),
        industry: Some("steel".to_owned()),
        region: Some("North".to_owned()),
    };
    let made = organizations::save(&place.db, input).expect("saved");
    let result = place.import_text("account,sector\nAcme Corp,technolgy\n");
    assert_eq!((result.counts.updated, result.counts.created), (1, 0));
    let rows: Vec<Organization> = place.live();
    assert_eq!(
        (rows.len(), rows[0].id, &*rows[0].name),
        (1, made.id, "acme  CORP.")
    );
    assert_eq!(rows[0].industry.as_deref(), Some("technolgy"));
    assert_eq!(
        rows[0].region.as_deref(),
        Some("North"),
        "the file says nothing of a region"
    );
}

#[test]
fn a_renamed_organization_is_still_the_one_of_the_file() {
    let place = Place::new();
    place.import_text("account,sector\nAcme,x\n");
    let mut row: Organization = place.live::<Organization>().remove(0);
    row.name = "Acme Holding".to_owned();
    place
        .db
        .write(Act::new("renamed"), |tx| tx.put(&row))
        .expect("renamed");
    let again = place.import_text("account,sector\nAcme,x\n");
    assert_eq!(again.counts.unchanged, 1);
    assert_eq!(place.live::<Organization>()[0].name, "Acme Holding");
}

#[test]
fn undo_takes_all_files_back_and_a_further_import_brings_them_again() {
    let place = Place::new();
    let empty = place.content();
    let files = [
        place.file("a.csv", "account,sector,revenue\nAcme,x,5\n"),
        place.file(
            "d.csv",
            deals("X1,Ann,P,Acme,Won,2016-10-20,2017-03-01,5\n"),
        ),
    ];
    let result = place.import(&files);
    let full = place.content();
    place.db.undo(result.action).expect("undone");
    assert_eq!(place.content(), empty);
    place.sound();
    let again = place.import(&files);
    assert_eq!(again.counts.created, 2);
    assert_eq!(place.content(), full);
    place.sound();
    place.db.undo(again.action).expect("undone");
    assert_eq!(place.content(), empty);
}

#[test]
fn the_same_file_twice_in_one_call_is_imported_once() {
    let place = Place::new();
    let text = deals("X1,Ann,P,Acme,Won,2016-10-20,2017-03-01,5\n");
    let files = [place.file("one.csv", &text), place.file("two.csv", &text)];
    let result = place.import(&files);
    assert_eq!(
        (
            result.files[0].counts.created,
            result.files[1].counts.unchanged
        ),
        (1, 1)
    );
    assert_eq!(result.files[1].counts.also, also(&[]));
    assert_eq!((place.count("deals"), place.count("holdings")), (1, 1));
}

#[test]
fn a_preview_writes_nothing() {
    let place = Place::new();
    let (before, log) = (place.content(), place.log());
    let file = place.file(
        "d.csv",
        deals("X1,Ann,P,Acme,Won,2016-10-20,2017-03-01,5\nX2,,,,Nope,,,\n"),
    );
    let preview = preview(&place.db, &choices(&[file])).expect("a preview");
    let counts = &preview.files[0].counts;
    assert_eq!((counts.rows, counts.created, counts.failed), (2, 1, 1));
    assert_eq!(preview.files[0].sample[0].cells[0], "X1");
    assert_eq!((place.content(), place.log()), (before, log));
    assert!(!place.db.dir().join("imports").exists());
}

#[test]
fn days_of_both_formats_are_the_same_days() {
    let read = |engaged: &str, closed: &str| {
        let place = Place::new();
        place.import_text(deals(&format!(
            "X1,Ann,P,Acme,Won,{engaged},{closed},5\nX2,,,,Prospecting,{engaged},,\n"
        )));
        place.content()
    };
    let iso = read("2016-10-20", "2017-03-01");
    assert_eq!(read("10/20/2016", "3/1/2017"), iso);
    assert_eq!(read("20.10.2016", "1.3.2017"), iso);
    assert_eq!(read("2016年10月20日", "2017/3/1"), iso);
}

#[test]
fn an_open_question_of_day_and_month_is_answered_month_first_and_told() {
    let place = Place::new();
    let result = place.import_text(deals("X1,Ann,P,Acme,Engaging,3/4/2017,,\n"));
    assert_eq!(
        note(&result.files[0], "date_format").expect("noted")["format"],
        "MM/DD/YYYY"
    );
    let moves: Vec<StageMove> = place.live();
    let day = Zone(Shanghai).day(moves[0].at.expect("a time"));
    assert_eq!(day.to_string(), "2017-03-04");
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let place = Place::new();
    let before = place.content();
    let lines: String = (0..2500)
        .map(|n| format!("X{n},Ann,P,Acme,Engaging,2016-10-20,,\n"))
        .collect();
    let file = place.file("d.csv", deals(&format!("{lines}bad,,,,Nope,,,\n")));
    let done = std::cell::Cell::new(0);
    let mut seen = Vec::new();
    let result = import(
        &place.db,
        &choices(&[file]),
        &mut |progress| {
            done.set(progress.done);
            seen.push((progress.done, progress.total));
        },
        &|| done.get() >= 2000,
    )
    .expect("stopped");
    assert!(result.cancelled);
    assert_eq!(
        (result.action, &result.counts),
        (None, &ImportCounts::default())
    );
    assert_eq!(seen, [(0, 2501), (1000, 2501), (2000, 2501)]);
    assert_eq!(place.content(), before);
    assert_eq!(place.count("deals"), 0);
    assert_eq!(result.failures_file, None);
    place.sound();
}

#[test]
fn an_import_waits_for_nobody_and_keeps_what_others_write_meanwhile() {
    let place = Place::new();
    place.import_text("account,sector\nAcme,x\n");
    let acme = place.live::<Organization>()[0].id;
    let file = place.file("a.csv", "account,sector\nAcme,y\n");
    let other = place.db.clone();
    let result = import(
        &place.db,
        &choices(&[file]),
        &mut |progress| {
            if progress.done == 0 {
                let noted = other.write(Act::new("noted"), |tx| {
                    let mut row: Organization = tx.get(acme)?;
                    row.note = Some("said on the phone".to_owned());
                    tx.put(&row)
                });
                noted.expect("noted");
            }
        },
        &|| false,
    );
    assert_eq!(result.expect("imported").counts.updated, 1);
    let row = &place.live::<Organization>()[0];
    assert_eq!(
        (row.industry.as_deref(), row.note.as_deref()),
        (Some("y"), Some("said on the phone"))
    );
}

#[test]
fn a_member_only_named_by_a_deal_joins_when_the_team_lists_them() {
    let place = Place::new();
    place.import_text(deals("X1,Ann,,,Engaging,,,\n"));
    assert!(!place.live::<Member>()[0].active);
    place.import_text("sales_agent,manager,regional_office\nann,Max,East\n");
    let mut ann: Member = place.live::<Member>().remove(0);
    assert!(ann.active);
    ann.active = false;
    place
        .db
        .write(Act::new("left"), |tx| tx.put(&ann))
        .expect("left");
    let again = place.import_text("sales_agent,manager,regional_office\nann,Max,East\n");
    assert_eq!(again.counts.unchanged, 1, "who left stays away");
}

#[test]
fn two_workspaces_agree_on_every_id() {
    let ids = |seed: u64| {
        let place = Place::seeded(seed);
        place.import(&[
            place.file(
                "d.csv",
                deals("X1,Ann,P,Acme,Won,2016-10-20,2017-03-01,5\n"),
            ),
            place.file(
                "t.csv",
                "sales_agent,manager,regional_office\nAnn,Max,East\n",
            ),
            place.file("p.csv", "product,series,sales_price\nP,Q,1\n"),
            place.file("a.csv", "account,sector,revenue\nAcme,x,1\n"),
        ]);
        let mut ids: Vec<Id> = Vec::new();
        ids.extend(place.live::<Deal>().iter().map(|row| row.id));
        ids.extend(place.live::<Member>().iter().map(|row| row.id));
        ids.extend(place.live::<Product>().iter().map(|row| row.id));
        ids.extend(place.live::<Organization>().iter().map(|row| row.id));
        ids.extend(place.live::<StageMove>().iter().map(|row| row.id));
        ids.extend(place.live::<Holding>().iter().map(|row| row.id));
        ids.extend(place.live::<SourceLine>().iter().map(|row| row.id));
        ids.extend(place.live::<pipeline::Pipeline>().iter().map(|row| row.id));
        ids.extend(place.live::<pipeline::Stage>().iter().map(|row| row.id));
        (place.db.workspace(), ids)
    };
    let (one, two) = (ids(1), ids(2));
    assert_ne!(one.0, two.0);
    assert_eq!(one.1, two.1);
    assert_eq!(one.1.len(), 1 + 2 + 1 + 1 + 2 + 1 + 2 + 1 + 4);
}
