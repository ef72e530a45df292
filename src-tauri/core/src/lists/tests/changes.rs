//! Changing rows where they stand, one or all of a view: one action, one undo.

use super::*;
use crate::kernel::Code;
use crate::lists::change::change_while;

#[test]
fn a_change_of_one_row_is_named_after_what_it_is_called_then() {
    let world = world();
    let person = world.people(&[]).rows.remove(0);
    let last = || {
        let input = actions::ActionsInput {
            limit: 1,
            ..actions::ActionsInput::default()
        };
        let page = actions::list(&world.db, &input).expect("a page");
        page.rows[0].subject.clone().expect("a subject")
    };
    for (field, value) in [("name", "新名字"), ("kind", "candidate")] {
        let which = Which::Rows(vec![person.id]);
        let what = set(field, Some(value));
        change(&world.db, ListKind::People, which, &what).expect("changed");
        let called = people_called(&world, person.id);
        assert_eq!(last(), called, "{field}");
    }
    assert!(last().starts_with("C-"), "{}", last());
}

fn people_called(world: &World, id: Id) -> String {
    let person: Person = world.db.read(|read| read.get(id)).expect("a person");
    person.shown
}

#[test]
fn a_bulk_change_over_a_view_is_one_action_and_one_undo() {
    let world = world();
    let before = world.content();
    let (total, a) = (world.people(&[]).total, world.people(&["grade=A"]).total);
    let done = world.all(asked(&[]), &set("grade", Some("A")));
    assert_eq!(i64::from(done.changed), total - a);
    assert_eq!(i64::from(done.unchanged), a);
    assert_eq!(world.people(&["grade=A"]).total, total);
    world.db.undo(done.action).expect("undone");
    assert_eq!(world.content(), before);

    let tagged = world.all(
        asked(&["grade=A"]),
        &Change::Tag {
            name: "重点".to_owned(),
        },
    );
    assert_eq!(i64::from(tagged.changed), a);
    let again = world.all(
        asked(&["grade=A"]),
        &Change::Tag {
            name: "重点".to_owned(),
        },
    );
    assert_eq!((again.changed, again.action), (0, None));
    let off = world.all(
        asked(&["grade=A"]),
        &Change::Untag {
            name: "重点".to_owned(),
        },
    );
    assert_eq!(i64::from(off.changed), a);
}

#[test]
fn more_rows_than_one_transaction_takes_are_still_one_action() {
    let world = world();
    let many = crate::lists::change::SLICE + 10;
    world
        .db
        .write(crate::kernel::Act::new("people_made"), |tx| {
            for at in 0..many {
                tx.put(&crate::people::named(tx.fresh_id(), &format!("人{at}")))?;
            }
            Ok(())
        })
        .expect("made");
    let before = world.content();
    let done = world.all(asked(&[]), &set("city", Some("苏州")));
    assert!(done.changed as usize >= many);
    world.db.undo(done.action).expect("undone");
    assert_eq!(world.content(), before);
    let refused = change(
        &world.db,
        ListKind::People,
        Which::View {
            page: asked(&[]),
            but: vec![],
        },
        &set("grade", Some("Z")),
    );
    assert!(refused.is_err());
    assert_eq!(world.content(), before);
}

#[test]
fn an_owner_is_who_was_named_or_else_who_holds_the_open_deal() {
    let world = world();
    let page = world.people(&[]);
    let default = page
        .rows
        .iter()
        .find(|row| row.owner.is_some())
        .expect("a holder's person");
    assert!(!default.owner_set);
    let named = world.member(1);
    let rows = Which::Rows(vec![default.id]);
    let value = named.to_string();
    change(
        &world.db,
        ListKind::People,
        rows,
        &set("owner", Some(&value)),
    )
    .expect("changed");
    let person: Person = world
        .db
        .read(|read| read.get(default.id))
        .expect("a person");
    assert_eq!((person.owner, person.owner_now), (Some(named), Some(named)));
    assert_eq!(Person::noun().cell_of("owner").expect("a cell").no, 8);

    let rows = Which::Rows(vec![default.id]);
    change(&world.db, ListKind::People, rows, &set("owner", None)).expect("changed");
    let person: Person = world
        .db
        .read(|read| read.get(default.id))
        .expect("a person");
    assert_eq!(
        person.owner_now,
        default.owner.as_ref().map(|member| member.id)
    );
    assert_eq!(
        world.db.check().expect("checked").stale_projections,
        Vec::<&str>::new()
    );
}

