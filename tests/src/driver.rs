//! One WebKitWebDriver process on a port of its own. It leads its own process group together with the app it starts,
//! because the app can outlive the session: ending the group is the only end that is certain.
//!
//! It never inherits a pipe of the test (the test runner would wait for it to close), so its words go to a file.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::net::TcpStream;

use crate::display::Display;
use crate::wait;

const TIME_TO_END: Duration = Duration::from_secs(3);

#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    /// Held for as long as the window stands in it.
    _display: Option<Display>,
}

impl Driver {
    /// Starts the driver and waits until it listens. The environment is what the app will be started with.
    pub async fn start(environment: &[(&str, PathBuf)], log: &Path) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let display = Display::start()?;
        let log = File::options().create(true).append(true).open(log)?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg("--host=127.0.0.1")
            .arg(format!("--port={port}"))
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(display.iter().flat_map(Display::environment))
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        lead_a_group(&mut command);
        let process = command
            .spawn()
            .context("WebKitWebDriver is missing: run `make setup`")?;
        let driver = Self {
            process,
            port,
            _display: display,
        };
        wait::until("the driver to listen", wait::PATIENCE, async || {
            Ok(TcpStream::connect(("127.0.0.1", port)).await.ok())
        })
        .await?;
        Ok(driver)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends the driver, the app and the app's web processes: asked first, then made to. Returns when they are gone.
    pub fn end(&mut self) {
        for signal in ["-TERM", "-KILL"] {
            self.signal(signal);
            if self.ended_within(TIME_TO_END) {
                return;
            }
        }
    }

    /// Ends them without asking, as a crash or a power cut does.
    pub fn kill(&mut self) {
        self.signal("-KILL");
        self.ended_within(TIME_TO_END);
    }

    fn ended_within(&mut self, limit: Duration) -> bool {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            // The leader must be reaped, or it stays in its group for ever.
            let reaped = matches!(self.process.try_wait(), Ok(Some(_)));
            if reaped && !self.signal("-0") {
                return true;
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// Whether anyone in the group was there to receive it.
    fn signal(&self, signal: &str) -> bool {
        Command::new("kill")
            .args([signal, "--", &format!("-{}", self.process.id())])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

#[cfg(unix)]
fn lead_a_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn lead_a_group(_command: &mut Command) {}
