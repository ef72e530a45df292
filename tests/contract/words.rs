//! Every refusal has its sentence: core speaks in codes, the locale files of the window in words.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;
use touchline_core::kernel::Code;
use touchline_tests::binaries;

#[test]
fn every_refusal_has_words_in_every_language_of_the_window() -> Result<()> {
    let mut wrong = Vec::new();
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let file = format!("ui/src/locales/{lang}/errors.json");
        let text = fs::read_to_string(binaries::project().join(&file)).context(file.clone())?;
        let words: Value = serde_json::from_str(&text).context(file.clone())?;
        for code in Code::ALL.iter().map(|code| code.as_str()) {
            if words[code].as_str().is_none_or(str::is_empty) {
                wrong.push(format!("{file}: {code}"));
            }
        }
    }
    assert!(wrong.is_empty(), "no words for\n{}", wrong.join("\n"));
    Ok(())
}
