//! History says what was, by whom and through what, and a value can come back.

use chrono::DateTime;

use super::{history, restore};
use crate::kernel::act::Origin;
use crate::kernel::changes::Op;
use crate::kernel::list::PageInput;
use crate::kernel::time::Zone;
use crate::kernel::{Clock, Db, Id, Options};
use crate::model;
use crate::people::{self, IdentifierInput, IdentifierKind, IdentifierState, PersonInput};

struct World {
    db: Db,
    person: Id,
    _dir: tempfile::TempDir,
}

fn world() -> World {
    let dir = tempfile::tempdir().expect("a folder");
    let options = Options {
        clock: Clock::Fixed(DateTime::from_timestamp(1_795_052_400, 0).expect("a moment")),
        seed: Some(3),
        config: dir.path().join("config"),
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.path().join("work"), zone, options)
        .expect("created")
        .through(Origin::Cli);
    let input = PersonInput {
        city: Some("苏州".to_owned()),
        ..PersonInput::named("杜娟")
    };
    let person = people::save(&db, input).expect("a person").id;
    World {
        db,
        person,
        _dir: dir,
    }
}

impl World {
    fn set(&self, field: &str, value: Option<&str>) {
        let act = crate::kernel::Act::new("people_changed");
        self.db
            .write(act, |tx| people::set(tx, self.person, field, value))
            .expect("set");
    }

    fn lines(&self) -> Vec<super::HistoryLine> {
        self.db
            .read(|read| history(read, self.person))
            .expect("a history")
    }

    fn city(&self) -> Option<String> {
        let found = self.db.read(|read| read.get::<people::Person>(self.person));
        found.expect("a person").city
    }
}

#[test]
fn a_value_comes_back_as_an_action_of_its_own() {
    let world = world();
    world.set("city", Some("上海"));
    world.set("city", None);
    let lines = world.lines();
    let emptied = lines.first().expect("a line");
    assert_eq!(
        (emptied.op, emptied.old.as_deref()),
        (Op::Changed, Some("上海"))
    );
    assert_eq!(emptied.origin, Some(Origin::Cli));
    assert!(emptied.restorable);

    let back = restore(&world.db, world.person, &emptied.line, "city").expect("restored");
    assert_eq!(world.city().as_deref(), Some("上海"));
    assert!(
        !world
            .lines()
            .iter()
            .any(|line| line.restorable && line.old.as_deref() == Some("上海"))
    );
    world.db.undo(back.action).expect("undone");
    assert_eq!(world.city(), None);

    let first = world
        .lines()
        .into_iter()
        .rfind(|line| line.field == "city")
        .expect("a line");
    assert_eq!(
        (first.op, first.new.as_deref()),
        (Op::Created, Some("苏州"))
    );
    restore(&world.db, world.person, &first.line, "city").expect("restored");
    assert_eq!(world.city().as_deref(), Some("苏州"));
}

#[test]
fn a_line_of_another_row_or_field_is_refused() {
    let world = world();
    world.set("city", Some("上海"));
    let line = world.lines().remove(0).line;
    for (row, line, field) in [
        (world.person, line.as_str(), "name"),
        (world.person, line.as_str(), "nothing"),
        (world.person, "x", "city"),
        (Id::derived(&[b"nobody"]), line.as_str(), "city"),
    ] {
        assert!(
            restore(&world.db, row, line, field).is_err(),
            "{line} {field}"
        );
    }
    assert_eq!(world.city().as_deref(), Some("上海"));
}

#[test]
fn what_belongs_to_a_record_has_its_lines_there() {
    let world = world();
    world.set("organization", Some("华东智造"));
    world.set("title", Some("经理"));
    world.set("title", Some("总监"));
    let act = crate::kernel::Act::new("people_changed");
    world
        .db
        .write(act, |tx| {
            crate::catalog::mark(tx, world.person, &["重点".to_owned()])?;
            crate::catalog::unmark(tx, world.person, "重点")
        })
        .expect("tagged");
    let told: Vec<_> = world
        .lines()
        .into_iter()
        .filter_map(|line| {
            let part = line.part?;
            Some((
                part.noun,
                part.name,
                line.op,
                line.field,
                line.new,
                line.restorable,
            ))
        })
        .collect();
    let line = |noun: &str, name: &str, op, field: &str, new: Option<&str>, restorable| {
        let new = new.map(str::to_owned);
        (
            noun.to_owned(),
            name.to_owned(),
            op,
            field.to_owned(),
            new,
            restorable,
        )
    };
    assert_eq!(
        told,
        [
            line("taggings", "重点", Op::Deleted, "", None, false),
            line("taggings", "重点", Op::Created, "", None, false),
            line(
                "positions",
                "华东智造",
                Op::Changed,
                "title",
                Some("总监"),
                true
            ),
            line(
                "positions",
                "华东智造",
                Op::Changed,
                "title",
                Some("经理"),
                true
            ),
            line("positions", "华东智造", Op::Created, "", None, false),
        ]
    );
    let lines = world.lines();
    let titled = lines
        .iter()
        .find(|line| line.field == "title")
        .expect("a line");
    let position = titled.row.expect("a row");
    restore(&world.db, position, &titled.line, "title").expect("restored");
    let record = world
        .db
        .read(|read| super::person(read, world.person))
        .expect("a record");
    assert_eq!(record.positions[0].title.as_deref(), Some("经理"));
}

#[test]
fn a_number_that_must_not_be_called_says_so_everywhere_and_after_coming_back() {
    let World { db, person, _dir } = world();
    let identify = |numbers: &[&str]| {
        let wanted: Vec<_> = numbers
            .iter()
            .map(|value| IdentifierInput {
                kind: IdentifierKind::Phone,
                value: (*value).to_owned(),
            })
            .collect();
        let act = crate::kernel::Act::new("person_saved");
        db.write(act, |tx| people::identify(tx, person, &wanted))
            .expect("identified");
    };
    let mark = |id, state, why: Option<&str>| {
        people::mark(&db, id, state, why.map(str::to_owned)).expect("marked")
    };
    let numbers = || {
        let record = db.read(|read| super::person(read, person));
        record.expect("a record").identifiers
    };
    let listed = || {
        let first = PageInput::first("name", false, 10);
        let page = db.read(|read| crate::lists::people::list(read, &first));
        let row = page.expect("a page").rows.remove(0);
        (row.phone_tail, row.phone_blocked)
    };
    identify(&["13800000001", "13800000002"]);
    let [one, two] = [0, 1].map(|at| numbers()[at].id);
    mark(one, Some(IdentifierState::DoNotContact), Some(" 本人要求 "));
    let first = numbers().remove(0);
    assert!(first.blocked && first.state_on.is_some());
    assert_eq!(first.state_why.as_deref(), Some("本人要求"));
    assert_eq!(listed(), (Some("0002".to_owned()), false));
    let wrong = mark(two, Some(IdentifierState::Wrong), None);
    assert!(listed().1);
    db.undo(wrong.action).expect("undone");
    assert!(!listed().1);

    identify(&[]);
    assert_eq!(listed(), (None, false));
    identify(&["13800000001"]);
    assert!(listed().1);
    mark(one, None, Some("no reason without a state"));
    let first = numbers().remove(0);
    assert_eq!(
        (first.state, first.state_why, first.state_on),
        (None, None, None)
    );
}
