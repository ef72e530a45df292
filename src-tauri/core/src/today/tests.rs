//! What the queue shows to whom.

use super::*;
use crate::followups::{Followup, open};
use crate::kernel::{Act, Db};
use crate::team::MemberInput;
use crate::testing::workspace;
use crate::{people, team};

fn member(db: &Db, name: &str, role: Role) -> Id {
    let input = MemberInput {
        id: None,
        name: name.to_owned(),
        role,
        seniority: team::Seniority::Senior,
        holding_cap: 10,
        active: true,
        region: None,
    };
    team::edit(db, &input).expect("a member").value
}

fn promise(db: &Db, member: Id, days_late: i64) {
    let written = db.write(Act::new("followup_saved"), |tx| {
        let person = people::named(tx.fresh_id(), "张立群");
        tx.put(&person)?;
        let due_on = plus_days(tx.today(), -days_late).to_string();
        tx.put(&Followup {
            due_on,
            member: Some(member),
            person: Some(person.id),
            ..open(tx.fresh_id(), "回电")
        })
    });
    written.expect("a promise");
}

/// Per part: its kind, how late its rows are, and which of them are told again.
fn queue(db: &Db, me: Id) -> Vec<(TodayKind, Vec<(i64, bool)>)> {
    db.set_device(|device| device.me = Some(me)).expect("me");
    let today = db.read(list).expect("a queue");
    let sections = today.sections.into_iter();
    sections
        .map(|part| {
            let rows = part.rows.iter().map(|row| (row.days_late, row.again));
            (part.kind, rows.collect())
        })
        .collect()
}

#[test]
fn a_missed_promise_is_told_again_after_three_days_and_to_a_founder_after_five() {
    let (_root, db) = workspace();
    let seller = member(&db, "Seller", Role::Sales);
    let founder = member(&db, "Founder", Role::Founder);
    for days_late in [1, 3, 5, 9] {
        promise(&db, seller, days_late);
    }
    let of_seller = queue(&db, seller);
    assert_eq!(
        of_seller[0],
        (
            TodayKind::Overdue,
            vec![(9, true), (5, true), (3, true), (1, false)]
        )
    );
    assert!(
        of_seller
            .iter()
            .all(|(kind, _)| *kind != TodayKind::Waiting)
    );
    let of_founder = queue(&db, founder);
    assert_eq!(
        of_founder[0],
        (TodayKind::Overdue, vec![(3, false), (1, false)])
    );
    assert_eq!(
        of_founder[2],
        (TodayKind::Waiting, vec![(9, false), (5, false)])
    );
    assert_eq!(db.read(list).expect("a queue").left, 4, "no row twice");
}
