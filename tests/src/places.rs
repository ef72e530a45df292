//! Every place of the app that a picture is taken of and that the audits look at: pages, records, overlays and the
//! states that need a line or a query. A new page is one line here.

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::app::{App, Lang};
use crate::screens::nav::{self, Page};
use crate::screens::settings::{self, Section};
use crate::screens::{interview, palette, quicklog, record};
use crate::window::Window;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Today,
    WeekRows,
    QuickLog,
    QuickLogUnderstood,
    People,
    Person,
    Candidate,
    Organizations,
    Organization,
    Pipeline,
    DealsTable,
    Funnel,
    Plan,
    Stopped,
    Scores,
    Pool,
    Deal,
    DealCash,
    Quote,
    Receivables,
    Import,
    Palette,
    Shortcuts,
    Settings,
    SettingsMembers,
    SettingsPipelines,
    SettingsTurnover,
    SettingsScoring,
    SettingsLabels,
    SettingsFields,
    SettingsGuides,
    SettingsWorkspace,
    SettingsBackups,
    SettingsAbout,
    Bin,
    History,
    Duplicates,
    InterviewStart,
    InterviewConsent,
    Interview,
}

impl Place {
    pub const ALL: [Self; 40] = [
        Self::Today,
        Self::WeekRows,
        Self::QuickLog,
        Self::QuickLogUnderstood,
        Self::People,
        Self::Person,
        Self::Candidate,
        Self::Organizations,
        Self::Organization,
        Self::Pipeline,
        Self::DealsTable,
        Self::Funnel,
        Self::Plan,
        Self::Stopped,
        Self::Scores,
        Self::Pool,
        Self::Deal,
        Self::DealCash,
        Self::Quote,
        Self::Receivables,
        Self::Import,
        Self::Palette,
        Self::Shortcuts,
        Self::Settings,
        Self::SettingsMembers,
        Self::SettingsPipelines,
        Self::SettingsTurnover,
        Self::SettingsScoring,
        Self::SettingsLabels,
        Self::SettingsFields,
        Self::SettingsGuides,
        Self::SettingsWorkspace,
        Self::SettingsBackups,
        Self::SettingsAbout,
        Self::Bin,
        Self::History,
        Self::Duplicates,
        Self::InterviewStart,
        Self::InterviewConsent,
        Self::Interview,
    ];

