//! Filters by what stands beside a row: where somebody works, how they are reached, numbers from one to another.

use super::{World, asked, world};
use crate::duplicates::{self, DuplicatesKind, MergeInput};
use crate::kernel::list::Listed;
use crate::kernel::{Act, Record};
use crate::lists::{deals, organizations};
use crate::organizations::Organization;
use crate::people;
use crate::people::{IdentifierInput, IdentifierKind, IdentifierState, PersonInput, identifier_id};

impl World {
    fn deals(&self, filters: &[&str]) -> Listed<deals::DealRow> {
        let page = asked(filters);
        self.db
            .read(|read| deals::list(read, &page))
            .expect("a page")
    }

    fn organizations(&self, filters: &[&str]) -> Listed<organizations::OrganizationRow> {
        let page = asked(filters);
        self.db
            .read(|read| organizations::list(read, &page))
            .expect("a page")
    }

    fn refused(&self, filter: &str) -> bool {
        let page = asked(&[filter]);
        self.db
            .read(|read| super::people::list(read, &page))
            .is_err()
    }
}

fn somebody(name: &str, firm: &str, title: &str, phone: &str) -> PersonInput {
    PersonInput {
        organization: Some(firm.to_owned()),
        title: Some(title.to_owned()),
        identifiers: vec![IdentifierInput {
            kind: IdentifierKind::Phone,
            value: phone.to_owned(),
        }],
        ..PersonInput::named(name)
    }
}

#[test]
fn people_are_found_by_where_they_work_and_as_what() {
    let world = world();
    let all = world.people(&[]);
    let firm = all.rows.iter().find_map(|row| row.organization.clone());
    let firm = firm.expect("somebody's firm");
    let there = world.people(&[&format!("organization={firm}")]);
    assert!(there.total > 0);
    assert!(
        there
            .rows
            .iter()
            .all(|row| row.organization.as_ref() == Some(&firm))
    );
    assert_eq!(
        there.total,
        all.rows
            .iter()
            .filter(|row| row.organization.as_ref() == Some(&firm))
            .count() as i64
    );
    let employed = all
        .rows
        .iter()
        .filter(|row| row.organization.is_some())
        .count() as i64;
    assert_eq!(world.people(&["organization="]).total, all.total - employed);

    people::save(
        &world.db,
        somebody("Ina", "Hof 100%", "Head of HR_2", "13900000001"),
    )
    .expect("saved");
    for title in ["head of", "HR_2", "OF hr"] {
        assert_eq!(
            world.people(&[&format!("title={title}")]).rows[0].name,
            "Ina",
            "{title}"
        );
    }
    assert_eq!(world.people(&["title=HR%2"]).total, 0);
    assert_eq!(world.people(&["title=head", "organization=hof"]).total, 1);
    assert_eq!(
        world.people(&["title=head", "title="]).total,
        1 + world.people(&["title="]).total
    );
}

#[test]
fn people_are_found_by_how_they_are_reached() {
    let world = world();
    let count = |filter: &str| world.people(&[filter]).total;
    let all = world.people(&[]).total;
    for field in ["phone", "email", "wechat"] {
        let (with, none) = (
            count(&format!("{field}=true")),
            count(&format!("{field}=false")),
        );
        assert_eq!(with + none, all, "{field}");
    }
    let before = (
        count("phone=true"),
        count("reach=do_not_contact"),
        count("reach=none"),
    );
    let input = somebody("Ina", "Hof", "Head", "13900000001");
    let id = people::save(&world.db, input).expect("saved").id;
    assert_eq!(count("phone=true"), before.0 + 1);
    let phone = identifier_id(id, IdentifierKind::Phone, "+8613900000001");
    people::mark(&world.db, phone, Some(IdentifierState::DoNotContact), None).expect("marked");
    let now = (
        count("phone=true"),
        count("reach=do_not_contact"),
        count("reach=none"),
    );
    assert_eq!(now, (before.0, before.1 + 1, before.2 + 1));
    people::mark(&world.db, phone, Some(IdentifierState::Reachable), None).expect("marked");
    assert!(count("reach=reachable") > 0);
    assert!(world.refused("phone=maybe") && world.refused("touch_count=many"));
}

