//! Lists and the board: pages of rows that join several nouns. Every list pages by key; sorts and
//! filters are the ones its noun declares and the ones it offers beside them.

pub mod change;
pub mod deals;
pub mod followups;
pub mod organizations;
pub mod people;
pub mod pool;
#[cfg(test)]
mod tests;

use crate::fields;
pub use crate::fields::ListKind;
use crate::kernel::list::{self, Choice, Filter, Holds, More, Offer, PageInput};
use crate::kernel::{Id, Noun, Read, Record, Result};
use crate::organizations::Organization;
use crate::people::Person;
use crate::pipeline::Deal;

/// The team's own fields.
const OWN_FIELDS: More = More {
    condition: fields::condition,
    sorted: fields::sorted,
};

impl ListKind {
    /// Its noun and what it offers.
    fn what(self) -> (&'static Noun, &'static Offer) {
        match self {
            ListKind::People => (Person::noun(), &people::OFFER),
            ListKind::Organizations => (Organization::noun(), &organizations::OFFER),
            ListKind::Deals => (Deal::noun(), &deals::OFFER),
        }
    }
}

/// The filter by the day on which a row was written down here.
const fn made(index: &'static str) -> Filter {
    Filter::days("stamp", Holds::Stamp, index)
}

/// What a filter of a list may be set to, the most frequent first.
pub fn choices(read: &Read<'_>, kind: ListKind, field: &str) -> Result<Vec<Choice>> {
    let (noun, offer) = kind.what();
    match list::choices(read, noun, offer, field) {
        Err(error) => match fields::choices(read, kind, field)? {
            Some(own) => Ok(own),
            None => Err(error),
        },
        found => found,
    }
}

/// Ids of the rows at the places `from` to `to` of a view, both included, counted from 0.
pub fn stretch(
    read: &Read<'_>,
    kind: ListKind,
    page: &PageInput,
    from: u32,
    to: u32,
) -> Result<Vec<Id>> {
    let (noun, offer) = kind.what();
    list::stretch(read, noun, offer, page, from, to)
}
