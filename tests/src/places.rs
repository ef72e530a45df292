//! Every place of the app that a picture is taken of and that the audits look at: pages, records, overlays and the
//! states that need a line or a query. A new page is one line here.

use anyhow::Result;
use thirtyfour::prelude::*;

use crate::app::{App, Lang};
use crate::screens::nav::{self, Page};
use crate::screens::settings::{self, Section};
use crate::screens::{palette, quicklog, record};
use crate::window::Window;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Today,
    QuickLog,
    QuickLogUnderstood,
    People,
    Person,
    Organizations,
    Organization,
    Pipeline,
    Deal,
    Import,
    Palette,
    Shortcuts,
    Settings,
    SettingsMembers,
    SettingsPipelines,
    SettingsLabels,
    SettingsWorkspace,
    SettingsBackups,
    SettingsAbout,
}

impl Place {
    pub const ALL: [Self; 19] = [
        Self::Today,
        Self::QuickLog,
        Self::QuickLogUnderstood,
        Self::People,
        Self::Person,
        Self::Organizations,
        Self::Organization,
        Self::Pipeline,
        Self::Deal,
        Self::Import,
        Self::Palette,
        Self::Shortcuts,
        Self::Settings,
        Self::SettingsMembers,
        Self::SettingsPipelines,
        Self::SettingsLabels,
        Self::SettingsWorkspace,
        Self::SettingsBackups,
        Self::SettingsAbout,
    ];

    /// As the pictures are named.
    pub fn name(self) -> &'static str {
        match self {
            Self::Today => "01-today",
            Self::QuickLog => "02-quicklog",
            Self::QuickLogUnderstood => "03-quicklog-understood",
            Self::People => "04-people",
            Self::Person => "05-person",
            Self::Organizations => "06-organizations",
            Self::Organization => "07-organization",
            Self::Pipeline => "08-pipeline",
            Self::Deal => "09-deal",
            Self::Import => "10-import",
            Self::Palette => "11-palette",
            Self::Shortcuts => "12-shortcuts",
            Self::Settings => "13-settings",
            Self::SettingsMembers => "13-settings-members",
            Self::SettingsPipelines => "13-settings-pipelines",
            Self::SettingsLabels => "13-settings-labels",
            Self::SettingsWorkspace => "13-settings-workspace",
            Self::SettingsBackups => "13-settings-backups",
            Self::SettingsAbout => "13-settings-about",
        }
    }

    /// Goes there on the sample workspace, from wherever the window is, and waits until it has its data.
    pub async fn open(self, app: &App) -> Result<()> {
        let window = &app.window;
        let story = Story::of(app.lang());
        match self {
            Self::Today => nav::go(window, Page::Today).await,
            Self::QuickLog | Self::QuickLogUnderstood => {
                nav::go(window, Page::Today).await?;
                quicklog::open(window).await?;
                if self == Self::QuickLogUnderstood {
                    quicklog::write(window, story.line).await?;
                    quicklog::understood(window, "minutes", story.minutes).await?;
                }
                Ok(())
            }
            Self::People => nav::go(window, Page::People).await,
            Self::Person => {
                palette::go_to(window, story.search, story.person).await?;
                record::marks(window).await?;
                Ok(())
            }
            Self::Organizations => nav::go(window, Page::Organizations).await,
            Self::Organization => {
                nav::go(window, Page::Organizations).await?;
                window.click("organization-row").await?;
                record::name(window).await?;
                Ok(())
            }
            Self::Pipeline => nav::go(window, Page::Pipeline).await,
            Self::Deal => {
                nav::go(window, Page::Pipeline).await?;
                window.click("deal-card").await?;
                record::name(window).await?;
                Ok(())
            }
            Self::Import => {
                window.click("workspace-name").await?;
                window.click("menu-import").await?;
                window.find("import-choose").await?;
                Ok(())
            }
            Self::Palette => {
                nav::go(window, Page::People).await?;
                palette::open(window).await?;
                palette::search(window, story.search).await?;
                window.find("palette-hit").await?;
                Ok(())
            }
            Self::Shortcuts => {
                nav::go(window, Page::Today).await?;
                window.press(&[Key::Shift], '?').await?;
                window.find("shortcut-sheet").await?;
                Ok(())
            }
            Self::Settings => settings::open(window, Section::Look).await,
            Self::SettingsMembers => settings::open(window, Section::Members).await,
            Self::SettingsPipelines => settings::open(window, Section::Pipelines).await,
            Self::SettingsLabels => settings::open(window, Section::Labels).await,
            Self::SettingsWorkspace => settings::open(window, Section::Workspace).await,
            Self::SettingsBackups => settings::open(window, Section::Backups).await,
            Self::SettingsAbout => settings::open(window, Section::About).await,
        }
    }

    /// Closes what lies over the page, so that the next place can be opened. Drafts are emptied first.
    pub async fn close(self, window: &Window) -> Result<()> {
        let over = match self {
            Self::QuickLog | Self::QuickLogUnderstood => quicklog::INPUT,
            Self::Palette => palette::INPUT,
            Self::Shortcuts => "shortcut-sheet",
            _ => return Ok(()),
        };
        if self == Self::QuickLogUnderstood {
            quicklog::empty(window).await?;
        }
        window.press(&[], Key::Escape).await?;
        window.gone(over).await
    }
}

/// The words of the story in one language: what is typed and whom it is about.
#[derive(Debug, Clone, Copy)]
pub struct Story {
    pub line: &'static str,
    /// Finds the person in the palette.
    pub search: &'static str,
    pub person: &'static str,
    pub minutes: &'static str,
    pub tag: &'static str,
    /// What the follow-up is called.
    pub promise: &'static str,
    /// How the follow-up's day reads a week before, and on the day.
    pub wednesday: &'static str,
    pub today: &'static str,
    /// The stage that the deal is dragged to.
    pub quoted: &'static str,
}

impl Story {
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::ZhHans => Self {
                line: "张总 电话 12分钟 有意向，下周三回访 #价格",
                search: "张立",
                person: "张立群",
                minutes: "12 分钟",
                tag: "价格",
                promise: "回访",
                wednesday: "周三",
                today: "今天",
                quoted: "报价",
            },
            Lang::En => Self {
                line: "Zhang call 12min interested, follow up next Wed #price",
                search: "Zhang",
                person: "Zhang Liqun",
                minutes: "12 minutes",
                tag: "price",
                promise: "follow up",
                wednesday: "Wed",
                today: "today",
                quoted: "Quoted",
            },
        }
    }
}
