//! Views are kept, changed, hidden from others and brought back.

use super::*;
use crate::kernel::Code;
use crate::team;
use crate::testing::sample;

fn input(name: &str, shared: bool) -> ViewInput {
    ViewInput {
        id: None,
        list: ListKind::People,
        name: name.to_owned(),
        state: ViewState {
            sort: Some("grade".to_owned()),
            filters: vec!["grade=A".to_owned(), "gone=1".to_owned()],
            columns: vec!["name".to_owned(), "grade".to_owned()],
            ..ViewState::default()
        },
        shared,
        pinned: false,
    }
}

fn names(db: &Db) -> Vec<String> {
    let views = db.read(|read| list(read, ListKind::People));
    views
        .expect("views")
        .into_iter()
        .map(|view| view.name)
        .collect()
}

#[test]
fn a_view_reads_back_as_it_was_kept_and_goes_and_comes_back() {
    let (_root, db) = sample("en");
    let kept = save(&db, input("A people", true)).expect("kept");
    save(&db, input("others", true)).expect("kept");
    let digest = db.digest().expect("a digest").content;
    let views = db.read(|read| list(read, ListKind::People)).expect("views");
    assert_eq!(views[0].state, input("", true).state);
    let pinned = ViewInput {
        id: Some(views[1].id),
        pinned: true,
        ..input("others", true)
    };
    save(&db, pinned).expect("pinned");
    assert_eq!(
        names(&db),
        ["others", "A people"],
        "pinned ones stand first"
    );
    delete(&db, kept.value).expect("deleted");
    assert_eq!(names(&db), ["others"]);
    db.undo(None).expect("undone");
    db.undo(None).expect("undone");
    assert_eq!(db.digest().expect("a digest").content, digest);
    let blank = save(&db, input(" ", true)).err().map(|error| error.code);
    assert_eq!(blank, Some(Code::FieldInvalid));
}

#[test]
fn a_private_view_is_shown_to_its_member_alone() {
    let (_root, db) = sample("en");
    let team = db.read(team::active).expect("a team");
    team::sit_here(&db, Some(team[0].id)).expect("me");
    let mine = save(&db, input("mine", false)).expect("kept").value;
    save(&db, input("ours", true)).expect("kept");
    assert_eq!(names(&db), ["mine", "ours"]);
    team::sit_here(&db, Some(team[1].id)).expect("another");
    assert_eq!(names(&db), ["ours"]);
    team::sit_here(&db, Some(team[0].id)).expect("me");
    let shared = ViewInput {
        id: Some(mine),
        ..input("mine", true)
    };
    save(&db, shared).expect("shared");
    team::sit_here(&db, Some(team[1].id)).expect("another");
    assert_eq!(names(&db), ["mine", "ours"]);
}
