//! The action history on a real workspace file: what is listed, what stands in the way, what is turned.

use super::*;
use crate::kernel::Code;
use crate::people::{self, PersonInput};
use crate::testing::workspace;

fn save(db: &Db, id: Option<Id>, name: &str) -> (Id, Id) {
    let input = PersonInput {
        id,
        ..PersonInput::named(name)
    };
    let saved = people::save(db, input).expect("saved");
    (saved.id, saved.action.expect("an action"))
}

fn page(db: &Db, input: &ActionsInput) -> ActionsPage {
    list(db, input).expect("a page")
}

fn subjects(db: &Db) -> Vec<(String, bool)> {
    let input = ActionsInput {
        label: Some("person_saved".to_owned()),
        limit: 100,
        ..ActionsInput::default()
    };
    let rows = page(db, &input).rows;
    rows.into_iter()
        .map(|row| (row.subject.unwrap_or_default(), row.live))
        .collect()
}

#[test]
fn everything_done_is_listed_newest_first_and_says_whether_it_stands() -> Result<()> {
    let (_root, db) = workspace();
    save(&db, None, "Ann Vale");
    save(&db, None, "Bo Reed");
    db.undo(None)?;
    assert_eq!(
        subjects(&db),
        [("Bo Reed".to_owned(), false), ("Ann Vale".to_owned(), true)]
    );
    let input = ActionsInput {
        limit: 1,
        ..ActionsInput::default()
    };
    let first = page(&db, &input);
    assert!(first.rows[0].turned.is_some());
    let rest = page(
        &db,
        &ActionsInput {
            after: first.next,
            limit: 100,
            ..ActionsInput::default()
        },
    );
    assert_eq!(first.total, 1 + rest.rows.len() as i64);
    assert!(rest.next.is_none());
    Ok(())
}

#[test]
fn what_stands_in_the_way_is_named_and_gone_once_that_is_taken_back() -> Result<()> {
    let (_root, db) = workspace();
    let (id, first) = save(&db, None, "Ann Vale");
    let (_, second) = save(&db, Some(id), "Ann Vale-Reed");
    save(&db, None, "Bo Reed");
    assert_eq!(
        db.undo(Some(first)).expect_err("refused").code,
        Code::UndoBlocked
    );
    let way = in_the_way(&db, first)?;
    assert_eq!(way.iter().map(|line| line.id).collect::<Vec<_>>(), [second]);
    db.undo(Some(second))?;
    assert!(in_the_way(&db, first)?.is_empty());
    db.undo(Some(first))?;
    Ok(())
}

#[test]
fn undo_takes_back_the_latest_gesture_also_when_that_was_a_redo() -> Result<()> {
    let (_root, db) = workspace();
    let (_, first) = save(&db, None, "Ann Vale");
    save(&db, None, "Bo Reed");
    db.undo(Some(first))?;
    db.redo(Some(first))?;
    assert_eq!(db.undo(None)?.action, first);
    assert_eq!(db.undo(None)?.subject.as_deref(), Some("Bo Reed"));
    Ok(())
}

#[test]
fn one_action_is_redone_by_its_id_and_only_while_it_is_taken_back() -> Result<()> {
    let (_root, db) = workspace();
    let (_, first) = save(&db, None, "Ann Vale");
    assert_eq!(
        db.redo(Some(first)).expect_err("it stands").code,
        Code::RedoNothing
    );
    db.undo(None)?;
    save(&db, None, "Bo Reed");
    assert_eq!(
        db.redo(None).expect_err("something was done since").code,
        Code::RedoNothing
    );
    assert_eq!(db.redo(Some(first))?.action, first);
    Ok(())
}

#[test]
fn the_list_is_narrowed_to_what_stands_in_it() -> Result<()> {
    let (_root, db) = workspace();
    save(&db, None, "Ann Vale");
    let choices = db.read(choices)?;
    assert!(choices.labels.contains(&"person_saved".to_owned()));
    assert!(!choices.labels.contains(&"undone".to_owned()));
    Ok(())
}
