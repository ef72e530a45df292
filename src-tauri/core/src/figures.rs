//! The statistics that charts and reports share: pure functions of numbers, one place for every convention,
//! so that two screens never disagree. They know no noun and read no store.

pub mod attribution;
pub mod coding;
pub mod funnels;
pub mod rates;
pub mod spread;
pub mod times;
