//! A workspace folder with platform folders of its own, so that tests neither meet each other nor the user's data,
//! and the CLI on it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

use crate::binaries;

#[derive(Debug)]
pub struct Workspace {
    /// Holds everything and is removed with this value.
    root: TempDir,
}

impl Workspace {
    pub fn new() -> Result<Self> {
        let root = tempfile::Builder::new().prefix("touchline-").tempdir()?;
        for folder in ["workspace", "data", "config", "cache"] {
            std::fs::create_dir(root.path().join(folder))?;
        }
        Ok(Self { root })
    }

    pub fn path(&self) -> PathBuf {
        self.root.path().join("workspace")
    }

    /// Where the driver writes its log.
    pub fn log(&self) -> PathBuf {
        self.root.path().join("driver.log")
    }

    /// The platform folders, for a child's environment.
    pub fn platform_folders(&self) -> [(&'static str, PathBuf); 3] {
        let root = self.root.path();
        [
            ("XDG_DATA_HOME", root.join("data")),
            ("XDG_CONFIG_HOME", root.join("config")),
            ("XDG_CACHE_HOME", root.join("cache")),
        ]
    }

    /// Runs `touchline -w DIR ARGS --json` and reads what it prints; a refusal is an error with its code.
    pub fn cli(&self, args: &[&str]) -> Result<Value> {
        let output = Command::new(binaries::cli()?)
            .arg("-w")
            .arg(self.path())
            .args(args)
            .arg("--json")
            .envs(self.platform_folders())
            .output()
            .context("starting touchline")?;
        let (out, err) = (
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        ensure!(
            output.status.success(),
            "touchline {args:?} refused: {err}{out}"
        );
        serde_json::from_str(&out).with_context(|| format!("touchline {args:?} printed: {out}"))
    }

    /// The rows of a list command: `{"rows": […]}` or a plain array.
    pub fn rows(&self, args: &[&str]) -> Result<Vec<Value>> {
        let answer = self.cli(args)?;
        let rows = answer.get("rows").unwrap_or(&answer).as_array();
        Ok(rows
            .with_context(|| format!("touchline {args:?} lists no rows: {answer}"))?
            .clone())
    }
}

/// The four shared tables, or why they cannot be read here.
pub fn shared_tables() -> std::result::Result<Vec<PathBuf>, String> {
    let folder = binaries::project().join("../shared/data/crm-sales-opportunities");
    let tables: Vec<PathBuf> = [
        "accounts.csv",
        "sales_teams.csv",
        "products.csv",
        "sales_pipeline.csv",
    ]
    .iter()
    .map(|name| folder.join(name))
    .collect();
    match tables.iter().find(|path| !path.is_file()) {
        Some(missing) => Err(format!("{} is not there", shown(missing))),
        None => Ok(tables),
    }
}

fn shown(path: &Path) -> String {
    path.strip_prefix(binaries::project())
        .unwrap_or(path)
        .display()
        .to_string()
}
