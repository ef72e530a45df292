//! Fields of the team's own: what fits each kind, how they change, what a list finds by them.

mod merged;

use proptest::prelude::*;

use super::*;
use crate::kernel::list::PageInput;
use crate::kernel::settings::Lang;
use crate::kernel::{Act, Code, Db};
use crate::lists::change::{Change, Which, change};
use crate::lists::{choices as offered_values, people};
use crate::testing::{sample, workspace};
use crate::{bin, organizations, records};

fn field(kind: FieldKind, choices: &[&str]) -> Field {
    let mut field = Field {
        n: 0,
        id: Id::derived(&[b"field"]),
        deleted_at: None,
        noun: ListKind::People,
        name: "Level".to_owned(),
        kind,
        choices: Choices::default(),
        place: 1,
        retired_at: None,
    };
    for choice in choices {
        let choice = read::new_choice(field.id, &field.choices, choice);
        field.choices.0.push(choice);
    }
    field
}

fn read_as(kind: FieldKind, typed: &str) -> std::result::Result<Option<String>, Code> {
    read::read(&field(kind, &[]), typed)
        .map(|held| held.map(|held| held.plain()))
        .map_err(|error| error.code)
}

fn input(name: &str, kind: FieldKind, choices: &[&str]) -> FieldInput {
    FieldInput {
        id: None,
        noun: ListKind::People,
        name: name.to_owned(),
        kind,
        choices: choices
            .iter()
            .map(|name| ChoiceInput {
                id: None,
                name: (*name).to_owned(),
            })
            .collect(),
    }
}

fn made(db: &Db, name: &str, kind: FieldKind, choices: &[&str]) -> Field {
    let id = save(db, input(name, kind, choices)).expect("made").value;
    db.read(|read| read.get(id)).expect("it")
}

fn somebody(db: &Db) -> Vec<Id> {
    let page = PageInput::first("name", false, 500);
    let rows = db.read(|read| people::list(read, &page)).expect("people");
    rows.rows.into_iter().map(|row| row.id).collect()
}

fn fill(db: &Db, row: Id, field: &Field, typed: &str) {
    let what = Change::Set {
        field: field.id.to_string(),
        value: Some(typed.to_owned()),
    };
    change(db, ListKind::People, Which::Rows(vec![row]), &what).expect("filled");
}

fn shown(db: &Db, row: Id) -> Vec<(String, String)> {
    let held = db.read(|read| held(read, row)).expect("held");
    held.into_iter().map(|one| (one.name, one.shown)).collect()
}

fn found(db: &Db, filters: &[&str]) -> Vec<Id> {
    let page = PageInput {
        filters: filters.iter().map(|one| (*one).to_owned()).collect(),
        ..PageInput::first("name", false, 500)
    };
    let listed = db.read(|read| people::list(read, &page)).expect("a page");
    assert_eq!(listed.total, listed.rows.len() as i64, "{filters:?}");
    listed.rows.into_iter().map(|row| row.id).collect()
}

fn code<T>(refused: Result<T>) -> Option<Code> {
    refused.err().map(|error| error.code)
}

#[test]
fn each_kind_takes_what_it_can_keep_and_refuses_the_rest() {
    use FieldKind::{Date, Link, Number, Text, YesNo};
    for (kind, typed, kept) in [
        (Text, "  重点 ", "重点"),
        (Number, "1,054.50", "1054.5"),
        (Number, "¥ 86,000", "86000"),
        (Number, "-0.0", "0"),
        (Number, "9007199254740993", "9007199254740993"),
        (Date, "2026年11月2日", "2026-11-02"),
        (Date, "11/20/2026", "2026-11-20"),
        (Date, "20/11/2026", "2026-11-20"),
        (Date, "5/5/2026", "2026-05-05"),
        (YesNo, "是", "1"),
        (YesNo, "No", "0"),
        (
            Link,
            "https://Example.com/a?b=c",
            "https://Example.com/a?b=c",
        ),
        (Link, "example.cn/路径", "https://example.cn/路径"),
        (Link, "example.cn:8080", "https://example.cn:8080"),
        (Link, "li@example.cn", "mailto:li@example.cn"),
        (Link, "MAILTO:li@example.cn", "mailto:li@example.cn"),
    ] {
        let got = read_as(kind, typed);
        assert_eq!(got, Ok(Some(kept.to_owned())), "{kind} {typed}");
        assert_eq!(read_as(kind, kept), got, "{kind} {kept} twice");
    }
    for (kind, typed, refused) in [
        (Number, "about 5", Code::NumberUnfit),
        (Number, "1.234,50", Code::NumberUnfit),
        (Number, "0.12345678901234567", Code::NumberUnfit),
        (Number, "99999999999999999999", Code::NumberUnfit),
        (Date, "3/4/2026", Code::DayUnfit),
        (Date, "soon", Code::DayUnfit),
        (YesNo, "maybe", Code::YesNoUnfit),
        (Link, "javascript:alert(1)", Code::LinkUnfit),
        (Link, "file:///etc/passwd", Code::LinkUnfit),
        (Link, "java\tscript:alert.x", Code::LinkUnfit),
        (Link, "https://", Code::LinkUnfit),
        (Link, "data:text/html,a.b", Code::LinkUnfit),
        (Link, "just words", Code::LinkUnfit),
    ] {
        assert_eq!(read_as(kind, typed), Err(refused), "{kind} {typed}");
    }
    assert_eq!(read_as(Number, "  "), Ok(None));
}

