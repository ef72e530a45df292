//! The entries on the left, and the settings at their foot.

use anyhow::Result;
use serde_json::json;

use crate::screens::settings::{self, Section};
use crate::wait::until_true;
use crate::window::Window;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Today,
    People,
    Organizations,
    Pipeline,
}

impl Page {
    fn entry(self) -> &'static str {
        match self {
            Self::Today => "nav-today",
            Self::People => "nav-people",
            Self::Organizations => "nav-organizations",
            Self::Pipeline => "nav-pipeline",
        }
    }

    /// Something that is there once the page has its data.
    fn sign(self) -> &'static str {
        match self {
            Self::Today => "today-row",
            Self::People => "person-row",
            Self::Organizations => "organization-row",
            Self::Pipeline => "board",
        }
    }
}

/// Goes to a page and waits for its data.
pub async fn go(window: &Window, page: Page) -> Result<()> {
    window.click(page.entry()).await?;
    window.find(page.sign()).await?;
    Ok(())
}

/// Chooses the theme in the settings and waits until the page wears it.
pub async fn choose_theme(window: &Window, theme: Theme) -> Result<()> {
    settings::open(window, Section::Look).await?;
    window.click(&format!("theme-{}", theme.name())).await?;
    until_true(&format!("the {} theme", theme.name()), async || {
        let script = "return document.documentElement.dataset.mantineColorScheme";
        Ok(window.js(script, vec![]).await?.json() == &json!(theme.name()))
    })
    .await
}
