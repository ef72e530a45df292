//! Records by their words: by name, pinyin, initials and last digits through the lookup, by everything
//! else that is noted of them through the text index.

use std::collections::HashMap;

use rusqlite::params;

use super::find::{Asked, FoundGroup, FoundHit, FoundKind, Opens, ranges};
use super::snippet::{self, Snippet};
use super::spelling::{self, matched, without_title};
use super::store::{Beside, LISTED, Range, latest};
use super::{HitKind, index as indexes};
use crate::kernel::index::{self, Doc, Index};
use crate::kernel::words::Term;
use crate::kernel::{Id, Noun, Read, Result, list, text};

/// What kind of record it is, its words, and how it is shown.
fn what(kind: FoundKind) -> (&'static Index, HitKind) {
    match kind {
        FoundKind::Person => (&indexes::PEOPLE, HitKind::Person),
        FoundKind::Organization => (&indexes::ORGANIZATIONS, HitKind::Organization),
        _ => (&indexes::DEALS, HitKind::Deal),
    }
}

/// Records of one kind that all terms fit: those called exactly so, then by name, then the rest; in
/// each the latest contacted first.
pub fn find(read: &Read<'_>, kind: FoundKind, asked: &Asked, limit: usize) -> Result<FoundGroup> {
    let (index, hit) = what(kind);
    let noun = (index.noun)();
    let most = asked.most + 1;
    let mut rows = called(read, noun, &asked.query, most)?;
    if rows.len() < most {
        add(&mut rows, worded(read, noun, &asked.terms, most)?);
    }
    let more = rows.len() > asked.most;
    rows.truncate(asked.most);
    let total = rows.len() as i64;
    rows.truncate(limit);
    Ok(FoundGroup {
        kind,
        hits: hits(read, kind, hit, index, &rows, &asked.terms)?,
        total,
        more,
    })
}

fn add(rows: &mut Vec<i64>, others: Vec<i64>) {
    for row in others {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
}

/// Rows whose name begins with the query, written or by its sounds.
pub(super) fn called(read: &Read<'_>, noun: &Noun, query: &str, most: usize) -> Result<Vec<i64>> {
    let key = without_title(&text::fold(query));
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let most = most as u32;
    let mut rows = latest(read, noun, &Range::whole(&key), most)?;
    add(
        &mut rows,
        latest(read, noun, &Range::beginning(&key), most)?,
    );
    if rows.len() < most as usize && noun.table == "people" {
        add(&mut rows, mixed(read, noun, &key, most)?);
    }
    Ok(rows)
}

/// People by initials and sounds mixed: "zwei", "zhangw".
fn mixed(read: &Read<'_>, noun: &Noun, key: &str, most: u32) -> Result<Vec<i64>> {
    let mut fitting = Vec::new();
    for initials in spelling::initials(key) {
        let rows = latest(read, noun, &Range::beginning(&initials), 500)?;
        let sql = format!(
            "SELECT n, shown FROM people WHERE n IN ({}) ORDER BY last_touch_at DESC, n DESC",
            list::numbers(&rows)
        );
        let called: Vec<(i64, String)> =
            read.uncached(&sql, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let fits = called
            .into_iter()
            .filter(|(_, name)| !matched(name, key).is_empty());
        add(&mut fitting, fits.map(|(row, _)| row).collect());
    }
    fitting.truncate(most as usize);
    Ok(fitting)
}

/// Rows that hold all of the terms, the latest contacted of the newest first.
pub(super) fn worded(
    read: &Read<'_>,
    noun: &Noun,
    terms: &[Term],
    most: usize,
) -> Result<Vec<i64>> {
    let table = noun.table;
    // Words of a row that was merged find what it stands under.
    let stands = match noun.merges() {
        true => format!(
            "CROSS JOIN {table} was ON was.n = found.row CROSS JOIN {table} ON {table}.id = coalesce(was.root, was.id)"
        ),
        false => format!("CROSS JOIN {table} ON {table}.n = found.row"),
    };
    let sql = format!(
        "SELECT DISTINCT {table}.n FROM (
           SELECT d.row FROM search_names f CROSS JOIN search_docs d ON d.docid = f.rowid
           WHERE f.search_names MATCH ?1 ORDER BY f.rowid DESC LIMIT ?2) found
         {stands} WHERE {table}.deleted_at IS NULL
         ORDER BY {table}.last_touch_at DESC, {table}.n DESC LIMIT ?3"
    );
    let newest = 20 * most as i64;
    read.all(
        &sql,
        params![index::matching(noun, terms, true), newest, most as i64],
        |row| row.get(0),
    )
}

/// The rows as they are shown, in this order.
fn hits(
    read: &Read<'_>,
    kind: FoundKind,
    hit: HitKind,
    index: &Index,
    rows: &[i64],
    terms: &[Term],
) -> Result<Vec<FoundHit>> {
    let table = (index.noun)().table;
    let Some((_, _, beside)) = LISTED.iter().find(|(listed, _, _)| *listed == hit) else {
        return Ok(Vec::new());
    };
    let Beside {
        called,
        about,
        detail,
        joins,
    } = beside;
    let numbers = list::numbers(rows);
    let sql = format!(
        "SELECT {table}.n, {table}.id, {called}, {about}, {detail} FROM {table} {joins}
         WHERE {table}.n IN ({numbers}) AND {table}.deleted_at IS NULL"
    );
    let mut docs: HashMap<i64, Doc> = (index.docs)(read, &numbers)?
        .into_iter()
        .map(|doc| (doc.row, doc))
        .collect();
    let found = read.uncached(&sql, |row| {
        let id: Id = row.get(1)?;
        let name: String = row.get(2)?;
        let (about, detail): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
        let (marks, mut left) = in_name(&name, terms);
        for beside in [&about, &detail].into_iter().flatten() {
            left = snippet::marks(beside, &left).1;
        }
        let n: i64 = row.get(0)?;
        let texts = docs.remove(&n).map(|doc| doc.texts).unwrap_or_default();
        Ok((
            n,
            FoundHit {
                kind,
                id,
                name: Some(name),
                matched: marks,
                about,
                detail,
                snippet: beyond(&texts, &left),
                at: None,
                day_only: false,
                channel: None,
                opens: Some(Opens { kind, id }),
                touchpoint: None,
            },
        ))
    })?;
    let mut by_n: HashMap<i64, FoundHit> = found.into_iter().collect();
    Ok(rows.iter().filter_map(|n| by_n.remove(n)).collect())
}

/// Where the terms stand in a name, written or by its sounds, and those that do not.
pub(super) fn in_name(name: &str, terms: &[Term]) -> (Vec<(u32, u32)>, Vec<Term>) {
    let (marks, unwritten) = snippet::marks(name, terms);
    let mut marks = ranges(&marks);
    let mut left = Vec::new();
    for term in unwritten {
        let spelled = matched(name, &term.letters());
        match spelled.is_empty() {
            true => left.push(term),
            false => marks.extend(spelled),
        }
    }
    marks.sort_unstable();
    (marks, left)
}

/// The words that stand neither in the name nor beside it.
fn beyond(texts: &[String], terms: &[Term]) -> Option<Snippet> {
    if terms.is_empty() {
        return None;
    }
    texts.iter().skip(1).find_map(|text| {
        let (marks, _) = snippet::marks(text, terms);
        (!marks.is_empty()).then(|| snippet::cut(text, &marks))
    })
}
