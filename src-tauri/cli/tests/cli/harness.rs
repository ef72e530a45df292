//! A folder with platform folders of its own, and the binary run in it.

use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;

/// Thursday morning in Shanghai.
pub const NOW: &str = "2026-11-19T09:40:00+08:00";

pub struct Place {
    root: TempDir,
}

/// What a refused command said.
#[derive(Debug)]
pub struct Refused {
    pub code: Option<i32>,
    pub said: Value,
}

impl Place {
    pub fn new() -> Result<Self> {
        Ok(Place {
            root: tempfile::tempdir()?,
        })
    }

    /// With an empty workspace in it.
    pub fn empty() -> Result<Self> {
        let place = Place::new()?;
        place.run(&["init", "--zone", "Asia/Shanghai", "--lang", "zh-Hans"])?;
        Ok(place)
    }

    /// With the sample in it.
    pub fn sample(lang: &str) -> Result<Self> {
        let place = Place::new()?;
        place.run(&[
            "init",
            "--sample",
            "--zone",
            "Asia/Shanghai",
            "--lang",
            lang,
        ])?;
        Ok(place)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub fn database(&self) -> PathBuf {
        self.file("work/touchline.db")
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        command
            .arg("-w")
            .arg(self.file("work"))
            .args(["--now", NOW])
            .args(args);
        for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env(name, self.file(name));
        }
        command
    }

    /// Starts a command that answers in JSON.
    pub fn start(&self, args: &[&str]) -> Result<Child> {
        let mut command = self.command(args);
        command
            .arg("--json")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Ok(command.spawn()?)
    }

    /// The JSON that a command answers.
    pub fn run(&self, args: &[&str]) -> Result<Value> {
        answered(&self.command(args).arg("--json").output()?)
    }

    /// What a command says to people.
    pub fn say(&self, args: &[&str]) -> Result<String> {
        let output = self.command(args).output()?;
        ensure!(
            output.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(String::from_utf8(output.stdout)?)
    }

    /// The refusal of a command, as JSON; stdout stays empty.
    pub fn refuse(&self, args: &[&str]) -> Result<Refused> {
        let output = self.command(args).arg("--json").output()?;
        ensure!(
            output.stdout.is_empty(),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
        let said = String::from_utf8(output.stderr)?;
        let said = serde_json::from_str(&said).with_context(|| format!("{args:?}: {said}"))?;
        Ok(Refused {
            code: output.status.code(),
            said,
        })
    }

    /// The only row of a list.
    pub fn one(&self, args: &[&str]) -> Result<Value> {
        let rows = self.run(args)?["rows"].take();
        let rows = rows.as_array().context("rows")?;
        ensure!(rows.len() == 1, "{args:?}: {} rows", rows.len());
        Ok(rows[0].clone())
    }

    pub fn digest(&self) -> Result<Value> {
        Ok(self.run(&["digest"])?["content"].take())
    }
}

pub fn answered(output: &Output) -> Result<Value> {
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    ensure!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&text).with_context(|| text.into_owned())
}

/// The text of an id or a name in a row.
pub fn text(value: &Value) -> Result<&str> {
    value
        .as_str()
        .with_context(|| format!("a text, not {value}"))
}
