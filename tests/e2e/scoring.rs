//! Scores: nothing is scored until rules are saved, they are tried first, and every score opens into lines that add up
//! to it, in the window as on the command line.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::screens::record;
use touchline_tests::wait::until_true;

async fn go(app: &App, address: &str) -> Result<()> {
    app.window
        .js("location.hash = arguments[0]", vec![json!(address)])
        .await?;
    Ok(())
}

fn points(lines: &Value) -> i64 {
    let lines = lines.as_array().into_iter().flatten();
    lines.filter_map(|line| line["points"].as_i64()).sum()
}

/// A deal with a level above the lowest, and its score.
fn engaged(app: &App) -> Result<(String, Value)> {
    for row in app.workspace.rows(&["deals", "list", "--limit", "500"])? {
        let id = row["id"].as_str().context("an id")?;
        let score = app.workspace.cli(&["score", "explain", id])?;
        if score["level"].as_i64() > Some(1) {
            return Ok((id.to_owned(), score));
        }
    }
    anyhow::bail!("no deal of the sample takes part")
}

#[test]
fn rules_are_tried_then_saved_and_a_score_opens_into_its_lines() -> Result<()> {
    drive("scoring", Lang::En, Content::Sample, async |app| {
        let window = &app.window;
        let rules = app.workspace.cli(&["score", "rules"])?;
        ensure!(rules.is_null(), "nothing is scored: {rules}");
        go(app, "#/pipeline/scores").await?;
        window.click("scores-begin").await?;
        window.click("scoring-begin").await?;
        window.find("fit-rule").await?;
        window.click("scoring-try").await?;
        window.find("score-grid").await?;
        let rules = app.workspace.cli(&["score", "rules"])?;
        ensure!(rules.is_null(), "a dry run saves nothing");
        window.click("scoring-save").await?;
        until_true("the rules are saved", async || {
            Ok(!app.workspace.cli(&["score", "rules"])?.is_null())
        })
        .await?;

        let (deal, score) = engaged(app)?;
        ensure!(points(&score["level_lines"]) == score["level_points"].as_i64().unwrap_or(-1));
        ensure!(points(&score["fit_lines"]) == score["fit_points"].as_i64().unwrap_or(-1));
        go(app, &format!("#/deals/{deal}")).await?;
        record::name(window).await?;
        window.find("deal-score").await?;
        window.keys("gg").await?;
        window.find("score-lines").await?;
        let lines = window.texts("engagement-line").await?;
        let count = score["level_lines"].as_array().map_or(0, Vec::len);
        ensure!(lines.len() == count, "{lines:?}");
        window.press(&[], Key::Escape).await?;
        window.gone("score-lines").await?;

        go(app, "#/pipeline/scores").await?;
        window.find("score-grid").await?;
        let check = app.workspace.cli(&["check"])?;
        let stale = check["stale_projections"].as_array().map_or(0, Vec::len);
        ensure!(stale == 0, "{check}");
        Ok(())
    })
}
