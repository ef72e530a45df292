//! `make run` without a display: the built app on the sample workspace, walked from Today over a logged call to the
//! record, the board and the journey, with one picture of each in `out/tour/`.

#![expect(
    clippy::print_stdout,
    reason = "a program for the terminal: it says what it drew"
)]

use std::env;

use anyhow::Result;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::binaries;
use touchline_tests::places::Story;
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::{palette, quicklog, record};

fn main() -> Result<()> {
    let lang = language();
    drive("tour", lang, Content::Sample, async |app| {
        let window = &app.window;
        let story = Story::of(lang);

        nav::go(window, Page::Today).await?;
        keep(app, "1-today").await?;

        quicklog::open(window).await?;
        quicklog::write(window, story.line).await?;
        quicklog::understood(window, "minutes", story.minutes).await?;
        keep(app, "2-log-a-call").await?;
        quicklog::save(window).await?;

        palette::go_to(window, story.search, story.person).await?;
        record::timeline_says(window, &[story.minutes, story.tag]).await?;
        keep(app, "3-record").await?;

        nav::go(window, Page::Pipeline).await?;
        keep(app, "4-board").await?;

        palette::go_to(window, story.search, story.person).await?;
        record::open_journey_list(window).await?;
        keep(app, "5-journey").await
    })
}

async fn keep(app: &App, name: &str) -> Result<()> {
    let file = binaries::project()
        .join("out/tour")
        .join(format!("{name}.png"));
    app.window.picture(&file).await?;
    println!("out/tour/{name}.png");
    Ok(())
}

/// The language of whoever runs the tour, as the app itself would choose it.
fn language() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok());
    match locale {
        Some(locale) if locale.starts_with("en") => Lang::En,
        _ => Lang::ZhHans,
    }
}
