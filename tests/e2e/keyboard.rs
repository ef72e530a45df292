//! The whole window without a mouse: every page by its keys, Tab through everything on it with the focus in sight, the
//! page's main action and back with Escape.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::audit;
use touchline_tests::places::Story;
use touchline_tests::screens::{interview, palette, quicklog};
use touchline_tests::wait::until_true;
use touchline_tests::window::Window;

#[test]
fn every_page_is_reached_used_and_left_by_keyboard_alone() -> Result<()> {
    drive("keyboard", Lang::ZhHans, Content::Sample, walk)
}

/// A page: the keys that lead there, what shows that it stands, its main action and what that opens.
struct Stop {
    go: &'static str,
    sign: &'static str,
    act: &'static str,
    opens: &'static str,
}

const fn stop(
    go: &'static str,
    sign: &'static str,
    act: &'static str,
    opens: &'static str,
) -> Stop {
    Stop {
        go,
        sign,
        act,
        opens,
    }
}

const PAGES: [Stop; 8] = [
    stop("gt", "today-row", "l", quicklog::INPUT),
    stop("gc", "person-row", "n", "person-form"),
    stop("go", "organization-row", "n", "organization-form"),
    stop("gp", "board", "n", "deal-form"),
    stop("gh", "history-row", "?", "shortcut-sheet"),
    stop(",m", "panel-members", "n", "member-form"),
    stop(",p", "stage-row", "p", "name-input"),
    stop(",t", "panel-labels", "t", "name-input"),
];

/// Pages whose main action opens nothing over them.
const PLAIN: [(&str, &str, &str); 5] = [
    ("gi", "import-choose", "import-choose"),
    (",l", "panel-look", "settings-look"),
    (",w", "panel-workspace", "workspace-rename"),
    (",b", "panel-backups", "backup-now"),
    (",a", "about-version", "settings-about"),
];

