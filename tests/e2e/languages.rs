//! Switching the language leaves no word of another one on any page: every visible text is held against the locale
//! files of the other languages. What people wrote stays as they wrote it and is left out.

use std::collections::HashSet;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use touchline_core::kernel::{Clock, Db, Options};
use touchline_core::model;
use touchline_tests::app::{App, Content, Lang, drive};
use touchline_tests::binaries;
use touchline_tests::places::Place;
use touchline_tests::screens::settings;

const LANGS: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

#[test]
fn no_page_keeps_a_word_of_another_language() -> Result<()> {
    drive("languages", Lang::ZhHans, Content::Sample, async |app| {
        let written = written_by_people(app)?;
        let mut found = Vec::new();
        for lang in ["en", "zh-Hant", "zh-Hans"] {
            settings::speak(&app.window, lang).await?;
            let strange = strange_to(lang, &written)?;
            // What was understood of a line is read by the language it was written in: looks.rs sees to that.
            let places = Place::ALL
                .into_iter()
                .filter(|place| *place != Place::QuickLogUnderstood);
            for place in places {
                place.open(app).await.context(place.name())?;
                app.window.settle().await?;
                let script = include_str!("languages.js");
                let texts: Vec<String> = app
                    .window
                    .js(script, vec![json!(strange)])
                    .await?
                    .convert()?;
                found.extend(
                    texts
                        .iter()
                        .map(|text| format!("{lang} {}: {text}", place.name())),
                );
                place.close(&app.window).await.context(place.name())?;
            }
            let title: String = app
                .window
                .js("return document.title", vec![])
                .await?
                .convert()?;
            let named = words(lang)?.contains(title.rsplit(" · ").next().unwrap_or_default());
            ensure!(named, "{lang}: the window is called “{title}”");
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
}

/// Texts of the other languages that this one does not use and nobody wrote.
fn strange_to(lang: &str, written: &HashSet<String>) -> Result<Vec<String>> {
    let own = words(lang)?;
    let mut strange = HashSet::new();
    for other in LANGS.iter().filter(|other| **other != lang) {
        strange.extend(words(other)?);
    }
    Ok(strange
        .into_iter()
        .filter(|text| !own.contains(text) && !written.contains(text))
        .collect())
}

/// Every text of a language's locale files.
fn words(lang: &str) -> Result<HashSet<String>> {
    let folder = binaries::project().join("ui/src/locales").join(lang);
    let mut found = HashSet::new();
    for file in fs::read_dir(&folder)? {
        let text = fs::read_to_string(file?.path())?;
        gather(&serde_json::from_str(&text)?, &mut found);
    }
    ensure!(!found.is_empty(), "no words in {}", folder.display());
    Ok(found)
}

fn gather(value: &Value, found: &mut HashSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.trim().to_owned());
        }
        Value::Object(inner) => inner.values().for_each(|value| gather(value, found)),
        _ => {}
    }
}

/// Every text that stands in the workspace.
fn written_by_people(app: &App) -> Result<HashSet<String>> {
    let folders = app.workspace.platform_folders();
    let options = Options {
        clock: Clock::System,
        seed: None,
        config: folders[1].1.join("read-only"),
    };
    let db = Db::open(model(), &app.workspace.path(), options)?;
    let mut found = HashSet::new();
    db.read(|read| {
        for noun in model().nouns {
            let columns = read.all(
                "SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT'",
                [noun.table],
                |row| row.get::<_, String>(0),
            )?;
            for column in columns {
                let sql = format!(
                    "SELECT DISTINCT trim({column}) FROM {} WHERE {column} IS NOT NULL",
                    noun.table
                );
                found.extend(read.all(&sql, [], |row| row.get::<_, String>(0))?);
            }
        }
        Ok(())
    })?;
    Ok(found)
}
