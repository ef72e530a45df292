//! Files in and out: what the system's dialogs would be told, how a file is read, what would come of it.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::wait::until_true;
use crate::window::Window;

/// Goes to the import page and chooses these files there.
pub async fn choose(window: &Window, files: &[&Path]) -> Result<()> {
    let paths: Vec<&str> = files.iter().filter_map(|path| path.to_str()).collect();
    answer(window, "open", json!(paths)).await?;
    window.keys("gi").await?;
    window.find("import-choose").await?;
    window.keys("o").await?;
    window.find("import-file").await.map(drop)
}

/// Writes the list at hand into this file: `format` as the menu calls it.
pub async fn export(window: &Window, format: &str, path: &Path) -> Result<()> {
    answer(window, "save", json!(path.to_str())).await?;
    window.press(&[Key::Shift], 'e').await?;
    let entry = format!("export-{format}");
    window.find(&entry).await?;
    window
        .walk_to(&format!("[data-testid=\"{entry}\"]"))
        .await?;
    window.press(&[], Key::Enter).await?;
    until_true(&format!("{} to be written", path.display()), async || {
        Ok(path.is_file())
    })
    .await
}

/// Answers the next dialogs of this kind, as somebody would: they are windows of the system, which nobody can drive.
async fn answer(window: &Window, dialog: &str, told: serde_json::Value) -> Result<()> {
    let script = "const asked = `plugin%3Adialog%7C${arguments[0]}`;
        const told = JSON.stringify(arguments[1]);
        const send = window.fetch;
        window.fetch = (to, ...more) => String(to).includes(asked)
            ? Promise.resolve(new Response(told, { headers: { 'Tauri-Response': 'ok', 'Content-Type': 'application/json' } }))
            : send(to, ...more)";
    window.js(script, vec![json!(dialog), told]).await?;
    Ok(())
}

/// A number of the preview or the result, over all files or of the first: "created", "unchanged", ….
pub async fn count(window: &Window, kind: &str) -> Result<u64> {
    let script =
        "return document.querySelector(`[data-count=\"${arguments[0]}\"]`)?.textContent ?? '0'";
    let text: String = window.js(script, vec![json!(kind)]).await?.convert()?;
    text.replace(',', "").parse().context("a number")
}

/// Waits until so many lines would become, or became, this.
pub async fn counts(window: &Window, kind: &str, wanted: u64) -> Result<()> {
    until_true(&format!("{wanted} lines “{kind}”"), async || {
        Ok(count(window, kind).await? == wanted)
    })
    .await
}

/// Goes down the list that has the focus, as its arrow keys do, until it says this. Every step is taken at once, so each
/// is waited for.
pub async fn turn_to(window: &Window, value: &str) -> Result<()> {
    let script = "const list = document.activeElement;
        return [list.value, [...list.options].map((one) => one.value)]";
    for _ in 0..60 {
        let (now, all): (String, Vec<String>) = window.js(script, vec![]).await?.convert()?;
        if now == value {
            return Ok(());
        }
        let at = |wanted: &str| all.iter().position(|one| one == wanted);
        let wanted = at(value).with_context(|| format!("{value} is none of {all:?}"))?;
        let key = if at(&now) < Some(wanted) {
            Key::Down
        } else {
            Key::Up
        };
        window.press(&[], key).await?;
        until_true(&format!("the list to leave {now}"), async || {
            let (next, _): (String, Vec<String>) = window.js(script, vec![]).await?.convert()?;
            Ok(next != now)
        })
        .await?;
    }
    bail!("the arrow never came to {value}")
}
