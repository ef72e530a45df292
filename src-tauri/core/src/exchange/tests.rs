//! Imports as a user meets them: counts, second imports, undo, bad input. The rules of encodings,
//! dates and stages are tested beside them.

mod bad_input;
mod cards;
mod contacts;
mod garbage;
mod mapping;
mod meetings;
mod shared_figures;
mod shared_tables;
mod small;
mod sources;
mod text;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use chrono_tz::Asia::Shanghai;
use tempfile::TempDir;

use super::*;
use crate::kernel::time::Zone;
use crate::kernel::{Act, Clock, Id, Options, Record, settings};

/// A workspace in a folder of its own, with the files of a test beside it.
struct Place {
    dir: TempDir,
    db: Db,
}

impl Place {
    fn new() -> Self {
        Place::seeded(1)
    }

    fn seeded(seed: u64) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let now = DateTime::parse_from_rfc3339("2026-11-21T09:00:00+08:00").expect("a moment");
        let options = Options {
            clock: Clock::Fixed(now.to_utc()),
            seed: Some(seed),
            config: dir.path().join("config"),
        };
        let model = crate::model();
        let db = Db::create(model, &dir.path().join("w"), Zone(Shanghai), options).expect("made");
        db.write(Act::new("workspace_made"), |tx| {
            settings::set(tx, settings::CURRENCY, "USD")?;
            settings::set(tx, settings::LANG, "en")
        })
        .expect("set");
        Place { dir, db }
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.dir.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    }

    fn import(&self, files: &[PathBuf]) -> ImportResult {
        self.import_as(&choices(files))
    }

    fn import_as(&self, choices: &[ImportChoice]) -> ImportResult {
        let result = import(&self.db, choices, &mut |_| (), &|| false).expect("imported");
        for file in &result.files {
            balanced(&file.counts);
        }
        balanced(&result.counts);
        result
    }

    /// Imports one file made of this text.
    fn import_text(&self, text: impl AsRef<[u8]>) -> ImportResult {
        self.import(&[self.file("table.csv", text)])
    }

    fn content(&self) -> String {
        self.db.digest().expect("a digest").content
    }

    fn log(&self) -> (i64, i64) {
        let count = |sql: &str| self.db.read(|read| read.value(sql, [])).expect("a count");
        (
            count("SELECT count(*) FROM actions"),
            count("SELECT count(*) FROM changes"),
        )
    }

    fn live<R: Record>(&self) -> Vec<R> {
        let tail = format!("WHERE {}.deleted_at IS NULL ORDER BY n", R::noun().table);
        self.db.read(|read| read.rows(&tail, [])).expect("rows")
    }

    fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table} WHERE deleted_at IS NULL");
        self.db.read(|read| read.value(&sql, [])).expect("a count")
    }

    fn sound(&self) {
        let check = self.db.check().expect("checked");
        assert_eq!(check.integrity, "ok");
        assert_eq!(check.stale_projections, Vec::<&str>::new());
    }
}

/// Files of which everything is found out.
fn choices(files: &[PathBuf]) -> Vec<ImportChoice> {
    files.iter().map(ImportChoice::of).collect()
}

fn balanced(counts: &ImportCounts) {
    let ImportCounts {
        rows,
        created,
        updated,
        unchanged,
        failed,
        ..
    } = counts;
    assert_eq!(created + updated + unchanged + failed, *rows, "{counts:?}");
}

fn also(pairs: &[(&str, i64)]) -> BTreeMap<String, i64> {
    pairs
        .iter()
        .map(|(noun, count)| ((*noun).to_owned(), *count))
        .collect()
}

/// The parameters of a note, if it was given.
fn note<'f>(file: &'f ImportFile, code: &str) -> Option<&'f BTreeMap<String, String>> {
    file.notes
        .iter()
        .find(|note| note.code == code)
        .map(|note| &note.params)
}

/// The failures file as rows of text.
fn failures(path: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(Path::new(path)).expect("a failures file");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
        .collect()
}
