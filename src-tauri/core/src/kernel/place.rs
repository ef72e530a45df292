//! Where a workspace may stand. A folder that a sync service or a network owns would tear the
//! database file apart, so it is refused and a better place is named.

use std::path::{Path, PathBuf};

use super::{Code, Error, Result};

/// The database inside a workspace folder.
pub const FILE: &str = "touchline.db";

/// Folder names that sync clients give to what they own (lower case).
const SYNCED: &[&str] = &[
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "mobile documents",
    "com~apple~clouddocs",
    "nutstore",
    "nutstore files",
    "坚果云",
    "我的坚果云",
    "baidusyncdisk",
    "百度网盘同步空间",
    "box sync",
    "pcloud drive",
    "seafile",
    "nextcloud",
    "owncloud",
    "wechat files",
    "腾讯微云",
];

/// Files that mark the root of a synced folder.
const MARKERS: &[&str] = &[
    ".stfolder",
    ".dropbox",
    ".nutstore",
    ".sync",
    ".owncloudsync.log",
];

/// The database file of the workspace in `dir`.
pub fn file(dir: &Path) -> PathBuf {
    dir.join(FILE)
}

/// Refuses `dir` when it lies in a synced or network folder; `better` is what to offer instead.
pub fn check(dir: &Path, better: &Path) -> Result<()> {
    if synced(dir) {
        return Err(Error::new(Code::WorkspaceSynced)
            .with("path", dir.display())
            .with("better", better.display()));
    }
    Ok(())
}

fn synced(dir: &Path) -> bool {
    let absolute = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let network = absolute.to_string_lossy().starts_with(r"\\");
    network
        || absolute.ancestors().any(|folder| {
            let name = folder
                .file_name()
                .map(|n| n.to_string_lossy().to_lowercase());
            let named = name.is_some_and(|name| {
                SYNCED.contains(&name.as_str()) || name.starts_with("onedrive -")
            });
            named || MARKERS.iter().any(|marker| folder.join(marker).exists())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_inside_a_sync_client_is_refused_with_a_better_place() {
        let error = check(
            Path::new("/home/x/Dropbox/sales"),
            Path::new("/home/x/touchline"),
        );
        let error = error.expect_err("refused");
        assert_eq!(error.code, Code::WorkspaceSynced);
        assert_eq!(error.params["better"], "/home/x/touchline");
        assert!(check(Path::new("/home/x/Dropboxes/sales"), Path::new("/")).is_ok());
    }
}
