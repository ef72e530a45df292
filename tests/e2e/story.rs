//! The story: a call is logged in one line and stands everywhere it belongs, a deal is moved and taken back, and after
//! a restart all is there.

use anyhow::{Context, Result, ensure};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::places::Story;
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::{board, palette, quicklog, record, today};
use touchline_tests::wait::until_true;

/// The Wednesday after the Thursday that journeys start on.
const NEXT_WEDNESDAY: &str = "2026-11-25";

#[test]
fn a_logged_call_and_a_moved_deal_are_kept_in_chinese() -> Result<()> {
    drive("story-zh-Hans", Lang::ZhHans, Content::Sample, tell)
}

#[test]
fn a_logged_call_and_a_moved_deal_are_kept_in_english() -> Result<()> {
    drive("story-en", Lang::En, Content::Sample, tell)
}

async fn tell(app: &mut App) -> Result<()> {
    let story = Story::of(app.lang());

    palette::go_to(&app.window, story.search, story.person).await?;
    let touched_before = record::marks(&app.window).await?;
    let promised_before = promises_for_next_wednesday(app)?;

    log_the_call(app, story).await?;
    the_call_stands_on_the_record(app, story, touched_before + 1).await?;
    assert_eq!(promises_for_next_wednesday(app)?, promised_before + 1);
    let board_now = a_deal_moves_and_is_taken_back(app, story).await?;

    app.restart().await?;
    the_call_stands_on_the_record(app, story, touched_before + 1).await?;
    nav::go(&app.window, Page::Pipeline).await?;
    assert_eq!(
        board::columns(&app.window).await?,
        board_now,
        "the board after a restart"
    );

    app.restart_at(&format!("{NEXT_WEDNESDAY}T09:00:00+08:00"))
        .await?;
    nav::go(&app.window, Page::Today).await?;
    today::says(&app.window, &[story.person, story.promise, story.today]).await
}

async fn log_the_call(app: &App, story: Story) -> Result<()> {
    let window = &app.window;
    nav::go(window, Page::Today).await?;
    quicklog::open(window).await?;
    quicklog::write(window, story.line).await?;
    quicklog::understood(window, "who", story.person).await?;
    quicklog::understood(window, "minutes", story.minutes).await?;
    quicklog::understood(window, "next", story.wednesday).await?;
    quicklog::understood(window, "tags", story.tag).await?;
    quicklog::save(window).await
}

async fn the_call_stands_on_the_record(app: &App, story: Story, touches: usize) -> Result<()> {
    let window = &app.window;
    palette::go_to(window, story.search, story.person).await?;
    record::timeline_says(window, &[story.minutes, story.tag]).await?;
    until_true(
        &format!("{touches} marks in the journey chart"),
        async || Ok(record::marks(window).await? == touches),
    )
    .await
}

fn promises_for_next_wednesday(app: &App) -> Result<usize> {
    let open = app
        .workspace
        .rows(&["followups", "list", "--limit", "500"])?;
    ensure!(!open.is_empty(), "the sample has open follow-ups");
    Ok(open
        .iter()
        .filter(|row| row["due_on"] == NEXT_WEDNESDAY)
        .count())
}

/// Moves the first card that stands left of “quoted” there, and takes it back with Ctrl+Z.
async fn a_deal_moves_and_is_taken_back(app: &App, story: Story) -> Result<Vec<board::Column>> {
    let window = &app.window;
    nav::go(window, Page::Pipeline).await?;
    let before = board::columns(window).await?;
    let quoted = before
        .iter()
        .position(|column| column.name == story.quoted)
        .with_context(|| format!("no column “{}” among {before:#?}", story.quoted))?;
    let card = before[..quoted]
        .iter()
        .rev()
        .find_map(|column| column.cards.first())
        .context("a card stands left of it")?;

    board::drag(window, card, quoted).await?;
    until_true("the card to stand in its new column", async || {
        let now = board::columns(window).await?;
        Ok(now[quoted].cards.contains(card) && now[quoted].sum != before[quoted].sum)
    })
    .await?;

    window.press(&[Key::Control], 'z').await?;
    until_true("the board to be as it was", async || {
        Ok(board::columns(window).await? == before)
    })
    .await?;
    Ok(before)
}
