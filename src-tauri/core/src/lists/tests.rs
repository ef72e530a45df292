//! Lists over the sample: filters, what fewer of them would leave, pages and their order.

mod changes;
mod filters;

use chrono::DateTime;

use super::change::{Change, Changes, Which, change};
use super::{ListKind, choices, deals, organizations, people};
use crate::kernel::list::{Listed, PageInput};
use crate::kernel::time::Zone;
use crate::kernel::{Clock, Db, Id, Options, Record};
use crate::people::Person;
use crate::{actions, model, sample, team};

struct World {
    db: Db,
    _dir: tempfile::TempDir,
}

fn world() -> World {
    let dir = tempfile::tempdir().expect("a folder");
    let now = DateTime::from_timestamp(1_795_052_400, 0).expect("a moment");
    let options = Options {
        clock: Clock::Fixed(now),
        seed: Some(1),
        config: dir.path().join("config"),
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(model(), &dir.path().join("work"), zone, options).expect("created");
    sample::fill(&db, "zh-Hans").expect("filled");
    World { db, _dir: dir }
}

fn asked(filters: &[&str]) -> PageInput {
    PageInput {
        filters: filters.iter().map(|filter| (*filter).to_owned()).collect(),
        ..PageInput::first("name", false, 500)
    }
}

fn set(field: &str, value: Option<&str>) -> Change {
    Change::Set {
        field: field.to_owned(),
        value: value.map(str::to_owned),
    }
}

impl World {
    fn people(&self, filters: &[&str]) -> Listed<people::PeopleRow> {
        let page = asked(filters);
        self.db
            .read(|read| people::list(read, &page))
            .expect("a page")
    }

    fn all(&self, page: PageInput, what: &Change) -> Changes {
        let which = Which::View { page, but: vec![] };
        change(&self.db, ListKind::People, which, what).expect("changed")
    }

    fn member(&self, at: usize) -> Id {
        self.db.read(team::active).expect("a team")[at].id
    }

    fn content(&self) -> String {
        self.db.digest().expect("a digest").content
    }
}

#[test]
fn several_values_of_one_field_fit_any_and_several_fields_fit_all() {
    let world = world();
    let (a, b) = (
        world.people(&["grade=A"]).total,
        world.people(&["grade=B"]).total,
    );
    assert!(a > 0 && b > 0);
    let both = world.people(&["grade=A", "grade=B"]);
    assert_eq!(both.total, a + b);
    let city = both.rows.iter().find_map(|row| row.city.clone());
    let city = city.expect("somebody's city");
    let there = both
        .rows
        .iter()
        .filter(|row| row.city.as_ref() == Some(&city));
    let of_both = there.count() as i64;
    assert!(of_both < both.total, "{city}");
    let asked_for = world.people(&["grade=A", "grade=B", &format!("city={city}")]);
    assert_eq!(asked_for.total, of_both);
    let sorted = PageInput {
        sort: "grade".to_owned(),
        ..asked(&["grade=A", "grade=B"])
    };
    let page = world
        .db
        .read(|read| people::list(read, &sorted))
        .expect("a page");
    assert_eq!(page.rows.len() as i64, a + b);
    assert!(page.rows.is_sorted_by_key(|row| row.grade));
}

#[test]
fn every_filter_finds_as_many_rows_as_its_choices_promise() {
    let world = world();
    for (kind, field) in [
        (ListKind::People, "grade"),
        (ListKind::People, "kind"),
        (ListKind::People, "city"),
        (ListKind::People, "source"),
        (ListKind::People, "owner"),
        (ListKind::People, "tag"),
        (ListKind::People, "stage"),
        (ListKind::Organizations, "stage"),
        (ListKind::Organizations, "industry"),
        (ListKind::Organizations, "region"),
        (ListKind::Organizations, "owner"),
        (ListKind::Deals, "stage"),
        (ListKind::Deals, "owner"),
        (ListKind::Deals, "product"),
    ] {
        let offered = world
            .db
            .read(|read| choices(read, kind, field))
            .expect(field);
        for choice in offered {
            let page = asked(&[&format!("{field}={}", choice.value)]);
            let total = world.db.read(|read| {
                Ok(match kind {
                    ListKind::People => people::list(read, &page)?.total,
                    ListKind::Organizations => organizations::list(read, &page)?.total,
                    ListKind::Deals => deals::list(read, &page)?.total,
                })
            });
            assert_eq!(
                total.expect(field),
                choice.count,
                "{field}={}",
                choice.value
            );
        }
    }
}

#[test]
fn an_empty_page_says_what_each_condition_takes_away() {
    let world = world();
    let grade_a = world.people(&["grade=A"]).total;
    let none = world.people(&["grade=A", "city=nowhere"]);
    assert_eq!(none.total, 0);
    let without: Vec<_> = none
        .without
        .iter()
        .map(|w| (w.field.as_str(), w.count))
        .collect();
    assert_eq!(without, [("city", grade_a)]);
    let mut named = asked(&["grade=A"]);
    named.query = Some("nobody at all".to_owned());
    let none = world
        .db
        .read(|read| people::list(read, &named))
        .expect("a page");
    let without: Vec<_> = none
        .without
        .iter()
        .map(|w| (w.field.as_str(), w.count))
        .collect();
    assert_eq!(without, [("", grade_a)]);
    let apart = world.people(&["grade=A", "city=nowhere", "grade=B"]);
    assert_eq!(apart.without.len(), 1, "each field once");
}

#[test]
fn deals_are_filtered_by_their_next_step() {
    let world = world();
    let count = |filter: &[&str]| {
        let page = asked(filter);
        world
            .db
            .read(|read| deals::list(read, &page))
            .expect("a page")
            .total
    };
    let parts = count(&["next=planned"]) + count(&["next=late"]) + count(&["next=none"]);
    assert_eq!(parts, count(&[]));
    assert!(count(&["next=late"]) > 0);
}

#[test]
fn a_page_from_the_middle_is_the_one_that_walking_there_by_key_reaches() {
    let world = world();
    for (sort, desc, filters) in [
        ("name", false, &[][..]),
        ("name", true, &[]),
        ("last_touch_at", true, &[]),
        ("grade", false, &["kind=customer", "kind=lead"]),
        ("touch_count", true, &["grade=A"]),
    ] {
        let mut page = PageInput {
            sort: sort.to_owned(),
            desc,
            limit: 3,
            ..asked(filters)
        };
        let list = |page: &PageInput| world.db.read(|read| people::list(read, page)).expect(sort);
        let ids = |page: &PageInput| -> Vec<Id> {
            list(page).rows.into_iter().map(|row| row.id).collect()
        };
        let mut walked = Vec::new();
        loop {
            let some = list(&page);
            walked.extend(some.rows.into_iter().map(|row| row.id));
            page.after = some.next;
            if page.after.is_none() {
                break;
            }
        }
        page.after = None;
        for from in (0..walked.len()).step_by(2) {
            page.from = from as u32;
            let there: Vec<Id> = walked.iter().skip(from).take(3).copied().collect();
            assert_eq!(ids(&page), there, "{sort} {desc} {filters:?} from {from}");
            assert_eq!(list(&page).total, walked.len() as i64);
        }
        let last = walked.len() as u32 - 1;
        let all = world
            .db
            .read(|read| super::stretch(read, ListKind::People, &page, 0, last + 50))
            .expect(sort);
        assert_eq!(all, walked);
        page.from = last + 1;
        assert_eq!(ids(&page), []);
    }
}

#[test]
fn a_kept_order_ends_with_the_next_write() {
    let world = world();
    let mut page = asked(&[]);
    page.limit = 1;
    page.from = 1;
    let second = |page: &PageInput| {
        let rows = world
            .db
            .read(|read| people::list(read, page))
            .expect("a page")
            .rows;
        rows[0].id
    };
    let before = second(&page);
    assert_eq!(second(&page), before);
    world
        .db
        .write(crate::kernel::Act::new("person_deleted"), |tx| {
            tx.delete::<Person>(before)
        })
        .expect("deleted");
    assert_ne!(second(&page), before);
    world.db.undo(None).expect("undone");
    assert_eq!(second(&page), before);
}

#[test]
fn days_are_filtered_by_a_period_and_by_their_absence() {
    let world = world();
    for kind in [ListKind::People, ListKind::Organizations, ListKind::Deals] {
        let count = |filter: &str| {
            let page = asked(&[filter]);
            let total = world.db.read(|read| {
                Ok(match kind {
                    ListKind::People => people::list(read, &page)?.total,
                    ListKind::Organizations => organizations::list(read, &page)?.total,
                    ListKind::Deals => deals::list(read, &page)?.total,
                })
            });
            total.expect(filter)
        };
        let all = world.db.read(|read| {
            let (noun, _) = kind.what();
            read.value::<i64>(
                &format!(
                    "SELECT count(*) FROM {} WHERE deleted_at IS NULL",
                    noun.table
                ),
                [],
            )
        });
        let all = all.expect("a count");
        for field in ["next", "last_touch_at"] {
            let parts = ["none", "planned", "late"].map(|word| count(&format!("{field}={word}")));
            assert_eq!(parts.iter().sum::<i64>(), all, "{kind:?} {field}");
            assert!(parts[2] > 0, "{kind:?} {field} {parts:?}");
            assert!(count(&format!("{field}=today")) <= count(&format!("{field}=week")));
        }
        assert_eq!(count("last_touch_at=older:0"), count("last_touch_at=late"));
        assert_eq!(count("made_at=today"), all);
        assert_eq!((count("made_at=late"), count("made_at=none")), (0, 0));
        assert_eq!(count("made_at=2026-01-01.."), all);
    }
    let refused = world
        .db
        .read(|read| people::list(read, &asked(&["next=someday"])));
    assert!(refused.is_err());
}

#[test]
fn a_period_and_other_filters_are_one_condition_and_say_what_each_takes_away() {
    let world = world();
    let touched = world.people(&["last_touch_at=month"]);
    assert!(touched.total > 0);
    let page = world.people(&["last_touch_at=month", "grade=A", "next=late"]);
    assert!(page.rows.iter().all(|row| row.grade.is_some()));
    let none = world.people(&["last_touch_at=..2001-01-01", "grade=A"]);
    assert_eq!(none.total, 0);
    let (a, field) = (world.people(&["grade=A"]).total, "last_touch_at".to_owned());
    let without: Vec<_> = none
        .without
        .into_iter()
        .map(|w| (w.field, w.count))
        .collect();
    assert_eq!(without, [(field, a)]);
}