    /// As the pictures are named.
    pub fn name(self) -> &'static str {
        match self {
            Self::Today => "01-today",
            Self::WeekRows => "01-today-week",
            Self::QuickLog => "02-quicklog",
            Self::QuickLogUnderstood => "03-quicklog-understood",
            Self::People => "04-people",
            Self::Person => "05-person",
            Self::Candidate => "05-person-candidate",
            Self::Organizations => "06-organizations",
            Self::Organization => "07-organization",
            Self::Pipeline => "08-pipeline",
            Self::DealsTable => "08-pipeline-table",
            Self::Funnel => "08-pipeline-funnel",
            Self::Plan => "08-pipeline-plan",
            Self::Stopped => "08-pipeline-stopped",
            Self::Scores => "08-pipeline-scores",
            Self::Pool => "08-pipeline-pool",
            Self::Deal => "09-deal",
            Self::DealCash => "09-deal-cash",
            Self::Quote => "09-deal-quote",
            Self::Receivables => "09-receivables",
            Self::Import => "10-import",
            Self::Palette => "11-palette",
            Self::Shortcuts => "12-shortcuts",
            Self::Settings => "13-settings",
            Self::SettingsMembers => "13-settings-members",
            Self::SettingsPipelines => "13-settings-pipelines",
            Self::SettingsTurnover => "13-settings-turnover",
            Self::SettingsScoring => "13-settings-scoring",
            Self::SettingsLabels => "13-settings-labels",
            Self::SettingsFields => "13-settings-fields",
            Self::SettingsGuides => "13-settings-guides",
            Self::SettingsWorkspace => "13-settings-workspace",
            Self::SettingsBackups => "13-settings-backups",
            Self::SettingsAbout => "13-settings-about",
            Self::Bin => "14-bin",
            Self::History => "15-history",
            Self::Duplicates => "15-duplicates",
            Self::InterviewStart => "16-interview-start",
            Self::InterviewConsent => "17-interview-consent",
            Self::Interview => "18-interview",
        }
    }

    /// Goes there on the sample workspace, from wherever the window is, and waits until it has its data.
    pub async fn open(self, app: &App) -> Result<()> {
        let window = &app.window;
        let story = Story::of(app.lang());
        match self {
            Self::Today => nav::go(window, Page::Today).await,
            Self::WeekRows => {
                nav::go(window, Page::Today).await?;
                window.click("week-conversations").await?;
                window.find("week-row").await?;
                Ok(())
            }
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
            Self::Candidate => {
                palette::go_to(window, story.candidate, "C-").await?;
                window.find("record-pseudonym").await?;
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
            Self::DealsTable => {
                nav::go(window, Page::Pipeline).await?;
                window.keys("v").await?;
                window.find("deal-row").await?;
                Ok(())
            }
            Self::Funnel => {
                window.keys("gf").await?;
                window.find("funnel-bar").await?;
                Ok(())
            }
            Self::Scores => {
                window.keys("gv").await?;
                window.find("scores-begin").await?;
                Ok(())
            }
            Self::Pool => {
                window.keys("gw").await?;
                window.find("pool-row").await?;
                Ok(())
            }
            Self::Plan => {
                window.keys("gl").await?;
                window.find("plan-needs").await?;
                Ok(())
            }
            Self::Stopped => {
                window.keys("ge").await?;
                window.find("stopped").await?;
                Ok(())
            }
            Self::Deal => {
                nav::go(window, Page::Pipeline).await?;
                window.click("deal-card").await?;
                record::name(window).await?;
                Ok(())
            }
            Self::DealCash => {
                open_contract(app).await?;
                window.find("contract").await?.scroll_into_view().await?;
                Ok(())
            }
            Self::Quote => {
                open_contract(app).await?;
                window.click("quote-line").await?;
                window.find("quote-sheet").await?;
                Ok(())
            }
            Self::Receivables => {
                window.keys("gm").await?;
                window.find("receivable-row").await?;
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
            Self::SettingsTurnover => settings::open(window, Section::Turnover).await,
            Self::SettingsScoring => settings::open(window, Section::Scoring).await,
            Self::SettingsLabels => settings::open(window, Section::Labels).await,
            Self::SettingsFields => settings::open(window, Section::Fields).await,
            Self::SettingsGuides => {
                settings::open(window, Section::Guides).await?;
                window.find("guide-question").await?;
                Ok(())
            }
            Self::SettingsWorkspace => settings::open(window, Section::Workspace).await,
            Self::SettingsBackups => settings::open(window, Section::Backups).await,
            Self::SettingsAbout => settings::open(window, Section::About).await,
            Self::Bin => {
                put_something_into_the_bin(app)?;
                window.keys("gb").await?;
                window.find("bin-row").await?;
                Ok(())
            }
            Self::History => {
                window.keys("gh").await?;
                window.find("history-row").await?;
                Ok(())
            }
            Self::Duplicates => {
                window.keys("gd").await?;
                window.find("duplicates-people").await?;
                Ok(())
            }
            Self::InterviewStart => {
                nav::go(window, Page::Today).await?;
                window.press(&[Key::Control], 'i').await?;
                window.find("interview-start").await?;
                window.find("interview-guide-care").await?;
                Ok(())
            }
            Self::InterviewConsent => {
                palette::go_to(window, story.candidate, "C-").await?;
                interview::go_on_or_begin(window).await?;
                window.find("interview-sentence").await?;
                Ok(())
            }
            Self::Interview => {
                palette::go_to(window, story.search, story.person).await?;
                interview::go_on_or_begin(window).await?;
                window.find(interview::ANSWER).await?;
                Ok(())
            }
        }
    }

    /// Closes what lies over the page, so that the next place can be opened. Drafts are emptied first.
    pub async fn close(self, window: &Window) -> Result<()> {
        let over = match self {
            Self::QuickLog | Self::QuickLogUnderstood => quicklog::INPUT,
            Self::Palette => palette::INPUT,
            Self::Shortcuts => "shortcut-sheet",
            Self::WeekRows => "week-passport",
            Self::Quote => "quote-sheet",
            Self::InterviewStart => "interview-start",
            Self::InterviewConsent | Self::Interview => "interview",
            _ => return Ok(()),
        };
        if self == Self::QuickLogUnderstood {
            quicklog::empty(window).await?;
        }
        window.press(&[], Key::Escape).await?;
        window.gone(over).await
    }
}

/// Opens a deal that was quoted, signed and planned.
async fn open_contract(app: &App) -> Result<()> {
    let owing = app.workspace.cli(&["receivables"])?;
    for row in owing["rows"].as_array().context("rows")? {
        let deal = row["id"].as_str().context("an id")?;
        let cash = app.workspace.cli(&["cash", deal])?;
        if cash["quotes"].as_array().is_some_and(|all| !all.is_empty()) {
            let address = format!("#/deals/{deal}");
            let script = "location.hash = arguments[0]";
            app.window.js(script, vec![json!(address)]).await?;
            app.window.find("contract").await?;
            return Ok(());
        }
    }
    bail!("no deal of the sample has a quote and a contract")
}

/// Once in a workspace: an organization of the sample is thrown away, so that the bin has something to show.
fn put_something_into_the_bin(app: &App) -> Result<()> {
    if app.workspace.rows(&["bin", "list"])?.is_empty() {
        let organizations = app.workspace.rows(&["organizations", "list"])?;
        let last = organizations
            .last()
            .context("the sample has organizations")?;
        let id = last["id"].as_str().context("an id")?;
        app.workspace.cli(&["bin", "delete", id])?;
    }
    Ok(())
}

/// The words of the story in one language: what is typed and whom it is about.
#[derive(Debug, Clone, Copy)]
pub struct Story {
    pub line: &'static str,
    /// Finds the person in the palette.
    pub search: &'static str,
    pub person: &'static str,
    /// Whose record goes by a pseudonym.
    pub candidate: &'static str,
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
                candidate: "蔡晓雨",
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
                candidate: "Nina Foster",
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
