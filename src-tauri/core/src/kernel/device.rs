//! What belongs to this installation and not to the workspace: device id, install nonce, who sits
//! here, language. Kept in the platform's config folder, one file a workspace, so that copying the
//! workspace folder never copies an identity.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::ids::Ids;
use super::{Id, Result};

/// This installation, as one workspace knows it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Device {
    pub id: Id,
    /// Tells a copied config folder from the original.
    pub install: Id,
    /// The member who works here.
    pub me: Option<Id>,
    /// The language chosen here; the workspace's own when absent.
    #[serde(default)]
    pub lang: Option<String>,
    /// It tells of promises whose time has come.
    #[serde(default = "yes")]
    pub reminders: bool,
}

fn yes() -> bool {
    true
}

fn path(config: &Path, workspace: Id) -> PathBuf {
    config.join(format!("{workspace}.json"))
}

impl Device {
    /// Reads the device's file, or makes a device. An unreadable file makes a new device: a device
    /// id must never be guessed.
    pub fn load(config: &Path, workspace: Id, ids: &Ids, now_ms: i64) -> Result<Device> {
        let text = std::fs::read_to_string(path(config, workspace)).ok();
        if let Some(device) = text.and_then(|text| serde_json::from_str(&text).ok()) {
            return Ok(device);
        }
        let device = Device {
            id: ids.fresh(now_ms),
            install: ids.fresh(now_ms),
            me: None,
            lang: None,
            reminders: true,
        };
        device.save(config, workspace)?;
        Ok(device)
    }

    /// Writes the file beside the old one and swaps it in; where the swap fails, writes in place.
    pub fn save(&self, config: &Path, workspace: Id) -> Result<()> {
        std::fs::create_dir_all(config)?;
        let target = path(config, workspace);
        let text = serde_json::to_string_pretty(self).map_err(super::Error::internal)?;
        let beside = target.with_extension("json.new");
        std::fs::write(&beside, &text)?;
        if std::fs::rename(&beside, &target).is_err() {
            std::fs::write(&target, &text)?;
            let _ = std::fs::remove_file(&beside);
        }
        Ok(())
    }
}
