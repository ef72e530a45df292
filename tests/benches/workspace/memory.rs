//! How much memory the core takes: measured in a process of its own, which only opens the workspace and
//! reads what a user reads.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The first argument of that process.
pub const WORD: &str = "reading-process";

/// Starts the process and prints what it says of itself.
pub fn tell(dir: &Path) -> Result<()> {
    let out = Command::new(std::env::current_exe()?)
        .arg(WORD)
        .arg(dir)
        .output()?;
    ensure!(out.status.success(), "the reading process failed");
    let peak = String::from_utf8(out.stdout)?;
    let peak: f64 = peak.lines().last().context("it said nothing")?.parse()?;
    println!(
        "| peak memory of a process that reads all of the above | {peak:.0} MB | | | ≤ 300 MB |"
    );
    Ok(())
}

/// Peak resident memory of this process in megabytes, where the system tells (Linux).
pub fn peak() -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: f64 = line
        .and_then(|line| line.trim().strip_suffix("kB"))
        .context("no VmHWM")?
        .trim()
        .parse()?;
    Ok(kilobytes * 1024.0 / 1e6)
}
