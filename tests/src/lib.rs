//! The harness: starts the real built app in a workspace of its own, drives its window through WebDriver and reads
//! the same workspace through the CLI. Screens are page objects that find things by `data-testid`.
//!
//! Not here: what is asserted (that stands in `e2e/`), and anything that reaches into the app's insides.

pub mod app;
pub mod audit;
pub mod binaries;
mod display;
pub mod driver;
pub mod generate;
pub mod places;
pub mod screens;
pub mod store;
pub mod wait;
pub mod window;
pub mod workspace;
