//! Every refusal has its sentence, and every field that can be refused its name: core speaks in codes, the
//! locale files of the window in words.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;
use touchline_core::kernel::Code;
use touchline_tests::binaries;

use crate::sources::rust_under;

/// What the program hands in, never a person: its refusal names “one of the fields”.
const NOT_TYPED: &[&str] = &["after", "before", "field", "id", "into"];

fn words_of(lang: &str, name: &str) -> Result<Value> {
    let file = format!("ui/src/locales/{lang}/{name}.json");
    let text = fs::read_to_string(binaries::project().join(&file)).context(file.clone())?;
    serde_json::from_str(&text).context(file)
}

/// The fields that core refuses by name.
fn refused_fields() -> Result<BTreeSet<String>> {
    let mut fields = BTreeSet::new();
    for source in rust_under("src-tauri/core/src")? {
        let code = source.code();
        for (call, end) in [("Error::invalid(", ")"), ("= required(", ")?")] {
            for rest in code.split(call).skip(1) {
                // The last word in quotes among the arguments.
                let arguments = rest.split(end).next().unwrap_or_default();
                if let Some(field) = arguments.rsplit('"').nth(1) {
                    fields.insert(field.to_owned());
                }
            }
        }
    }
    Ok(fields)
}

#[test]
fn every_field_that_can_be_refused_has_a_name_in_every_language() -> Result<()> {
    let fields = refused_fields()?;
    assert!(fields.len() > 20, "{fields:?}");
    let mut wrong = Vec::new();
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let words = words_of(lang, "fields")?;
        let named = |field: &&String| words[field.as_str()].is_string();
        let unnamed = fields
            .iter()
            .filter(|field| !NOT_TYPED.contains(&field.as_str()) && !named(field));
        wrong.extend(unnamed.map(|field| format!("{lang}: {field}")));
    }
    assert!(wrong.is_empty(), "no words for\n{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn every_refusal_has_words_in_every_language_of_the_window() -> Result<()> {
    let mut wrong = Vec::new();
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let words = words_of(lang, "errors")?;
        for code in Code::ALL.iter().map(|code| code.as_str()) {
            if words[code].as_str().is_none_or(str::is_empty) {
                wrong.push(format!("{lang}: {code}"));
            }
        }
    }
    assert!(wrong.is_empty(), "no words for\n{}", wrong.join("\n"));
    Ok(())
}
