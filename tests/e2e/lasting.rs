//! What lasts over a restart, what comes back from the recycle bin, what goes for good, and what the window says when
//! the time has come.

use anyhow::{Context, Result, ensure};
use chrono::{Duration, FixedOffset, Utc};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::places::Story;
use touchline_tests::screens::nav::{self, Page, Theme, choose_theme};
use touchline_tests::screens::palette;
use touchline_tests::screens::settings::{self, Section};
use touchline_tests::wait::{until, until_true};
use touchline_tests::window::Window;

/// The first look for what is due comes a quarter of a minute after the start.
const PATIENT: std::time::Duration = std::time::Duration::from_secs(60);

/// Whether WebKit has written what the page stored: it does so a moment later, in UTF-16.
fn kept_on_disk(app: &App, value: &str) -> Result<bool> {
    let wanted: Vec<u8> = value.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let [(_, data), ..] = app.workspace.platform_folders();
    let mut folders = vec![data];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read(&path)?
                .windows(wanted.len())
                .any(|part| part == wanted)
            {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

#[test]
fn theme_and_row_height_last_over_a_restart() -> Result<()> {
    drive("lasting-look", Lang::En, Content::Sample, async |app| {
        choose_theme(&app.window, Theme::Dark).await?;
        app.window.click("density-compact").await?;
        until_true("the choices to be on the disk", async || {
            kept_on_disk(app, "compact")
        })
        .await?;
        app.restart().await?;
        let script = "return [document.documentElement.dataset.mantineColorScheme,
            getComputedStyle(document.documentElement).getPropertyValue('--tl-row').trim()]";
        until_true("the dark theme and low rows", async || {
            Ok(app.window.js(script, vec![]).await?.json() == &json!(["dark", "30px"]))
        })
        .await
    })
}

#[test]
fn a_renamed_workspace_is_found_under_its_new_name() -> Result<()> {
    const NAME: &str = "春风贸易";
    drive("lasting-name", Lang::ZhHans, Content::Empty, async |app| {
        let window = &app.window;
        settings::open(window, Section::Workspace).await?;
        let field = window.find("workspace-rename").await?;
        field
            .send_keys(Key::Control + "a" + Key::Control + NAME)
            .await?;
        field.send_keys(Key::Enter + "").await?;
        window.find_with("workspace-name", NAME).await?;
        window.click("workspace-name").await?;
        window.click("menu-sample").await?;
        window.find("nav-own").await?;
        window.click("workspace-name").await?;
        window.find_with("workspace-known", NAME).await?;
        Ok(())
    })
}

#[test]
fn stages_change_places_by_pointer_and_by_keyboard() -> Result<()> {
    drive("lasting-stages", Lang::En, Content::Sample, async |app| {
        let window = &app.window;
        settings::open(window, Section::Pipelines).await?;
        window.find("stage-row").await?;
        let before = stages(window).await?;
        let rows = window.all("stage-row").await?;
        window.drag(&rows[1], &rows[3]).await?;
        until_true("the second stage to be the fourth", async || {
            Ok(stages(window).await?[3] == before[1])
        })
        .await?;
        window.all("stage-row").await?[3].focus().await?;
        for _step in 0..2 {
            window.press(&[Key::Alt], Key::Up).await?;
        }
        until_true("the order as it was", async || {
            Ok(stages(window).await? == before)
        })
        .await
    })
}

/// The names of the stages from the top, without what stands beside them.
async fn stages(window: &Window) -> Result<Vec<String>> {
    let rows = window.texts("stage-row").await?;
    Ok(rows
        .iter()
        .map(|row| row.lines().next().unwrap_or_default().to_owned())
        .collect())
}

#[test]
fn a_conversation_goes_to_the_bin_by_key_and_comes_back() -> Result<()> {
    drive("lasting-bin", Lang::ZhHans, Content::Sample, async |app| {
        let story = Story::of(app.lang());
        let window = &app.window;
        palette::go_to(window, story.search, story.person).await?;
        window.find("timeline-item").await?;
        let lines = window.all("timeline-item").await?.len();
        let focus = "document.querySelector('[data-testid=\"timeline-item\"] [data-testid=\"line-delete\"]').focus()";
        window.js(focus, vec![]).await?;
        window.press(&[], Key::Delete).await?;
        // A promise was made in it: that is said first.
        window.click("delete-go").await?;
        until_true("one line less", async || {
            Ok(window.all("timeline-item").await?.len() == lines - 1)
        })
        .await?;
        ensure!(!in_bin(app, "touchpoints")?.is_empty());
        window.press(&[Key::Control], 'z').await?;
        until_true("the line to be back", async || {
            Ok(window.all("timeline-item").await?.len() == lines)
        })
        .await?;
        ensure!(in_bin(app, "touchpoints")?.is_empty());
        Ok(())
    })
}

fn in_bin(app: &App, kind: &str) -> Result<Vec<Value>> {
    app.workspace.rows(&["bin", "list", "--kind", kind])
}

#[test]
fn a_candidate_whose_day_has_passed_is_erased_from_today() -> Result<()> {
    const NAME: &str = "Nina Foster";
    drive("lasting-erase", Lang::En, Content::Sample, async |app| {
        app.restart_at("2027-06-01T09:00:00+08:00").await?;
        let window = &app.window;
        nav::go(window, Page::Today).await?;
        ensure!(in_file(app, NAME)?, "the name stands in the file");
        window.find_with("erasure-due", "Candidate C-").await?;
        for left in [1, 0] {
            window.click("erasure-erase").await?;
            window.click("erase-go").await?;
            window.gone("erase-ask").await?;
            until_true("the candidate to leave the list", async || {
                Ok(window.all("erasure-erase").await?.len() == left)
            })
            .await?;
        }
        window.gone("erasure-due").await?;
        ensure!(!in_file(app, NAME)?, "the name is gone from the file");
        let held = app.workspace.rows(&["interviews", "list"])?;
        ensure!(held.len() == 3, "that they talked stays: {held:#?}");
        Ok(())
    })
}

/// Do the bytes of the workspace have this word?
fn in_file(app: &App, word: &str) -> Result<bool> {
    for file in std::fs::read_dir(app.workspace.path())? {
        let path = file?.path();
        if path.is_file()
            && std::fs::read(&path)?
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        {
            return Ok(true);
        }
    }
    Ok(false)
}

#[test]
fn without_a_notification_service_the_window_says_whose_time_has_come() -> Result<()> {
    drive(
        "lasting-remind",
        Lang::ZhHans,
        Content::Empty,
        async |app| {
            promise_an_hour_ago(app)?;
            app.restart_now().await?;
            let window = &app.window;
            window.find("nav-today").await?;
            until("the reminder", PATIENT, async || {
                Ok(says(window, "到点了：回电").await?.then_some(()))
            })
            .await
        },
    )
}

async fn says(window: &Window, words: &str) -> Result<bool> {
    Ok(window
        .texts("toast")
        .await?
        .iter()
        .any(|toast| toast.contains(words)))
}

/// Two hours ago somebody was promised a call for an hour ago.
#[expect(
    clippy::disallowed_methods,
    reason = "the window goes by the clock on the wall here"
)]
fn promise_an_hour_ago(app: &App) -> Result<()> {
    let here = FixedOffset::east_opt(8 * 3600).context("Shanghai")?;
    let said = Utc::now().with_timezone(&here) - Duration::hours(2);
    let due = said + Duration::hours(1);
    let day = if due.date_naive() == said.date_naive() {
        "今天"
    } else {
        "明天"
    };
    let line = format!("赵敏 电话 3分钟 想看报价，{day}{}回电", due.format("%H:%M"));
    app.workspace
        .cli(&["log", &line, "--now", &said.to_rfc3339()])?;
    Ok(())
}
