//! Columns of the team.

use serde::{Deserialize, Serialize};

use crate::kernel::Id;
use crate::{record, words};

words! {
    /// What a member does here.
    pub enum Role {
        Founder = "founder",
        Sales = "sales",
        Marketing = "marketing",
        Hr = "hr",
        Support = "support",
        Product = "product",
        Finance = "finance",
    }
}

words! {
    /// Which grades a member may take on.
    pub enum Seniority {
        Junior = "junior",
        Senior = "senior",
    }
}

record! {
    /// Someone on the team.
    pub struct Member in "members", noun 2 {
        cell 1 name: String [sortable, searchable];
        cell 2 role: Role [filterable];
        cell 3 seniority: Seniority [filterable];
        cell 4 manager: Option<Id> [refers(members)];
        cell 5 region: Option<String> [filterable];
        cell 6 active: bool [filterable];
        /// How many open deals they may hold; `None`: the usual number.
        cell 7 holding_cap: Option<i64>;
    }
}

/// A member as other screens show one.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct MemberRef {
    pub id: Id,
    pub name: String,
    pub role: Role,
}

impl MemberRef {
    /// Reads id, name and role from column `at` on.
    pub fn of(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Self> {
        Ok(MemberRef {
            id: row.get(at)?,
            name: row.get(at + 1)?,
            role: row.get(at + 2)?,
        })
    }

    /// The same where the query may have joined nobody.
    pub fn read(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<Self>> {
        let id: Option<Id> = row.get(at)?;
        id.map(|_| Self::of(row, at)).transpose()
    }
}

/// A member as the settings show one. No figures: people are never ranked.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct MemberView {
    pub id: Id,
    pub name: String,
    pub role: Role,
    pub seniority: Seniority,
    /// How many open deals they may hold.
    pub holding_cap: i64,
    pub active: bool,
    /// Deals of organizations there are proposed to them first.
    #[specta(optional)]
    pub region: Option<String>,
}

/// What the form of a member hands in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct MemberInput {
    /// `None`: a new one.
    pub id: Option<Id>,
    pub name: String,
    pub role: Role,
    pub seniority: Seniority,
    pub holding_cap: i64,
    pub active: bool,
    #[serde(default)]
    #[specta(optional)]
    pub region: Option<String>,
}
