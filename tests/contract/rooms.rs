//! Every Rust module opens with what it is for, in two to six lines.

use anyhow::Result;

use crate::sources::rust_under;

#[test]
fn every_rust_module_says_what_it_is_for() -> Result<()> {
    let mut wrong = Vec::new();
    for folder in ["src-tauri", "tests"] {
        for source in rust_under(folder)? {
            let lines = source
                .text
                .lines()
                .take_while(|line| line.starts_with("//!"))
                .count();
            if lines == 0 && !source.path.ends_with("build.rs") {
                wrong.push(source.path);
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "these open without a word on what they are for:\n{}",
        wrong.join("\n")
    );
    Ok(())
}
