//! A small indexed lookup by name, pinyin, initials and last four digits: it serves the quick log
//! and the palette. Finding words inside notes is not here.

mod store;

pub use store::{
    Hit, HitKind, Key, PersonHit, Somebody, among, lookup, named, people_by_keys, person_hit,
};
