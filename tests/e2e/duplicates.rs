//! One person who stands there twice: found by the number, merged by keyboard, read as one, and set apart again.

use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::screens::palette;
use touchline_tests::wait::until_true;

const NAMES: [&str; 2] = ["欧阳重山", "欧阳崇山"];

#[test]
fn two_people_with_one_number_are_merged_by_keyboard_and_set_apart_again() -> Result<()> {
    drive(
        "duplicates",
        Lang::ZhHans,
        Content::Sample,
        merge_and_separate,
    )
}

async fn merge_and_separate(app: &mut App) -> Result<()> {
    let window = &app.window;
    for name in NAMES {
        window.keys("gc").await?;
        window.find("people-new").await?;
        window.keys("n").await?;
        window.click("person-name").await?;
        window.type_here(name).await?;
        window.click("person-phone").await?;
        window.type_here("139 1234 4471").await?;
        window.click("person-save").await?;
        window.find_with("record-name", name).await?;
    }
    window.keys("gd").await?;
    window.find_with("duplicate-pair", NAMES[0]).await?;
    window.find("duplicate-merge").await?;
    // The row with the lower id stands on the left and stays; the name on the right is chosen.
    let names = window.text("duplicate-field-name").await?;
    let right = NAMES
        .into_iter()
        .find(|name| names.ends_with(name))
        .with_context(|| format!("neither name stands on the right: {names}"))?;
    window.press(&[], Key::Right).await?;
    window.keys("m").await?;
    until_true("one of the two to be left", async || {
        Ok(ouyang(app)?.len() == 1)
    })
    .await?;
    let left = ouyang(app)?;
    ensure!(
        left[0] == right,
        "the name on the right was chosen: {left:?}"
    );
    palette::go_to(window, right, right).await?;
    window.find("merged-here").await?;
    window.click("merged-separate").await?;
    until_true("both to be back", async || Ok(ouyang(app)?.len() == 2)).await
}

fn ouyang(app: &App) -> Result<Vec<String>> {
    let rows = app.workspace.rows(&["people", "list", "--query", "欧阳"])?;
    Ok(rows
        .iter()
        .filter_map(|row| row["name"].as_str().map(str::to_owned))
        .collect())
}
