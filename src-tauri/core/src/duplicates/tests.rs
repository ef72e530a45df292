//! Merging and setting apart: what everybody reads of two rows that are one, and that it comes back exactly.

use super::*;
use crate::followups::{self, FollowupInput};
use crate::kernel::Code;
use crate::kernel::list::PageInput;
use crate::people::{
    self, IdentifierInput, IdentifierKind, IdentifierState, PersonInput, PersonKind,
};
use crate::pipeline::{self, DealInput};
use crate::quicklog::{self, Occasion};
use crate::testing::workspace;
use crate::touchpoints::{PersonChoice, Subject, timeline};
use crate::{erasure, journeys, lists, organizations, records, search, today};

fn person(db: &Db, name: &str, firm: Option<&str>, numbers: &[(IdentifierKind, &str)]) -> Id {
    let input = PersonInput {
        kind: PersonKind::Customer,
        organization: firm.map(str::to_owned),
        identifiers: numbers
            .iter()
            .map(|(kind, value)| IdentifierInput {
                kind: *kind,
                value: (*value).to_owned(),
            })
            .collect(),
        ..PersonInput::named(name)
    };
    people::save(db, input).expect("saved").id
}

fn firm(db: &Db, name: &str) -> Id {
    let input = organizations::OrganizationInput {
        id: None,
        name: name.to_owned(),
        industry: None,
        region: None,
    };
    organizations::save(db, input).expect("saved").id
}

fn call(db: &Db, person: Id, line: &str) {
    let fix = quicklog::LineFix {
        person: Some(PersonChoice::Existing(person)),
        ..quicklog::LineFix::default()
    };
    quicklog::save(db, line, &[fix], Occasion::default()).expect("logged");
}

fn promise(db: &Db, person: Id, title: &str, due_on: &str) {
    let input = FollowupInput {
        id: None,
        title: title.to_owned(),
        due_on: due_on.to_owned(),
        due_time: None,
        channel: None,
        person: Some(person),
        deal: None,
    };
    followups::save(db, input).expect("promised");
}

fn joined(db: &Db, kind: DuplicatesKind, one: Id, other: Id) -> Merging {
    let input = MergeInput {
        kind,
        one,
        other,
        taken: Vec::new(),
    };
    merge(db, &input).expect("merged")
}

fn shown(db: &Db) -> Vec<String> {
    let page = PageInput::first("name", false, 100);
    let listed = db
        .read(|read| lists::people::list(read, &page))
        .expect("a list");
    assert_eq!(listed.total as usize, listed.rows.len());
    listed.rows.into_iter().map(|row| row.name).collect()
}

fn is_rebuilt_alike(db: &Db) {
    assert_eq!(
        db.check().expect("checked").stale_projections,
        Vec::<&str>::new()
    );
}

const PHONE: (IdentifierKind, &str) = (IdentifierKind::Phone, "13812342231");
const MAIL: (IdentifierKind, &str) = (IdentifierKind::Email, "zhang.wei@lanjing.cn");

/// Two rows of one person: a call, a promise, a deal and a tag on each.
fn two(db: &Db) -> (Id, Id) {
    let one = person(db, "张伟", Some("蓝鲸科技"), &[PHONE]);
    let other = person(db, "章伟", Some("蓝鲸科技有限公司"), &[PHONE, MAIL]);
    for (who, tag, due) in [(one, "价格", "2026-11-25"), (other, "交期", "2026-11-23")] {
        call(db, who, "电话 12分钟 有意向");
        promise(db, who, "寄样品", due);
        let mark =
            |tx: &mut crate::kernel::WriteTx<'_>| crate::catalog::mark(tx, who, &[tag.to_owned()]);
        db.write(Act::new("people_changed"), mark).expect("marked");
    }
    let deal = DealInput {
        id: None,
        name: "试用".to_owned(),
        organization: None,
        person: Some(other),
        stage: None,
        product: None,
        amount: None,
        note: None,
    };
    pipeline::save(db, deal).expect("a deal");
    (one, other)
}

