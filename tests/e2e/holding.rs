//! Holding: a rule is simulated, saved, warned of, stretched for one deal; the night gives another back, and that is
//! taken back. And somebody who leaves hands everything over in one action.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::wait::until_true;

const TOMORROW: &str = "2026-11-20T09:00:00+08:00";

async fn go(app: &App, address: &str) -> Result<()> {
    let to = format!("#{address}");
    app.window
        .js("location.hash = arguments[0]", vec![json!(to)])
        .await?;
    Ok(())
}

/// Two deals of one holder that the usual rule would take tonight: ids, names, and the holder's name.
fn two_of_one(simulation: &Value) -> Result<[(String, String, String); 2]> {
    let rows = simulation["rows"].as_array().context("rows")?;
    let told = |row: &Value| {
        let text = |at: &str| row.pointer(at).and_then(Value::as_str).map(str::to_owned);
        Some((
            text("/deal/id")?,
            text("/deal/name")?,
            text("/deal/holder/name")?,
        ))
    };
    let all: Vec<_> = rows.iter().filter_map(told).collect();
    for first in &all {
        let second = all
            .iter()
            .find(|other| other.2 == first.2 && other.0 != first.0);
        if let Some(second) = second {
            return Ok([first.clone(), second.clone()]);
        }
    }
    anyhow::bail!("nobody holds two deals that would go back: {simulation}")
}

fn holder_of(app: &App, deal: &str) -> Result<Option<String>> {
    let record = app.workspace.cli(&["deals", "show", deal])?;
    Ok(record["deal"]["holder"]["name"].as_str().map(str::to_owned))
}

#[test]
fn a_rule_is_simulated_saved_warned_of_stretched_carried_out_and_taken_back() -> Result<()> {
    drive("holding", Lang::En, Content::Sample, async |app| {
        let now = ["--now", "2026-11-19T09:00:00+08:00"];
        let simulation = app
            .workspace
            .cli(&[&now[..], &["rules", "simulate"]].concat())?;
        let [kept, gone] = two_of_one(&simulation)?;
        app.workspace.cli(&["members", "me", &kept.2])?;
        app.restart().await?;

        // What it takes is seen before it can be saved.
        app.window.keys(",").await?;
        app.window.keys("r").await?;
        app.window.find("turnover").await?;
        app.window.keys("r").await?;
        let save = app.window.find("rule-save").await?;
        ensure!(!save.is_enabled().await?, "saved unseen");
        app.window.click("rule-simulate").await?;
        app.window.find_with("taking", &gone.1).await?;
        app.window.click("rule-save").await?;
        app.window.gone("rule-form").await?;
        app.window.find_with("rule-row", "Usual").await?;

        // Warned, and more time asked for and granted.
        app.window.keys("g").await?;
        app.window.keys("t").await?;
        app.window.find_with("today-warned", &kept.1).await?;
        go(app, &format!("/deals/{}", kept.0)).await?;
        app.window.find_with("holding-now", "tonight").await?;
        app.window.keys("x").await?;
        app.window
            .find("ask-reason")
            .await?
            .send_keys("The board meets on Thursday")
            .await?;
        app.window.press(&[Key::Control], Key::Enter).await?;
        app.window.gone("ask-form").await?;
        app.window.click("wish-answer").await?;
        app.window.click("answer-grant").await?;
        app.window.gone("answer-form").await?;
        app.window.find_with("wish", "granted until").await?;
        app.window.find_with("holding-now", "8 days left").await?;

        // The night gives the other one back, and only that.
        app.restart_at(TOMORROW).await?;
        let ran = app.workspace.cli(&["--now", TOMORROW, "rules", "apply"])?;
        ensure!(holder_of(app, &gone.0)?.is_none(), "it stayed: {ran}");
        ensure!(holder_of(app, &kept.0)?.as_deref() == Some(kept.2.as_str()));
        app.window.keys("g").await?;
        app.window.keys("w").await?;
        let row = app.window.find_with("pool-row", &gone.1).await?;
        ensure!(row.text().await?.contains("Usual"), "the reason");
        row.find(By::Css("td:nth-child(2)")).await?.click().await?;
        app.window.keys("u").await?;
        until_true("the return to be taken back", async || {
            Ok(holder_of(app, &gone.0)?.as_deref() == Some(gone.2.as_str()))
        })
        .await
    })
}

#[test]
fn who_leaves_hands_everything_over_in_one_action() -> Result<()> {
    drive("leaver", Lang::ZhHans, Content::Sample, async |app| {
        let rows = app.workspace.rows(&["deals", "list", "--limit", "200"])?;
        let holder = rows
            .iter()
            .find_map(|row| row["holder"]["name"].as_str())
            .context("a holder")?
            .to_owned();
        let held = |app: &App| -> Result<usize> {
            let rows = app.workspace.rows(&["deals", "list", "--limit", "200"])?;
            let theirs = |row: &&Value| row["holder"]["name"] == holder.as_str();
            Ok(rows.iter().filter(theirs).count())
        };
        let before = held(app)?;
        app.window.keys(",").await?;
        app.window.keys("m").await?;
        app.window
            .find_with("member-row", &holder)
            .await?
            .click()
            .await?;
        app.window.click("member-handover").await?;
        app.window.find("handover-much").await?;
        app.window.find("handover-to").await?.click().await?;
        app.window.press(&[], Key::Down).await?;
        app.window.press(&[], Key::Enter).await?;
        app.window.click("handover-run").await?;
        until_true("the handover", async || {
            if app.window.has("handover-anyway").await? {
                app.window.click("handover-anyway").await?;
            }
            Ok(held(app)? == 0)
        })
        .await?;
        app.window.gone("handover-form").await?;
        app.window.press(&[Key::Control], 'z').await?;
        until_true("everything to be back", async || Ok(held(app)? == before)).await
    })
}
