//! The first run in Chinese by keyboard alone, to an empty workspace and to the sample and back; and the settings: who
//! is here, language, theme, a backup with what it would bring back.

use anyhow::{Result, ensure};
use thirtyfour::prelude::*;
use touchline_tests::app::{Content, Lang, drive};
use touchline_tests::screens::nav::{Theme, choose_theme};
use touchline_tests::screens::settings::{self, Section};
use touchline_tests::wait::until_true;

const NAME: &str = "王宁";

#[test]
fn an_empty_workspace_is_begun_in_chinese_by_keyboard_alone() -> Result<()> {
    drive("first-empty", Lang::ZhHans, Content::Nothing, async |app| {
        let window = &app.window;
        ensure!(
            window.text("first-run").await?.contains("你的名字"),
            "it asks in Chinese"
        );
        window.tab_to("first-name").await?;
        window.type_here(NAME).await?;
        // The sample is offered first; two to the right stands the empty one.
        window.tab_to("first-sample").await?;
        window.press(&[], Key::Right).await?;
        window.press(&[], Key::Right).await?;
        window.tab_to("first-begin").await?;
        window.press(&[], Key::Enter).await?;

        window.find("nav-today").await?;
        window.find_with("nav-me", NAME).await?;
        window.find_with("workspace-name", "我的工作区").await?;
        ensure!(app.workspace.rows(&["people", "list"])?.is_empty());
        let members = app.workspace.rows(&["members", "list"])?;
        ensure!(
            members.len() == 1 && members[0]["name"] == NAME,
            "{members:?}"
        );
        Ok(())
    })
}

#[test]
fn the_sample_stands_beside_ones_own_workspace_with_a_way_there_and_back() -> Result<()> {
    drive(
        "first-sample",
        Lang::ZhHans,
        Content::Nothing,
        async |app| {
            let window = &app.window;
            window.tab_to("first-name").await?;
            window.type_here(NAME).await?;
            window.press(&[], Key::Enter).await?;

            window.find("nav-own").await?;
            window.find("today-row").await?;
            window.click("nav-own").await?;
            window.gone("nav-own").await?;
            window.find_with("nav-me", NAME).await?;

            window.click("workspace-name").await?;
            window.click("workspace-known").await?;
            window.find("nav-own").await?;
            Ok(())
        },
    )
}

#[test]
fn the_settings_change_language_and_theme_and_bring_back_a_backup() -> Result<()> {
    drive("settings", Lang::ZhHans, Content::Sample, async |app| {
        let window = &app.window;
        settings::open(window, Section::Look).await?;
        window.click("language-en").await?;
        until_true("the settings in English", async || {
            Ok(window.text("panel-look").await?.contains("Appearance"))
        })
        .await?;
        choose_theme(window, Theme::Dark).await?;

        settings::open(window, Section::Backups).await?;
        window.press(&[], 'b').await?;
        window.find("backup-row").await?;

        app.workspace.cli(&["log", "call 5min, price"])?;
        settings::add_member(window, "Ada").await?;

        settings::open(window, Section::Backups).await?;
        window.click("backup-restore").await?;
        ensure!(window.text("restore-lost").await?.contains("2 things"));
        window.click("restore-run").await?;
        window.gone("restore").await?;
        settings::open(window, Section::Members).await?;
        settings::no_member(window, "Ada").await
    })
}

#[test]
fn a_restore_by_the_command_line_is_noticed_by_the_open_window() -> Result<()> {
    drive("restored-under", Lang::En, Content::Sample, async |app| {
        let window = &app.window;
        let file = app.workspace.path().join("before.db");
        let file = file.to_str().unwrap_or_default();
        app.workspace.cli(&["backup", file])?;
        settings::add_member(window, "Ada").await?;
        app.workspace.cli(&["restore", file])?;
        settings::no_member(window, "Ada").await
    })
}
