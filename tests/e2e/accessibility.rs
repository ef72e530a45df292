//! Every place of the app in both themes has no serious accessibility problem that axe can find in the real window.

use anyhow::{Context, Result, ensure};
use touchline_tests::app::{Content, Lang, drive};
use touchline_tests::audit;
use touchline_tests::places::Place;
use touchline_tests::screens::nav::{Theme, choose_theme};

#[test]
fn no_place_has_a_serious_accessibility_problem_in_light() -> Result<()> {
    look(Theme::Light)
}

#[test]
fn no_place_has_a_serious_accessibility_problem_in_dark() -> Result<()> {
    look(Theme::Dark)
}

fn look(theme: Theme) -> Result<()> {
    drive(
        &format!("axe-{}", theme.name()),
        Lang::ZhHans,
        Content::Sample,
        async |app| {
            choose_theme(&app.window, theme).await?;
            let mut found = Vec::new();
            for place in Place::ALL {
                place.open(app).await.context(place.name())?;
                app.window.settle().await?;
                for problem in audit::accessibility(&app.window).await? {
                    found.push(format!("{}: {problem}", place.name()));
                }
                place.close(&app.window).await.context(place.name())?;
            }
            ensure!(found.is_empty(), "{}", found.join("\n"));
            Ok(())
        },
    )
}
