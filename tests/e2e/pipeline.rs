//! The board without a mouse: what the pointer can do, the keyboard can.

use anyhow::{Context, Result};
use touchline_tests::app::{Content, Lang, drive};
use touchline_tests::screens::board;
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::wait::until_true;

#[test]
fn a_deal_is_carried_to_the_next_stage_with_the_keyboard() -> Result<()> {
    drive("keyboard", Lang::En, Content::Sample, async |app| {
        let window = &app.window;
        nav::go(window, Page::Pipeline).await?;
        let before = board::columns(window).await?;
        // Not out of the last open column: what follows asks whether it was won or lost.
        let from = before
            .iter()
            .position(|column| !column.cards.is_empty())
            .context("a card")?;
        let card = &before[from].cards[0];

        board::carry_on_by_keyboard(window, card).await?;
        until_true("the card to stand one stage further", async || {
            Ok(board::columns(window).await?[from + 1].cards.contains(card))
        })
        .await
    })
}
