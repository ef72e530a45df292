//! What can be said on the command line of the window.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

/// Touchline's window.
#[derive(Debug, Clone, clap::Parser)]
#[command(name = "touchline-desktop", version)]
pub struct Args {
    /// Folder of the workspace; the usual one when absent.
    #[arg(short, long)]
    pub workspace: Option<PathBuf>,
    /// Make the workspace a sample if it is not there yet.
    #[arg(long)]
    pub sample: bool,
    /// Language of a new workspace: zh-Hans, zh-Hant, en.
    #[arg(long)]
    pub lang: Option<String>,
    /// IANA time zone of a new workspace.
    #[arg(long)]
    pub zone: Option<String>,
    /// Pretend that it is this moment (RFC 3339).
    #[arg(long)]
    pub now: Option<DateTime<Utc>>,
}
