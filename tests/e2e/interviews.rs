//! Interviews by guide, without the mouse: a candidate interview in Chinese with one question unasked and one
//! unanswered, killed half way; and a care call in English out of Today's queue.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::screens::interview;
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::{palette, record};
use touchline_tests::wait::until_true;
use touchline_tests::window::Window;

const CANDIDATE: &str = "闻人雪";
const FIRST: &str = "比别家清楚，说得少";
const LAST: &str = "朋友推荐的一本书";

/// What WebKit sends when a candidate of the input method is confirmed with Ctrl+Enter's Enter.
const CONFIRM: &str = "
    const box = document.activeElement;
    const bubbles = { bubbles: true, cancelable: true };
    box.dispatchEvent(new CompositionEvent('compositionstart', { ...bubbles, data: '' }));
    box.dispatchEvent(new CompositionEvent('compositionend', { ...bubbles, data: '清楚' }));
    box.dispatchEvent(new KeyboardEvent('keydown', { ...bubbles, key: 'Enter', keyCode: 229, ctrlKey: true }));";

#[test]
fn a_candidate_interview_survives_a_kill_and_stands_in_the_record_and_the_journey() -> Result<()> {
    drive(
        "interview-candidate",
        Lang::ZhHans,
        Content::Sample,
        candidate,
    )
}

async fn candidate(app: &mut App) -> Result<()> {
    begin_with_a_new_candidate(&app.window).await?;
    let window = &app.window;
    window.find(interview::HIRING).await?;
    window.find("interview-sentence").await?;
    window.press(&[Key::Alt], 'y').await?;

    interview::says(window, FIRST).await?;
    window.js(CONFIRM, vec![]).await?;
    window.settle().await?;
    assert!(
        !window.has("interview-finish").await?,
        "an Enter of the input method ended the interview"
    );
    interview::next(window).await?;
    interview::is(window, 0, "answered").await?;
    interview::next(window).await?;
    interview::says(window, LAST).await?;
    interview::draft_is_kept(window).await?;

    app.kill_and_restart().await?;
    let window = &app.window;
    resume(window).await?;
    until_true("the words typed before the kill", async || {
        Ok(interview::typed(window).await? == LAST)
    })
    .await?;

    window.press(&[Key::Control], Key::Up).await?;
    interview::is(window, 2, "answered").await?;
    window.press(&[Key::Alt], '2').await?;
    window.press(&[Key::Control], Key::Down).await?;
    interview::is(window, 1, "no_answer").await?;
    // The last is taken back: it was not asked after all.
    interview::clear(window).await?;
    window.press(&[Key::Alt], '3').await?;
    interview::finish(window).await?;

    let held = app.workspace.rows(&["interviews", "list"])?;
    let held = held.first().context("an interview")?;
    assert_eq!(held["state"], "done");
    assert_eq!(held["answered"], json!(1));
    assert_eq!(held["no_answer"], json!(1));
    assert_eq!(held["questions"], json!(3));
    ensure!(
        !held.to_string().contains(CANDIDATE),
        "a list names the candidate: {held}"
    );

    palette::open(window).await?;
    palette::search(window, CANDIDATE).await?;
    window.find_with("palette-hit", "C-").await?;
    window
        .find(palette::INPUT)
        .await?
        .send_keys(Key::Enter + "")
        .await?;
    window.find_with("record-name", CANDIDATE).await?;
    record::timeline_says(window, &["访谈"]).await?;
    assert_eq!(record::marks(window).await?, 1);
    window
        .find("interview-show")
        .await?
        .send_keys(Key::Enter + "")
        .await?;
    until_true("the three states in the timeline", async || {
        let lines = window.texts("interview-answer-line").await?;
        Ok(lines.len() == 3
            && lines[0].contains(FIRST)
            && lines[1].contains("问了，未答")
            && lines[2].contains("未问"))
    })
    .await
}

async fn begin_with_a_new_candidate(window: &Window) -> Result<()> {
    nav::go(window, Page::Today).await?;
    window.press(&[Key::Control], 'i').await?;
    window
        .find("person-picker")
        .await?
        .send_keys(CANDIDATE)
        .await?;
    window.find_with("person-new", CANDIDATE).await?;
    window
        .find("person-picker")
        .await?
        .send_keys(Key::Enter + "")
        .await?;
    window.find("interview-with").await?;
    interview::choose_guide(window, "candidate").await?;
    window.press(&[], Key::Enter).await?;
    window.find("interview").await?;
    Ok(())
}

/// Goes on with the only interview that is not done, from Today.
async fn resume(window: &Window) -> Result<()> {
    nav::go(window, Page::Today).await?;
    window
        .find("interview-resume")
        .await?
        .send_keys(Key::Enter + "")
        .await?;
    window.find("interview").await?;
    Ok(())
}

#[test]
fn a_care_call_is_held_out_of_today_in_english() -> Result<()> {
    drive("interview-care", Lang::En, Content::Sample, care).context("the care call")
}

async fn care(app: &mut App) -> Result<()> {
    let window = &app.window;
    nav::go(window, Page::Today).await?;
    let left = |app: &App| -> Result<usize> {
        let open = app
            .workspace
            .rows(&["followups", "list", "--limit", "500"])?;
        let due =
            |row: &&Value| row["state"] == "open" && row["due_on"].as_str() <= Some("2026-11-19");
        Ok(open.iter().filter(due).count())
    };
    let before = left(app)?;
    window.press(&[], 'i').await?;
    window.find("interview-with").await?;
    interview::choose_guide(window, "care").await?;
    window.press(&[], Key::Enter).await?;
    window.find_with("interview-title", "Care call").await?;
    assert!(
        !window.has(interview::HIRING).await?,
        "a care call has nothing to say of hiring"
    );
    for words in ["Orders are slower", "The month-end close", "A training day"] {
        interview::says(window, words).await?;
        interview::next(window).await?;
    }
    interview::finish(window).await?;
    window.find("today-row").await?;
    until_true("the promise to be kept", async || {
        Ok(left(app)? == before - 1)
    })
    .await?;
    let held = app.workspace.rows(&["interviews", "list"])?;
    assert_eq!(held[0]["answered"], json!(3));
    Ok(())
}