#[test]
fn an_owner_of_deals_is_who_holds_them() {
    let world = world();
    let page = world
        .db
        .read(|read| deals::list(read, &asked(&[])))
        .expect("a page");
    let member = world.member(0);
    let rows = Which::Rows(page.rows.iter().map(|row| row.deal.id).collect());
    let value = member.to_string();
    let done = change(
        &world.db,
        ListKind::Deals,
        rows,
        &set("owner", Some(&value)),
    )
    .expect("held");
    assert_eq!(i64::from(done.changed + done.unchanged), page.total);
    let page = world
        .db
        .read(|read| deals::list(read, &asked(&[&format!("owner={value}")])));
    assert_eq!(
        page.expect("a page").total,
        i64::from(done.changed + done.unchanged)
    );
    assert_eq!(
        world.db.check().expect("checked").stale_projections,
        Vec::<&str>::new()
    );
}

#[test]
fn where_somebody_works_is_edited_in_the_table_and_undone() {
    let world = world();
    let page = world.people(&[]);
    let row = page
        .rows
        .iter()
        .find(|row| row.title.is_some())
        .expect("a title");
    let now = || {
        let rows = world.people(&[]).rows;
        let row = rows
            .into_iter()
            .find(|one| one.id == row.id)
            .expect("the row");
        (row.organization, row.title)
    };
    let before = (world.content(), now());
    let edit = |field: &str, value: Option<&str>| {
        change(
            &world.db,
            ListKind::People,
            Which::Rows(vec![row.id]),
            &set(field, value),
        )
    };
    let titled = edit("title", Some("顾问")).expect("a title");
    assert_eq!(now(), (row.organization.clone(), Some("顾问".to_owned())));
    world.db.undo(titled.action).expect("undone");
    let moved = edit("organization", Some("新东家")).expect("an organization");
    assert_eq!(now(), (Some("新东家".to_owned()), None));
    world.db.undo(moved.action).expect("undone");
    assert_eq!((world.content(), now()), before);
    assert!(edit("organization", None).is_err());
    let alone = page.rows.iter().find(|row| row.organization.is_none());
    if let Some(alone) = alone {
        let rows = Which::Rows(vec![alone.id]);
        assert!(change(&world.db, ListKind::People, rows, &set("title", Some("x"))).is_err());
    }
}

#[test]
fn a_stage_edited_in_the_table_is_a_move_and_a_day_to_close_is_a_day() {
    let world = world();
    let page = world
        .db
        .read(|read| deals::list(read, &asked(&[])))
        .expect("a page");
    let deal = page
        .rows
        .iter()
        .find(|row| row.deal.stage == "已联系")
        .expect("a deal");
    let id = deal.deal.id;
    let edit = |field: &str, value: Option<&str>| {
        change(
            &world.db,
            ListKind::Deals,
            Which::Rows(vec![id]),
            &set(field, value),
        )
    };
    let now = || {
        world
            .db
            .read(|read| crate::records::deal(read, id))
            .expect("a deal")
    };
    let moves = now().moves.len();
    let moved = edit("stage", Some("报价")).expect("moved");
    assert_eq!(
        (now().deal.stage.as_str(), now().moves.len()),
        ("报价", moves + 1)
    );
    assert_eq!(edit("stage", Some("报价")).expect("nothing").changed, 0);
    world.db.undo(moved.action).expect("undone");
    assert_eq!(
        (now().deal.stage.as_str(), now().moves.len()),
        ("已联系", moves)
    );
    edit("close_on", Some("2026-12-24")).expect("a day");
    assert_eq!(now().deal.close_on.as_deref(), Some("2026-12-24"));
    let closing = world
        .db
        .read(|read| deals::list(read, &asked(&["close_on=2026-12-01..2026-12-31"])));
    assert_eq!(closing.expect("a page").total, 1);
    assert!(edit("close_on", Some("soon")).is_err());
    assert!(edit("stage", None).is_err());
}

#[test]
fn a_change_of_many_rows_can_be_stopped_and_leaves_nothing() {
    let world = world();
    world
        .db
        .write(crate::kernel::Act::new("made"), |tx| {
            for at in 0..450 {
                let id = tx.fresh_id();
                tx.put(&crate::people::named(id, &format!("Row {at}")))?;
            }
            Ok(())
        })
        .expect("rows");
    let before = world.content();
    let which = || Which::View {
        page: asked(&[]),
        but: vec![],
    };
    let mut told = Vec::new();
    let what = set("city", Some("Ulm"));
    let stopped = change_while(
        &world.db,
        ListKind::People,
        which(),
        &what,
        &mut |progress| {
            told.push(progress.done);
            told.len() < 2
        },
    );
    assert_eq!(stopped.err().map(|error| error.code), Some(Code::Cancelled));
    assert_eq!(told, [200, 400]);
    assert_eq!(world.content(), before);
    let done = change(&world.db, ListKind::People, which(), &what).expect("changed");
    assert!(done.changed >= 450);
    world.db.undo(done.action).expect("undone");
    assert_eq!(world.content(), before);
}
