//! What one gesture of a user is called, and how it stands among others.

use super::Id;
use crate::words;

words! {
    /// Through what something was done.
    pub enum Origin {
        Window = "window",
        Cli = "cli",
        Import = "import",
    }
}

/// What one gesture of a user is called in the history.
#[derive(Debug, Clone)]
pub struct Act {
    /// Key of its sentence: `deal_moved`, `call_logged`.
    pub label: &'static str,
    /// What it was done to, in the user's words.
    pub subject: Option<String>,
    /// Who did it, when it was not the member who works here.
    pub member: Option<Id>,
    /// Part of how the workspace came to be: no undo takes it back.
    pub founding: bool,
    /// What it took away is nowhere kept: no undo brings it back.
    pub lasting: bool,
    /// Through what it was done, where that is not simply the program that runs.
    pub origin: Option<Origin>,
}

impl Act {
    pub fn new(label: &'static str) -> Self {
        Act {
            label,
            subject: None,
            member: None,
            founding: false,
            lasting: false,
            origin: None,
        }
    }

    /// Makes it part of how the workspace came to be: settings, pipeline, sample.
    pub fn foundation(mut self) -> Self {
        self.founding = true;
        self
    }

    /// What it takes away is gone for good.
    pub fn for_good(mut self) -> Self {
        self.lasting = true;
        self
    }

    pub fn on(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    pub fn through(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    pub fn by(mut self, member: Option<Id>) -> Self {
        self.member = member;
        self
    }
}

/// What a write returned, and the action it made; no action when nothing changed.
#[derive(Debug)]
pub struct Written<T> {
    pub value: T,
    pub action: Option<Id>,
    pub changes: u64,
}

/// What `put` did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    Created,
    Updated,
    Unchanged,
}

words! {
    /// Where an action stands; `actions.state`.
    pub enum ActionState {
        /// More slices follow.
        Running = "running",
        Done = "done",
        /// How the workspace came to be: never undone.
        Founding = "founding",
        /// What it took away is gone: never undone.
        Lasting = "lasting",
        /// Taken back before it was done: never redone.
        Cancelled = "cancelled",
    }
}

impl ActionState {
    /// The state of `act` once all of it is written.
    pub(super) fn ended(act: &Act) -> Self {
        if act.founding {
            ActionState::Founding
        } else if act.lasting {
            ActionState::Lasting
        } else {
            ActionState::Done
        }
    }
}

/// How an action stands among others: fresh, part of a long one, or taking another back.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// Continue this action (row number) rather than begin one.
    pub resume: Option<i64>,
    /// Taking back or redoing this action.
    pub root: Option<i64>,
    /// More slices follow.
    pub running: bool,
}
