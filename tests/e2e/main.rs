//! Promises to the user, kept by the real built app in a real window: one journey per capability, and the story of a
//! working day in Chinese and in English. Only Linux offers WebDriver for the window, so the others skip this.

#![cfg(target_os = "linux")]

mod accessibility;
mod cash;
mod corners;
mod duplicates;
mod exchange;
mod fields;
mod filters;
mod first_run;
mod funnel;
mod holding;
mod import;
mod input_method;
mod interviews;
mod keyboard;
mod languages;
mod lasting;
mod looks;
mod pipeline;
mod scoring;
mod search;
mod story;
mod tables;
