//! A small indexed lookup by name, pinyin, initials and last four digits: it serves the quick log
//! and the palette. Finding words inside notes is not here.

mod spelling;
mod store;

pub use spelling::among;
pub use store::{
    Hit, HitKind, Key, PersonHit, Somebody, lookup, named, people_by_keys, person_hit,
};
