//! Columns of organizations and positions, and what screens show of them.

use serde::{Deserialize, Serialize};

use crate::kernel::Id;
use crate::people::Grade;
use crate::record;

record! {
    /// A company.
    pub struct Organization in "organizations", noun 8 {
        cell 1 name: String [sortable, searchable];
        cell 2 industry: Option<String> [filterable];
        cell 3 region: Option<String> [filterable];
        cell 4 grade: Option<Grade> [sortable, filterable];
        cell 5 parent: Option<Id> [refers(organizations)];
        /// Year.
        cell 6 founded: Option<i64>;
        cell 7 employees: Option<i64> [sortable];
        cell 8 note: Option<String> [searchable];
        /// Who looks after it, where that was said.
        cell 9 owner: Option<Id> [refers(members)];
        /// Which one this turned out to be, once two rows were found to be one firm.
        cell 10 merged_into: Option<Id> [refers(organizations)];
        /// Which one this row stands under since it was merged: the end of that way.
        projected root: Option<Id>;
        projected sort_key: String;
        projected touch_count: i64;
        projected last_touch_at: Option<i64>;
        /// The owner; when none is set, who holds the latest open deal.
        projected owner_now: Option<Id>;
        /// Day of the earliest open promise.
        projected next_on: Option<String>;
        /// Of the latest open deal.
        projected stage_now: Option<Id>;
    }
}

record! {
    /// A person at an organization. People change jobs; the old positions stay.
    pub struct Position in "positions", noun 9 {
        cell 1 person: Id [refers(people)];
        cell 2 organization: Id [refers(organizations)];
        cell 3 title: Option<String> [searchable];
        cell 4 from_on: Option<String>;
        cell 5 to_on: Option<String>;
    }
}

/// An organization as other screens show one.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct OrganizationRef {
    pub id: Id,
    pub name: String,
}

/// What the form hands in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct OrganizationInput {
    pub id: Option<Id>,
    pub name: String,
    pub industry: Option<String>,
    pub region: Option<String>,
}

/// A saved organization.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OrganizationSaved {
    pub id: Id,
    pub action: Option<Id>,
}
