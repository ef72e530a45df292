//! What holds for the whole workspace: its name, zone, currency, first language. One logged row a
//! key, so that settings sync, show their history and can be undone.

use rusqlite::params;

use super::read::Read;
use super::{Id, Result, WriteTx};
use crate::{record, words};

record! {
    /// One setting.
    pub struct Setting in "settings", noun 1 {
        cell 1 key: String;
        cell 2 value: String;
    }
}

words! {
    /// A language of ours.
    pub enum Lang {
        ZhHans = "zh-Hans",
        ZhHant = "zh-Hant",
        En = "en",
    }
}

pub const ZONE: &str = "zone";
pub const NAME: &str = "name";
pub const CURRENCY: &str = "currency";
pub const LANG: &str = "lang";
/// "1" in the sample workspace.
pub const SAMPLE: &str = "sample";

/// The value of a setting.
pub fn get(read: &Read<'_>, key: &str) -> Result<Option<String>> {
    read.first(
        "SELECT value FROM settings WHERE key = ?1 AND deleted_at IS NULL",
        params![key],
        |row| row.get(0),
    )
}

/// The language of the workspace; English where none is set.
pub fn lang(read: &Read<'_>) -> Result<Lang> {
    let word = get(read, LANG)?;
    Ok(word.and_then(|word| word.parse().ok()).unwrap_or(Lang::En))
}

/// Sets a setting.
pub fn set(tx: &mut WriteTx<'_>, key: &str, value: &str) -> Result<()> {
    let id = Id::derived(&[b"settings", key.as_bytes()]);
    tx.put(&Setting {
        n: 0,
        id,
        deleted_at: None,
        key: key.to_owned(),
        value: value.to_owned(),
    })?;
    Ok(())
}
