//! Finding: a small indexed lookup by name, pinyin, initials and last four digits, which serves the quick
//! log; and words in everything that is noted and was said, through the text index.
//!
//! What the index holds is declared in `index`; how it is kept is the kernel's.

mod find;
pub mod index;
mod records;
mod snippet;
mod spelling;
mod store;
mod talk;
#[cfg(test)]
mod tests;

pub use find::{Found, FoundGroup, FoundHit, FoundKind, Opens, find};
pub use snippet::Snippet;
pub use spelling::among;
pub use store::{
    Hit, HitKind, Key, PersonHit, Somebody, lookup, named, people_by_keys, person_hit,
};
