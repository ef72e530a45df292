//! The settings: their sections and what is pressed in them.

use anyhow::Result;
use thirtyfour::Key;

use crate::wait::until_true;
use crate::window::Window;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Members,
    Pipelines,
    Turnover,
    Labels,
    Scoring,
    Fields,
    Guides,
    Look,
    Workspace,
    Backups,
    About,
}

impl Section {
    pub const ALL: [Self; 11] = [
        Self::Members,
        Self::Pipelines,
        Self::Turnover,
        Self::Labels,
        Self::Scoring,
        Self::Fields,
        Self::Guides,
        Self::Look,
        Self::Workspace,
        Self::Backups,
        Self::About,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Pipelines => "pipelines",
            Self::Turnover => "turnover",
            Self::Labels => "labels",
            Self::Scoring => "scoring",
            Self::Fields => "fields",
            Self::Guides => "guides",
            Self::Look => "look",
            Self::Workspace => "workspace",
            Self::Backups => "backups",
            Self::About => "about",
        }
    }
}

/// Goes to a section from wherever the window is.
pub async fn open(window: &Window, section: Section) -> Result<()> {
    window.click("nav-settings").await?;
    window
        .click(&format!("settings-{}", section.name()))
        .await?;
    window.find(&format!("panel-{}", section.name())).await?;
    Ok(())
}

/// Chooses the language and waits until the window speaks it.
pub async fn speak(window: &Window, code: &str) -> Result<()> {
    open(window, Section::Look).await?;
    window.click(&format!("language-{code}")).await?;
    until_true(&format!("the window to speak {code}"), async || {
        let spoken = window
            .js("return document.documentElement.lang", vec![])
            .await?;
        Ok(spoken.json() == &serde_json::json!(code))
    })
    .await
}

/// Adds a member by keyboard.
pub async fn add_member(window: &Window, name: &str) -> Result<()> {
    open(window, Section::Members).await?;
    window.press(&[], 'n').await?;
    let field = window.find("member-name").await?;
    field.send_keys(name.to_owned() + Key::Enter).await?;
    window.find_with("member-row", name).await.map(drop)
}

/// Waits until no member is called so; the section must be open.
pub async fn no_member(window: &Window, name: &str) -> Result<()> {
    until_true("a member to be gone", async || {
        let rows = window.texts("member-row").await?;
        Ok(!rows.is_empty() && rows.iter().all(|row| !row.contains(name)))
    })
    .await
}
