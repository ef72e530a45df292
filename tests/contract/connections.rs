//! Connections are opened in one place, which sets WAL, `synchronous` and patience for other processes; the window,
//! the command line and the nouns only ever hold a `Db`.

use std::fs;

use anyhow::Result;
use touchline_tests::binaries;

use crate::sources::rust_under;

const THE_PLACE: &str = "src-tauri/core/src/kernel/db/connect.rs";

/// Where a ban of `.clippy.toml` is lifted: one place each for connections, the clock and randomness.
const LIFTED: &[&str] = &[
    THE_PLACE,
    "src-tauri/core/src/kernel/clock.rs",
    "src-tauri/core/src/kernel/ids.rs",
];

#[test]
fn only_one_place_opens_connections() -> Result<()> {
    let mut wrong = Vec::new();
    for source in rust_under("src-tauri")? {
        let code = source.code();
        let opens = code.contains("Connection::open") && source.path != THE_PLACE;
        let lifts = code.contains("disallowed_methods") && !LIFTED.contains(&&*source.path);
        if source.path.contains("/src/") && (opens || lifts) {
            wrong.push(source.path);
        }
    }
    assert!(
        wrong.is_empty(),
        "these open connections or lift a ban themselves; use kernel::Db:\n{}",
        wrong.join("\n")
    );
    Ok(())
}

#[test]
fn the_window_and_the_command_line_do_not_speak_sql() -> Result<()> {
    for package in ["src-tauri/Cargo.toml", "src-tauri/cli/Cargo.toml"] {
        let manifest = fs::read_to_string(binaries::project().join(package))?;
        // Their tests may: they play another program that broke the file.
        let product = manifest.split("[dev-dependencies]").next();
        assert!(
            product.is_some_and(|product| !product.contains("rusqlite")),
            "{package}: open the workspace through touchline-core"
        );
    }
    Ok(())
}
