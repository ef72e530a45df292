//! The text index: which words rows hold. It is derived like any projection, but in batches and, where
//! much was written, in its own time: what waits stands in `search_waiting`, and whoever asks is told
//! how much it is.
//!
//! Why there are two tables, and what a docid is made of: `docs/decisions/0006`.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::projections::{Projector, Source};
use super::read::Read;
use super::words::Term;
use super::{Id, Model, Noun, Result, digest, list, words};

/// The words of one noun's rows.
pub struct Index {
    pub noun: fn() -> &'static Noun,
    pub table: Table,
    /// Which logged rows the words are taken from, and whose row each concerns.
    pub sources: &'static [Source],
    /// The live ones among these rows (`1, 2, 3`), each with its words.
    pub docs: fn(&Read<'_>, &str) -> Result<Vec<Doc>>,
}

/// Which of the two FTS5 tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Knows where words stand.
    Names,
    /// Knows only that they do; who finds a row looks at its text.
    Talk,
}

/// The words of a row.
pub struct Doc {
    pub row: i64,
    /// When it happened, milliseconds UTC: the latest are met first.
    pub at: i64,
    /// What [`words::tokens`] makes of each text.
    pub texts: Vec<String>,
}

/// Stands between two texts of a row, so that nothing is found across them.
const BETWEEN: &str = "¦";
/// Up to how many rows have their words brought up to date in the commit that touched them.
const AT_ONCE: usize = 50;
/// How many are brought up to date in one transaction afterwards: a fraction of a second, in which
/// nobody else can write.
const SLICE: i64 = 2_000;
/// Bits of a docid for the noun's part, the second, and the row.
const ROW_BITS: u32 = 20;
const SECOND_BITS: u32 = 32;

impl Table {
    fn name(self) -> &'static str {
        match self {
            Table::Names => "search_names",
            Table::Talk => "search_talk",
        }
    }
}

/// The letter that stands before every word of a noun, so that the words of others are never walked.
pub fn mark(noun: &Noun) -> char {
    let letters = b"abcdefghijklmnopqrstuvwxyz0123456789";
    usize::try_from(noun.no)
        .ok()
        .and_then(|no| letters.get(no))
        .map_or('_', |letter| char::from(*letter))
}

/// What FTS5 is asked for rows of a noun that hold all of these terms.
pub fn matching(noun: &Noun, terms: &[Term], side_by_side: bool) -> String {
    let mark = mark(noun);
    let each: Vec<String> = terms
        .iter()
        .map(|term| format!("({})", term.matching(mark, side_by_side)))
        .collect();
    each.join(" AND ")
}

/// The docids that rows of a noun can have: the first, and the first beyond.
pub fn docids(noun: &Noun) -> (i64, i64) {
    let first = noun.no << (SECOND_BITS + ROW_BITS);
    (first, first + (1 << (SECOND_BITS + ROW_BITS)))
}

/// Brings the words of these rows up to date, or leaves them to be done when they are many.
pub(super) fn settle(
    index: &Index,
    to: &Projector<'_>,
    ids: impl ExactSizeIterator<Item = Id>,
) -> Result<()> {
    let noun = (index.noun)();
    let at_once = ids.len() <= AT_ONCE;
    let find = format!("SELECT n FROM {} WHERE id = ?1", noun.table);
    let mut rows = Vec::new();
    for id in ids {
        let Some(n) = to.read.first(&find, [id], |row| row.get::<_, i64>(0))? else {
            continue; // not of this noun, or not here yet
        };
        if at_once {
            rows.push(n);
        } else {
            to.execute(
                "INSERT OR IGNORE INTO search_waiting (noun, row) VALUES (?1, ?2)",
                [noun.no, n],
            )?;
        }
    }
    write(index, to, &rows)
}

/// How many rows wait.
pub fn waiting(read: &Read<'_>) -> Result<i64> {
    read.value("SELECT count(*) FROM search_waiting", [])
}

/// Works off one slice, the rows made last first. False: nothing waits.
pub(super) fn work_off(model: &Model, to: &Projector<'_>) -> Result<bool> {
    for index in model.indexes {
        let no = (index.noun)().no;
        let rows: Vec<i64> = to.read.all(
            "SELECT row FROM search_waiting WHERE noun = ?1 ORDER BY row DESC LIMIT ?2",
            [no, SLICE],
            |row| row.get(0),
        )?;
        let Some(last) = rows.last() else { continue };
        write(index, to, &rows)?;
        to.execute(
            "DELETE FROM search_waiting WHERE noun = ?1 AND row >= ?2",
            [no, *last],
        )?;
        return Ok(true);
    }
    to.execute("DELETE FROM search_waiting", [])?; // of nouns this build has no words of
    Ok(false)
}

/// Forgets everything and indexes every row anew.
pub(super) fn rebuild(model: &Model, to: &Projector<'_>) -> Result<()> {
    if model.indexes.is_empty() {
        return Ok(());
    }
    for table in [Table::Names, Table::Talk] {
        let table = table.name();
        to.execute(
            &format!("INSERT INTO {table} ({table}) VALUES ('delete-all')"),
            [],
        )?;
    }
    to.execute("DELETE FROM search_docs", [])?;
    to.execute("DELETE FROM search_waiting", [])?;
    for index in model.indexes {
        let table = (index.noun)().table;
        let rows: Vec<i64> =
            to.read
                .all(&format!("SELECT n FROM {table} ORDER BY n"), [], |row| {
                    row.get(0)
                })?;
        for slice in rows.chunks(SLICE as usize) {
            write(index, to, slice)?;
        }
    }
    Ok(())
}

