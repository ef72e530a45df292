//! Which backups are made, kept and shown.

use chrono::{DateTime, Days};
use tempfile::TempDir;

use super::*;
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Options, place};
use crate::people;

fn at(root: &TempDir, day: u64) -> Db {
    let morning = DateTime::from_timestamp(1_795_222_800, 0).expect("a moment");
    let options = Options {
        clock: Clock::Fixed(morning + Days::new(day)),
        seed: Some(day),
        config: root.path().join("config"),
    };
    let dir = root.path().join("workspace");
    if place::file(&dir).exists() {
        return Db::open(crate::model(), &dir, options).expect("opened");
    }
    let zone = Zone(chrono_tz::Asia::Shanghai);
    Db::create(crate::model(), &dir, zone, options).expect("made")
}

fn add(db: &Db, name: &str) {
    db.write(Act::new("person_saved").on(name), |tx| {
        tx.put(&people::named(tx.fresh_id(), name)).map(drop)
    })
    .expect("added");
}

#[test]
fn one_a_day_is_made_and_three_days_and_a_week_are_kept() {
    let root = tempfile::tempdir().expect("a folder");
    for day in 0..30 {
        let db = at(&root, day);
        assert!(make_daily(&db).expect("made").is_some(), "day {day}");
        assert!(make_daily(&db).expect("asked").is_none(), "once a day");
        let all = list(&db).expect("listed");
        assert!(all.len() <= 5, "day {day}: {all:?}");
        let now = db.clock().now_ms();
        let ages: Vec<i64> = all.iter().map(|one| (now - one.at) / 86_400_000).collect();
        assert!(
            day < 2 || ages.starts_with(&[0, 1, 2]),
            "day {day}: {ages:?}"
        );
        assert!(
            day < 14 || ages.iter().any(|age| (7..=14).contains(age)),
            "day {day}: {ages:?}"
        );
    }
}

#[test]
fn a_backup_by_another_process_is_waited_for() {
    let root = tempfile::tempdir().expect("a folder");
    let db = at(&root, 0);
    let now = db.clock().now_ms();
    db.local(|conn| crate::kernel::lease::take(conn, LEASE, "somebody", now, now + 1_000))
        .expect("taken");
    assert!(make_daily(&db).expect("asked").is_none());
    assert!(list(&db).expect("listed").is_empty());
}

#[test]
fn a_preview_says_what_would_be_lost_and_a_restore_is_noticed() {
    let root = tempfile::tempdir().expect("a folder");
    let db = at(&root, 0);
    add(&db, "Ada");
    let made = make(&db).expect("made");
    add(&db, "Grace");
    let file = PathBuf::from(&made.path);
    let shown = preview(&db, &file).expect("a preview");
    let people = shown.counts.iter().find(|count| count.noun == "people");
    assert_eq!(people.map(|count| (count.then, count.now)), Some((1, 2)));
    assert_eq!((shown.same, shown.lost, shown.back), (true, 1, 0));
    assert_eq!(shown.latest[0].subject.as_deref(), Some("Grace"));

    let before = db.feed(0).expect("fed").restored;
    let kept = db.restore(&file).expect("restored");
    assert_ne!(db.feed(0).expect("fed").restored, before);
    let kept = preview(&db, &kept).expect("a preview of the present");
    assert_eq!((kept.lost, kept.back), (0, 1));
    let kinds: Vec<BackupKind> = list(&db)
        .expect("listed")
        .iter()
        .map(|one| one.kind)
        .collect();
    assert!(kinds.contains(&BackupKind::BeforeRestore) && kinds.contains(&BackupKind::Manual));
}
