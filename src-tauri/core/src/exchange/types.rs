//! What an import tells: a preview before, a result after, counts, notes, progress. Notes and reasons
//! are codes; the words stand in the locale files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::line::Reason;
use super::sources::Told;
use crate::fields::FieldKind;
use crate::kernel::Id;
use crate::words;

/// A file and how it is to be read. What is not chosen is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ImportChoice {
    pub path: PathBuf,
    /// The table of a file that holds several.
    #[serde(default)]
    #[specta(optional)]
    pub sheet: Option<String>,
    /// "UTF-8", "GBK", "Big5", ….
    #[serde(default)]
    #[specta(optional)]
    pub encoding: Option<String>,
    /// One character.
    #[serde(default)]
    #[specta(optional)]
    pub delimiter: Option<String>,
    /// What its rows become: "people", "organizations", "deals", ….
    #[serde(default)]
    #[specta(optional)]
    pub kind: Option<String>,
    /// Name of a column → the field it becomes; empty: it stays with the line.
    #[serde(default)]
    #[specta(optional)]
    pub columns: Option<BTreeMap<String, String>>,
}

impl ImportChoice {
    /// A file of which everything is to be found out.
    pub fn of(path: impl Into<PathBuf>) -> Self {
        ImportChoice {
            path: path.into(),
            ..ImportChoice::default()
        }
    }
}

/// What an import would do, file by file. Nothing has been written.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportPreview {
    pub files: Vec<ImportFile>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportResult {
    pub import_id: Id,
    /// Takes it back; `None` when nothing changed.
    pub action: Option<Id>,
    /// It was stopped and taken back; all counts are 0.
    pub cancelled: bool,
    /// In the order in which they were given.
    pub files: Vec<ImportFile>,
    /// Over all files.
    pub counts: ImportCounts,
    /// Path of the rows that failed, each with its reason; `None` when none did.
    pub failures_file: Option<String>,
}

/// One file.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportFile {
    pub path: String,
    pub name: String,
    /// The table of a file that holds several.
    pub sheet: Option<String>,
    /// The kind of table: "accounts", "sales_pipeline", …; `None`: its columns fit nothing known.
    pub source: Option<String>,
    /// How that is known.
    pub told: Option<Told>,
    /// What its rows become: "organizations", "deals", ….
    pub noun: Option<String>,
    /// "CSV", "XLSX", "vCard", ….
    #[specta(optional)]
    pub format: String,
    /// "UTF-8", "GBK", …; empty where the file is no text.
    pub encoding: String,
    /// One character; empty where lines have no columns of their own.
    pub delimiter: String,
    pub rows: i64,
    pub columns: Vec<ImportColumn>,
    pub counts: ImportCounts,
    pub notes: Vec<ImportNote>,
    /// Fields without which lines fail and that no column becomes.
    pub missing: Vec<String>,
    /// The first rows and what each becomes.
    pub sample: Vec<ImportRow>,
}

/// One line of a file.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportRow {
    /// Long ones are cut.
    pub cells: Vec<String>,
    /// `None`: nobody knows yet what the table is.
    pub becomes: Option<Becomes>,
    /// What it is called there.
    pub name: Option<String>,
    /// Why it fails, and in which column.
    pub reason: Option<Reason>,
    pub column: Option<String>,
}

words! {
    /// What a line becomes.
    #[serde(rename = "ImportBecomes")]
    pub enum Becomes {
        Created = "created",
        /// New, and maybe somebody who is there already.
        Duplicate = "duplicate",
        Updated = "updated",
        Unchanged = "unchanged",
        Failed = "failed",
    }
}

/// A column and the field it becomes; without one it stays with the line.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportColumn {
    pub name: String,
    /// `own:` and the id of a field of the team's own, or `new:` and the kind of one that is made.
    pub field: Option<String>,
    /// What a new field would be, by what stands in it.
    #[specta(optional)]
    pub kind: FieldKind,
}

/// `created + updated + unchanged + failed = rows`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportCounts {
    pub rows: i64,
    pub created: i64,
    /// Of those created, the ones that may be there already under a like name.
    pub duplicates: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub failed: i64,
    /// Rows of other nouns that were written on the way, per noun.
    pub also: BTreeMap<String, i64>,
}

impl ImportCounts {
    /// Adds the counts of another file.
    pub fn add(&mut self, other: &ImportCounts) {
        self.rows += other.rows;
        self.created += other.created;
        self.duplicates += other.duplicates;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.failed += other.failed;
        for (noun, count) in &other.also {
            *self.also.entry(noun.clone()).or_default() += count;
        }
    }
}

/// What the import noticed: a code, translated at the edge, and what fills its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportNote {
    pub code: String,
    pub params: BTreeMap<String, String>,
}

impl ImportNote {
    pub fn new(code: &str) -> Self {
        ImportNote {
            code: code.to_owned(),
            params: BTreeMap::new(),
        }
    }

    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// How far an import is, counted over the rows of all its files.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ImportProgress {
    /// Name of the file at work.
    pub file: String,
    pub done: i64,
    pub total: i64,
}
