//! From lead to paid on one record: a quote written by keyboard, sent, signed, planned, billed and paid. No stage moves
//! unless somebody says so, and every step can be taken back.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::screens::record;
use touchline_tests::wait::until_true;

/// Opens a deal that was visited and not quoted yet. Returns its id.
async fn open_visited(app: &App) -> Result<String> {
    let rows = app.workspace.rows(&["deals", "list", "--limit", "200"])?;
    let row = rows.iter().find(|row| row["stage"] == "Visited");
    let id = row
        .and_then(|row| row["id"].as_str())
        .context("a deal that was visited")?;
    let address = format!("#/deals/{id}");
    app.window
        .js("location.hash = arguments[0]", vec![json!(address)])
        .await?;
    record::name(&app.window).await?;
    Ok(id.to_owned())
}

/// The stage that core holds of a deal.
fn stage_of(app: &App, deal: &str) -> Result<String> {
    let record = app.workspace.cli(&["deals", "show", deal])?;
    let stage = record["deal"]["stage"].as_str();
    Ok(stage.context("a stage")?.to_owned())
}

/// What is open of the deal, of all currencies together, minor units; nothing when it owes nothing.
fn open_of(app: &App, deal: &str) -> Result<i64> {
    let all = app.workspace.cli(&["receivables", "--limit", "500"])?;
    let rows = all["rows"].as_array().context("rows")?;
    let row = rows.iter().find(|row| row["id"] == deal);
    let sums = row.and_then(|row| row["sum"].as_array());
    Ok(sums
        .into_iter()
        .flatten()
        .filter_map(|sum| sum["minor"].as_i64())
        .sum())
}

#[test]
fn a_lead_is_quoted_signed_and_paid_on_one_record() -> Result<()> {
    drive("cash", Lang::En, Content::Sample, async |app| {
        let window = &app.window;
        let deal = open_visited(app).await?;
        window.find("deal-cash").await?;
        let stage = stage_of(app, &deal)?;

        // Two lines; Escape keeps them.
        window.keys("q").await?;
        window.find("line-title").await?.send_keys("Press").await?;
        window.press(&[], Key::Tab).await?;
        window.press(&[Key::Control], 'a').await?;
        window.type_here("2").await?;
        window.press(&[], Key::Tab).await?;
        window.type_here("86,000.50").await?;
        window.press(&[], Key::Tab).await?;
        window.type_here("5").await?;
        until_true("the sum of the line", async || {
            Ok(window.text("quote-total").await?.contains("163,400.95"))
        })
        .await?;
        window.press(&[], Key::Escape).await?;
        window.gone("quote-form").await?;
        window.keys("q").await?;
        until_true("the kept line", async || {
            let title = window.find("line-title").await?;
            Ok(title.value().await?.as_deref() == Some("Press"))
        })
        .await?;
        window.press(&[Key::Control], Key::Enter).await?;
        window.gone("quote-form").await?;

        // Sent: a stage is suggested, none is entered.
        window.click("quote-line").await?;
        window.click("quote-send").await?;
        window.find("quote-revise").await?;
        window.press(&[], Key::Escape).await?;
        window.gone("quote-sheet").await?;
        window.find_with("stage-suggestion", "Quoted").await?;
        ensure!(stage_of(app, &deal)? == stage, "the deal moved by itself");
        window.keys("y").await?;
        until_true("the deal to be quoted", async || {
            Ok(stage_of(app, &deal)? == "Quoted")
        })
        .await?;

        // Signed for what was quoted, in the built-in plan.
        window.keys("c").await?;
        let amount = window.find("contract-amount").await?;
        ensure!(
            amount.value().await?.as_deref() == Some("163400.95"),
            "the amount of the quote"
        );
        window.click("contract-save").await?;
        window.gone("contract-form").await?;
        window.find_with("stage-suggestion", "Signed").await?;
        window.keys("y").await?;
        until_true("the deal to be won", async || {
            Ok(stage_of(app, &deal)? == "Signed")
        })
        .await?;
        ensure!(window.all("plan-item").await?.len() == 3, "30 / 60 / 10");
        ensure!(open_of(app, &deal)? == 16_340_095);

        // Paid: the first part, then all the rest.
        receive(app, "49020.29").await?;
        until_true("the first part to be paid", async || {
            Ok(states(app).await?[0] == "paid")
        })
        .await?;
        receive(app, "114380.66").await?;
        until_true("every part to be paid", async || {
            Ok(states(app).await?.iter().all(|state| state == "paid"))
        })
        .await?;
        ensure!(open_of(app, &deal)? == 0);

        // Taken back, it is open again.
        window.press(&[Key::Control], 'z').await?;
        until_true("the rest to be open", async || {
            Ok(open_of(app, &deal)? == 11_438_066)
        })
        .await
    })
}

async fn states(app: &App) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-testid=plan-item]')].map((e) => e.dataset.state)";
    Ok(app.window.js(script, Vec::new()).await?.convert()?)
}

/// Writes down money that came in; the form offers what is open next.
async fn receive(app: &App, offered: &str) -> Result<()> {
    let window = &app.window;
    window.keys("r").await?;
    let amount = window.find("receipt-amount").await?;
    if amount.value().await?.as_deref() != Some(offered) {
        window.press(&[Key::Control], 'a').await?;
        window.type_here(offered).await?;
    }
    window.click("receipt-save").await?;
    window.gone("receipt-form").await
}
