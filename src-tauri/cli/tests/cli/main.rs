//! The real binary in temporary folders: what it answers, what it refuses, and how it shares a
//! workspace with others.

mod candidates;
mod harness;
mod refusals;
mod story;
mod together;
