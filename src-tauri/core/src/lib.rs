//! What Touchline knows and decides. No window, no network, no async: the shell, the command line
//! and the tests all call the same use-cases with an open [`kernel::Db`].

pub mod actions;
pub mod bin;
pub mod cash;
pub mod catalog;
pub mod duplicates;
pub mod erasure;
pub mod events;
pub mod exchange;
pub mod export;
pub mod fields;
pub mod figures;
pub mod followups;
pub mod funnel;
pub mod guides;
pub mod holding;
pub mod journeys;
pub mod kernel;
pub mod labels;
pub mod lists;
pub mod model;
pub mod organizations;
pub mod people;
pub mod pipeline;
pub mod places;
pub mod quicklog;
pub mod records;
pub mod reminders;
pub mod sample;
pub mod scoring;
pub mod search;
pub mod setup;
pub mod team;
#[cfg(test)]
mod testing;
pub mod today;
pub mod touchpoints;
pub mod views;
pub mod week;

pub use model::model;
