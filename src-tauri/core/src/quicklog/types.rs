//! What the window shows of a line before it is saved, and what it hands back.

use serde::{Deserialize, Serialize};

use super::parse::{Span, SpanKind};
use crate::followups::NextStep;
use crate::kernel::Id;
use crate::kernel::money::Money;
use crate::people::PersonRef;
use crate::pipeline::DealGlance;
use crate::search::PersonHit;
use crate::touchpoints::{Channel, Direction, Outcome, PersonChoice};

/// Whom a line is about.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Who {
    None,
    Known {
        person: PersonHit,
    },
    /// Made when the line is saved.
    New {
        name: String,
    },
    /// Several fit: choose.
    Several {
        text: String,
        choices: Vec<PersonHit>,
    },
}

/// The next step a line promises.
#[derive(Debug, Clone, Default, PartialEq, Serialize, specta::Type)]
pub struct NextRead {
    pub title: String,
    pub due_on: Option<String>,
    /// "15:00"
    pub due_time: Option<String>,
    /// Words whose day must be asked, such as 年后.
    pub ask: Option<String>,
    pub channel: Option<Channel>,
}

/// Which deal an amount goes to.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum AmountDeal {
    /// The person's only open deal, or the one chosen.
    Only { id: Id, name: String },
    /// A deal of this name, made with the touchpoint.
    New { name: String },
    /// None or several: it is offered, not guessed.
    Offer,
}

/// An amount of money in a line.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct AmountRead {
    pub money: Money,
    pub deal: AmountDeal,
}

/// One line as understood, corrections laid over it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct LineRead {
    pub raw: String,
    /// Cover the line, every code point once.
    pub spans: Vec<Span>,
    pub who: Who,
    pub channel: Channel,
    pub channel_given: bool,
    pub direction: Direction,
    pub minutes: Option<i64>,
    pub at: i64,
    pub day_only: bool,
    pub at_given: bool,
    pub outcome: Option<Outcome>,
    pub sentiment: Option<i64>,
    pub next: Option<NextRead>,
    pub tags: Vec<String>,
    pub amount: Option<AmountRead>,
    pub summary: String,
    pub deal: Option<DealGlance>,
    /// The deal that is opened with it.
    #[specta(optional)]
    pub new_deal: Option<String>,
}

/// All lines of the box.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuickLogPreview {
    pub lines: Vec<LineRead>,
}

/// What the user corrected on one line; `None` keeps what was read, `clear` empties fields.
#[derive(Debug, Clone, Default, Deserialize, specta::Type)]
pub struct LineFix {
    pub person: Option<PersonChoice>,
    pub channel: Option<Channel>,
    pub direction: Option<Direction>,
    pub minutes: Option<i64>,
    pub at: Option<i64>,
    pub outcome: Option<Outcome>,
    pub sentiment: Option<i64>,
    pub next_title: Option<String>,
    pub next_due_on: Option<String>,
    pub next_due_time: Option<String>,
    pub tags: Option<Vec<String>>,
    pub deal: Option<Id>,
    /// The name of a deal to open with this touchpoint, for the amount of the line if it has one.
    #[serde(default)]
    #[specta(optional)]
    pub new_deal: Option<String>,
    pub clear: Vec<SpanKind>,
}

/// One saved line.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SavedLine {
    pub touchpoint: Id,
    pub person: Option<PersonRef>,
    pub followup: Option<NextStep>,
    pub spans: Vec<Span>,
}

/// All saved lines, one action.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuickLogSaved {
    pub action: Id,
    pub touchpoints: Vec<SavedLine>,
}
