//! The order of the nouns in core: a noun calls the faces of those before it, never one after it, never a store.
//! The one table of allowed edges is `LAYERS` and `ON_TOP`.

use anyhow::Result;

use crate::sources::{Source, crate_paths, rust_under};

const CORE: &str = "src-tauri/core/src";

/// Each layer may use those before it; nouns of one layer are one room and may use each other.
const LAYERS: &[&[&str]] = &[
    &["figures"],
    &["kernel"],
    &["team"],
    &["catalog", "fields", "views"],
    &["people", "organizations"],
    &["pipeline"],
    &["cash"],
    &["touchpoints", "followups", "events"],
    &["scoring"],
    &["holding"],
    &["guides"],
    &["campaigns"],
    &["knowledge"],
    &["insights"],
    &["journeys"],
];

/// Each may use every layer, and of those on top only the ones it names. No noun of a layer uses them.
const ON_TOP: &[(&str, &[&str])] = &[
    ("actions", &["model"]),
    ("bin", &["model"]),
    ("duplicates", &["model"]),
    ("erasure", &["model"]),
    ("exchange", &[]),
    ("export", &["exchange", "lists", "model"]),
    ("funnel", &[]),
    ("labels", &[]),
    ("lists", &[]),
    ("model", &["search"]),
    ("places", &[]),
    ("quicklog", &["search"]),
    ("records", &["model"]),
    ("reminders", &[]),
    ("reports", &[]),
    ("sample", &[]),
    ("search", &[]),
    ("setup", &["model", "places", "sample"]),
    ("testing", &["setup"]),
    ("today", &[]),
    ("week", &[]),
];

fn layer(noun: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&noun))
}

fn on_top(noun: &str) -> Option<&'static [&'static str]> {
    ON_TOP
        .iter()
        .find(|(name, _)| *name == noun)
        .map(|(_, extra)| *extra)
}

fn is_noun(word: &str) -> bool {
    layer(word).is_some() || on_top(word).is_some()
}

fn may_use(user: &str, used: &str) -> bool {
    if user == used {
        return true;
    }
    match (layer(user), layer(used)) {
        (Some(user), Some(used)) => used <= user,
        (None, Some(_)) => on_top(user).is_some(),
        (_, None) => on_top(user).is_some_and(|extra| extra.contains(&used)),
    }
}

/// `src-tauri/core/src/people/rules.rs` belongs to `people`; `lib.rs` to none.
fn noun_of(source: &Source) -> Option<&str> {
    let inside = source.path.strip_prefix(CORE)?.trim_start_matches('/');
    let noun = inside.split('/').next()?.trim_end_matches(".rs");
    (noun != "lib").then_some(noun)
}

/// Tests beside a noun set their scene with whatever they need.
fn is_test(source: &Source) -> bool {
    source.path.ends_with("/tests.rs") || source.path.contains("/tests/")
}

#[test]
fn every_noun_of_core_has_its_place_in_the_order() -> Result<()> {
    for source in rust_under(CORE)? {
        let Some(noun) = noun_of(&source) else {
            continue;
        };
        assert!(
            is_noun(noun),
            "{}: “{noun}” stands in no layer; give it a place in tests/contract/layers.rs",
            source.path
        );
    }
    Ok(())
}

#[test]
fn a_noun_uses_only_the_nouns_before_it() -> Result<()> {
    let mut wrong = Vec::new();
    for source in rust_under(CORE)?.iter().filter(|source| !is_test(source)) {
        let Some(user) = noun_of(source) else {
            continue;
        };
        for path in crate_paths(&source.code()) {
            let used = path.split("::").next().unwrap_or_default();
            if is_noun(used) && !may_use(user, used) {
                wrong.push(format!("{}: {user} may not use crate::{path}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn a_noun_never_reaches_into_the_store_of_another() -> Result<()> {
    let mut wrong = Vec::new();
    for source in rust_under(CORE)? {
        let user = noun_of(&source);
        for path in crate_paths(&source.code()) {
            let mut parts = path.split("::");
            if let (Some(used), Some("store")) = (parts.next(), parts.next())
                && user != Some(used)
            {
                wrong.push(format!("{}: crate::{path}", source.path));
            }
        }
        // A store that is declared public would let `people::store::…` through an imported face.
        let public = source.code().lines().any(|line| {
            let line = line.trim();
            line.starts_with("pub") && line.ends_with("mod store;")
        });
        if public {
            wrong.push(format!(
                "{}: a store is its noun's own, without pub",
                source.path
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn the_table_lets_a_noun_look_down_only() {
    assert!(may_use("people", "kernel") && may_use("journeys", "touchpoints"));
    assert!(may_use("quicklog", "pipeline") && may_use("people", "people"));
    assert!(may_use("people", "organizations") && may_use("quicklog", "search"));
    assert!(!may_use("people", "pipeline") && !may_use("kernel", "team"));
    assert!(!may_use("touchpoints", "today") && !may_use("search", "today"));
}