#[test]
fn what_was_merged_counts_for_the_row_it_stands_under() {
    let world = world();
    let ids = [("Ina", "Hof"), ("Ina B", "Gut")].map(|(name, firm)| {
        let input = somebody(name, firm, "Head", "13900000001");
        people::save(&world.db, input).expect("saved").id
    });
    let page = world.people(&["organization=gut"]);
    assert_eq!(page.rows[0].name, "Ina B");
    let choice = MergeInput {
        kind: DuplicatesKind::People,
        one: ids[0],
        other: ids[1],
        taken: Vec::new(),
    };
    let stays = duplicates::merge(&world.db, &choice).expect("merged").id;
    let page = world.people(&["organization=gut"]);
    assert_eq!(page.rows.len(), 1);
    assert_eq!(
        (page.rows[0].id, page.rows[0].organization.as_deref()),
        (stays, Some("Gut"))
    );
    assert_eq!(
        world.people(&["organization=hof"]).total,
        0,
        "the table shows the later one"
    );
}

#[test]
fn birthdays_are_found_by_their_month() {
    let world = world();
    let before =
        ["this", "next", "01", ""].map(|word| world.people(&[&format!("birthday={word}")]).total);
    let input = PersonInput {
        birthday_md: Some("01-31".to_owned()),
        ..somebody("Ina", "Hof", "Head", "13900000001")
    };
    people::save(&world.db, input).expect("saved");
    let now =
        ["this", "next", "01", ""].map(|word| world.people(&[&format!("birthday={word}")]).total);
    assert_eq!(now, [before[0], before[1], before[2] + 1, before[3]]);
    assert!(world.refused("birthday=13") && world.refused("birthday=1"));
}

#[test]
fn numbers_lie_between_two_and_amounts_in_their_own_currency() {
    let world = world();
    let all = world.people(&[]);
    let some = world.people(&["touch_count=2..5"]);
    assert_eq!(
        some.total,
        all.rows
            .iter()
            .filter(|row| (2..=5).contains(&row.touch_count))
            .count() as i64
    );
    assert!(some.total > 0 && some.total < all.total);
    let written = world.db.write(Act::new("made"), |tx| {
        let mut firm = crate::organizations::named(tx.fresh_id(), "Hof");
        (firm.employees, firm.founded) = (Some(4321), Some(1887));
        tx.put(&firm).map(drop)
    });
    written.expect("made");
    assert_eq!(world.organizations(&["employees=4,321"]).total, 1);
    assert_eq!(
        world
            .organizations(&["employees=4000..5000", "founded=..1900"])
            .total,
        1
    );
    let firms = world.organizations(&[]).total;
    let known = world.organizations(&["founded=0.."]).total;
    assert_eq!(world.organizations(&["founded="]).total, firms - known);

    let deals = world.deals(&[]);
    let yen = deals.rows[0].deal.id;
    let written = world.db.write(Act::new("priced"), |tx| {
        let mut deal: crate::pipeline::Deal = tx.get(yen)?;
        (deal.amount_minor, deal.currency) = (Some(98_765_432), Some("JPY".to_owned()));
        tx.put(&deal).map(drop)
    });
    written.expect("priced");
    let found = world.deals(&["amount=98,765,432..98,765,432.5"]);
    assert_eq!(
        found.rows.iter().map(|row| row.deal.id).collect::<Vec<_>>(),
        [yen]
    );
    let whole = |row: &deals::DealRow| row.deal.amount.as_ref().map(|money| money.minor / 100);
    let of_yuan = world.deals(&["amount=1..900000"]);
    assert!(of_yuan.total > 0);
    assert!(
        of_yuan
            .rows
            .iter()
            .all(|row| whole(row).is_some_and(|amount| amount <= 900_000))
    );
}

#[test]
fn deals_are_found_by_whom_they_are_with() {
    let world = world();
    let all = world.deals(&[]);
    let (firm, person) = all
        .rows
        .iter()
        .find_map(|row| row.deal.organization.clone().zip(row.deal.person.clone()))
        .expect("a deal with both");
    let found = world.deals(&[&format!("organization={firm}"), &format!("person={person}")]);
    assert!(found.total > 0);
    assert!(
        found
            .rows
            .iter()
            .all(|row| row.deal.organization.as_ref() == Some(&firm))
    );
    let id = world.db.read(|read| {
        read.value::<crate::kernel::Id>(
            &format!(
                "SELECT id FROM {} WHERE name = ?1",
                Organization::noun().table
            ),
            [&firm],
        )
    });
    let by_id = world.deals(&[&format!("organization={}", id.expect("it"))]);
    assert_eq!(
        by_id.total,
        world.deals(&[&format!("organization={firm}")]).total
    );
    let parts = ["stage_at=none", "stage_at=late", "stage_at=planned"];
    let count: i64 = parts.iter().map(|part| world.deals(&[part]).total).sum();
    assert_eq!(count, all.total);
}
