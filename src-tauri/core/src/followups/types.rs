//! Columns of follow-ups.

use serde::{Deserialize, Serialize};

use crate::kernel::Id;
use crate::touchpoints::Channel;
use crate::{record, words};

words! {
    /// Where a promise stands.
    pub enum FollowupState {
        Open = "open",
        Done = "done",
        Dropped = "dropped",
    }
}

record! {
    /// A promise with a due day.
    pub struct Followup in "followups", noun 17 {
        cell 1 title: String [searchable];
        /// The workspace's calendar day; `due_at` only when a time was said.
        cell 2 due { due_on: String, due_at: Option<i64> } [sortable];
        cell 3 channel: Option<Channel> [filterable];
        cell 4 state { state: FollowupState, done_at: Option<i64> } [filterable];
        cell 5 member: Option<Id> [filterable, refers(members)];
        cell 6 person: Option<Id> [refers(people)];
        cell 7 organization: Option<Id> [refers(organizations)];
        cell 8 deal: Option<Id> [refers(deals)];
        /// The conversation in which it was promised.
        cell 9 touchpoint: Option<Id> [refers(touchpoints)];
    }
}

/// The next thing promised, as records, cards and lists show it.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct NextStep {
    pub id: Id,
    pub title: String,
    pub due_on: String,
    pub due_at: Option<i64>,
    pub channel: Option<Channel>,
    /// Whole days past the due day; negative: still to come.
    pub days_late: i64,
}

/// What a form hands in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct FollowupInput {
    pub id: Option<Id>,
    pub title: String,
    pub due_on: String,
    /// "15:00"
    pub due_time: Option<String>,
    pub channel: Option<Channel>,
    pub person: Option<Id>,
    pub deal: Option<Id>,
}

/// A saved follow-up.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FollowupSaved {
    pub id: Id,
    pub action: Option<Id>,
}

/// A promise that is no longer open.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ClosedStep {
    pub id: Id,
    pub title: String,
    pub due_on: String,
    pub done_at: Option<i64>,
    pub state: FollowupState,
}