#[test]
fn two_rows_that_are_one_are_read_as_one_everywhere() {
    let (_dir, db) = workspace();
    let (one, other) = two(&db);
    let before = db.digest().expect("a digest").content;
    let merging = joined(&db, DuplicatesKind::People, other, one);
    assert_eq!(
        merging.id,
        one.min(other),
        "the lower id stays, whoever merges"
    );
    assert_eq!(shown(&db).len(), 1);
    db.read(|read| {
        let record = records::person(read, other)?;
        assert_eq!(record.person.id, merging.id);
        assert_eq!((record.touch_count, record.touchpoints_total), (2, 2));
        assert_eq!(
            record.identifiers.len(),
            2,
            "the shared number once, and the address"
        );
        assert_eq!(record.positions.len(), 2);
        assert_eq!(record.tags, ["交期", "价格"]);
        assert_eq!(
            record.next.map(|next| next.due_on).as_deref(),
            Some("2026-11-23")
        );
        assert_eq!((record.followups.len(), record.deals.len()), (2, 1));
        assert_eq!(record.merged.rows.len(), 1);
        for asked in [one, other] {
            let page = timeline(read, Subject::person(asked), None)?;
            assert_eq!(page.total, 2, "one timeline");
            let journey = journeys::of(read, Subject::person(asked))?;
            assert_eq!((journey.marks.len(), journey.future.len()), (2, 2));
            assert_eq!(
                people::refer(read, asked)?.map(|person| person.id),
                Some(merging.id)
            );
        }
        for word in ["张伟", "章伟", "zw", "2231"] {
            let hits = search::lookup(read, word, 5)?;
            let found: Vec<Id> = hits
                .iter()
                .filter(|hit| hit.kind == search::HitKind::Person)
                .map(|hit| hit.id)
                .collect();
            assert_eq!(found, [merging.id], "{word}");
        }
        let people: Vec<Id> = today::list(read)?
            .sections
            .iter()
            .flat_map(|section| &section.rows)
            .filter_map(|row| row.person.as_ref().map(|person| person.id))
            .collect();
        assert!(people.iter().all(|id| *id == merging.id));
        Ok(())
    })
    .expect("read");
    is_rebuilt_alike(&db);

    let late = quicklog::save(&db, "章伟 电话 5分钟", &[], Occasion::default()).expect("logged");
    let to = late.touchpoints[0].person.as_ref().map(|person| person.id);
    assert_eq!(
        to,
        Some(merging.id),
        "found by the other name, written for the one that stays"
    );
    db.undo(Some(late.action)).expect("undone");

    let goes = one.max(other);
    separate(&db, DuplicatesKind::People, goes).expect("separated");
    assert_eq!(db.digest().expect("a digest").content, before);
    assert_eq!(shown(&db).len(), 2);
    for id in [one, other] {
        let record = db.read(|read| records::person(read, id)).expect("a record");
        assert_eq!(
            (
                record.touch_count,
                record.followups.len(),
                record.tags.len()
            ),
            (1, 1, 1)
        );
        assert!(record.merged.rows.is_empty());
    }
    is_rebuilt_alike(&db);
}

#[test]
fn taking_a_merge_back_and_redoing_it_is_exact() {
    let (_dir, db) = workspace();
    let (one, other) = two(&db);
    let before = db.digest().expect("a digest").content;
    let action = joined(&db, DuplicatesKind::People, one, other)
        .action
        .expect("an action");
    let after = db.digest().expect("a digest").content;
    db.undo(Some(action)).expect("undone");
    assert_eq!(db.digest().expect("a digest").content, before);
    is_rebuilt_alike(&db);
    db.redo(None).expect("redone");
    assert_eq!(db.digest().expect("a digest").content, after);
    separate(&db, DuplicatesKind::People, one.max(other)).expect("separated");
    assert_eq!(db.digest().expect("a digest").content, before);
}

