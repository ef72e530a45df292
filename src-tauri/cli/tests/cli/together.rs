//! Several processes on one workspace: nobody's work is lost, and who waits too long is told.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::harness::{Place, answered};

#[test]
fn eight_processes_that_write_at_once_all_get_their_turn() -> Result<()> {
    let place = Place::empty()?;
    let mut running = Vec::new();
    for at in 0..8 {
        running.push(place.start(&["log", &format!("李{at}号 电话 {at}分钟")])?);
    }
    for child in running {
        answered(&child.wait_with_output()?)?;
    }
    assert_eq!(place.run(&["touchpoints", "list"])?["total"], 8);
    assert_eq!(place.run(&["check"])?["integrity"], "ok");
    Ok(())
}

#[test]
fn a_writer_waits_for_another_and_is_told_when_it_takes_too_long() -> Result<()> {
    let place = Place::empty()?;
    let holder = open(&place)?;
    holder.execute_batch("BEGIN IMMEDIATE")?;
    // Reading never waits.
    assert_eq!(place.run(&["touchpoints", "list"])?["total"], 0);
    let refused = place.refuse(&["log", "王总 电话"])?;
    assert_eq!(
        (refused.code, &refused.said["code"]),
        (Some(1), &"busy".into())
    );
    let waiting = place.start(&["log", "王总 电话"])?;
    holder.execute_batch("ROLLBACK")?;
    answered(&waiting.wait_with_output()?)?;
    assert_eq!(place.run(&["touchpoints", "list"])?["total"], 1);
    Ok(())
}

#[test]
fn what_one_device_did_another_does_not_take_back_by_accident() -> Result<()> {
    let place = Place::empty()?;
    let logged = place.run(&["log", "王总 电话"])?;
    fs::remove_dir_all(place.file("XDG_CONFIG_HOME"))?;
    assert_eq!(place.refuse(&["undo"])?.said["code"], "undo_nothing");
    let action = logged["action"].as_str().context("an action")?;
    ensure!(place.run(&["undo", action])?["changes"].as_u64() > Some(0));
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "another program's hand on the file"
)]
fn open(place: &Place) -> Result<rusqlite::Connection> {
    Ok(rusqlite::Connection::open(place.database())?)
}
