//! Refusals: exit 1 with a code, exit 2 for what was not understood, nothing touched.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::harness::Place;

#[test]
fn a_folder_without_a_workspace_is_refused() -> Result<()> {
    let refused = Place::new()?.refuse(&["people", "list"])?;
    assert_eq!(refused.code, Some(1));
    assert_eq!(refused.said["code"], "workspace_absent");
    ensure!(refused.said["params"]["path"].is_string() && refused.said["detail"].is_string());
    Ok(())
}

#[test]
fn a_second_workspace_in_the_same_folder_is_refused() -> Result<()> {
    let place = Place::empty()?;
    let before = fs::read(place.database())?;
    assert_eq!(place.refuse(&["init"])?.said["code"], "workspace_exists");
    assert_eq!(fs::read(place.database())?, before);
    Ok(())
}

#[test]
fn a_file_of_another_kind_is_refused_and_left_alone() -> Result<()> {
    let place = Place::new()?;
    fs::create_dir(place.file("work"))?;
    for content in ["", "a letter, not a workspace", "SQLite format 3\0"] {
        fs::write(place.database(), content)?;
        let refused = place.refuse(&["digest"])?;
        let code = refused.said["code"].as_str();
        ensure!(
            matches!(code, Some("workspace_unknown" | "workspace_broken")),
            "{content:?}: {refused:?}"
        );
        assert_eq!(fs::read(place.database())?, content.as_bytes());
    }
    Ok(())
}

#[test]
fn another_programs_database_is_refused_and_left_alone() -> Result<()> {
    let place = Place::new()?;
    fs::create_dir(place.file("work"))?;
    open(&place)?.execute_batch("CREATE TABLE notes (body TEXT)")?;
    let before = fs::read(place.database())?;
    assert_eq!(place.refuse(&["digest"])?.said["code"], "workspace_unknown");
    assert_eq!(fs::read(place.database())?, before);
    Ok(())
}

#[test]
fn a_workspace_of_a_newer_version_is_refused_and_left_alone() -> Result<()> {
    let place = Place::empty()?;
    open(&place)?.pragma_update(None, "user_version", 9999)?;
    let before = fs::read(place.database())?;
    let refused = place.refuse(&["log", "王总 电话"])?;
    assert_eq!(
        (refused.code, &refused.said["code"]),
        (Some(1), &"workspace_newer".into())
    );
    assert_eq!(fs::read(place.database())?, before);
    Ok(())
}

#[test]
fn a_damaged_workspace_is_refused() -> Result<()> {
    let place = Place::sample("en")?;
    open(&place)?.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let mut bytes = fs::read(place.database())?;
    bytes.iter_mut().skip(100).for_each(|byte| *byte = 0xA5);
    fs::write(place.database(), bytes)?;
    assert_eq!(place.refuse(&["digest"])?.said["code"], "workspace_broken");
    Ok(())
}

#[test]
fn a_workspace_that_cannot_be_written_is_refused_for_writing() -> Result<()> {
    let place = Place::empty()?;
    open(&place)?.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let mut rights = fs::metadata(place.database())?.permissions();
    rights.set_readonly(true);
    fs::set_permissions(place.database(), rights)?;
    let refused = place.refuse(&["log", "王总 电话"])?;
    assert_eq!(
        (refused.code, &refused.said["code"]),
        (Some(1), &"workspace_read_only".into())
    );
    Ok(())
}

#[test]
fn rows_that_are_not_there_are_refused_by_name() -> Result<()> {
    let place = Place::empty()?;
    let nobody = "01a00000-0000-7000-8000-000000000000";
    for args in [
        &["people", "show", nobody] as &[&str],
        &["deals", "move", nobody, "报价"],
        &["history", nobody],
        &["journey", "没有这个人"],
        &["undo", nobody],
        &["log", "电话", "--as", "没有这个人"],
    ] {
        let refused = place.refuse(args)?;
        assert_eq!(
            (refused.code, &refused.said["code"]),
            (Some(1), &"row_absent".into()),
            "{args:?}"
        );
    }
    assert_eq!(place.refuse(&["undo"])?.said["code"], "undo_nothing");
    assert_eq!(place.refuse(&["redo"])?.said["code"], "redo_nothing");
    Ok(())
}

#[test]
fn sorts_and_filters_that_no_list_offers_are_refused() -> Result<()> {
    let place = Place::empty()?;
    for args in [
        &["people", "list", "--sort", "shoe_size"] as &[&str],
        &["people", "list", "--filter", "name=x"],
        &["people", "list", "--filter", "nonsense"],
    ] {
        assert_eq!(
            place.refuse(args)?.said["code"],
            "field_invalid",
            "{args:?}"
        );
    }
    Ok(())
}

#[test]
fn what_is_not_understood_exits_with_two() -> Result<()> {
    let place = Place::empty()?;
    for args in [
        &["dance"] as &[&str],
        &["people", "show", "not-an-id"],
        &["people", "list", "--limit", "many"],
        &["init", "--zone", "Mars/Olympus"],
        &["--now", "yesterday", "digest"],
        &["log"],
    ] {
        let refused = place.refuse(args)?;
        assert_eq!(
            (refused.code, &refused.said["code"]),
            (Some(2), &"usage".into()),
            "{args:?}"
        );
        let plain = place.command(args).output()?;
        assert_eq!(plain.status.code(), Some(2), "{args:?}");
        ensure!(
            !plain.stderr.is_empty() && plain.stdout.is_empty(),
            "{args:?}"
        );
    }
    ensure!(place.command(&["--help"]).output()?.status.success());
    Ok(())
}

#[test]
fn a_refusal_is_a_sentence_in_the_language_of_the_workspace() -> Result<()> {
    let place = Place::empty()?;
    let said = |args: &[&str]| -> Result<String> {
        Ok(String::from_utf8(place.command(args).output()?.stderr)?)
    };
    assert_eq!(said(&["undo"])?.trim(), "没有可以撤销的。");
    assert_eq!(
        said(&["--lang", "en", "undo"])?.trim(),
        "There is nothing to undo."
    );
    Ok(())
}

#[test]
fn a_workspace_inside_a_synced_folder_is_refused_with_a_better_place() -> Result<()> {
    let place = Place::new()?;
    let synced = place.file("Dropbox/sales");
    let dir = synced.to_str().context("a path")?;
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.args(["-w", dir, "init", "--json"]);
    command.env("XDG_DATA_HOME", place.file("data"));
    let output = command.output()?;
    let said: serde_json::Value = serde_json::from_slice(&output.stderr)?;
    assert_eq!(said["code"], "workspace_synced");
    ensure!(said["params"]["better"].is_string() && !synced.exists());
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "another program's hand on the file"
)]
fn open(place: &Place) -> Result<rusqlite::Connection> {
    Ok(rusqlite::Connection::open(place.database())?)
}
