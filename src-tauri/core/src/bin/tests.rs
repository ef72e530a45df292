//! The recycle bin on a real workspace file.

use super::*;
use crate::kernel::Code;
use crate::people::{self, PersonInput};
use crate::pipeline::{self, DealInput};
use crate::testing::workspace;

fn add(db: &Db, name: &str) -> Id {
    people::save(db, PersonInput::named(name))
        .expect("saved")
        .id
}

fn all(kind: Option<&str>) -> BinInput {
    BinInput {
        kind: kind.map(str::to_owned),
        after: None,
        limit: 100,
    }
}

fn names(db: &Db, input: &BinInput) -> Vec<String> {
    let page = db.read(|read| list(read, input)).expect("a page");
    page.rows.into_iter().map(|row| row.name).collect()
}

fn live_people(db: &Db) -> i64 {
    db.read(|read| read.value("SELECT count(*) FROM people WHERE deleted_at IS NULL", []))
        .expect("a count")
}

#[test]
fn what_was_deleted_stands_in_the_bin_and_comes_back_in_one_action() -> Result<()> {
    let (_root, db) = workspace();
    let (one, two) = (add(&db, "Ann Vale"), add(&db, "Bo Reed"));
    delete(&db, one)?;
    delete(&db, two)?;
    let before = db.digest()?.content;
    let mut found = names(&db, &all(None));
    found.sort();
    assert_eq!(found, ["Ann Vale", "Bo Reed"]);

    let back = restore(&db, &[one, two])?;
    assert_eq!((back.value, live_people(&db)), (2, 2));
    assert!(names(&db, &all(None)).is_empty());
    db.undo(None)?;
    assert_eq!((live_people(&db), db.digest()?.content), (0, before));
    Ok(())
}

#[test]
fn restoring_what_is_there_changes_nothing() -> Result<()> {
    let (_root, db) = workspace();
    let one = add(&db, "Ann Vale");
    let written = restore(&db, &[one])?;
    assert_eq!((written.value, written.action), (0, None));
    Ok(())
}

#[test]
fn what_an_undo_took_back_is_not_in_the_bin_but_a_redone_deletion_is() -> Result<()> {
    let (_root, db) = workspace();
    let one = add(&db, "Ann Vale");
    db.undo(None)?;
    assert!(names(&db, &all(None)).is_empty(), "the making was undone");
    db.redo(None)?;
    delete(&db, one)?;
    db.undo(None)?;
    assert!(names(&db, &all(None)).is_empty(), "the deletion was undone");
    db.redo(None)?;
    assert_eq!(names(&db, &all(None)), ["Ann Vale"]);
    Ok(())
}

#[test]
fn pages_follow_each_other_without_a_gap_across_nouns_and_equal_moments() -> Result<()> {
    let (_root, db) = workspace();
    for at in 0..7 {
        let person = add(&db, &format!("Person {at}"));
        let deal = pipeline::save(
            &db,
            DealInput {
                person: Some(person),
                ..deal_named(&format!("Deal {at}"))
            },
        )?;
        delete(&db, person)?;
        delete(&db, deal.id)?;
    }
    let whole = names(&db, &all(None));
    assert_eq!(whole.len(), 14);
    let mut input = BinInput {
        limit: 3,
        ..all(None)
    };
    let mut paged = Vec::new();
    loop {
        let page = db.read(|read| list(read, &input))?;
        paged.extend(page.rows.into_iter().map(|row| row.name));
        input.after = page.next;
        if input.after.is_none() {
            break;
        }
    }
    assert_eq!(paged, whole);
    assert_eq!(names(&db, &all(Some("deals"))).len(), 7);
    Ok(())
}

fn deal_named(name: &str) -> DealInput {
    DealInput {
        id: None,
        name: name.to_owned(),
        organization: None,
        person: None,
        product: None,
        amount: None,
        note: None,
        stage: None,
    }
}

#[test]
fn before_a_person_goes_it_is_said_what_hangs_on_them() -> Result<()> {
    let (_root, db) = workspace();
    let person = add(&db, "Ann Vale");
    pipeline::save(
        &db,
        DealInput {
            person: Some(person),
            ..deal_named("Forty seats")
        },
    )?;
    let doomed = db.read(|read| doomed(read, person))?;
    assert_eq!(doomed.name, "Ann Vale");
    let one_deal = Hanging {
        kind: "deals".to_owned(),
        count: 1,
    };
    assert_eq!(doomed.hanging, [one_deal]);
    delete(&db, person)?;
    let gone = db.read(|read| find(read, person))?.expect("in the bin");
    assert_eq!(
        (gone.kind.as_str(), gone.label.as_str()),
        ("people", "person_deleted")
    );
    Ok(())
}

#[test]
fn what_nobody_deletes_by_hand_is_refused() -> Result<()> {
    let (_root, db) = workspace();
    let stage: Id = db.read(|read| read.value("SELECT id FROM stages LIMIT 1", []))?;
    let refused = delete(&db, stage).expect_err("no stage is deleted like this");
    assert_eq!(refused.code, Code::FieldInvalid);
    Ok(())
}

#[test]
fn what_goes_again_because_its_restoring_was_taken_back_is_in_the_bin_again() -> Result<()> {
    let (_root, db) = workspace();
    let one = add(&db, "Ann Vale");
    delete(&db, one)?;
    restore(&db, &[one])?;
    db.undo(None)?;
    assert_eq!(names(&db, &all(None)), ["Ann Vale"]);
    Ok(())
}