#[test]
fn whoever_is_merged_with_whom_the_lowest_id_stays() {
    let (_dir, db) = workspace();
    let orders = [
        [0, 1, 1, 2, 2, 3],
        [2, 3, 0, 1, 1, 3],
        [3, 0, 2, 1, 3, 1],
        [1, 2, 3, 2, 0, 3],
    ];
    for (case, order) in orders.iter().enumerate() {
        let all: Vec<Id> = (0..4)
            .map(|at| person(&db, &format!("某人{case}{at}"), None, &[]))
            .collect();
        for pair in order.chunks(2) {
            joined(&db, DuplicatesKind::People, all[pair[0]], all[pair[1]]);
        }
        let lowest = all.iter().min().copied();
        for id in all {
            let root = db
                .read(|read| crate::kernel::same::root(read, "people", id))
                .expect("a root");
            assert_eq!(Some(root), lowest, "{order:?}");
        }
    }
    is_rebuilt_alike(&db);
}

#[test]
fn what_was_chosen_stands_and_goes_again_unless_it_was_changed_since() {
    let (_dir, db) = workspace();
    let one = person(&db, "林雨桐", None, &[]);
    let other = person(&db, "林雨彤", None, &[]);
    let set = |id: Id, field: &str, value: &str| {
        db.write(Act::new("people_changed"), |tx| {
            people::set(tx, id, field, Some(value))
        })
        .expect("set");
    };
    let (stays, goes) = (one.min(other), one.max(other));
    set(stays, "note", "先来的");
    set(goes, "note", "后来的");
    set(goes, "city", "苏州");
    set(goes, "grade", "B");
    let input = MergeInput {
        kind: DuplicatesKind::People,
        one: goes,
        other: stays,
        taken: vec![Taken {
            field: "name".to_owned(),
            take: Take::One,
        }],
    };
    merge(&db, &input).expect("merged");
    let now = |id| {
        db.read(|read| read.get::<people::Person>(id))
            .expect("a person")
    };
    let merged = now(stays);
    assert_eq!(
        merged.name,
        now(goes).name,
        "the first that was handed in is the one that goes"
    );
    assert_eq!(
        merged.note.as_deref(),
        Some("先来的\n\n后来的"),
        "of two notes nothing is lost"
    );
    assert_eq!(
        merged.city.as_deref(),
        Some("苏州"),
        "a blank takes what is there"
    );
    set(stays, "city", "上海");
    separate(&db, DuplicatesKind::People, goes).expect("separated");
    let apart = now(stays);
    assert_eq!((apart.note.as_deref(), apart.grade), (Some("先来的"), None));
    assert_eq!(
        apart.city.as_deref(),
        Some("上海"),
        "what was changed since stays"
    );
    assert_ne!(apart.name, now(goes).name);
    assert!(separate(&db, DuplicatesKind::People, goes).is_err());
}

#[test]
fn who_may_be_there_twice_is_found_with_the_reason_and_told_apart_for_good() {
    let (_dir, db) = workspace();
    let (one, other) = (
        person(&db, "张伟", Some("蓝鲸科技"), &[PHONE]),
        person(&db, "张 伟", None, &[PHONE]),
    );
    let landline = (IdentifierKind::Phone, "0512-66668888");
    for name in ["王芳", "李敏"] {
        person(
            &db,
            name,
            Some("佳明"),
            &[landline, (IdentifierKind::Phone, "11111111111")],
        );
    }
    person(&db, "陈静", Some("东泰"), &[]);
    person(&db, "陈婧", Some("东泰"), &[]);
    let pairs = || {
        db.read(|read| list(read, DuplicatesKind::People))
            .expect("pairs")
    };
    let page = pairs();
    let told: Vec<(Reason, u32)> = page
        .pairs
        .iter()
        .map(|pair| (pair.why[0].reason, pair.strength))
        .collect();
    assert_eq!(told, [(Reason::SameNumber, 5), (Reason::NearName, 2)]);
    assert_eq!((page.total, page.sure), (2, 1));
    distinct(&db, other, one).expect("told apart");
    assert_eq!(pairs().total, 1);
    db.undo(None).expect("undone");
    assert_eq!(pairs().total, 2);
    merge_sure(&db, DuplicatesKind::People).expect("merged");
    assert_eq!((pairs().total, pairs().sure), (1, 0));
    db.undo(None).expect("undone");
    assert_eq!(pairs().sure, 1);
    // A number that the team knows to be shared tells nothing any more.
    let shared = db
        .read(|read| people::identifiers(read, one))
        .expect("numbers");
    people::mark(&db, shared[0].id, Some(IdentifierState::Shared), None).expect("marked");
    assert_eq!(pairs().total, 1);
}

