//! A candidate's name stands in their own record and nowhere else.

use super::{IdentifierInput, IdentifierKind, PersonInput, PersonKind, called};
use crate::followups::{self, FollowupInput};
use crate::guides;
use crate::kernel::list::PageInput;
use crate::kernel::settings::Lang;
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Db, Id, Options, Read, Result};
use crate::pipeline::{self, DealInput};
use crate::quicklog::{self, Occasion};
use crate::touchpoints::{self, PersonChoice, Subject};
use crate::{journeys, lists, model, organizations, records, search, today};

const NAME: &str = "闻人雪";

struct World {
    db: Db,
    person: Id,
    organization: Id,
    deal: Id,
    _dir: tempfile::TempDir,
}

/// A candidate at a firm, with a deal, a promise, a logged call and an interview.
fn world() -> Result<World> {
    let dir = tempfile::tempdir().expect("a folder");
    let options = Options {
        clock: Clock::Fixed("2026-11-21T01:00:00Z".parse().expect("a moment")),
        seed: Some(5),
        config: dir.path().join("config"),
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.path().join("work"), zone, options)?;
    db.write(Act::new("setup"), |tx| {
        pipeline::make_default(tx, "zh-Hans")
    })?;
    guides::provide(&db)?;
    let input = PersonInput {
        kind: PersonKind::Candidate,
        organization: Some("恒达精密制造".to_owned()),
        identifiers: vec![IdentifierInput {
            kind: IdentifierKind::Phone,
            value: "13812342231".to_owned(),
        }],
        ..PersonInput::named(NAME)
    };
    let person = super::save(&db, input)?.id;
    let deal = pipeline::save(&db, deal_with(person))?.id;
    followups::save(&db, promise_to(person, deal))?;
    let line = format!("{NAME} 电话 12分钟 有意向");
    quicklog::save(&db, &line, &[], Occasion::default())?;
    touchpoints::missed(&db, person, None, "再打")?;
    let interview = guides::start(&db, &by_guide(person))?;
    guides::consent(
        &db,
        interview.id,
        &guides::ConsentInput {
            given: true,
            retain_until: None,
        },
    )?;
    guides::start(&db, &by_guide(person))?;
    let (organization, _) = db
        .read(|read| organizations::current(read, person))?
        .expect("a firm");
    Ok(World {
        db,
        person,
        organization,
        deal,
        _dir: dir,
    })
}

fn deal_with(person: Id) -> DealInput {
    serde_json::from_value(serde_json::json!({
        "id": null, "name": "50 席位", "organization": null, "person": person, "stage": null,
        "product": null, "amount": null, "holder": null, "note": null,
    }))
    .expect("a deal")
}

fn promise_to(person: Id, deal: Id) -> FollowupInput {
    FollowupInput {
        id: None,
        title: "回访".to_owned(),
        due_on: "2026-11-20".to_owned(),
        due_time: None,
        channel: None,
        person: Some(person),
        deal: Some(deal),
    }
}

fn by_guide(person: Id) -> guides::StartInput {
    guides::StartInput {
        person: PersonChoice::Existing(person),
        guide: guides::guide_id("candidate"),
        lang: Lang::ZhHans,
        channel: None,
        held_on: None,
        held_time: None,
        keeps: None,
    }
}

fn page(sort: &str) -> PageInput {
    PageInput {
        sort: sort.to_owned(),
        desc: false,
        after: None,
        limit: 50,
        query: None,
        filters: Vec::new(),
    }
}

fn said(answer: impl serde::Serialize) -> Result<String> {
    serde_json::to_string(&answer).map_err(crate::kernel::Error::internal)
}

/// What every view but the record answers, each with its name.
fn views(read: &Read<'_>, world: &World) -> Result<Vec<(&'static str, String)>> {
    let World {
        person,
        organization,
        deal,
        ..
    } = *world;
    Ok(vec![
        ("people", said(lists::people::list(read, &page("name"))?)?),
        (
            "followups",
            said(lists::followups::list(read, &page("due_on"))?)?,
        ),
        ("deals", said(lists::deals::list(read, &page("name"))?)?),
        ("board", said(lists::deals::board(read, None, None)?)?),
        ("touchpoints", said(touchpoints::list(read, &page("at"))?)?),
        ("today", said(today::list(read)?)?),
        (
            "organization",
            said(records::organization(read, organization)?)?,
        ),
        ("deal", said(records::deal(read, deal)?)?),
        ("deal's history", said(records::history(read, deal)?)?),
        (
            "journey",
            said(journeys::of(read, Subject::person(person))?)?,
        ),
        (
            "firm's journey",
            said(journeys::of(read, Subject::organization(organization))?)?,
        ),
        ("search", said(search::lookup(read, "闻人", 20)?)?),
        ("search by sound", said(search::lookup(read, "wrx", 20)?)?),
        ("quick log", said(quicklog::read(read, "wrx 电话", &[])?)?),
        ("interviews", said(guides::of_person(read, person)?)?),
        ("unfinished", said(guides::unfinished(read, None)?)?),
        (
            "sheet",
            said(guides::sheet(read, guides::latest(read, 9)?[0].id)?)?,
        ),
        (
            "actions",
            said(read.all(
                "SELECT subject FROM actions WHERE subject IS NOT NULL",
                [],
                |row| row.get::<_, String>(0),
            )?)?,
        ),
    ])
}

#[test]
fn a_candidates_name_stands_in_their_own_record_only() -> Result<()> {
    let world = world()?;
    let code = called(world.person, PersonKind::Candidate, NAME);
    world.db.read(|read| {
        for (view, answer) in views(read, &world)? {
            assert!(
                !answer.contains(NAME),
                "{view} names the candidate: {answer}"
            );
            assert!(
                !answer.contains("wenrenxue"),
                "{view} spells the name: {answer}"
            );
        }
        let found = search::lookup(read, "闻人", 20)?;
        assert_eq!(found[0].name, code);
        let record = records::person(read, world.person)?;
        assert_eq!(record.person.name, NAME);
        assert_eq!(record.person.shown.as_deref(), Some(code.as_str()));
        Ok(())
    })
}

#[test]
fn the_code_goes_when_the_candidate_becomes_a_customer() -> Result<()> {
    let world = world()?;
    let input = PersonInput {
        id: Some(world.person),
        kind: PersonKind::Customer,
        ..PersonInput::named(NAME)
    };
    super::save(&world.db, input)?;
    let shown = world.db.read(|read| super::refer(read, world.person))?;
    assert_eq!(shown.map(|shown| shown.name).as_deref(), Some(NAME));
    assert_eq!(world.db.check()?.stale_projections, Vec::<&str>::new());
    Ok(())
}
