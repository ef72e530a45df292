//! The sample's languages. Simplified Chinese and English are written by hand side by side in the
//! tables; Traditional is looked up in `traditional.tsv`, which `ui/scripts/sample-zh-hant.mjs` makes.

use std::collections::HashMap;

use super::table::{self, Row};
use crate::kernel::{Error, Result};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    Hans,
    Hant,
    En,
}

/// What everything is called in one language.
pub struct Words {
    pub lang: Lang,
    traditional: HashMap<&'static str, &'static str>,
    named: Vec<Row>,
}

const WORDS: &str = include_str!("words.txt");
const TRADITIONAL: &str = include_str!("traditional.tsv");

impl Words {
    /// The words of `zh-Hans`, `zh-Hant`, or else of English.
    pub fn of(lang: &str) -> Self {
        let lang = match lang {
            "zh-Hans" => Lang::Hans,
            "zh-Hant" => Lang::Hant,
            _ => Lang::En,
        };
        let lines = TRADITIONAL.lines().filter_map(|line| line.split_once('\t'));
        Words {
            lang,
            traditional: lines.collect(),
            named: table::rows(WORDS),
        }
    }

    /// What a row says: Simplified in cell `at`, English in the next.
    pub fn say(&self, row: &Row, at: usize) -> &'static str {
        match self.lang {
            Lang::Hans => row.text(at),
            Lang::Hant => self.hant(row.text(at)),
            Lang::En => row.text(at + 1),
        }
    }

    fn hant(&self, hans: &'static str) -> &'static str {
        self.traditional.get(hans).copied().unwrap_or(hans)
    }

    /// The rows of `words.txt` of one kind.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Row> {
        self.named.iter().filter(move |row| row.text(0) == kind)
    }

    /// A word of `words.txt`.
    pub fn named(&self, kind: &str, key: &str) -> Result<&'static str> {
        self.of_kind(kind)
            .find(|row| row.text(1) == key)
            .map(|row| self.say(row, 2))
            .ok_or_else(|| Error::internal(format!("sample, no {kind} {key}")))
    }
}
