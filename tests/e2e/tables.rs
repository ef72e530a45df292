//! Tables without a mouse: sort, filter, edit a cell, change several rows at once, take it back; and on the record an
//! older value of a field comes back out of its history.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, NOW, drive};
use touchline_tests::wait::until_true;
use touchline_tests::window::Window;

#[test]
fn people_are_sorted_filtered_edited_and_graded_by_keyboard_in_chinese() -> Result<()> {
    drive(
        "tables-zh-Hans",
        Lang::ZhHans,
        Content::Sample,
        async |app| work(app, "杜一鸣").await,
    )
}

#[test]
fn people_are_sorted_filtered_edited_and_graded_by_keyboard_in_english() -> Result<()> {
    drive("tables-en", Lang::En, Content::Sample, async |app| {
        work(app, "Adam Ashby").await
    })
}

async fn work(app: &mut App, new_name: &str) -> Result<()> {
    let window = &app.window;
    window.find("today-row").await?;
    window.keys("gc").await?;
    window.find("person-row").await?;

    to_the_ends(app).await?;
    who_was_touched_this_week(app).await?;
    sort_by_name_from_the_end(window).await?;
    filter_by_grade_a(app).await?;
    let old_name = rename_the_first(app, new_name).await?;
    grade_three_and_take_it_back(app).await?;
    bring_the_old_name_back(app, new_name, &old_name).await
}

async fn to_the_ends(app: &App) -> Result<()> {
    let window = &app.window;
    let last = people(app, None)? + 1;
    for (key, place) in [(Key::End, last), (Key::Home, 2)] {
        window.press(&[], key).await?;
        let script = "return document.querySelector('[data-active]')?.getAttribute('aria-rowindex') === arguments[0]";
        until_true("the cursor at the end of the list", async || {
            let there = window.js(script, vec![json!(place.to_string())]).await?;
            Ok(there.json() == &json!(true))
        })
        .await?;
    }
    Ok(())
}

/// Filters by a period, moves somebody to another firm where the row stands, and takes both back.
async fn who_was_touched_this_week(app: &App) -> Result<()> {
    let window = &app.window;
    let touched = || {
        let asked = [
            "people",
            "list",
            "--limit",
            "500",
            "--filter",
            "last_touch_at=week",
            "--now",
            NOW,
        ];
        app.workspace.rows(&asked)
    };
    let wanted = touched()?.len();
    window.keys("f").await?;
    window.focused("filter-find").await?;
    window.walk_to("[data-testid=filter-last_touch_at]").await?;
    window.press(&[], Key::Enter).await?;
    window.focused("filter-value").await?;
    window.walk_to("[data-value=week]").await?;
    window.press(&[], Key::Enter).await?;
    window.find("chip-last_touch_at").await?;
    until_true("only people of this week", async || {
        Ok(window.all("person-row").await?.len() == wanted)
    })
    .await?;
    window.press(&[], Key::Escape).await?;
    window.gone("filter-value").await?;

    window.press(&[], Key::Right).await?;
    window.press(&[], Key::Right).await?;
    window.press(&[], Key::Enter).await?;
    window.focused("edit-organization").await?;
    window.press(&[Key::Control], 'a').await?;
    window.type_here("Kranich").await?;
    window.press(&[], Key::Enter).await?;
    window.find_with("person-row", "Kranich").await?;
    let moved = async |count: usize| {
        until_true("the firm to be stored", async || {
            Ok(touched()?
                .iter()
                .filter(|row| row["organization"] == "Kranich")
                .count()
                == count)
        })
        .await
    };
    moved(1).await?;
    window.press(&[Key::Control], 'z').await?;
    moved(0).await?;
    window.tab_to("chip-remove-last_touch_at").await?;
    window.press(&[], Key::Enter).await?;
    window.gone("chip-last_touch_at").await
}

async fn sort_by_name_from_the_end(window: &Window) -> Result<()> {
    let first = window.texts("person-row").await?.remove(0);
    window.keys("s").await?;
    until_true("another row to stand first", async || {
        Ok(window.texts("person-row").await?.first() != Some(&first))
    })
    .await
}

async fn filter_by_grade_a(app: &App) -> Result<()> {
    let window = &app.window;
    let wanted = people(app, Some("A"))?;
    window.keys("f").await?;
    window.focused("filter-find").await?;
    window.press(&[], Key::Enter).await?;
    window.focused("filter-value").await?;
    window.press(&[], Key::Enter).await?;
    window.find("chip-grade").await?;
    until_true("only people of grade A", async || {
        Ok(window.all("person-row").await?.len() == wanted)
    })
    .await?;
    window.press(&[], Key::Escape).await?;
    window.gone("filter-value").await
}

/// Returns the name that the first row had.
async fn rename_the_first(app: &App, new_name: &str) -> Result<String> {
    let window = &app.window;
    window.keys("e").await?;
    window.focused("edit-name").await?;
    let box_ = window.find("edit-name").await?;
    let old_name = box_.value().await?.context("a name")?;
    window.press(&[Key::Control], 'a').await?;
    window.type_here(new_name).await?;
    window.press(&[], Key::Enter).await?;
    window.find_with("person-row", new_name).await?;
    let found = app
        .workspace
        .rows(&["people", "list", "--query", new_name])?;
    ensure!(found.len() == 1, "the new name is stored: {found:?}");
    Ok(old_name)
}

async fn grade_three_and_take_it_back(app: &App) -> Result<()> {
    let window = &app.window;
    let (a, d) = (people(app, Some("A"))?, people(app, Some("D"))?);
    window.keys("x").await?;
    window.press(&[Key::Shift], Key::Down).await?;
    window.press(&[Key::Shift], Key::Down).await?;
    window.find_with("bulk-bar", "3").await?;
    window.keys("r").await?;
    window.focused("pick").await?;
    window.type_here("D").await?;
    window.press(&[], Key::Enter).await?;
    until_true("three people to be of grade D", async || {
        Ok(people(app, Some("D"))? == d + 3 && people(app, Some("A"))? == a - 3)
    })
    .await?;
    window.gone("pick").await?;
    window.press(&[Key::Control], 'z').await?;
    until_true("the grades to be as they were", async || {
        Ok(people(app, Some("D"))? == d && people(app, Some("A"))? == a)
    })
    .await
}

async fn bring_the_old_name_back(app: &App, new_name: &str, old_name: &str) -> Result<()> {
    let window = &app.window;
    window.keys("/").await?;
    window.focused("people-filter").await?;
    window.type_here(new_name).await?;
    until_true("one row to be left", async || {
        Ok(window.all("person-row").await?.len() == 1)
    })
    .await?;
    window.press(&[], Key::Enter).await?;
    window.press(&[], Key::Enter).await?;
    window.find_with("record-name", new_name).await?;
    window.keys("h").await?;
    window.find("history-lines").await?;
    window.tab_to("history-restore").await?;
    window.press(&[], Key::Enter).await?;
    window.find_with("record-name", old_name).await?;
    let found = app
        .workspace
        .rows(&["people", "list", "--query", old_name])?;
    ensure!(!found.is_empty(), "the old name is stored again");
    Ok(())
}

/// How many people there are, or are of this grade.
fn people(app: &App, grade: Option<&str>) -> Result<usize> {
    let filter = grade.map(|grade| format!("grade={grade}"));
    let mut line = vec!["people", "list", "--limit", "500"];
    if let Some(filter) = &filter {
        line.extend(["--filter", filter.as_str()]);
    }
    Ok(app.workspace.rows(&line)?.len())
}