#[test]
fn firms_are_compared_by_their_core_and_are_merged_with_their_people() {
    let (_dir, db) = workspace();
    let one = firm(&db, "蓝鲸科技有限公司");
    let other = firm(&db, "蓝鲸科技（中国）股份有限公司");
    firm(&db, "蓝鲸软件有限公司");
    person(&db, "张伟", Some("蓝鲸科技（中国）股份有限公司"), &[]);
    let page = db
        .read(|read| list(read, DuplicatesKind::Organizations))
        .expect("pairs");
    assert_eq!((page.total, page.pairs[0].strength), (1, 2));
    let likely = |name: &str| {
        let input = TwinsInput {
            kind: DuplicatesKind::Organizations,
            name: name.to_owned(),
            organization: None,
        };
        db.read(|read| likely(read, &input)).expect("told").len()
    };
    assert_eq!(likely("藍鯨科技集團"), 2);
    let merging = joined(&db, DuplicatesKind::Organizations, one, other);
    assert_eq!(likely("藍鯨科技集團"), 1);
    let record = db
        .read(|read| records::organization(read, other))
        .expect("a record");
    assert_eq!(
        (record.organization.id, record.people.len()),
        (merging.id, 1)
    );
    let found = db
        .read(|read| organizations::by_name(read, "蓝鲸科技（中国）股份有限公司"))
        .expect("read");
    assert_eq!(found, Some(merging.id));
    is_rebuilt_alike(&db);
}

#[test]
fn somebody_typed_in_anew_is_told_of_namesakes_but_never_of_a_candidate() {
    let (_dir, db) = workspace();
    person(&db, "張偉", Some("蓝鲸科技有限公司"), &[PHONE]);
    person(&db, "张伟", Some("佳明"), &[]);
    let candidate = person(&db, "闻人雪", None, &[]);
    let kind =
        |tx: &mut crate::kernel::WriteTx<'_>| people::set(tx, candidate, "kind", Some("candidate"));
    db.write(Act::new("people_changed"), kind)
        .expect("a candidate");
    let likely = |name: &str| {
        let input = TwinsInput {
            kind: DuplicatesKind::People,
            name: name.to_owned(),
            organization: Some("蓝鲸科技".to_owned()),
        };
        db.read(|read| likely(read, &input)).expect("told")
    };
    let told = likely(" 张伟 ");
    assert_eq!(told.len(), 2);
    assert_eq!(
        (told[0].closely, told[0].row.tail.as_deref()),
        (true, Some("2231"))
    );
    assert!(!told[1].closely);
    assert!(likely("闻人雪").is_empty());
    assert!(likely("张").is_empty());
}

#[test]
fn erasing_somebody_erases_whoever_was_merged_into_them() {
    let (_dir, db) = workspace();
    let (one, other) = (
        person(&db, "闻人雪", None, &[PHONE]),
        person(&db, "闻人霜", None, &[MAIL]),
    );
    let merging = joined(&db, DuplicatesKind::People, one, other);
    let kind = |tx: &mut crate::kernel::WriteTx<'_>| {
        people::set(tx, merging.id, "kind", Some("candidate"))
    };
    db.write(Act::new("people_changed"), kind)
        .expect("a candidate");
    erasure::erase(&db, one.max(other)).expect("erased");
    db.read(|read| {
        for id in [one, other] {
            let person: people::Person = read.get(id)?;
            assert!(person.name.starts_with("C-"), "{}", person.name);
        }
        assert_eq!(
            read.value::<i64>("SELECT count(*) FROM identifiers", [])?,
            0
        );
        Ok(())
    })
    .expect("read");
}

#[test]
fn a_row_is_not_merged_with_itself() {
    let (_dir, db) = workspace();
    let (one, other) = two(&db);
    joined(&db, DuplicatesKind::People, one, other);
    let input = MergeInput {
        kind: DuplicatesKind::People,
        one,
        other,
        taken: Vec::new(),
    };
    assert_eq!(
        merge(&db, &input).expect_err("refused").code,
        Code::FieldInvalid
    );
}
