//! The command palette: people, deals, pages and actions by a few letters.

use anyhow::Result;
use thirtyfour::prelude::*;

use crate::window::Window;

pub const INPUT: &str = "palette-input";

pub async fn open(window: &Window) -> Result<()> {
    window.press(&[Key::Control], 'k').await?;
    window.find(INPUT).await?;
    Ok(())
}

pub async fn search(window: &Window, words: &str) -> Result<()> {
    window.find(INPUT).await?.send_keys(words).await?;
    Ok(())
}

/// Opens the record of the person whose hit says `name`.
pub async fn go_to(window: &Window, words: &str, name: &str) -> Result<()> {
    open(window).await?;
    search(window, words).await?;
    window.find_with("palette-hit", name).await?.click().await?;
    window.find("record-name").await?;
    Ok(())
}
