//! The workspaces this device has opened, the latest first: one small file in the config folder. It
//! only helps to find them again; losing it loses nothing.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::kernel::{Result, place};

/// A workspace that was opened on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub name: String,
    pub sample: bool,
}

const MOST: usize = 8;

fn file() -> PathBuf {
    super::config().with_file_name("recent.json")
}

/// Those whose file is still there.
pub fn list() -> Vec<Recent> {
    listed(&file())
}

/// Puts a workspace first.
pub fn note(recent: Recent) -> Result<()> {
    noted(&file(), recent)
}

fn listed(file: &Path) -> Vec<Recent> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let all: Vec<Recent> = serde_json::from_str(&text).unwrap_or_default();
    all.into_iter()
        .filter(|recent| place::file(&recent.path).exists())
        .collect()
}

fn noted(file: &Path, recent: Recent) -> Result<()> {
    let mut all = listed(file);
    if all.first() == Some(&recent) {
        return Ok(());
    }
    all.retain(|known| known.path != recent.path);
    all.insert(0, recent);
    all.truncate(MOST);
    let text = serde_json::to_string_pretty(&all).map_err(crate::kernel::Error::internal)?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension("json.new");
    std::fs::write(&beside, text)?;
    Ok(std::fs::rename(&beside, file)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(root: &Path, name: &str) -> Recent {
        let path = root.join(name);
        std::fs::create_dir_all(&path).expect("a folder");
        std::fs::write(place::file(&path), "").expect("a file");
        Recent {
            path,
            name: name.to_owned(),
            sample: false,
        }
    }

    #[test]
    fn the_latest_stands_first_once_and_what_is_gone_is_forgotten() {
        let root = tempfile::tempdir().expect("a folder");
        let file = root.path().join("config/recent.json");
        assert_eq!(listed(&file), []);
        let (one, two) = (workspace(root.path(), "one"), workspace(root.path(), "two"));
        for recent in [&one, &two, &one] {
            noted(&file, recent.clone()).expect("noted");
        }
        assert_eq!(listed(&file), [one.clone(), two.clone()]);
        std::fs::remove_dir_all(&one.path).expect("removed");
        assert_eq!(listed(&file), [two]);
    }
}
