//! Finding by words over everything: records by what they are called and by what is noted of them, and
//! what was said in conversations, answers and promises. Several words must all be there; with what was
//! said, some of them may name whom it was with.

use serde::Serialize;

use super::records;
use super::snippet::Snippet;
use super::talk;
use crate::kernel::words::{self, Term};
use crate::kernel::{Id, Read, Result, index};
use crate::touchpoints::Channel;

crate::words! {
    /// What was found.
    pub enum FoundKind {
        Organization = "organization",
        Person = "person",
        Deal = "deal",
        Touchpoint = "touchpoint",
        Answer = "answer",
        Followup = "followup",
    }
}

/// Something found by its words.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FoundHit {
    pub kind: FoundKind,
    pub id: Id,
    /// What a record is called; with whom something was said.
    pub name: Option<String>,
    /// Code points of `name` that matched, half open.
    pub matched: Vec<(u32, u32)>,
    pub about: Option<String>,
    pub detail: Option<String>,
    /// The words that were found, where they do not stand in the name.
    pub snippet: Option<Snippet>,
    /// When it was said or is due, milliseconds UTC.
    pub at: Option<i64>,
    pub day_only: bool,
    pub channel: Option<Channel>,
    /// The record that shows it: itself, or whom it was said to.
    pub opens: Option<Opens>,
    /// The conversation it belongs to.
    pub touchpoint: Option<Id>,
}

/// A record to open.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Opens {
    /// Person, organization or deal.
    pub kind: FoundKind,
    pub id: Id,
}

/// What was found of one kind, the best first.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FoundGroup {
    pub kind: FoundKind,
    pub hits: Vec<FoundHit>,
    /// How many were found, before counting stopped.
    pub total: i64,
    /// There may be more than `total`.
    pub more: bool,
}

/// What was found.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Found {
    /// Without those of which there is nothing.
    pub groups: Vec<FoundGroup>,
    /// Rows whose latest words are not in the index yet.
    pub waiting: i64,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    pub query: String,
    pub terms: Vec<Term>,
    /// Counting stops here.
    pub most: usize,
}

/// Up to how many are counted where fewer are shown.
const COUNTED: usize = 50;
const MOST: u32 = 500;

/// At most `limit` of each kind, or of one kind. A query of signs alone finds nothing.
pub fn find(read: &Read<'_>, query: &str, kind: Option<FoundKind>, limit: u32) -> Result<Found> {
    let limit = limit.clamp(1, MOST) as usize;
    let asked = Asked {
        query: query.chars().take(200).collect(),
        terms: words::terms(query),
        most: limit.max(COUNTED),
    };
    let mut groups = Vec::new();
    if !asked.terms.is_empty() {
        let kinds = FoundKind::ALL.iter().copied();
        for kind in kinds.filter(|one| kind.is_none_or(|kind| kind == *one)) {
            let group = match kind {
                FoundKind::Organization | FoundKind::Person | FoundKind::Deal => {
                    records::find(read, kind, &asked, limit)?
                }
                FoundKind::Touchpoint | FoundKind::Answer | FoundKind::Followup => {
                    talk::find(read, kind, &asked, limit)?
                }
            };
            if !group.hits.is_empty() {
                groups.push(group);
            }
        }
    }
    Ok(Found {
        groups,
        waiting: index::waiting(read)?,
    })
}

/// Ranges as the window reads them.
pub(super) fn ranges(marks: &[(usize, usize)]) -> Vec<(u32, u32)> {
    marks
        .iter()
        .map(|(from, to)| (*from as u32, *to as u32))
        .collect()
}
