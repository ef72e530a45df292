//! What only shows from inside: derived data that waits its turn, stamps from elsewhere, leases.

use chrono::DateTime;
use tempfile::TempDir;

use super::time::Zone;
use super::{Act, Clock, Db, Id, Options, Result, lease};
use crate::people::{self, Person};

fn workspace() -> (TempDir, Db) {
    let root = tempfile::tempdir().expect("a folder");
    let options = Options {
        clock: Clock::Fixed(DateTime::from_timestamp(1_795_222_800, 0).expect("a moment")),
        seed: Some(1),
        config: root.path().join("config"),
    };
    let zone = Zone(chrono_tz::Asia::Shanghai);
    let db = Db::create(
        crate::model(),
        &root.path().join("workspace"),
        zone,
        options,
    );
    (root, db.expect("a workspace"))
}

fn add(db: &Db, count: usize) -> Result<Vec<Id>> {
    let written = db.write(Act::new("person_saved"), |tx| {
        (0..count)
            .map(|at| {
                let person = people::named(tx.fresh_id(), &format!("王{at}"));
                tx.put(&person).map(|_| person.id)
            })
            .collect()
    })?;
    Ok(written.value)
}

fn nothing_is_stale(db: &Db) -> Result<()> {
    assert_eq!(db.check()?.stale_projections, Vec::<&str>::new());
    Ok(())
}

#[test]
fn many_subjects_are_worked_off_after_the_commit_and_come_out_the_same() -> Result<()> {
    let (_root, db) = workspace();
    add(&db, 200)?;
    nothing_is_stale(&db)?;
    db.undo(None)?;
    nothing_is_stale(&db)?;
    db.redo(None)?;
    nothing_is_stale(&db)
}

#[test]
fn what_waited_when_the_process_died_is_worked_off_at_the_next_opening() -> Result<()> {
    let (_root, db) = workspace();
    let people = add(&db, 3)?;
    for id in &people {
        db.write_local("UPDATE people SET sort_key = 'stale' WHERE id = ?1", [id])?;
        db.write_local("INSERT INTO dirty VALUES ('people_keys', ?1)", [id])?;
    }
    assert_eq!(db.check()?.stale_projections, ["people_keys"]);
    db.recover()?;
    nothing_is_stale(&db)
}

#[test]
fn what_waits_under_a_name_that_this_build_does_not_know_ends_in_a_rebuild() -> Result<()> {
    let (_root, db) = workspace();
    let people = add(&db, 1)?;
    db.write_local("UPDATE people SET sort_key = 'stale'", [])?;
    db.write_local("INSERT INTO dirty VALUES ('of_old', ?1)", [people[0]])?;
    db.recover()?;
    nothing_is_stale(&db)
}

#[test]
fn the_feed_names_what_changed_again_until_derived_data_has_followed() -> Result<()> {
    let (_root, db) = workspace();
    let start = db.feed(0)?.cursor;
    let people = add(&db, 1)?;
    db.write_local("INSERT INTO dirty VALUES ('people_keys', ?1)", [people[0]])?;
    let waiting = db.feed(start)?;
    assert_eq!((waiting.nouns, waiting.cursor), (vec!["people"], start));
    db.recover()?;
    let settled = db.feed(start)?;
    assert_eq!(settled.nouns, ["people"]);
    assert!(settled.cursor > start);
    assert_eq!(db.feed(settled.cursor)?.nouns, Vec::<&str>::new());
    Ok(())
}

#[test]
fn a_local_change_is_stamped_above_the_row_it_overwrites_whoever_wrote_that() -> Result<()> {
    let (_root, db) = workspace();
    let id = add(&db, 1)?[0];
    // Another device whose clock is years ahead.
    let ahead = 9_000_000_000_000_i64 << 16;
    db.write_local("UPDATE people SET stamp = ?1", [ahead])?;
    db.write(Act::new("person_saved"), |tx| {
        let mut person: Person = tx.get(id)?;
        person.name = "张".to_owned();
        tx.put(&person)
    })?;
    let stamp: i64 = db.read(|read| read.value("SELECT max(stamp) FROM cell_stamps", []))?;
    assert!(stamp > ahead);
    Ok(())
}

#[test]
fn a_lease_is_held_by_one_until_it_runs_out_or_ends() -> Result<()> {
    let (_root, db) = workspace();
    db.write(Act::new("nothing"), |tx| {
        let conn = tx.conn();
        assert!(lease::take(conn, "job", "one", 0, 100)?);
        assert!(!lease::take(conn, "job", "two", 50, 150)?);
        assert!(lease::take(conn, "job", "one", 50, 150)?, "renewed");
        assert!(lease::held(conn, "job", 150)?);
        assert!(!lease::held(conn, "job", 151)?);
        assert!(lease::take(conn, "job", "two", 151, 200)?, "it ran out");
        lease::end(conn, "job")?;
        assert!(!lease::held(conn, "job", 160)?);
        Ok(())
    })?;
    Ok(())
}
