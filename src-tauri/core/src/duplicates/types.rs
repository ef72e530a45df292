//! What the page of duplicates shows and hands in.

use serde::{Deserialize, Serialize};

use crate::kernel::{Id, Noun, Record};
use crate::organizations::Organization;
use crate::people::Person;
use crate::words;

words! {
    /// What may stand there twice.
    pub enum DuplicatesKind {
        People = "people",
        Organizations = "organizations",
    }
}

impl DuplicatesKind {
    pub fn noun(self) -> &'static Noun {
        match self {
            DuplicatesKind::People => Person::noun(),
            DuplicatesKind::Organizations => Organization::noun(),
        }
    }
}

words! {
    /// Why two rows may be one.
    pub enum Reason {
        SameNumber = "same_number",
        SameEmail = "same_email",
        SameAccount = "same_account",
        /// With the same organization.
        SameName = "same_name",
        /// Only its sound or its legal form differs, with the same organization.
        NearName = "near_name",
    }
}

/// A reason, and the value that is shared: the number, the name, the organization.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Why {
    pub reason: Reason,
    pub value: String,
}

/// One of a pair as a list shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DuplicateRow {
    pub id: Id,
    pub name: String,
    /// The organization of a person, the industry of an organization.
    pub about: Option<String>,
    /// Last four digits of a number.
    pub tail: Option<String>,
}

/// Two rows that may be one. `one` has the lower id: it is the one that stays.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DuplicatePair {
    pub one: DuplicateRow,
    pub other: DuplicateRow,
    pub why: Vec<Why>,
    /// Higher is more likely; see `find.rs`.
    pub strength: u32,
}

/// What may stand there twice, the most likely first.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DuplicatesPage {
    pub pairs: Vec<DuplicatePair>,
    /// Of all, shown or not.
    pub total: u32,
    /// Pairs with the same number or address and the same name: those that may be merged at once.
    pub sure: u32,
}

words! {
    /// Which value of a field stays.
    pub enum Take {
        One = "one",
        Other = "other",
        /// Both, one below the other: of notes.
        Both = "both",
    }
}

/// A field of two rows beside each other.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Field {
    pub name: String,
    /// As people read it; empty: nothing is there.
    pub one: String,
    pub other: String,
    /// What is taken when nobody chooses.
    pub take: Take,
}

/// What comes along whatever is chosen.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Side {
    pub id: Id,
    pub name: String,
    /// Numbers and addresses of a person; people of an organization.
    pub reached: Vec<String>,
    pub tags: Vec<String>,
    pub touchpoints: i64,
    pub deals: i64,
    pub followups: i64,
    /// When it was written down here, milliseconds UTC.
    pub made_at: i64,
}

/// Two rows side by side.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Sides {
    pub one: Side,
    pub other: Side,
    /// Those in which something is filled.
    pub fields: Vec<Field>,
}

/// A choice for one field.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct Taken {
    pub field: String,
    pub take: Take,
}

/// Two rows that are one, and what was chosen where it is not what [`sides`](super::sides) offers.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct MergeInput {
    pub kind: DuplicatesKind,
    pub one: Id,
    pub other: Id,
    pub taken: Vec<Taken>,
}

/// What came of merging.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Merging {
    /// The row that stays.
    pub id: Id,
    pub action: Option<Id>,
    /// How many pairs were merged.
    pub merged: u32,
}
