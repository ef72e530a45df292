//! A display for one window alone. Two windows on one display take the keyboard from each other, and a story that
//! types would type into nowhere. Only Linux has (and needs) one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// Large enough for the wide window.
const SCREEN: &str = "1920x1200x24";

#[derive(Debug)]
pub struct Display {
    server: Child,
    /// As in `DISPLAY`.
    name: String,
}

impl Display {
    /// Starts a server on the first free display. `None` where windows need none.
    pub fn start() -> Result<Option<Self>> {
        if !cfg!(target_os = "linux") {
            return Ok(None);
        }
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                SCREEN,
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb is missing: run `make setup`")?;
        // It writes its number once it listens, and nothing after that.
        let said = server.stdout.take().context("what the display says")?;
        let mut number = String::new();
        BufReader::new(said).read_line(&mut number)?;
        let name = format!(":{}", number.trim());
        Ok(Some(Self { server, name }))
    }

    /// What a process needs to know to open its window here.
    pub fn environment(&self) -> [(&str, &str); 2] {
        [("DISPLAY", &self.name), ("GDK_BACKEND", "x11")]
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may be gone already; either way it is reaped.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
