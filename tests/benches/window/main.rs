//! `make bench-window`: the generated workspace in the real window. How long until a useful list stands, and
//! which frames take long while somebody types in the search, scrolls 100,000 people and opens a record.

#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]
#![allow(clippy::disallowed_methods, reason = "a benchmark measures real time")]

mod frames;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use chrono::DateTime;
use frames::Frames;
use thirtyfour::prelude::*;
use tokio::time::sleep;
use touchline_core::kernel::time::Zone;
use touchline_core::kernel::{Clock, Db, Options};
use touchline_core::model;
use touchline_tests::app::{App, Lang};
use touchline_tests::generate::{self, Generator, Size};
use touchline_tests::screens::nav::{self, Page};
use touchline_tests::screens::palette;
use touchline_tests::window::Window;
use touchline_tests::workspace::Workspace;

/// A folder in which the other benchmark left its workspace; without one it is made anew (minutes).
const KEPT: &str = "TOUCHLINE_BENCH_KEEP";

/// What somebody types, and how long one key takes.
const QUERIES: [&str; 4] = ["zhang", "张立群", "报价", "fischer"];
const KEY: Duration = Duration::from_millis(90);

fn main() -> Result<()> {
    let workspace = Workspace::new()?;
    let config = tempfile::tempdir()?;
    let now = DateTime::from_timestamp(1_795_222_800, 0).unwrap_or_default();
    let options = Options {
        clock: Clock::Fixed(now),
        seed: Some(1),
        config: config.path().to_owned(),
    };
    match std::env::var_os(KEPT).map(PathBuf::from) {
        // Opened first, so that no migration is left for the window.
        Some(kept) => Db::open(model(), &kept.join("work"), options)?
            .backup(&workspace.path().join("touchline.db"))?,
        None => {
            let zone = Zone(chrono_tz::Asia::Shanghai);
            let db = Db::create(model(), &workspace.path(), zone, options)?;
            generate::fill(&db, &mut Generator::new(7, now), Size::FULL)?;
        }
    }
    println!("| in the window | took | frames | longest | over 100 ms |");
    println!("|---|---|---|---|---|");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(walk(workspace))
}

async fn walk(workspace: Workspace) -> Result<()> {
    let start = Instant::now();
    let app = App::on(workspace, Lang::ZhHans).await?;
    let window = &app.window;
    window.find("today-row").await?;
    println!(
        "| process start until Today shows its rows, driver and session included | {:.0} ms | | | |",
        start.elapsed().as_secs_f64() * 1e3
    );
    for query in QUERIES {
        typed(window, query).await?;
    }
    scrolled(window).await?;
    opened(window).await
}

/// One query in the palette, key by key.
async fn typed(window: &Window, query: &str) -> Result<()> {
    palette::open(window).await?;
    let frames = Frames::watch(window).await?;
    for key in query.chars() {
        window.type_here(&key.to_string()).await?;
        sleep(KEY).await;
    }
    let took = frames::settled(window, "").await?;
    frames
        .tell(&format!("search as you type: {query}"), took)
        .await?;
    window.press(&[], Key::Escape).await?;
    window.gone(palette::INPUT).await
}

/// The table of people, walked and jumped about in.
async fn scrolled(window: &Window) -> Result<()> {
    let open = "document.querySelector('[data-testid=nav-people]').click()";
    let took = frames::settled(window, open).await?;
    println!("| 100,000 people, until the first rows stand | {took:.0} ms | | | |");
    nav::go(window, Page::People).await?;

    let frames = Frames::watch(window).await?;
    for _ in 0..80 {
        window.js(&scroll("box.scrollTop + 700"), vec![]).await?;
        sleep(Duration::from_millis(25)).await;
    }
    let took = frames::settled(window, "").await?;
    frames.tell("people, scrolled page by page", took).await?;

    let frames = Frames::watch(window).await?;
    let mut slowest: f64 = 0.0;
    for place in 1..=20 {
        let share = f64::from(place * 7 % 20) / 20.0;
        let jump = scroll(&format!("box.scrollHeight * {share}"));
        slowest = slowest.max(frames::settled(window, &jump).await?);
    }
    frames
        .tell(
            "people, 20 jumps, the slowest until its rows stand",
            slowest,
        )
        .await
}

/// Scrolls the table to a place, an expression of its `box`.
fn scroll(to: &str) -> String {
    format!(
        "const box = document.querySelector('[role=grid]').parentElement; box.scrollTop = {to};"
    )
}

/// Records, opened from the table and left again.
async fn opened(window: &Window) -> Result<()> {
    let frames = Frames::watch(window).await?;
    let mut slowest: f64 = 0.0;
    for _ in 0..10 {
        nav::go(window, Page::People).await?;
        window.press(&[], 'j').await?;
        window.settle().await?;
        let open = "document.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }))";
        slowest = slowest.max(frames::settled(window, open).await?);
        window.find("record-name").await?;
    }
    frames
        .tell(
            "a record, opened 10 times, the slowest until it stands",
            slowest,
        )
        .await
}
