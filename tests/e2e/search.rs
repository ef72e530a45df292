//! What was said is found by its words: by two characters in either script, or by the beginning of an English word,
//! and opens where it stands.

use anyhow::{Result, ensure};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::places::Story;
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::{palette, quicklog};
use touchline_tests::wait::until_true;
use touchline_tests::window::Window;

#[test]
fn words_written_in_traditional_are_found_by_two_simplified_characters() -> Result<()> {
    drive("search-zh-Hans", Lang::ZhHans, Content::Sample, tell)
}

#[test]
fn words_are_found_by_the_beginning_of_one_in_english() -> Result<()> {
    drive("search-en", Lang::En, Content::Sample, tell)
}

/// How a call begins, what is written of it, what is typed to find it, and what is marked.
fn words(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => [
            "Zhang call",
            "asked about the greenhouse",
            "greenh",
            "greenh",
        ],
        _ => ["张总 电话", "客戶問起溫室大棚", "温室", "溫室"],
    }
}

async fn tell(app: &mut App) -> Result<()> {
    let (window, story) = (&app.window, Story::of(app.lang()));
    let [who, said, typed, marked] = words(app.lang());
    nav::go(window, Page::Today).await?;
    quicklog::open(window).await?;
    quicklog::write(window, &format!("{who} 12min {said}")).await?;
    quicklog::understood(window, "who", story.person).await?;
    quicklog::save(window).await?;

    palette::open(window).await?;
    palette::search(window, typed).await?;
    until_true("the hit to say with whom", async || {
        let hit = window.find_with("palette-hit", said).await?;
        Ok(hit.text().await?.contains(story.person))
    })
    .await?;
    ensure!(marks(window).await? == [marked], "what was typed is marked");
    window.press(&[], Key::Enter).await?;
    window.find_with("record-name", story.person).await?;
    window.find_with("timeline-item", said).await?;
    let pointed = "return document.querySelector('[data-testid=timeline-item][data-pointed]')?.textContent ?? ''";
    let line: String = window.js(pointed, vec![]).await?.convert()?;
    ensure!(
        line.contains(said),
        "the conversation is pointed at: {line}"
    );
    Ok(())
}

async fn marks(window: &Window) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-kind=touchpoint] mark')].map((one) => one.textContent)";
    Ok(window.js(script, vec![]).await?.convert()?)
}
