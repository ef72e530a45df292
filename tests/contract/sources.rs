//! Reading Rust sources as text: the files of a folder, code without comments, and the paths that start at `crate`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use touchline_tests::binaries;

pub struct Source {
    /// From the project's root, with `/`.
    pub path: String,
    pub text: String,
}

impl Source {
    /// The text without line comments. Comment marks inside string literals would end a line early; no check minds.
    pub fn code(&self) -> String {
        let bare = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
        self.text.lines().map(bare).collect::<Vec<_>>().join("\n")
    }
}

/// All `.rs` files under a folder of the project, in a stable order.
pub fn rust_under(folder: &str) -> Result<Vec<Source>> {
    let root = binaries::project();
    let mut files = Vec::new();
    collect(&root.join(folder), &mut files)?;
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let parts = file.strip_prefix(&root)?.components();
            let parts: Vec<_> = parts
                .map(|part| part.as_os_str().to_string_lossy())
                .collect();
            Ok(Source {
                path: parts.join("/"),
                text: fs::read_to_string(&file)?,
            })
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("target") {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// Every path that starts at `crate`, with the groups of `use` taken apart: `crate::{a::b, c}` gives `a::b` and `c`.
pub fn crate_paths(code: &str) -> Vec<String> {
    let starts = code.match_indices("crate::").filter(|(at, _)| {
        // Neither `$crate::` of a macro nor the end of a longer word.
        !code[..*at]
            .ends_with(|before: char| before == '$' || before == '_' || before.is_alphanumeric())
    });
    starts
        .flat_map(|(at, mark)| expand(&code[at + mark.len()..]).0)
        .collect()
}

/// The paths at the start of `text`, and how many bytes they take.
fn expand(text: &str) -> (Vec<String>, usize) {
    if !text.starts_with('{') {
        let name_end = text
            .find(|c: char| c != '_' && !c.is_alphanumeric())
            .unwrap_or(text.len());
        let (name, rest) = text.split_at(name_end);
        let Some(inner) = rest.strip_prefix("::") else {
            return (vec![name.to_owned()], name_end);
        };
        let (tails, taken) = expand(inner);
        let whole = tails
            .into_iter()
            .map(|tail| format!("{name}::{tail}"))
            .collect();
        return (whole, name_end + 2 + taken);
    }
    let (mut paths, mut at) = (Vec::new(), 1);
    loop {
        let rest = &text[at..];
        let skipped = rest.len()
            - rest
                .trim_start_matches(|c: char| c == ',' || c.is_whitespace())
                .len();
        at += skipped;
        match text[at..].chars().next() {
            None => return (paths, at),
            Some('}') => return (paths, at + 1),
            Some(_) => {
                let (found, taken) = expand(&text[at..]);
                paths.extend(found);
                at += taken;
                // `as other` and `*` carry no name of ours.
                let next = text[at..].find([',', '}']).unwrap_or(text.len() - at);
                at += next;
            }
        }
    }
}

#[test]
fn paths_of_a_grouped_use_are_taken_apart() {
    let code = "use crate::{people::{self, Person as P}, team}; crate::kernel::ids::next(); $crate::macros";
    assert_eq!(
        crate_paths(code),
        [
            "people::self",
            "people::Person",
            "team",
            "kernel::ids::next"
        ]
    );
}
