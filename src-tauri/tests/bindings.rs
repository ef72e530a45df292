//! `ui/src/ipc/bindings.gen.ts` is what the commands of `ipc.rs` say it is. `make generate` writes it.

#![allow(clippy::expect_used, reason = "a test says what it expected")]

use std::path::Path;

use specta_typescript::Typescript;

const HEADER: &str = "// Generated from src-tauri/src/ipc.rs by `make generate`. Do not edit.\n/* eslint-disable */\n";

#[test]
fn the_bindings_of_the_window_are_fresh() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/bindings.gen.ts");
    let folder = tempfile::tempdir().expect("a folder");
    let fresh = folder.path().join("bindings.ts");
    touchline_desktop::ipc::builder()
        .export(Typescript::default().header(HEADER), &fresh)
        .expect("the contract exports");
    let fresh = std::fs::read_to_string(fresh).expect("the export");
    if std::env::var_os("TOUCHLINE_WRITE").is_some() {
        std::fs::write(&committed, &fresh).expect("written");
    }
    let committed = std::fs::read_to_string(&committed).expect("the committed bindings");
    assert!(
        committed == fresh,
        "ui/src/ipc/bindings.gen.ts is stale: run `make generate`"
    );
}
