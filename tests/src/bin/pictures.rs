//! `make pictures`: every place of the app in two sizes, two languages, light and dark, into `out/pictures/`.
//! Names read `01-today-zh-Hans-dark-1920.png`, so that a folder sorts by place. `pictures 01-today en` draws only those
//! whose names hold all of these words.

#![expect(
    clippy::print_stdout,
    reason = "a program for the terminal: it says what it drew"
)]

use anyhow::{Context, Result};
use touchline_tests::app::{Content, Lang, drive};
use touchline_tests::binaries;
use touchline_tests::places::Place;
use touchline_tests::screens::nav::{Theme, choose_theme};
use touchline_tests::window::{NARROW, WIDE};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |name: &str| words.iter().all(|word| name.contains(word.as_str()));
    let folder = binaries::project().join("out/pictures");
    if folder.exists() && words.is_empty() {
        std::fs::remove_dir_all(&folder)?;
    }
    for lang in Lang::ALL {
        drive(
            &format!("pictures-{}", lang.code()),
            lang,
            Content::Sample,
            async |app| {
                for theme in Theme::ALL {
                    choose_theme(&app.window, theme).await?;
                    for size in [NARROW, WIDE] {
                        app.window.resize(size).await?;
                        for place in Place::ALL {
                            let name = format!(
                                "{}-{}-{}-{}.png",
                                place.name(),
                                lang.code(),
                                theme.name(),
                                size.0
                            );
                            if !wanted(&name) {
                                continue;
                            }
                            place.open(app).await.with_context(|| name.clone())?;
                            app.window.picture(&folder.join(&name)).await?;
                            place
                                .close(&app.window)
                                .await
                                .with_context(|| name.clone())?;
                        }
                    }
                }
                Ok(())
            },
        )?;
    }
    println!(
        "{} pictures in out/pictures/",
        std::fs::read_dir(&folder)?.count()
    );
    Ok(())
}