#[test]
fn choices_are_taken_by_name_or_id_and_several_stand_in_one_form() {
    let several = field(FieldKind::Choices, &["VIP", "老客户", "A, B"]);
    let plain = |typed: &str| {
        let held = read::read(&several, typed).expect(typed).expect(typed);
        held.plain()
    };
    assert_eq!(plain("老客戶、vip"), plain("VIP, 老客户"));
    assert_eq!(plain("A, B"), several.choices.0[2].id);
    assert_eq!(words(&several, &plain("a, b"), Lang::En), "A, B");
    assert!(read::read(&several, "VIP, nobody").is_err());
    let one = field(FieldKind::Choice, &["VIP"]);
    assert_eq!(code(read::read(&one, "x")), Some(Code::ChoiceUnknown));
}

#[test]
fn what_a_record_holds_has_its_history_its_undo_and_its_way_back() {
    let (_root, db) = sample("en");
    let level = made(&db, "Level", FieldKind::Choice, &["gold", "silver"]);
    let row = somebody(&db)[0];
    let digest = db.digest().expect("a digest").content;
    fill(&db, row, &level, "gold");
    fill(&db, row, &level, "silver");
    assert_eq!(shown(&db, row), [("Level".to_owned(), "silver".to_owned())]);
    let lines = db.read(|read| records::history(read, row)).expect("lines");
    let of_field: Vec<_> = lines
        .iter()
        .filter(|line| line.part.as_ref().is_some_and(|part| part.name == "Level"))
        .collect();
    assert_eq!(of_field.len(), 2);
    assert_eq!(of_field[0].old.as_deref(), Some("gold"));
    assert_eq!(of_field[0].new.as_deref(), Some("silver"));
    assert!(of_field[0].restorable);
    let (held, line) = (of_field[0].row.expect("a row"), of_field[0].line.clone());
    records::restore(&db, held, &line, "value").expect("restored");
    assert_eq!(shown(&db, row)[0].1, "gold");
    for _ in 0..3 {
        db.undo(None).expect("undone");
    }
    assert_eq!(db.digest().expect("a digest").content, digest);
    fill(&db, row, &level, "");
    assert_eq!(
        db.digest().expect("a digest").content,
        digest,
        "empty stays empty"
    );
    fill(&db, row, &level, "gold");
    bin::delete(&db, row).expect("deleted");
    assert!(found(&db, &["Level=gold"]).is_empty());
    db.undo(None).expect("undone");
    assert_eq!(found(&db, &["Level=gold"]), [row]);
    assert_eq!(
        db.check().expect("checked").stale_projections,
        Vec::<&str>::new()
    );
}

#[test]
fn a_field_is_filled_on_rows_of_its_noun_only() {
    let (_root, db) = sample("en");
    let level = made(&db, "Level", FieldKind::Text, &[]);
    let firm = db.write(Act::new("made"), |tx| {
        organizations::find_or_make(tx, "Acme")
    });
    let firm = firm.expect("a firm").value;
    let refused = db.write(Act::new("set"), |tx| set(tx, firm, level.id, Some("x")));
    assert_eq!(code(refused), Some(Code::RowAbsent));
}

