//! What stands on what among the crates: core has no window, no network and no async runtime, and its dependencies
//! bring none in either.

use std::collections::{BTreeSet, HashMap};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use touchline_tests::binaries;

#[derive(Deserialize)]
pub struct Metadata {
    pub packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
pub struct Package {
    id: String,
    pub name: String,
    pub version: String,
    pub license: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// None for what is linked in; `dev` and `build` otherwise.
    kind: Option<String>,
}

/// The graph for this machine: other platforms' crates are not downloaded by a build here, so they are not asked for.
pub fn metadata() -> Result<&'static Metadata> {
    static METADATA: OnceLock<Metadata> = OnceLock::new();
    if let Some(known) = METADATA.get() {
        return Ok(known);
    }
    let cargo = || Command::new(env!("CARGO"));
    let version = cargo().arg("-vV").output()?;
    let version = String::from_utf8(version.stdout)?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let answer = cargo()
        .args([
            "metadata",
            "--format-version=1",
            "--locked",
            "--filter-platform",
        ])
        .arg(host.context("cargo names its host")?)
        .current_dir(binaries::project())
        .output()?;
    ensure!(
        answer.status.success(),
        "{}",
        String::from_utf8_lossy(&answer.stderr)
    );
    let read = serde_json::from_slice(&answer.stdout)?;
    Ok(METADATA.get_or_init(|| read))
}

impl Metadata {
    /// The names of all crates that are linked into `package`.
    fn linked_into(&self, package: &str) -> BTreeSet<&str> {
        let names: HashMap<_, _> = self
            .packages
            .iter()
            .map(|package| (package.id.as_str(), package.name.as_str()))
            .collect();
        let nodes: HashMap<_, _> = self
            .resolve
            .nodes
            .iter()
            .map(|node| (node.id.as_str(), node))
            .collect();
        let start = names
            .iter()
            .filter(|(_, name)| **name == package)
            .map(|(id, _)| *id);
        let (mut todo, mut seen): (Vec<&str>, BTreeSet<&str>) = (start.collect(), BTreeSet::new());
        while let Some(id) = todo.pop() {
            let deps = nodes
                .get(id)
                .map(|node| node.deps.as_slice())
                .unwrap_or_default();
            let linked = deps
                .iter()
                .filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            todo.extend(
                linked
                    .map(|dep| dep.pkg.as_str())
                    .filter(|id| seen.insert(id)),
            );
        }
        seen.into_iter()
            .filter_map(|id| names.get(id).copied())
            .collect()
    }
}

#[test]
fn core_stands_on_neither_a_window_nor_a_network_nor_an_async_runtime() -> Result<()> {
    let linked = metadata()?.linked_into("touchline-core");
    assert!(
        linked.contains("rusqlite"),
        "the graph of touchline-core was read"
    );
    for unwanted in [
        "tauri",
        "wry",
        "tokio",
        "async-std",
        "smol",
        "reqwest",
        "hyper",
        "ureq",
    ] {
        assert!(
            !linked.contains(unwanted),
            "touchline-core depends on {unwanted}"
        );
    }
    Ok(())
}

#[test]
fn the_command_line_opens_no_window() -> Result<()> {
    let linked = metadata()?.linked_into("touchline-cli");
    assert!(
        linked.contains("clap"),
        "the graph of touchline-cli was read"
    );
    assert!(!linked.contains("tauri") && !linked.contains("wry"));
    Ok(())
}
