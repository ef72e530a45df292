//! Words of the team on the sample: counted, renamed, merged and taken back.

use super::*;
use crate::testing::sample;

fn listed(db: &Db, kind: LabelKind) -> Vec<Label> {
    db.read(|read| list(read, kind)).expect("labels")
}

#[test]
fn merging_moves_every_use_and_one_undo_brings_all_of_it_back() {
    let (_root, db) = sample("zh-Hans");
    for kind in [LabelKind::Tags, LabelKind::Sources] {
        let before = listed(&db, kind);
        let (from, into) = (&before[0], &before[1]);
        assert!(from.uses > 0 && into.uses > 0, "{before:?}");
        let digest = db.digest().expect("a digest").content;
        let merged = merge(&db, kind, from.id, into.id).expect("merged");
        let after = listed(&db, kind);
        assert!(after.iter().all(|label| label.id != from.id));
        let sum = after
            .iter()
            .find(|label| label.id == into.id)
            .expect("it")
            .uses;
        assert!(sum <= from.uses + into.uses && sum >= from.uses.max(into.uses));
        assert_eq!(
            db.check().expect("checked").stale_projections,
            Vec::<&str>::new()
        );
        db.undo(merged.action).expect("undone");
        assert_eq!(db.digest().expect("a digest").content, digest);
    }
}

#[test]
fn a_renamed_tag_is_found_by_its_new_name_and_its_old_one() {
    let (_root, db) = sample("zh-Hans");
    let tag = listed(&db, LabelKind::Tags).remove(0);
    rename(&db, LabelKind::Tags, tag.id, "新名字").expect("renamed");
    for name in ["新名字", tag.name.as_str()] {
        let found = make(&db, LabelKind::Tags, name);
        let taken = name == "新名字";
        match found {
            Err(error) if taken => assert_eq!(error.code, Code::NameTaken),
            found => assert_eq!(found.expect("the same").value, tag.id),
        }
    }
    assert_eq!(
        listed(&db, LabelKind::Tags)
            .iter()
            .filter(|label| label.name == "新名字")
            .count(),
        1
    );
}

#[test]
fn a_name_that_another_has_is_refused() {
    let (_root, db) = sample("zh-Hans");
    let all = listed(&db, LabelKind::Sources);
    let refused = rename(&db, LabelKind::Sources, all[0].id, &all[1].name);
    assert_eq!(refused.err().map(|error| error.code), Some(Code::NameTaken));
}

#[test]
fn what_a_grade_means_is_kept_and_can_be_taken_back() {
    let (_root, db) = sample("zh-Hans");
    set_grade(&db, Grade::A, " 每周一次 ").expect("set");
    let meaning = |db: &Db| db.read(grades).expect("grades")[0].meaning.clone();
    assert_eq!(meaning(&db), "每周一次");
    db.undo(None).expect("undone");
    assert_eq!(meaning(&db), "");
}
