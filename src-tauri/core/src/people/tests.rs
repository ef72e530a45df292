//! A candidate's name stands in their own record and nowhere else.

use super::{IdentifierInput, IdentifierKind, PersonInput, PersonKind, called, twins};
use crate::followups::{self, FollowupInput};
use crate::guides;
use crate::kernel::list::PageInput;
use crate::kernel::settings::Lang;
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Db, Id, Options, Read, Result};
use crate::pipeline::{self, DealInput, DealRoleKind};
use crate::quicklog::{self, Occasion};
use crate::touchpoints::{self, PersonChoice, Subject};
use crate::week::{self, WeekFigure, WeekRowsInput};
use crate::{
    actions, bin, exchange, journeys, lists, model, organizations, records, reminders, search,
    today,
};

const NAME: &str = "闻人雪";

struct World {
    db: Db,
    person: Id,
    organization: Id,
    deal: Id,
    /// A call whose line names the candidate, and one that did not say which of two.
    calls: [Id; 2],
    _dir: tempfile::TempDir,
}

/// A candidate at a firm, with a deal, a promise, logged calls and an interview; and another of the
/// same name in the recycle bin, with a call and a promise.
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
    let person = super::save(&db, candidate())?.id;
    let deal = pipeline::save(&db, deal_with(person))?.id;
    followups::save(&db, promise_to(person, deal))?;
    pipeline::roles::save(&db, deal, person, DealRoleKind::Advises)?;
    let log = |line: String| -> Result<Id> {
        let saved = quicklog::save(&db, &line, &[], Occasion::default())?;
        Ok(saved.touchpoints[0].touchpoint)
    };
    let named = log(format!("{NAME} 电话 12分钟 有意向 #价格"))?;
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
    let other = super::save(&db, candidate())?.id;
    let unclear = log(format!("{NAME} 电话"))?;
    touchpoints::assign(&db, unclear, &PersonChoice::Existing(other))?;
    let promise = followups::save(&db, promise_to(other, deal))?.id;
    for gone in [unclear, promise, other] {
        bin::delete(&db, gone)?;
    }
    Ok(World {
        db,
        person,
        organization,
        deal,
        calls: [named, unclear],
        _dir: dir,
    })
}

fn phone() -> Vec<IdentifierInput> {
    vec![IdentifierInput {
        kind: IdentifierKind::Phone,
        value: "13812342231".to_owned(),
    }]
}

fn candidate() -> PersonInput {
    PersonInput {
        kind: PersonKind::Candidate,
        organization: Some("恒达精密制造".to_owned()),
        identifiers: phone(),
        ..PersonInput::named(NAME)
    }
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
        due_on: "2026-11-21".to_owned(),
        due_time: Some("08:30".to_owned()),
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
        from: 0,
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
        calls,
        ..
    } = *world;
    let behind = |figure| week::rows(read, &WeekRowsInput { figure, tag: None });
    Ok(vec![
        ("people", said(lists::people::list(read, &page("name"))?)?),
        (
            "followups",
            said(lists::followups::list(read, &page("due_on"))?)?,
        ),
        (
            "organizations",
            said(lists::organizations::list(read, &page("name"))?)?,
        ),
        ("deals", said(lists::deals::list(read, &page("name"))?)?),
        ("board", said(lists::deals::board(read, None, None)?)?),
        ("touchpoints", said(touchpoints::list(read, &page("at"))?)?),
        ("today", said(today::list(read)?)?),
        ("week", said(week::week(read)?)?),
        (
            "talked over this week",
            said(behind(WeekFigure::Conversations)?)?,
        ),
        ("cared about this week", said(behind(WeekFigure::Cared)?)?),
        ("new this week", said(behind(WeekFigure::Leads)?)?),
        ("calendar file", said(exchange::calendar(read)?)?),
        (
            "recycle bin",
            said(bin::list(
                read,
                &bin::BinInput {
                    kind: None,
                    after: None,
                    limit: 100,
                },
            )?)?,
        ),
        ("before deleting", said(bin::doomed(read, person)?)?),
        ("twins", said(twins(read, &phone())?)?),
        (
            "organization",
            said(records::organization(read, organization)?)?,
        ),
        ("deal", said(records::deal(read, deal)?)?),
        ("deal's history", said(records::history(read, deal)?)?),
        (
            "firm's history",
            said(records::history(read, organization)?)?,
        ),
        ("call's history", said(records::history(read, calls[0])?)?),
        (
            "unclear call's history",
            said(records::history(read, calls[1])?)?,
        ),
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
        ("opened last", said(search::named(read, &[person])?)?),
        ("quick log", said(quicklog::read(read, "wrx 电话", &[])?)?),
        ("interviews", said(guides::of_person(read, person)?)?),
        ("unfinished", said(guides::unfinished(read, None)?)?),
        (
            "sheet",
            said(guides::sheet(read, guides::latest(read, 9)?[0].id)?)?,
        ),
    ])
}

/// The same for what needs more than a snapshot.
fn more_views(world: &World) -> Result<Vec<(&'static str, String)>> {
    let db = &world.db;
    let input = actions::ActionsInput {
        limit: 100,
        ..actions::ActionsInput::default()
    };
    let reminders = reminders::take(db)?;
    assert_eq!(reminders.len(), 1, "there is one to tell of");
    Ok(vec![
        ("reminders", said(reminders)?),
        ("actions", said(actions::list(db, &input)?)?),
    ])
}

#[test]
fn a_candidates_name_stands_in_their_own_record_only() -> Result<()> {
    let world = world()?;
    let code = called(world.person, PersonKind::Candidate, NAME);
    let mut asked = world.db.read(|read| views(read, &world))?;
    asked.extend(more_views(&world)?);
    for (view, answer) in asked {
        assert!(answer.len() > 2, "{view} shows nothing: {answer}");
        assert!(
            !answer.contains(NAME),
            "{view} names the candidate: {answer}"
        );
        assert!(
            !answer.contains("wenrenxue"),
            "{view} spells the name: {answer}"
        );
    }
    world.db.read(|read| {
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

#[test]
fn who_becomes_a_candidate_is_called_by_the_code_in_what_was_done_before_too() -> Result<()> {
    let world = world()?;
    let db = &world.db;
    let lead = super::save(db, PersonInput::named("欧阳春晓"))?.id;
    let namesake = super::save(db, PersonInput::named("欧阳春晓 二"))?.id;
    quicklog::save(db, "欧阳春晓 电话 5分钟", &[], Occasion::default())?;
    let subjects = || -> Result<Vec<String>> {
        let input = actions::ActionsInput {
            limit: 100,
            ..actions::ActionsInput::default()
        };
        let rows = actions::list(db, &input)?.rows;
        Ok(rows.into_iter().filter_map(|row| row.subject).collect())
    };
    let named = |subjects: Vec<String>| subjects.iter().filter(|s| *s == "欧阳春晓").count();
    assert_eq!(named(subjects()?), 2, "saved and called");
    db.write(Act::new("people_changed"), |tx| {
        super::set(tx, lead, "kind", Some("candidate"))
    })?;
    assert_eq!(named(subjects()?), 0);
    let code = called(lead, PersonKind::Candidate, "");
    assert_eq!(subjects()?.iter().filter(|s| **s == code).count(), 2);
    let other = db.read(|read| super::refer(read, namesake))?;
    assert!(subjects()?.contains(&other.expect("a namesake").name));
    Ok(())
}
