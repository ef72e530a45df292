//! No place of the app shows raw keys, clipped text or sideways scroll, in either language, in either window size.

use anyhow::{Context, Result, ensure};
use touchline_tests::app::{Content, Lang, drive};
use touchline_tests::audit;
use touchline_tests::places::Place;
use touchline_tests::window::{NARROW, WIDE};

#[test]
fn no_place_shows_raw_keys_or_clipped_words_in_chinese() -> Result<()> {
    look(Lang::ZhHans)
}

#[test]
fn no_place_shows_raw_keys_or_clipped_words_in_english() -> Result<()> {
    look(Lang::En)
}

fn look(lang: Lang) -> Result<()> {
    drive(
        &format!("looks-{}", lang.code()),
        lang,
        Content::Sample,
        async |app| {
            let mut found = Vec::new();
            for size in [NARROW, WIDE] {
                app.window.resize(size).await?;
                for place in Place::ALL {
                    place.open(app).await.context(place.name())?;
                    app.window.settle().await?;
                    for problem in audit::looks(&app.window).await? {
                        found.push(format!("{} at {}: {problem}", place.name(), size.0));
                    }
                    place.close(&app.window).await.context(place.name())?;
                }
            }
            ensure!(found.is_empty(), "{}", found.join("\n"));
            Ok(())
        },
    )
}
