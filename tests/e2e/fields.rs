//! A field of one's own, from the record on which it is first missed to a kept view that a key opens, without a
//! mouse; and all of it is there after the app was closed.

use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::wait::until_true;

#[test]
fn a_field_is_made_filled_shown_filtered_by_and_kept_as_a_view_in_chinese() -> Result<()> {
    drive(
        "fields-zh-Hans",
        Lang::ZhHans,
        Content::Sample,
        async |app| story(app, "客户分层", "战略客户", "重点看").await,
    )
}

#[test]
fn a_field_is_made_filled_shown_filtered_by_and_kept_as_a_view_in_english() -> Result<()> {
    drive("fields-en", Lang::En, Content::Sample, async |app| {
        story(app, "Tier", "strategic", "Watch these").await
    })
}

async fn story(app: &mut App, name: &str, value: &str, view: &str) -> Result<()> {
    app.window.find("today-row").await?;
    app.window.keys("gc").await?;
    app.window.find("person-row").await?;
    app.window.press(&[], Key::Enter).await?;
    app.window.find("record-details").await?;
    let field = make_and_fill(app, name, value).await?;
    app.window.keys("gc").await?;
    app.window.find("person-row").await?;
    show_as_column(app, &field, value).await?;
    filter_by(app, &field, value).await?;
    keep(app, view).await?;

    app.restart().await?;
    let window = &app.window;
    window.find("today-row").await?;
    window.keys("go").await?;
    window.find("organization-row").await?;
    window.keys("gc").await?;
    window.find("person-row").await?;
    window.click("view-all").await?;
    window.gone(&format!("chip-{field}")).await?;
    window.keys("1").await?;
    window.find(&format!("chip-{field}")).await?;
    window.find_with("person-row", value).await?;
    one_row(app).await
}

/// Makes a field on the record and fills it where it appears; returns its id.
async fn make_and_fill(app: &App, name: &str, value: &str) -> Result<String> {
    let window = &app.window;
    window.keys("f").await?;
    window.focused("field-name").await?;
    window.type_here(name).await?;
    window.press(&[], Key::Enter).await?;
    window.gone("field-form").await?;
    let made = app.workspace.rows(&["fields", "list"])?;
    ensure!(made.len() == 1 && made[0]["name"] == name, "{made:?}");
    let field = made[0]["id"].as_str().context("an id")?.to_owned();
    window.focused(&format!("edit-{field}")).await?;
    window.type_here(value).await?;
    window.press(&[], Key::Enter).await?;
    window.find_with(&format!("cell-{field}"), value).await?;
    let asked = ["people", "list", "--filter", &format!("{name}={value}")];
    let rows = app.workspace.rows(&asked)?;
    ensure!(
        rows.len() == 1 && rows[0]["fields"][&field] == value,
        "{rows:?}"
    );
    Ok(field)
}

async fn show_as_column(app: &App, field: &str, value: &str) -> Result<()> {
    let window = &app.window;
    window.keys("c").await?;
    let column = format!("column-{field}");
    window.find(&column).await?;
    window
        .walk_to(&format!("[data-testid=\"{column}\"]"))
        .await?;
    window.press(&[], Key::Enter).await?;
    window.press(&[], Key::Escape).await?;
    window.gone(&column).await?;
    window.find_with("person-row", value).await.map(drop)
}

async fn filter_by(app: &App, field: &str, value: &str) -> Result<()> {
    let window = &app.window;
    window.keys("f").await?;
    window.focused("filter-find").await?;
    window
        .walk_to(&format!("[data-testid=\"filter-{field}\"]"))
        .await?;
    window.press(&[], Key::Enter).await?;
    window.focused("filter-ask").await?;
    window.press(&[], Key::Enter).await?;
    window.focused("value-text").await?;
    window.type_here(value).await?;
    window.press(&[], Key::Enter).await?;
    window.find(&format!("chip-{field}")).await?;
    window.gone("value-form").await?;
    one_row(app).await
}

async fn keep(app: &App, view: &str) -> Result<()> {
    let window = &app.window;
    window.press(&[Key::Shift], 'v').await?;
    window.focused("view-name").await?;
    window.type_here(view).await?;
    window.tab_to("view-pinned").await?;
    window.press(&[], ' ').await?;
    window.tab_to("view-save").await?;
    window.press(&[], Key::Enter).await?;
    window.gone("view-form").await?;
    window.find_with("view-kept", view).await.map(drop)
}

async fn one_row(app: &App) -> Result<()> {
    until_true("one row to be left", async || {
        Ok(app.window.all("person-row").await?.len() == 1)
    })
    .await
}
