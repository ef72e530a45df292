//! Questions asked of a page as it stands in the window: is it accessible (axe), does it show raw keys, clipped text or
//! sideways scroll, can whoever types see where they are. The scripts run in the page; each finding is one readable line.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::binaries;
use crate::window::Window;

/// Serious and critical violations that axe finds, one line each with the rule and where.
pub async fn accessibility(window: &Window) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Violation {
        id: String,
        impact: Option<String>,
        nodes: Vec<String>,
    }
    let file = binaries::project().join("ui/node_modules/axe-core/axe.min.js");
    if window.js("return typeof window.axe", vec![]).await?.json() != "object" {
        let axe = fs::read_to_string(file).context("axe-core is missing: run `make setup`")?;
        window.js(&axe, vec![]).await?;
    }
    let answer = window
        .web()
        .execute_async(include_str!("audit/axe.js"), vec![])
        .await?;
    let found: Vec<Violation> = answer
        .convert()
        .with_context(|| answer.json().to_string())?;
    let lines = found.into_iter().map(|violation| {
        let impact = violation.impact.unwrap_or_default();
        format!(
            "{impact}: {}\n    {}",
            violation.id,
            violation.nodes.join("\n    ")
        )
    });
    Ok(lines.collect())
}

/// Raw translation keys, unfilled placeholders, clipped text and sideways scroll, one line each.
pub async fn looks(window: &Window) -> Result<Vec<String>> {
    let answer = window
        .js(include_str!("audit/looks.js"), vec![json!(null)])
        .await?;
    Ok(answer.convert()?)
}

/// Presses Tab until it has come round everything on the page; one line for each stop where whoever types cannot see
/// where they are.
pub async fn focus(window: &Window) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Stop {
        end: bool,
        trouble: Option<String>,
    }
    const MOST: usize = 150;
    let script = include_str!("audit/focus.js");
    window.js(script, vec![json!(true)]).await?;
    let mut found = Vec::new();
    for stops in 0..MOST {
        window.press(&[], Key::Tab).await?;
        let stop: Stop = window.js(script, vec![json!(false)]).await?.convert()?;
        if stop.end {
            ensure!(stops > 0, "Tab stops nowhere on this page");
            return Ok(found);
        }
        found.extend(stop.trouble);
    }
    bail!("Tab has not come round after {MOST} stops")
}
