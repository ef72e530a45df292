//! Every corner of a day, by keyboard: a person is deleted and comes back, an action is taken back out of the history,
//! a call stands in this week at once, and a pasted signature becomes a person.

use anyhow::{Result, ensure};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::places::Story;
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::{palette, quicklog};
use touchline_tests::wait::{PATIENCE, until, until_true};
use touchline_tests::window::Window;

#[test]
fn a_deleted_person_comes_back_and_an_action_is_taken_back_by_keyboard() -> Result<()> {
    drive(
        "corners-bin",
        Lang::ZhHans,
        Content::Sample,
        delete_and_restore,
    )
}

async fn delete_and_restore(app: &mut App) -> Result<()> {
    let story = Story::of(app.lang());
    let window = &app.window;
    palette::go_to(window, story.search, story.person).await?;
    window.press(&[Key::Shift], 'X').await?;
    window.find("delete-ask").await?;
    window.click("delete-go").await?;
    window.gone("delete-ask").await?;
    ensure!(in_bin(app, story.person)?, "the person is in the bin");

    window.keys("gb").await?;
    window.find_with("bin-row", story.person).await?;
    window.keys("r").await?;
    window.gone("bin-row").await?;
    ensure!(!in_bin(app, story.person)?, "the person is back");

    // Newest first: the restoring, then the deleting. Taking the first back deletes again; redoing it restores.
    window.keys("gh").await?;
    window.find_with("history-row", story.person).await?;
    window.keys("u").await?;
    until_true("the restoring to be taken back", async || {
        in_bin(app, story.person)
    })
    .await?;
    window.find_with("history-one", "重做").await?;
    window.keys("u").await?;
    until_true("the restoring to be redone", async || {
        Ok(!in_bin(app, story.person)?)
    })
    .await
}

fn in_bin(app: &App, name: &str) -> Result<bool> {
    let rows = app.workspace.rows(&["bin", "list", "--kind", "people"])?;
    Ok(rows.iter().any(|row| row["name"] == name))
}

#[test]
fn this_week_counts_the_call_that_was_just_logged() -> Result<()> {
    drive("corners-week", Lang::En, Content::Sample, log_and_look)
}

async fn log_and_look(app: &mut App) -> Result<()> {
    let story = Story::of(app.lang());
    let window = &app.window;
    nav::go(window, Page::Today).await?;
    let before = talks(window).await?;
    quicklog::open(window).await?;
    quicklog::write(window, story.line).await?;
    quicklog::understood(window, "who", story.person).await?;
    quicklog::save(window).await?;
    until_true("this week to count the call", async || {
        Ok(talks(window).await? == before + 1)
    })
    .await?;
    window.click("week-conversations").await?;
    window.find("week-passport").await?;
    window.find_with("week-row", story.person).await?;
    Ok(())
}

/// The large figure: the first number of its cell, once the cell has been laid out.
async fn talks(window: &Window) -> Result<i64> {
    until("the figure of the week", PATIENCE, async || {
        let text = window.texts("week-conversations").await?.join(" ");
        let mut words = text.split_whitespace();
        Ok(words.find_map(|word| word.replace(',', "").parse().ok()))
    })
    .await
}

#[test]
fn a_pasted_signature_becomes_a_person() -> Result<()> {
    drive("corners-paste", Lang::ZhHans, Content::Sample, paste)
}

async fn paste(app: &mut App) -> Result<()> {
    const BLOCK: &str =
        "韩冬梅 采购经理 | 木棉家居有限公司 | 手机：136 0000 4471 | han@mumian.example";
    let window = &app.window;
    nav::go(window, Page::People).await?;
    window.keys("n").await?;
    window.find("person-paste").await?.send_keys(BLOCK).await?;
    until_true("the form to be filled", async || {
        Ok(window.find("person-name").await?.prop("value").await? == Some("韩冬梅".to_owned()))
    })
    .await?;
    window.click("person-save").await?;
    until_true("the record of the new person", async || {
        Ok(window.texts("record-name").await? == ["韩冬梅"])
    })
    .await?;
    let rows = app
        .workspace
        .rows(&["people", "list", "--query", "韩冬梅"])?;
    ensure!(
        rows.iter()
            .any(|row| row["organization"] == "木棉家居有限公司" && row["phone_tail"] == "4471"),
        "{rows:#?}"
    );
    Ok(())
}