async fn walk(app: &mut App) -> Result<()> {
    let mut found = Vec::new();
    let window = &app.window;
    for Stop {
        go,
        sign,
        act,
        opens,
    } in PAGES
    {
        reach(window, go, sign, &mut found).await.context(go)?;
        look_into(window, act, opens).await.context(go)?;
        ensure!(window.has(sign).await?, "{go}: Escape left the page");
    }
    for (go, sign, main) in PLAIN {
        reach(window, go, sign, &mut found).await.context(go)?;
        window.tab_to(main).await.context(go)?;
        // Out of a field that would take the next keys as text.
        window.tab_to("nav-today").await.context(go)?;
    }
    guides(window, &mut found).await.context("guides")?;
    this_week(window).await.context("this week")?;
    records(window, &mut found).await.context("records")?;
    sheet(app, &mut found).await.context("an interview")?;
    bin(window, &mut found).await.context("the bin")?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Goes there by keys and walks it with Tab.
async fn reach(window: &Window, go: &str, sign: &str, found: &mut Vec<String>) -> Result<()> {
    window.keys(go).await?;
    window.find(sign).await?;
    tour(window, go, found).await
}

async fn tour(window: &Window, place: &str, found: &mut Vec<String>) -> Result<()> {
    window.settle().await?;
    let troubles = audit::focus(window).await?;
    found.extend(troubles.iter().map(|trouble| format!("{place}: {trouble}")));
    Ok(())
}

/// Opens what lies over the page, which takes the focus, and closes it with Escape.
async fn look_into(window: &Window, act: &str, opens: &str) -> Result<()> {
    window.keys(act).await?;
    window.find(opens).await?;
    focus_lies_over_the_page(window).await?;
    close(window).await?;
    window.gone(opens).await
}

/// Escape, and what lay over the page is gone for good: while it fades the keys are still its own.
async fn close(window: &Window) -> Result<()> {
    window.press(&[], Key::Escape).await?;
    until_true("nothing to lie over the page", async || {
        let script = "return document.querySelector('[aria-modal=\"true\"]') === null";
        Ok(window.js(script, vec![]).await?.json() == &json!(true))
    })
    .await
}

async fn focus_lies_over_the_page(window: &Window) -> Result<()> {
    until_true("the focus in what lies over the page", async || {
        let script = "return document.querySelector('[aria-modal=\"true\"]')?.contains(document.activeElement) === true";
        Ok(window.js(script, vec![]).await?.json() == &json!(true))
    })
    .await
}

async fn guides(window: &Window, found: &mut Vec<String>) -> Result<()> {
    reach(window, ",g", "guide-question", found).await?;
    window.keys("n").await?;
    window.focused("guide-name").await?;
    tour(window, "a new guide", found).await?;
    window.tab_to("guide-cancel").await?;
    window.press(&[], Key::Enter).await?;
    window.gone("guide-form").await
}

async fn this_week(window: &Window) -> Result<()> {
    window.keys("gt").await?;
    window.tab_to("week-conversations").await?;
    window.press(&[], Key::Enter).await?;
    window.find("week-row").await?;
    focus_lies_over_the_page(window).await?;
    close(window).await
}

/// From each list into a record with Enter, what is opened there, and back to the list with Escape.
async fn records(window: &Window, found: &mut Vec<String>) -> Result<()> {
    for (go, row) in [
        ("gc", "person-row"),
        ("go", "organization-row"),
        ("gpv", "deal-row"),
    ] {
        window.keys(&go[..2]).await?;
        if go.len() > 2 {
            window.find("board").await?;
            window.keys(&go[2..]).await?;
        }
        window.find(row).await?;
        window.keys("j").await?;
        window.press(&[], Key::Enter).await?;
        window.find("record-name").await?;
        tour(window, row, found).await?;
        look_into(window, "s", "next-form").await.context(row)?;
        look_into(window, "h", "history-lines").await.context(row)?;
        look_into(window, "l", quicklog::INPUT).await.context(row)?;
        window.press(&[], Key::Escape).await?;
        window.find(row).await.context("back to the list")?;
        second_is_active(window, row).await?;
    }
    Ok(())
}

/// The list is found as it was left: on the second row.
async fn second_is_active(window: &Window, row: &str) -> Result<()> {
    until_true("the second row to be the active one", async || {
        let script = "return [...document.querySelectorAll(`[data-testid=${arguments[0]}]`)].findIndex((one) => one.dataset.active !== undefined)";
        Ok(window.js(script, vec![json!(row)]).await?.json() == &json!(1))
    })
    .await
}

/// By the palette to a person, into an interview with them and back.
async fn sheet(app: &App, found: &mut Vec<String>) -> Result<()> {
    let (window, story) = (&app.window, Story::of(app.lang()));
    palette::open(window).await?;
    palette::search(window, story.search).await?;
    window.find_with("palette-hit", story.person).await?;
    focus_lies_over_the_page(window).await?;
    // The firm stands first, the person after it.
    until_true("the person to be the one that opens", async || {
        let script = "return document.querySelector('[data-testid=palette-hit][aria-selected=true]')?.dataset.kind ?? ''";
        let kind: String = window.js(script, vec![]).await?.convert()?;
        if kind != "person" {
            window.press(&[], Key::Down).await?;
        }
        Ok(kind == "person")
    })
    .await?;
    window.press(&[], Key::Enter).await?;
    window.find_with("record-name", story.person).await?;
    interview::go_on_or_begin(window).await?;
    window.focused(interview::ANSWER).await?;
    tour(window, "interview", found).await?;
    window.press(&[], Key::Escape).await?;
    window.find_with("record-name", story.person).await?;
    Ok(())
}

/// A record is thrown away and fetched back.
async fn bin(window: &Window, found: &mut Vec<String>) -> Result<()> {
    window.press(&[Key::Shift], 'X').await?;
    window.find("delete-go").await?;
    window.focused("delete-go").await?;
    window.press(&[], Key::Enter).await?;
    window.find("person-row").await?;
    reach(window, "gb", "bin-row", found).await?;
    window.keys("r").await?;
    window.gone("bin-row").await?;
    window.press(&[], Key::Escape).await?;
    window.find("person-row").await?;
    Ok(())
}
