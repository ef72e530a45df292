//! Filters by what stands beside a row, by keyboard alone: firm by its name, a way to reach somebody, amounts from one
//! to another; the chips say what is asked, and the rows are those that the terminal finds.

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::wait::until_true;

#[test]
fn people_and_deals_are_filtered_by_what_stands_beside_them_in_chinese() -> Result<()> {
    drive(
        "filters-zh-Hans",
        Lang::ZhHans,
        Content::Sample,
        async |app| story(app, "手机", "含「", ("100,000", "100,000 以上")).await,
    )
}

#[test]
fn people_and_deals_are_filtered_by_what_stands_beside_them_in_english() -> Result<()> {
    drive("filters-en", Lang::En, Content::Sample, async |app| {
        story(app, "Phone", "contains “", ("20,000", "at least 20,000")).await
    })
}

async fn story(
    app: &mut App,
    phone: &str,
    contains: &str,
    (amount, at_least): (&str, &str),
) -> Result<()> {
    app.window.find("today-row").await?;
    app.window.keys("gc").await?;
    app.window.find("person-row").await?;
    let all = app.workspace.rows(&["people", "list", "--limit", "500"])?;
    let firm = all.iter().find_map(|row| row["organization"].as_str());
    let firm = firm.context("somebody's firm")?.to_owned();
    ask(app, "organization", "value-text", &firm).await?;
    chip_says(app, "organization", &format!("{contains}{firm}")).await?;
    rows(
        app,
        "person-row",
        &[
            "people",
            "list",
            "--filter",
            &format!("organization={firm}"),
        ],
    )
    .await?;

    app.window.keys("f").await?;
    app.window.focused("filter-find").await?;
    app.window.type_here(phone).await?;
    app.window.press(&[], Key::Enter).await?;
    app.window.focused("filter-value").await?;
    app.window.press(&[], Key::Enter).await?;
    app.window.find("chip-phone").await?;
    app.window.press(&[], Key::Escape).await?;
    app.window.gone("filter-value").await?;
    let both = [
        "people",
        "list",
        "--filter",
        &format!("organization={firm}"),
        "--filter",
        "phone=true",
    ];
    rows(app, "person-row", &both).await?;

    app.window.keys("gp").await?;
    app.window.find("deal-card").await?;
    app.window.keys("v").await?;
    app.window.find("deal-row").await?;
    ask(app, "amount", "value-from", amount).await?;
    chip_says(app, "amount", at_least).await?;
    let filter = format!("amount={}..", amount.replace(',', ""));
    rows(app, "deal-row", &["deals", "list", "--filter", &filter]).await
}

/// Opens a filter that is asked for in a window of its own, and types what is asked.
async fn ask(app: &App, field: &str, input: &str, typed: &str) -> Result<()> {
    let window = &app.window;
    window.keys("f").await?;
    window.find(&format!("filter-{field}")).await?;
    window
        .walk_to(&format!("[data-testid=filter-{field}]"))
        .await?;
    window.press(&[], Key::Enter).await?;
    window.focused("filter-ask").await?;
    window.press(&[], Key::Enter).await?;
    window.focused(input).await?;
    window.type_here(typed).await?;
    window.press(&[], Key::Enter).await?;
    window.gone("value-form").await
}

async fn chip_says(app: &App, field: &str, words: &str) -> Result<()> {
    app.window
        .find_with(&format!("chip-{field}"), words)
        .await
        .map(drop)
}

/// The window shows as many rows as the terminal finds, and not none. Only few: a long table draws what is seen of it.
async fn rows(app: &App, row: &str, asked: &[&str]) -> Result<()> {
    let found: Vec<Value> = app.workspace.rows(&[asked, &["--limit", "500"]].concat())?;
    anyhow::ensure!(!found.is_empty(), "{asked:?}");
    until_true("the rows that fit", async || {
        Ok(app.window.all(row).await?.len() == found.len())
    })
    .await
}
