//! Who holds which deal, and for how long: the pool (公海), claiming and handing over, turnover rules with their
//! simulation and their nights, more time for a holder, proposals for the pool.
//!
//! Two members may claim one deal on two devices. Both claims are rows and both stay; `pipeline::state` reads
//! them in the order of moment, stamp and id, and a claim takes only what nobody held, so that every device
//! finds the same holder: who claimed first. The other claim stands in the history as void.

pub mod assign;
mod clock;
pub mod extensions;
mod facts;
pub mod handover;
pub mod left;
pub mod pool;
pub mod record;
pub mod rules;
pub mod run;
pub mod settings;
#[cfg(test)]
mod tests;
pub mod today;
mod types;

pub use clock::{Due, Limits, Since, due};
pub use types::{Extension, ExtensionState, Pool, PoolMember, TurnoverRule};
