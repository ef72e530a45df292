//! Where this platform keeps things, and what it says of the person sitting here: folders, time
//! zone, language. The window and the command line ask here, so both mean the same workspace.

pub mod recent;

use std::path::PathBuf;

use chrono_tz::Tz;
use directories::ProjectDirs;

fn dirs() -> Option<ProjectDirs> {
    ProjectDirs::from("app", "", "touchline")
}

fn data() -> PathBuf {
    dirs().map_or_else(
        || PathBuf::from("touchline-data"),
        |dirs| dirs.data_dir().to_owned(),
    )
}

/// The usual workspace.
pub fn workspace() -> PathBuf {
    data().join("workspace")
}

/// The sample in a language; each has its own, so that switching loses nothing.
pub fn sample_in(lang: &str) -> PathBuf {
    data().join(format!("sample-{lang}"))
}

/// Folder of the per-device files, one a workspace.
pub fn config() -> PathBuf {
    let folder = dirs().map_or_else(
        || PathBuf::from("touchline-config"),
        |dirs| dirs.config_dir().to_owned(),
    );
    folder.join("workspaces")
}

/// The time zone this device is set to; UTC when it does not say.
pub fn zone() -> Tz {
    iana_time_zone::get_timezone()
        .ok()
        .and_then(|name| name.parse().ok())
        .unwrap_or(Tz::UTC)
}

/// The language this device is set to, as one of ours.
pub fn lang() -> String {
    lang_of(&sys_locale::get_locale().unwrap_or_default()).to_owned()
}

/// One of our languages for a locale: "zh-Hant" for Taiwan, Hong Kong, Macao and `Hant`.
pub fn lang_of(locale: &str) -> &'static str {
    let locale = locale.replace('_', "-").to_lowercase();
    if !locale.starts_with("zh") {
        return "en";
    }
    let traditional = ["hant", "-tw", "-hk", "-mo"]
        .iter()
        .any(|mark| locale.contains(mark));
    if traditional { "zh-Hant" } else { "zh-Hans" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_gives_one_of_our_languages() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", "zh-Hans"),
            ("zh-TW", "zh-Hant"),
            ("zh-Hant-HK", "zh-Hant"),
            ("de-DE", "en"),
            ("", "en"),
        ] {
            assert_eq!(lang_of(locale), lang, "{locale}");
        }
    }
}
