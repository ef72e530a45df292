//! The quick log: one box for a line, what it understood below, Enter saves.

use anyhow::Result;
use thirtyfour::prelude::*;

use crate::wait::until_true;
use crate::window::Window;

pub const INPUT: &str = "quicklog-input";

/// Ctrl+L from anywhere.
pub async fn open(window: &Window) -> Result<()> {
    window.press(&[Key::Control], 'l').await?;
    window.find(INPUT).await?;
    Ok(())
}

pub async fn write(window: &Window, line: &str) -> Result<()> {
    window.find(INPUT).await?.send_keys(line).await?;
    until_true("the line to stand in the box", async || {
        let value = window.find(INPUT).await?.prop("value").await?;
        Ok(value.is_some_and(|value| value.trim() == line))
    })
    .await
}

/// Takes the line back, as a user would: select all, delete.
pub async fn empty(window: &Window) -> Result<()> {
    window.click(INPUT).await?;
    window.press(&[Key::Control], 'a').await?;
    window.press(&[], Key::Backspace).await?;
    until_true("the box to be empty", async || {
        Ok(window
            .find(INPUT)
            .await?
            .prop("value")
            .await?
            .is_none_or(|value| value.is_empty()))
    })
    .await
}

/// Waits until the cell for `kind` (who, channel, minutes, outcome, next, tags, deal) says `part`.
pub async fn understood(window: &Window, kind: &str, part: &str) -> Result<()> {
    window
        .find_with(&format!("quicklog-cell-{kind}"), part)
        .await?;
    Ok(())
}

/// Enter, then the box closes and a toast tells.
pub async fn save(window: &Window) -> Result<()> {
    window.find(INPUT).await?.send_keys(Key::Enter + "").await?;
    window.gone(INPUT).await?;
    window.find("toast").await?;
    Ok(())
}