#[test]
fn a_renamed_choice_keeps_its_rows_and_one_in_use_is_put_away_instead_of_lost() {
    let (_root, db) = sample("en");
    let level = made(&db, "Level", FieldKind::Choice, &["gold", "silver", "tin"]);
    let row = somebody(&db)[0];
    fill(&db, row, &level, "silver");
    let [gold, silver, _] = &level.choices.0[..] else {
        panic!("three choices")
    };
    let mut changed = input("Level", FieldKind::Choice, &["new"]);
    changed.id = Some(level.id);
    changed.choices.push(ChoiceInput {
        id: Some(gold.id.clone()),
        name: "first".to_owned(),
    });
    save(&db, changed).expect("saved");
    let now: Field = db.read(|read| read.get(level.id)).expect("it");
    let told: Vec<_> = now
        .choices
        .0
        .iter()
        .map(|one| (one.name.as_str(), one.away))
        .collect();
    assert_eq!(told, [("new", false), ("first", false), ("silver", true)]);
    assert_eq!(now.choices.of(&silver.id).map(|one| one.away), Some(true));
    assert_eq!(shown(&db, row)[0].1, "silver");
    assert_eq!(found(&db, &["Level=silver"]), [row]);
}

#[test]
fn another_kind_is_taken_only_if_every_value_fits() {
    let (_root, db) = sample("en");
    let size = made(&db, "Size", FieldKind::Text, &[]);
    let rows = somebody(&db);
    for (row, typed) in rows.iter().zip(["12", "1,000", "a lot"]) {
        fill(&db, *row, &size, typed);
    }
    let to = |kind| FieldInput {
        id: Some(size.id),
        ..input("Size", kind, &[])
    };
    let refused = save(&db, to(FieldKind::Number)).expect_err("refused");
    assert_eq!(refused.code, Code::KindUnfit);
    assert_eq!(refused.params["count"], "1");
    let before = db.digest().expect("a digest").content;
    let changed = save(&db, to(FieldKind::Choice)).expect("choices of what there is");
    assert_eq!(shown(&db, rows[1])[0].1, "1,000");
    db.undo(changed.action).expect("undone");
    assert_eq!(db.digest().expect("a digest").content, before);
    fill(&db, rows[2], &size, "7");
    save(&db, to(FieldKind::Number)).expect("all are numbers");
    assert_eq!(found(&db, &["Size=10..2000"]).len(), 2);
    assert_eq!(found(&db, &["Size=..7"]), [rows[2]]);
}

#[test]
fn one_put_away_keeps_its_values_and_its_name_is_free() {
    let (_root, db) = sample("en");
    let level = made(&db, "Level", FieldKind::Text, &[]);
    let row = somebody(&db)[0];
    fill(&db, row, &level, "x");
    assert_eq!(
        code(save(&db, input("LEVEL", FieldKind::Text, &[]))),
        Some(Code::NameTaken)
    );
    retire(&db, level.id, true).expect("away");
    let now = db
        .read(|read| super::offered(read, ListKind::People))
        .expect("fields");
    assert!(now.is_empty());
    assert_eq!(shown(&db, row).len(), 1);
    made(&db, "Level", FieldKind::Text, &[]);
    assert_eq!(code(retire(&db, level.id, false)), Some(Code::NameTaken));
}

#[test]
fn fields_stand_in_the_order_they_were_put_in() {
    let (_root, db) = workspace();
    let ids = ["a", "b", "c"].map(|name| made(&db, name, FieldKind::Text, &[]).id);
    order(&db, &[ids[2], ids[0], ids[1]]).expect("ordered");
    let names = db
        .read(|read| list(read, ListKind::People))
        .expect("fields");
    let names: Vec<_> = names.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["c", "a", "b"]);
}

