//! Laws that hold whatever happens: a row reads back as it was written, undo and redo restore, the log tells the
//! same story as the tables, what is derived equals a rebuild, a list gives every row once.
//!
//! Every run draws the same cases; a failing one prints itself, shrunk.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on fails"
)]

mod lists;
mod log;
mod rows;
mod steps;
mod story;
mod values;

use proptest::test_runner::{Config, RngSeed};

/// The same cases in every run; nothing is written beside the sources.
fn config(cases: u32) -> Config {
    Config {
        cases,
        rng_seed: RngSeed::Fixed(20_261_121),
        failure_persistence: None,
        max_shrink_iters: 300,
        ..Config::default()
    }
}
