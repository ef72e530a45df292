//! What editing a promise changes, and what it leaves alone.

use super::*;
use crate::kernel::{Act, Id};
use crate::organizations::{Organization, OrganizationInput};
use crate::people::{self, PersonInput};
use crate::testing::workspace;

fn input(id: Option<Id>, title: &str, person: Option<Id>) -> FollowupInput {
    FollowupInput {
        id,
        title: title.to_owned(),
        due_on: "2026-11-25".to_owned(),
        due_time: None,
        channel: None,
        person,
        deal: None,
    }
}

fn firm_of(db: &Db, promise: Id) -> Option<String> {
    let found = db.read(|read| {
        let promise: Followup = read.get(promise)?;
        let firm = promise.organization.map(|id| read.get::<Organization>(id));
        Ok(firm.transpose()?.map(|firm| firm.name))
    });
    found.expect("a promise")
}

#[test]
fn a_promise_to_a_firm_stays_the_firms_until_a_person_is_named() -> Result<()> {
    let (_root, db) = workspace();
    let firm = OrganizationInput {
        id: None,
        name: "Vale & Co".to_owned(),
        industry: None,
        region: None,
    };
    let firm = organizations::save(&db, firm)?.id;
    let made = db.write(Act::new("followup_saved"), |tx| {
        let mut promise = open(tx.fresh_id(), "Send the offer");
        promise.due_on = "2026-11-24".to_owned();
        promise.organization = Some(firm);
        tx.put(&promise)?;
        Ok(promise.id)
    })?;
    let promise = made.value;
    save(&db, input(Some(promise), "Send the new offer", None))?;
    assert_eq!(firm_of(&db, promise).as_deref(), Some("Vale & Co"));

    let person = PersonInput {
        organization: Some("Reed Ltd".to_owned()),
        ..PersonInput::named("Bo Reed")
    };
    let person = people::save(&db, person)?.id;
    save(&db, input(Some(promise), "Send the offer", Some(person)))?;
    assert_eq!(firm_of(&db, promise).as_deref(), Some("Reed Ltd"));
    Ok(())
}
