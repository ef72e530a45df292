//! History says what was, by whom and through what, and a value can come back.

use chrono::DateTime;

use super::{history, restore};
use crate::kernel::act::Origin;
use crate::kernel::changes::Op;
use crate::kernel::time::Zone;
use crate::kernel::{Clock, Db, Id, Options};
use crate::model;
use crate::people::{self, PersonInput};

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
