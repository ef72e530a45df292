//! Where the built programs are: beside the running test, unless the environment names the app.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The desktop app. `TOUCHLINE_APP` names another build, e.g. an installed one.
pub fn app() -> Result<PathBuf> {
    match env::var_os("TOUCHLINE_APP") {
        Some(path) => Ok(PathBuf::from(path)),
        None => built("touchline-desktop"),
    }
}

/// The command line.
pub fn cli() -> Result<PathBuf> {
    built("touchline")
}

/// Tests run from `target/<profile>/deps`, the tour and the pictures from `target/<profile>`.
fn built(name: &str) -> Result<PathBuf> {
    let here = env::current_exe()?;
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    here.ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
        .with_context(|| format!("{name} is not built: run `make build` first"))
}

/// The root of the project, where `out/` and the real tables beside it are found.
pub fn project() -> PathBuf {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    tests.parent().map(PathBuf::from).unwrap_or(tests)
}
