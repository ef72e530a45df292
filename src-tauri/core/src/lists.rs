//! Lists and the board: pages of rows that join several nouns. Every list pages by key; sorts and
//! filters are the ones its noun declares.

pub mod deals;
pub mod followups;
pub mod organizations;
pub mod people;
