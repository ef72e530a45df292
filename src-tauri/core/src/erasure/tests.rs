//! What was erased is in no corner of the file, and what may stay is there.

use std::path::Path;

use super::*;
use crate::guides::{
    self, AnswerInput, AnswerState, ConsentInput, FinishInput, StartInput, ThanksInput, guide_id,
};
use crate::kernel::settings::Lang;
use crate::kernel::time::Zone;
use crate::kernel::{Clock, Options, changes};
use crate::model;
use crate::people::{self, IdentifierInput, IdentifierKind, PersonInput};
use crate::touchpoints::PersonChoice;

const NAME: &str = "闻人雪";
const EARLIER: &str = "闻人冰";
const PHONE: &str = "13800004471";
const FIRM: &str = "木棉家居有限公司";
const SAID: &str = "比别家清楚，说得少";
const NOTED: &str = "朋友推荐的一本书";
/// Everything that must be gone; the last two as the text index has them.
const WORDS: [&str; 8] = [NAME, EARLIER, PHONE, FIRM, SAID, NOTED, "得少", "本书"];

fn at(moment: &str) -> Clock {
    Clock::Fixed(moment.parse().expect("a moment"))
}

fn options(root: &Path, clock: Clock) -> Options {
    Options {
        clock,
        seed: Some(5),
        config: root.join("config"),
    }
}

fn begun(root: &Path) -> Db {
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let options = options(root, at("2026-11-19T01:00:00Z"));
    let db = Db::create(model(), &root.join("work"), zone, options).expect("made");
    guides::provide(&db).expect("guides");
    db
}

/// The same workspace half a year on.
fn later(root: &Path) -> Db {
    let options = options(root, at("2027-05-20T01:00:00Z"));
    Db::open(model(), &root.join("work"), options).expect("opened")
}

/// A candidate who was called otherwise before, with a number, a firm and one interview.
fn held(db: &Db) -> Result<Id> {
    let mut input = PersonInput {
        kind: PersonKind::Candidate,
        city: Some("苏州".to_owned()),
        organization: Some(FIRM.to_owned()),
        identifiers: vec![IdentifierInput {
            kind: IdentifierKind::Phone,
            value: PHONE.to_owned(),
        }],
        ..PersonInput::named(EARLIER)
    };
    let id = people::save(db, input.clone())?.id;
    input.id = Some(id);
    input.name = NAME.to_owned();
    people::save(db, input)?;
    let begun = guides::start(
        db,
        &StartInput {
            person: PersonChoice::Existing(id),
            guide: guide_id("candidate"),
            lang: Lang::ZhHans,
            channel: None,
            held_on: None,
            held_time: None,
            keeps: None,
        },
    )?;
    let agreed = ConsentInput {
        given: true,
        retain_until: None,
    };
    guides::consent(db, begun.id, &agreed)?;
    let sheet = db.read(|read| guides::sheet(read, begun.id))?;
    let answer = AnswerInput {
        question: sheet.questions[0].id,
        state: AnswerState::Answered,
        text: Some(SAID.to_owned()),
        verbatim: true,
    };
    guides::answer(db, begun.id, &answer)?;
    guides::ask(db, begun.id, &format!("{NAME}，还有什么想说？"))?;
    let finish = FinishInput {
        minutes: Some(40),
        summary: Some(NOTED.to_owned()),
        thanks: Some(ThanksInput {
            title: format!("感谢{NAME}"),
            due_on: "2026-11-24".to_owned(),
        }),
    };
    guides::finish(db, begun.id, &finish)?;
    Ok(id)
}

/// Which of these words the files of the workspace still have.
fn found(root: &Path) -> Vec<String> {
    let files = std::fs::read_dir(root.join("work")).expect("a folder");
    let paths = files.map(|file| file.expect("a file").path());
    let bytes: Vec<Vec<u8>> = paths
        .filter(|path| path.is_file())
        .map(|path| std::fs::read(path).expect("read"))
        .collect();
    let has = |word: &str| {
        let found = |bytes: &Vec<u8>| {
            bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        };
        bytes.iter().any(found)
    };
    WORDS
        .into_iter()
        .filter(|word| has(word))
        .map(str::to_owned)
        .collect()
}

#[test]
fn nothing_is_due_before_the_day_has_passed() -> Result<()> {
    let root = tempfile::tempdir().expect("a folder");
    let db = begun(root.path());
    let id = held(&db)?;
    assert_eq!(db.read(due)?, []);
    let kept = db.read(|read| of_person(read, id))?.expect("a day");
    assert_eq!((kept.until.as_str(), kept.over), ("2027-05-19", false));
    drop(db);
    let db = later(root.path());
    assert!(db.read(due)?[0].over);
    Ok(())
}

#[test]
fn what_was_erased_is_in_no_corner_of_the_file() -> Result<()> {
    let root = tempfile::tempdir().expect("a folder");
    let id = held(&begun(root.path()))?;
    let db = later(root.path());
    assert_eq!(found(root.path()).len(), WORDS.len(), "it was there before");
    erase(&db, id)?;
    // The firm stands in the catalogue for itself; that they worked there is gone.
    assert_eq!(found(root.path()), [FIRM]);
    assert_eq!(
        db.read(|read| people::refer(read, id))?
            .and_then(|person| person.organization),
        None
    );
    assert_eq!(db.read(due)?, []);
    assert_eq!(db.read(|read| of_person(read, id))?, None);
    Ok(())
}

#[test]
fn that_there_was_a_conversation_stays_and_no_undo_brings_the_rest_back() -> Result<()> {
    let root = tempfile::tempdir().expect("a folder");
    let id = held(&begun(root.path()))?;
    let db = later(root.path());
    erase(&db, id)?;
    let person: Person = db.read(|read| read.get(id))?;
    assert_eq!(person.name, person.shown);
    let held = db.read(|read| guides::of_person(read, id))?;
    assert_eq!((held[0].answered, held[0].questions), (1, 4));
    assert!(db.read(|read| guides::sheet(read, held[0].id))?.erased);
    for _ in 0..20 {
        if db.undo(None).is_err() {
            break;
        }
    }
    let person: Person = db.read(|read| read.find(id))?.expect("a row");
    assert_eq!(person.name, person.shown);
    assert_eq!(found(root.path()), [FIRM]);
    let check = db.check()?;
    assert_eq!(check.integrity, "ok");
    assert!(
        check.stale_projections.is_empty(),
        "{:?}",
        check.stale_projections
    );
    let told = db.read(|read| changes::replay(model(), read))?;
    let name = &told[&(Person::noun().no, person.n)].values[0];
    assert_eq!(*name, Value::Text(person.name));
    Ok(())
}

#[test]
fn of_somebody_who_became_a_customer_only_the_answers_go() -> Result<()> {
    let root = tempfile::tempdir().expect("a folder");
    let db = begun(root.path());
    let id = held(&db)?;
    db.write(Act::new("edited"), |tx| {
        people::set(tx, id, "kind", Some("customer"))
    })?;
    drop(db);
    let db = later(root.path());
    erase(&db, id)?;
    let person: Person = db.read(|read| read.get(id))?;
    assert_eq!(person.name, NAME);
    let left = found(root.path());
    assert!(
        left.contains(&PHONE.to_owned()) && !left.contains(&SAID.to_owned()),
        "{left:?}"
    );
    Ok(())
}
