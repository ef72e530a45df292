//! Columns of touchpoints.

use crate::kernel::Id;
use crate::{record, words};

words! {
    /// Over what a contact went.
    #[serde(rename = "ContactChannel")]
    pub enum Channel {
        Call = "call",
        Visit = "visit",
        Video = "video",
        Wechat = "wechat",
        Sms = "sms",
        Email = "email",
        Event = "event",
        Live = "live",
        Form = "form",
        Article = "article",
        Download = "download",
        SiteVisit = "site_visit",
        Support = "support",
        Interview = "interview",
        Order = "order",
        Other = "other",
    }
}

words! {
    /// Who reached out.
    pub enum Direction {
        Outbound = "outbound",
        Inbound = "inbound",
        Internal = "internal",
    }
}

words! {
    /// What came of it.
    pub enum Outcome {
        Reached = "reached",
        NoAnswer = "no_answer",
        Busy = "busy",
        WrongNumber = "wrong_number",
        Replied = "replied",
        Interested = "interested",
        NotInterested = "not_interested",
        Agreed = "agreed",
        Declined = "declined",
    }
}

record! {
    /// One contact at one moment over one channel.
    pub struct Touchpoint in "touchpoints", noun 16 {
        /// Milliseconds UTC; `at_day`: only the day is known.
        cell 1 at { at: i64, at_day: bool } [sortable];
        cell 2 channel: Channel [filterable];
        cell 3 direction: Direction [filterable];
        cell 4 outcome: Option<Outcome> [filterable];
        cell 5 minutes: Option<i64>;
        /// −2…+2; `None`: not measured.
        cell 6 sentiment: Option<i64> [filterable];
        cell 7 summary: Option<String> [searchable];
        /// The line as it was typed.
        cell 8 raw: Option<String>;
        /// The words that were meant to name a person nobody could find or choose.
        cell 9 who: Option<String>;
        cell 10 member: Option<Id> [filterable, refers(members)];
        cell 11 person: Option<Id> [refers(people)];
        cell 12 organization: Option<Id> [refers(organizations)];
        cell 13 deal: Option<Id> [refers(deals)];
    }
}
