//! The pipeline board: columns with count and sum, open or folded, and cards that are picked up and dropped.

use anyhow::{Context, Result};
use serde::Deserialize;
use thirtyfour::prelude::*;

use crate::wait::until_true;
use crate::window::Window;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Column {
    pub name: String,
    pub count: u64,
    /// Sum and unknown, as written; nothing when folded.
    pub sum: String,
    /// The ids of the cards that are drawn, top to bottom.
    pub cards: Vec<String>,
}

/// The columns in the order of their stages, in one question (a redraw may come between two).
pub async fn columns(window: &Window) -> Result<Vec<Column>> {
    window.find("board").await?;
    let script = r#"
        const place = (column) => Number(column.dataset.testid.slice("board-column-".length));
        const columns = [...document.querySelectorAll('[data-testid^="board-column-"]')];
        return columns.sort((a, b) => place(a) - place(b)).map((column) => {
            const head = column.querySelector("header") ?? column;
            const [name, count, ...rest] = head.innerText.split("\n").map((line) => line.trim()).filter(Boolean);
            const cards = [...column.querySelectorAll('[data-testid="deal-card"]')];
            return {
                name,
                count: Number(count.replace(/\D/g, "")), // 1,589
                sum: rest.join(" "),
                cards: cards.map((card) => card.dataset.card),
            };
        });"#;
    Ok(window.js(script, vec![]).await?.convert()?)
}

/// Drags a card by its id onto the column of a stage.
pub async fn drag(window: &Window, card: &str, to: usize) -> Result<()> {
    let card = window
        .web()
        .find(By::Css(format!("[data-card=\"{card}\"]")))
        .await?;
    let to = window.find(&format!("board-column-{to}")).await?;
    window.drag(&card, &to).await.context("moving a deal")
}

/// Moves a card as the keyboard does: Space lifts it, the arrow carries it one stage on, Enter drops it.
pub async fn carry_on_by_keyboard(window: &Window, card: &str) -> Result<()> {
    let card = window
        .web()
        .find(By::Css(format!("[data-card=\"{card}\"]")))
        .await?;
    card.focus().await?;
    for key in [Key::Space, Key::Right, Key::Enter] {
        window.press(&[], key).await?;
    }
    Ok(())
}

/// Shows another pipeline; waits until there is one of that name.
pub async fn choose_pipeline(window: &Window, name: &str) -> Result<()> {
    let switch = By::XPath("//main//button[@aria-haspopup='menu']");
    let line = By::XPath(format!("//*[@role='menuitem'][contains(., '{name}')]"));
    until_true(&format!("the pipeline “{name}”"), async || {
        let button = window.web().find(switch.clone()).await?;
        if !button.text().await?.contains(name) {
            button.click().await?;
            window.web().find(line.clone()).await?.click().await?;
        }
        window.has("board").await
    })
    .await
}
