//! The funnel by keyboard: looked at as a chart and as a table, opened into its deals, planned from; and a stage that
//! asks for what is missing before a deal enters it.

use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;
use touchline_tests::app::{Content, Lang, drive};
use touchline_tests::wait::until_true;

#[test]
fn the_funnel_opens_into_its_deals_and_a_target_is_planned() -> Result<()> {
    drive("funnel", Lang::En, Content::Sample, async |app| {
        let window = &app.window;
        let told = app.workspace.cli(&["funnel"])?;
        let reached = told["total"]["bars"][0]["reached"].as_i64();
        let reached = reached.context("a first bar")?;

        window.keys("gf").await?;
        window.find("funnel-bar").await?;
        let bars = window.all("funnel-bar").await?;
        let first = bars.first().context("a bar")?;
        let label = first.attr("aria-label").await?.unwrap_or_default();
        ensure!(label.contains(&format!("{reached} deals")), "{label}");
        first.click().await?;
        window
            .find_with("funnel-behind", &format!("{reached} deals"))
            .await?;
        window.press(&[], Key::Escape).await?;
        window.gone("funnel-behind").await?;

        // The twin has the same figures.
        window.keys("t").await?;
        window
            .find_with("funnel-table", &reached.to_string())
            .await?;
        window.keys("t").await?;
        window.find("funnel-chart").await?;

        // Two deals a month take twice the textbook of one.
        window.keys("v").await?;
        window.find_with("plan-needs", "15").await?;
        let size = window.find("plan-size").await?;
        size.click().await?;
        window.press(&[Key::Control], 'a').await?;
        window.type_here("2").await?;
        window.press(&[], Key::Enter).await?;
        until_true("the plan for two deals", async || {
            Ok(window.text("plan-needs").await?.contains("30"))
        })
        .await?;
        let plan = app.workspace.cli(&["plan"])?;
        ensure!(plan["target"]["deals"] == 2, "{}", plan["target"]);

        // A field that is being typed in keeps its letters: first out of it.
        window.tab_to("pipeline-view").await?;
        window.keys("ge").await?;
        window.find_with("stopped", "Stopped early").await?;
        Ok(())
    })
}
