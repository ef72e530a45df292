//! What survives: killed processes, full and broken disks, files that are not ours, several writers at once, backups.
//! Real files and real processes; nothing waits for a clock.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on fails"
)]

mod backups;
mod disk;
mod durability;
mod files;
mod kill;
mod longs;
mod several;
mod writer;
