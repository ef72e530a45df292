//! A candidate's name: said by their own record, by no other command, neither as text nor as JSON.

use anyhow::{Result, ensure};
use touchline_core::followups::{self, FollowupInput};
use touchline_core::kernel::{Clock, Db, Id, Options};
use touchline_core::people::{self, PersonInput, PersonKind};
use touchline_core::{bin, setup};

use crate::harness::{NOW, Place};

const NAME: &str = "闻人雪";

/// A candidate as the window makes one, with a call, a promise, and another candidate in the bin.
fn candidate(place: &Place) -> Result<Id> {
    let options = Options {
        clock: Clock::Fixed(NOW.parse()?),
        seed: None,
        config: place.file("window"),
    };
    let db = setup::open(&place.file("work"), options)?;
    let gone = made(&db)?;
    bin::delete(&db, gone)?;
    let person = made(&db)?;
    followups::save(
        &db,
        FollowupInput {
            id: None,
            title: "回访".to_owned(),
            due_on: "2026-11-20".to_owned(),
            due_time: Some("15:00".to_owned()),
            channel: None,
            person: Some(person),
            deal: None,
        },
    )?;
    Ok(person)
}

fn made(db: &Db) -> Result<Id> {
    let input = PersonInput {
        kind: PersonKind::Candidate,
        organization: Some("恒达精密制造".to_owned()),
        ..PersonInput::named(NAME)
    };
    Ok(people::save(db, input)?.id)
}

#[test]
fn a_candidates_name_is_said_by_their_own_record_only() -> Result<()> {
    let place = Place::empty()?;
    let person = candidate(&place)?.to_string();
    let logged = place.run(&["log", &format!("{NAME} 电话 12分钟 有意向")])?;
    let call = logged["touchpoints"][0]["touchpoint"]["id"]
        .as_str()
        .unwrap_or_default();
    let calendar = place.file("steps.ics");
    let calendar = calendar.to_str().unwrap_or_default();
    place.run(&["followups", "export", calendar])?;
    let mut said = vec![logged.to_string(), std::fs::read_to_string(calendar)?];
    for command in [
        &["people", "list"][..],
        &["organizations", "list"],
        &["deals", "list"],
        &["touchpoints", "list"],
        &["touchpoints", "show", call],
        &["followups", "list"],
        &["interviews", "list"],
        &["actions"],
        &["bin", "list"],
        &["week"],
        &["journey", &person],
        &["history", call],
    ] {
        said.push(place.run(command)?.to_string());
        said.push(place.say(command)?);
    }
    for answer in said {
        ensure!(!answer.contains(NAME), "{answer}");
    }
    ensure!(place.say(&["people", "show", &person])?.contains(NAME));
    Ok(())
}