#[test]
fn a_filter_offers_choices_with_how_many_hold_each() {
    let (_root, db) = sample("en");
    let level = made(&db, "Level", FieldKind::Choices, &["gold", "silver", "tin"]);
    let rows = somebody(&db);
    fill(&db, rows[0], &level, "gold, silver");
    fill(&db, rows[1], &level, "silver");
    let field = level.id.to_string();
    let offered = db.read(|read| offered_values(read, ListKind::People, &field));
    let told: Vec<_> = offered
        .expect("choices")
        .into_iter()
        .map(|one| (one.label.unwrap_or_default(), one.count))
        .collect();
    let told: Vec<_> = told
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .collect();
    assert_eq!(told, [("gold", 1), ("silver", 2), ("tin", 0)]);
    assert_eq!(found(&db, &["Level=silver"]).len(), 2);
    assert_eq!(found(&db, &["Level=gold", "Level="]).len(), rows.len() - 1);
    let gone = format!("{}=x", Id::derived(&[b"never"]));
    assert!(found(&db, &[&gone]).is_empty(), "a kept view may name it");
}

#[test]
fn a_list_is_sorted_by_a_field_and_walked_to_its_end() {
    let (_root, db) = sample("en");
    let size = made(&db, "Size", FieldKind::Number, &[]);
    let rows = somebody(&db);
    for (at, row) in rows.iter().enumerate().take(rows.len() / 2) {
        fill(&db, *row, &size, &((at * 7) % 5).to_string());
    }
    for desc in [false, true] {
        let mut page = PageInput::first(&size.id.to_string(), desc, 3);
        let mut walked = Vec::new();
        loop {
            let some = db.read(|read| people::list(read, &page)).expect("a page");
            assert_eq!(some.total, rows.len() as i64);
            walked.extend(
                some.rows
                    .into_iter()
                    .map(|row| (row.id, row.fields.get(&page.sort).cloned())),
            );
            page.after = some.next;
            if page.after.is_none() {
                break;
            }
        }
        let mut ids: Vec<Id> = walked.iter().map(|(id, _)| *id).collect();
        let held: Vec<i64> = walked
            .iter()
            .filter_map(|(_, held)| held.as_ref()?.parse().ok())
            .collect();
        assert_eq!(held.len(), rows.len() / 2);
        assert!(walked[held.len()..].iter().all(|(_, held)| held.is_none()));
        assert!(if desc {
            held.iter().rev().is_sorted()
        } else {
            held.is_sorted()
        });
        page = PageInput {
            from: 4,
            ..PageInput::first(&page.sort, desc, 3)
        };
        let there = db.read(|read| people::list(read, &page)).expect("a page");
        assert_eq!(
            there.rows.iter().map(|row| row.id).collect::<Vec<_>>(),
            ids[4..7]
        );
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), rows.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_filter_finds_what_a_look_at_every_row_finds(
        texts in prop::collection::vec(prop::option::of("[ab%_'\\\\张]{0,3}"), 12),
        numbers in prop::collection::vec(prop::option::of(-3i64..4), 12),
        part in "[ab%_'\\\\张]{1,2}",
        (low, high) in (-3i64..4, -3i64..4),
    ) {
        let (_root, db) = sample("en");
        let said = made(&db, "Said", FieldKind::Text, &[]);
        let count = made(&db, "Count", FieldKind::Number, &[]);
        let rows = somebody(&db);
        db.write(Act::new("filled"), |tx| {
            for (at, row) in rows.iter().enumerate().take(12) {
                put(tx, *row, &said, texts[at].as_deref().unwrap_or_default())?;
                put(tx, *row, &count, &numbers[at].map_or(String::new(), |number| number.to_string()))?;
            }
            Ok(())
        }).expect("filled");
        let scan = |fits: &dyn Fn(usize) -> bool| {
            let mut ids: Vec<Id> = rows.iter().enumerate().filter(|(at, _)| fits(*at)).map(|(_, id)| *id).collect();
            ids.sort();
            ids
        };
        let filtered = |filters: &[&str]| {
            let mut ids = found(&db, filters);
            ids.sort();
            ids
        };
        let has = |at: usize| texts.get(at).cloned().flatten().is_some_and(|text| text.contains(&part));
        let lies = |at: usize| numbers.get(at).copied().flatten().is_some_and(|number| (low..=high).contains(&number));
        let (by_text, by_number) = (format!("Said={part}"), format!("Count={low}..{high}"));
        prop_assert_eq!(filtered(&[&by_text]), scan(&has));
        prop_assert_eq!(filtered(&[&by_number]), scan(&lies));
        prop_assert_eq!(filtered(&[&by_text, &by_number]), scan(&|at| has(at) && lies(at)));
        prop_assert_eq!(filtered(&["Count="]), scan(&|at| numbers.get(at).copied().flatten().is_none()));
    }
}
