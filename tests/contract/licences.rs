//! Every crate that comes along may be used under a licence of the list in `deny.toml`. Expressions are SPDX, with the
//! `/` that older crates write for OR.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use touchline_tests::binaries;

use crate::dependencies::metadata;

/// The strings of `allow = […]` in deny.toml.
fn allowed() -> Result<BTreeSet<String>> {
    let text = fs::read_to_string(binaries::project().join("deny.toml"))?;
    let list = text
        .split_once("\nallow = [")
        .context("deny.toml has a list of licences")?
        .1;
    let list = list.split_once(']').context("the list ends")?.0;
    Ok(list
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect())
}

/// Whether the expression can be met with the allowed licences alone.
fn met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    any_of(&mut words, allowed) && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any_of(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = all_of(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all_of(words, allowed);
    }
    met
}

fn all_of(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
    match words.next() {
        Some("(") => {
            let met = any_of(words, allowed);
            words.next_if_eq(&")").is_some() && met
        }
        Some(licence) => match words.next_if_eq(&"WITH").and_then(|_| words.next()) {
            Some(exception) => allowed.contains(&format!("{licence} WITH {exception}")),
            None => allowed.contains(licence),
        },
        None => false,
    }
}

#[test]
fn every_crate_comes_under_an_allowed_licence() -> Result<()> {
    let allowed = allowed()?;
    let packages = &metadata()?.packages;
    assert!(packages.len() > 100, "the graph was read");
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| {
            !package
                .license
                .as_deref()
                .is_some_and(|terms| met(terms, &allowed))
        })
        .map(|package| {
            format!(
                "{} {}: {:?}",
                package.name, package.version, package.license
            )
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "no allowed licence:\n{}",
        wrong.join("\n")
    );
    Ok(())
}

#[test]
fn licence_expressions_are_read_as_spdx_means_them() {
    let allowed =
        BTreeSet::from(["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned));
    for good in [
        "MIT",
        "GPL-3.0 OR MIT",
        "GPL-3.0/MIT",
        "(GPL-3.0 OR MIT) AND ISC",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(met(good, &allowed), "{good}");
    }
    for bad in [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "Apache-2.0",
        "(MIT",
        "MIT)",
        "",
    ] {
        assert!(!met(bad, &allowed), "{bad}");
    }
}
