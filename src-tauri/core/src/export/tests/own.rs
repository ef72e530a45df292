//! The team's own fields go out with every list and are known again by their names.

use super::*;
use crate::fields::{self, FieldKind};

/// A field of every kind; one is called as a column of ours is.
const FIELDS: &[(&str, FieldKind, &str)] = &[
    ("客户分层", FieldKind::Choice, "战略"),
    ("关心什么", FieldKind::Choices, "价格, 交期"),
    ("爱好", FieldKind::Text, "=登山、\"茶\""),
    ("门店数", FieldKind::Number, "1054.5"),
    ("签约日", FieldKind::Date, "2026-11-02"),
    ("付过款", FieldKind::YesNo, "否"),
    ("主页", FieldKind::Link, "https://example.cn/a?b=c"),
    ("等级", FieldKind::Choice, "金"),
];

fn with_fields() -> Place {
    let place = Place::new();
    let made = place.db.write(Act::new("fields_made"), |tx| {
        for (name, kind, held) in FIELDS {
            let choices = match kind {
                FieldKind::Choice | FieldKind::Choices => {
                    held.split(", ").map(str::to_owned).collect()
                }
                _ => Vec::new(),
            };
            fields::make(tx, ListKind::People, name, *kind, &choices)?;
        }
        Ok(())
    });
    made.expect("made");
    place
}

fn fill(place: &Place) {
    let id = place.live::<Person>()[0].id;
    let filled = place.db.write(Act::new("filled"), |tx| {
        for (field, (.., held)) in fields::all(tx, ListKind::People)?.iter().zip(FIELDS) {
            fields::put(tx, id, field, held)?;
        }
        Ok(())
    });
    filled.expect("filled");
}

/// What the first person holds, in words.
fn held(place: &Place) -> Vec<(String, String)> {
    let mut people = place.live::<Person>();
    people.retain(|row| row.name == "张立群");
    let held = place
        .db
        .read(|read| fields::held(read, people[0].id))
        .expect("held");
    held.into_iter().map(|one| (one.name, one.shown)).collect()
}

#[test]
fn own_fields_come_back_without_a_question_from_every_format() {
    let place = with_fields();
    place.import_text("姓名,手机,等级\n张立群,13812342231,B\n王敏,13900000001,\n");
    fill(&place);
    assert_eq!(held(&place).len(), FIELDS.len());
    for format in [ExportFormat::Csv, ExportFormat::Xlsx, ExportFormat::Vcard] {
        let out = place.export(ListKind::People, format);
        let other = with_fields();
        let result = other.import(&out);
        assert_eq!(
            (result.counts.created, result.counts.failed),
            (2, 0),
            "{result:?}"
        );
        let mut back = held(&other);
        if format == ExportFormat::Vcard {
            // A card has no column that could be taken for another.
            back.retain(|(name, _)| name != "等级");
            assert_eq!(back, held(&place)[..FIELDS.len() - 1], "{format:?}");
            continue;
        }
        assert_eq!(back, held(&place), "{format:?}");
        let grade = other.live::<Person>().iter().find_map(|row| row.grade);
        assert_eq!(grade.map(|grade| grade.word()), Some("B"), "{format:?}");
    }
}

#[test]
fn a_list_goes_out_with_the_own_fields_it_shows() {
    let place = with_fields();
    place.import_text("姓名,手机\n张立群,13812342231\n");
    fill(&place);
    let fields = place
        .db
        .read(|read| fields::all(read, ListKind::People))
        .expect("fields");
    let path = place.dir.path().join("out.csv");
    let input = ExportInput {
        columns: Some(vec![fields[5].id.to_string(), "name".to_owned()]),
        ..wanted(ListKind::People, ExportFormat::Csv)
    };
    list(&place.db, &input, &path).expect("exported");
    let text = std::fs::read_to_string(&path).expect("text");
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_start_matches('\u{FEFF}'))
        .collect();
    assert!(lines[0].starts_with("付过款,姓名,手机,"), "{}", lines[0]);
    assert!(lines[1].starts_with("否,张立群,"), "{}", lines[1]);
}
