//! The printed table, and how a figure is taken.

use std::time::Instant;

use anyhow::{Context, Result};

pub fn head() {
    println!("| work | here | bare SQLite | ratio | target |");
    println!("|---|---|---|---|---|");
}

pub fn line(work: &str, here: f64, bare: f64, target: &str) {
    println!(
        "| {work} | {here:.2} ms | {bare:.2} ms | {:.1}× | {target} |",
        here / bare
    );
}

/// A figure that no work of bare SQLite stands beside.
pub fn alone(work: &str, here: f64, target: &str) {
    println!("| {work} | {here:.2} ms | | | {target} |");
}

/// The 95th percentile of `count` runs, in milliseconds (nearest rank).
pub fn p95(count: usize, work: impl FnMut() -> Result<()>) -> Result<f64> {
    nearest_rank(times(count, work)?, 95)
}

/// How long each of `count` runs took, in milliseconds.
pub fn times(count: usize, mut work: impl FnMut() -> Result<()>) -> Result<Vec<f64>> {
    let mut times = Vec::with_capacity(count);
    for _ in 0..count {
        let start = Instant::now();
        work()?;
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(times)
}

/// The value below which so many of a hundred lie.
pub fn nearest_rank(mut values: Vec<f64>, percent: usize) -> Result<f64> {
    values.sort_by(f64::total_cmp);
    let rank = (values.len() * percent).div_ceil(100);
    values
        .get(rank.saturating_sub(1))
        .copied()
        .context("no runs")
}
