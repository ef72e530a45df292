//! The interview sheet: one question at a time, by keys.

use anyhow::Result;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::wait::until_true;
use crate::window::Window;

pub const ANSWER: &str = "interview-answer";
pub const HIRING: &str = "interview-hiring";

/// Types into the answer of the question that is being asked.
pub async fn says(window: &Window, words: &str) -> Result<()> {
    window.find(ANSWER).await?.send_keys(words).await?;
    Ok(())
}

/// What stands in the answer.
pub async fn typed(window: &Window) -> Result<String> {
    let answer = window.find(ANSWER).await?;
    Ok(answer.prop("value").await?.unwrap_or_default())
}

/// Empties the answer.
pub async fn clear(window: &Window) -> Result<()> {
    window.press(&[Key::Control], 'a').await?;
    window
        .find(ANSWER)
        .await?
        .send_keys(Key::Backspace + "")
        .await?;
    Ok(())
}

/// Leaves the question for the next.
pub async fn next(window: &Window) -> Result<()> {
    window.press(&[Key::Control], Key::Down).await
}

/// Waits until the question at `place` stands as `state`.
pub async fn is(window: &Window, place: usize, state: &str) -> Result<()> {
    until_true(&format!("question {place} to be {state}"), async || {
        let script = "return [...document.querySelectorAll(\"[data-testid='interview-question']\")].map((e) => e.dataset.state)";
        let states: Vec<String> = window.js(script, vec![]).await?.convert()?;
        Ok(states.get(place).is_some_and(|is| is == state))
    })
    .await
}

/// Waits until the sheet says that what is typed is kept as a draft.
pub async fn draft_is_kept(window: &Window) -> Result<()> {
    until_true("the draft to be kept", async || {
        Ok(!window.text("interview-saved").await?.is_empty())
    })
    .await
}

/// Chooses a built-in guide where an interview is begun.
pub async fn choose_guide(window: &Window, key: &str) -> Result<()> {
    let script =
        "const one = document.querySelector(`[data-testid='interview-guide-${arguments[0]}']`);
        const input = one?.matches('input') ? one : one?.querySelector('input');
        input?.focus(); return document.activeElement === input && input !== null";
    until_true(&format!("the guide “{key}”"), async || {
        Ok(window.js(script, vec![json!(key)]).await?.json() == &json!(true))
    })
    .await?;
    window.press(&[], ' ').await
}

/// On a person's record: goes on with their interview that is not done, or begins one as the record offers it.
pub async fn go_on_or_begin(window: &Window) -> Result<()> {
    window.settle().await?;
    if window.has("interview-resume").await? {
        window.click("interview-resume").await?;
    } else {
        window.keys("i").await?;
        window.find("interview-with").await?;
        focused_guide(window).await?;
        window.press(&[], Key::Enter).await?;
    }
    window.find("interview").await?;
    Ok(())
}

/// Waits until the keyboard is on the guides: Enter then begins.
async fn focused_guide(window: &Window) -> Result<()> {
    until_true("the focus on a guide", async || {
        let script = "return document.activeElement?.matches('[data-testid=interview-start] input[type=radio]') === true";
        Ok(window.js(script, vec![]).await?.json() == &json!(true))
    })
    .await
}

/// Ends the interview, with its promise to thank.
pub async fn finish(window: &Window) -> Result<()> {
    window.press(&[Key::Control], Key::Enter).await?;
    window.find("interview-finish-go").await?;
    window.settle().await?;
    window.press(&[Key::Control], Key::Enter).await?;
    window.gone("interview").await
}
