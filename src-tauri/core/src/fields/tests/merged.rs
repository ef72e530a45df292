//! What was merged into a row counts for it where it holds nothing itself: in filters, in their counts, in the
//! order of a list and in its cells, all alike.

use super::*;
use crate::duplicates::{self, DuplicatesKind, MergeInput};
use crate::kernel::Read;

fn merge(db: &Db, one: Id, other: Id) -> (Id, Id) {
    let input = MergeInput {
        kind: DuplicatesKind::People,
        one,
        other,
        taken: Vec::new(),
    };
    let stays = duplicates::merge(db, &input).expect("merged").id;
    (stays, if stays == one { other } else { one })
}

/// What every row of the list shows in a field, by the list itself.
fn shown_in_list(db: &Db, field: &Field) -> Vec<(Id, Option<String>)> {
    let page = PageInput::first("name", false, 500);
    let rows = db.read(|read| people::list(read, &page)).expect("people");
    let held = |row: people::PeopleRow| (row.id, row.fields.get(&field.id.to_string()).cloned());
    rows.rows.into_iter().map(held).collect()
}

fn put_in(db: &Db, row: Id, field: &Field, typed: &str) {
    db.write(Act::new("filled"), |tx| put(tx, row, field, typed))
        .expect("filled");
}

#[test]
fn a_filter_an_order_and_a_cell_agree_on_what_a_merged_row_holds() {
    let (_root, db) = sample("en");
    let size = made(&db, "Size", FieldKind::Number, &[]);
    let rows = somebody(&db);
    for (at, row) in rows.iter().enumerate().skip(6) {
        put_in(&db, *row, &size, &(at % 4).to_string());
    }
    // Empty under full, full under empty, full under full, and two under one.
    let (silent, _) = merge(&db, rows[0], rows[1]);
    let (root, child) = merge(&db, rows[2], rows[3]);
    put_in(&db, child, &size, "2.5");
    let (full, under) = merge(&db, rows[4], rows[5]);
    put_in(&db, full, &size, "1");
    put_in(&db, under, &size, "2.5");
    let shown = shown_in_list(&db, &size);
    let of = |id: Id| {
        shown
            .iter()
            .find(|(row, _)| *row == id)
            .and_then(|(_, held)| held.clone())
    };
    assert_eq!(
        (of(silent), of(root), of(full)),
        (None, Some("2.5".to_owned()), Some("1".to_owned()))
    );
    let number = |held: &Option<String>| held.as_ref().and_then(|held| held.parse::<f64>().ok());
    let count = |fits: &dyn Fn(Option<f64>) -> bool| {
        shown.iter().filter(|(_, held)| fits(number(held))).count()
    };
    for (filters, fits) in [
        (
            &["Size=2.."][..],
            &(|held: Option<f64>| held.is_some_and(|held| held >= 2.0))
                as &dyn Fn(Option<f64>) -> bool,
        ),
        (&["Size=..1"], &|held| held.is_some_and(|held| held <= 1.0)),
        (&["Size="], &|held| held.is_none()),
        (&["Size=2.5", "Size="], &|held| {
            held.is_none_or(|held| held == 2.5)
        }),
    ] {
        assert_eq!(found(&db, filters).len(), count(fits), "{filters:?}");
    }
    assert_eq!(found(&db, &["Size=2.5"]), [root]);
    assert_eq!(
        found(&db, &["Size=2.5", "touch_count=0.."]),
        [root],
        "with another filter"
    );
    for desc in [false, true] {
        let page = PageInput::first(&size.id.to_string(), desc, 500);
        let whole = db.read(|read| people::list(read, &page)).expect("a page");
        let held: Vec<Option<f64>> = whole
            .rows
            .iter()
            .map(|row| number(&row.fields.get(&page.sort).cloned()))
            .collect();
        assert_eq!(held.len(), shown.len());
        let valued = held.iter().take_while(|held| held.is_some()).count();
        assert_eq!(valued, count(&|held| held.is_some()));
        let in_order = held[..valued].windows(2).all(|two| {
            if desc {
                two[0] >= two[1]
            } else {
                two[0] <= two[1]
            }
        });
        assert!(in_order, "{held:?}");
        let few = PageInput { limit: 3, ..page };
        let first = db.read(|read| people::list(read, &few)).expect("a page");
        let ids = |rows: &[people::PeopleRow]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(&first.rows), ids(&whole.rows[..3]));
    }
}

#[test]
fn yes_and_no_become_words_of_the_workspace() {
    let (_root, db) = sample("zh-Hans");
    let paid = made(&db, "付过款", FieldKind::YesNo, &[]);
    let rows = somebody(&db);
    fill(&db, rows[0], &paid, "yes");
    fill(&db, rows[1], &paid, "no");
    assert_eq!(shown(&db, rows[0])[0].1, "是");
    let to_text = FieldInput {
        id: Some(paid.id),
        ..input("付过款", FieldKind::Text, &[])
    };
    save(&db, to_text).expect("text");
    let held = |read: &Read<'_>| Ok((super::held(read, rows[0])?, super::held(read, rows[1])?));
    let (yes, no) = db.read(held).expect("held");
    assert_eq!((yes[0].value.as_str(), no[0].value.as_str()), ("是", "否"));
}

#[test]
fn a_choice_counts_the_rows_that_its_filter_finds() {
    let (_root, db) = sample("en");
    let level = made(&db, "Level", FieldKind::Choice, &["gold", "tin"]);
    let paid = made(&db, "Paid", FieldKind::YesNo, &[]);
    let rows = somebody(&db);
    for row in &rows[..6] {
        put_in(&db, *row, &level, "gold");
        put_in(&db, *row, &paid, "yes");
    }
    // In the bin; full under full; full under empty.
    crate::people::delete(&db, rows[0]).expect("deleted");
    merge(&db, rows[1], rows[2]);
    let (empty, _) = merge(&db, rows[3], rows[4]);
    put_in(&db, empty, &level, "");
    put_in(&db, empty, &paid, "");
    for (field, value) in [(&level, "gold"), (&paid, "true")] {
        let id = field.id.to_string();
        let offered = db
            .read(|read| offered_values(read, ListKind::People, &id))
            .expect("choices");
        let shown = offered[0].count;
        let found = found(&db, &[&format!("{id}={value}")]).len() as i64;
        assert_eq!((shown, found), (3, 3), "{}", field.name);
    }
}