/// What a row has in the index now.
struct Held {
    docid: i64,
    print: i64,
}

/// A row that is to be written.
struct Wanted {
    docid: i64,
    row: i64,
    words: String,
    print: i64,
}

/// Makes the index hold the words of these rows and no others of theirs. FTS5 takes words in best in
/// the order of docids.
fn write(index: &Index, to: &Projector<'_>, rows: &[i64]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let noun = (index.noun)();
    let table = index.table.name();
    let mut docs: BTreeMap<i64, Doc> = (index.docs)(&to.read, &list::numbers(rows))?
        .into_iter()
        .map(|doc| (doc.row, doc))
        .collect();
    let mut wanted = Vec::new();
    for row in rows {
        let held = to.read.first(
            "SELECT docid, print FROM search_docs WHERE noun = ?1 AND row = ?2",
            [noun.no, *row],
            |found| {
                Ok(Held {
                    docid: found.get(0)?,
                    print: found.get(1)?,
                })
            },
        )?;
        let words = docs.remove(row).map(|doc| (doc.at, said(noun, &doc)));
        let new = words
            .filter(|(_, words)| !words.is_empty())
            .map(|(at, words)| Wanted {
                docid: docid(noun, at, *row),
                row: *row,
                print: print(&words),
                words,
            });
        if let (Some(held), Some(new)) = (&held, &new)
            && held.print == new.print
            && second(held.docid) == second(new.docid)
        {
            continue;
        }
        if let Some(held) = held {
            to.execute(
                &format!("DELETE FROM {table} WHERE rowid = ?1"),
                [held.docid],
            )?;
            to.execute("DELETE FROM search_docs WHERE docid = ?1", [held.docid])?;
        }
        wanted.extend(new);
    }
    wanted.sort_by_key(|new| new.docid);
    let insert = format!("INSERT INTO {table} (rowid, words) VALUES (?1, ?2)");
    for new in wanted {
        let docid = free(to, new.docid)?;
        to.execute(&insert, params![docid, new.words])?;
        to.execute(
            "INSERT INTO search_docs (docid, noun, row, print) VALUES (?1, ?2, ?3, ?4)",
            [docid, noun.no, new.row, new.print],
        )?;
    }
    Ok(())
}

fn said(noun: &Noun, doc: &Doc) -> String {
    let mark = mark(noun);
    let mut said = String::new();
    for text in doc.texts.iter().filter(|text| !text.is_empty()) {
        if !said.is_empty() {
            said.push_str(&format!(" {mark}{BETWEEN}"));
        }
        for word in words::tokens(text) {
            if !said.is_empty() {
                said.push(' ');
            }
            said.push(mark);
            said.push_str(&word);
        }
    }
    said
}

fn print(words: &str) -> i64 {
    let hash = blake3::hash(words.as_bytes());
    let [a, b, c, d, e, f, g, h, ..] = *hash.as_bytes();
    i64::from_le_bytes([a, b, c, d, e, f, g, h])
}

fn docid(noun: &Noun, at_ms: i64, row: i64) -> i64 {
    let second = at_ms.div_euclid(1000).clamp(0, (1 << SECOND_BITS) - 1);
    docids(noun).0 + (second << ROW_BITS) + row.rem_euclid(1 << ROW_BITS)
}

fn second(docid: i64) -> i64 {
    docid >> ROW_BITS
}

/// This docid, or the next that is free: rows of one second whose numbers end alike are rare.
fn free(to: &Projector<'_>, docid: i64) -> Result<i64> {
    let mut docid = docid;
    let taken = "SELECT 1 FROM search_docs WHERE docid = ?1";
    while to.read.first(taken, [docid], |_| Ok(()))?.is_some() {
        docid += 1;
    }
    Ok(docid)
}

/// A digest of what is indexed, whatever the row numbers are here: every row with its second and words,
/// and of every word in how many rows of which seconds it stands.
pub(super) fn fingerprint(model: &Model, conn: &Connection) -> Result<String> {
    let mut hasher = blake3::Hasher::new();
    for index in model.indexes {
        let noun = (index.noun)();
        let docs = format!(
            "SELECT t.id, d.docid >> {ROW_BITS}, d.print FROM search_docs d JOIN {} t ON t.n = d.row
             WHERE d.noun = {} ORDER BY t.id",
            noun.table, noun.no
        );
        digest::hash_query(conn, &docs, &mut hasher)?;
    }
    for table in [Table::Names, Table::Talk] {
        let held = format!(
            "SELECT term, count(*), sum((doc >> {ROW_BITS}) % 1000003) FROM {}_held GROUP BY term",
            table.name()
        );
        digest::hash_query(conn, &held, &mut hasher)?;
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// Merges the index into one piece, so that no word of what was erased is left in it.
pub(super) fn merge(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "INSERT INTO search_names (search_names) VALUES ('optimize');
         INSERT INTO search_talk (search_talk) VALUES ('optimize');",
    )?;
    Ok(())
}
