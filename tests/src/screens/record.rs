//! A record page: the name, what is next, the journey chart with its list, the timeline.

use anyhow::Result;

use crate::wait::until_true;
use crate::window::Window;

pub async fn name(window: &Window) -> Result<String> {
    window.text("record-name").await
}

/// Waits until a line of the timeline says all of `parts`.
pub async fn timeline_says(window: &Window, parts: &[&str]) -> Result<()> {
    until_true(&format!("a timeline line with {parts:?}"), async || {
        let lines = window.texts("timeline-item").await?;
        Ok(lines
            .iter()
            .any(|line| parts.iter().all(|part| line.contains(part))))
    })
    .await
}

/// How many touchpoints the journey chart draws.
pub async fn marks(window: &Window) -> Result<usize> {
    window.find("journey-chart").await?;
    Ok(window.all("journey-mark").await?.len())
}

/// Shows the journey as the list that the keyboard and screen readers use.
pub async fn open_journey_list(window: &Window) -> Result<()> {
    window.click("journey-toggle").await?;
    window.find("journey-list").await?;
    Ok(())
}
