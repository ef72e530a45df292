//! Queries on the lookup index.

use std::collections::BTreeSet;

use rusqlite::params;
use serde::Serialize;

use super::spelling::{matched, without_title};
use crate::kernel::{Id, Noun, Read, Record, Result, list, text};
use crate::organizations::Organization;
use crate::people::{CURRENT_POSITION, Person};
use crate::pipeline::Deal;
use crate::touchpoints::Channel;

crate::words! {
    /// What a hit is.
    pub enum HitKind {
        Person = "person",
        Organization = "organization",
        Deal = "deal",
    }
}

/// Something found by its name.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Hit {
    pub kind: HitKind,
    pub id: Id,
    pub name: String,
    /// Shown beside the name: firm, industry, stage.
    pub about: Option<String>,
    pub detail: Option<String>,
    /// Code points of `name` that matched, half open.
    pub matched: Vec<(u32, u32)>,
}

/// A person as the quick log offers one.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct PersonHit {
    pub id: Id,
    pub name: String,
    pub organization: Option<String>,
    pub title: Option<String>,
    pub last_touch_at: Option<i64>,
    pub last_channel: Option<Channel>,
}

/// People, organizations and deals whose name, pinyin, initials or last four digits begin with
/// `query`; at most `limit` of each, the latest contacted first.
pub fn lookup(read: &Read<'_>, query: &str, limit: u32) -> Result<Vec<Hit>> {
    let key = without_title(&text::fold(query));
    if key.is_empty() {
        return Ok(Vec::new());
    }
    let mut hits = Vec::new();
    for (kind, noun, beside) in LISTED {
        hits.extend(of(read, *kind, noun(), &key, limit, beside)?);
    }
    Ok(hits)
}

/// What a hit is, its noun, and what stands beside its name.
pub(super) type Listed = (HitKind, fn() -> &'static Noun, Beside);

/// What is listed, in this order.
pub(super) const LISTED: &[Listed] = &[
    (
        HitKind::Organization,
        Organization::noun,
        Beside {
            called: "organizations.name",
            about: "industry",
            detail: "region",
            joins: "",
        },
    ),
    (
        HitKind::Person,
        Person::noun,
        Beside {
            called: "people.shown",
            about: "organizations.name",
            detail: "positions.title",
            joins: CURRENT_POSITION,
        },
    ),
    (
        HitKind::Deal,
        Deal::noun,
        Beside {
            called: "deals.name",
            about: "s.name",
            detail: "o.name",
            joins: concat!(
                "LEFT JOIN stages s ON s.id = deals.stage LEFT JOIN organizations o ON o.id = ",
                crate::root_of!("organizations", "deals.organization")
            ),
        },
    ),
];

/// Live rows by id, in that order: for what was opened last.
pub fn named(read: &Read<'_>, ids: &[Id]) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for id in ids {
        for (kind, noun, beside) in LISTED {
            let table = noun().table;
            let root = match noun().merges() {
                true => format!("(SELECT coalesce(root, id) FROM {table} WHERE id = ?1)"),
                false => "?1".to_owned(),
            };
            let sql = format!(
                "SELECT {table}.id, {}, {}, {} FROM {table} {}
                 WHERE {table}.id = {root} AND {table}.deleted_at IS NULL",
                beside.called, beside.about, beside.detail, beside.joins
            );
            hits.extend(read.first(&sql, [id], |row| {
                Ok(Hit {
                    kind: *kind,
                    id: row.get(0)?,
                    name: row.get(1)?,
                    about: row.get(2)?,
                    detail: row.get(3)?,
                    matched: Vec::new(),
                })
            })?);
        }
    }
    Ok(hits)
}

/// Where a hit's name and the facts beside it come from.
pub(super) struct Beside {
    pub called: &'static str,
    pub about: &'static str,
    pub detail: &'static str,
    pub joins: &'static str,
}

fn of(
    read: &Read<'_>,
    kind: HitKind,
    noun: &Noun,
    key: &str,
    limit: u32,
    beside: &Beside,
) -> Result<Vec<Hit>> {
    let table = noun.table;
    let rows = latest(read, noun, &Range::beginning(key), limit)?;
    let Beside {
        called,
        about,
        detail,
        joins,
    } = beside;
    let sql = format!(
        "SELECT {table}.id, {called}, {about}, {detail} FROM {table} {joins}
         WHERE {table}.n IN ({}) ORDER BY {table}.last_touch_at DESC, {table}.n DESC",
        list::numbers(&rows)
    );
    read.uncached(&sql, |row| {
        let name: String = row.get(1)?;
        let matched = matched(&name, key);
        Ok(Hit {
            kind,
            id: row.get(0)?,
            name,
            about: row.get(2)?,
            detail: row.get(3)?,
            matched,
        })
    })
}

/// Lookup keys from one to another, the second not included.
pub(super) struct Range {
    pub from: String,
    pub to: String,
}

impl Range {
    pub fn beginning(key: &str) -> Range {
        Range {
            from: key.to_owned(),
            to: format!("{key}\u{10FFFF}"),
        }
    }

    pub fn whole(key: &str) -> Range {
        Range {
            from: key.to_owned(),
            to: format!("{key}\u{0}"),
        }
    }
}

/// Up to so many keys their rows are fetched and sorted. Where more fit, every fiftieth customer of
/// 100,000 does, and walking them from the latest contacted on meets enough of them soon.
const FEW: i64 = 2000;

/// The live rows of a noun with a key in the range, the latest contacted first; at most `limit`.
pub(super) fn latest(read: &Read<'_>, noun: &Noun, keys: &Range, limit: u32) -> Result<Vec<i64>> {
    let (table, stands) = (noun.table, noun.stands());
    let fitting: i64 = read.value(
        "SELECT count(*) FROM (SELECT 1 FROM lookup WHERE noun = ?1 AND key >= ?2 AND key < ?3 LIMIT ?4)",
        params![noun.no, keys.from, keys.to, FEW + 1],
    )?;
    // CROSS JOIN holds SQLite to the way that was chosen here.
    let sql = if fitting <= FEW {
        format!(
            "SELECT {table}.n
             FROM (SELECT DISTINCT row FROM lookup WHERE noun = ?1 AND key >= ?2 AND key < ?3) found
               CROSS JOIN {table} ON {table}.n = found.row
             WHERE {stands}
             ORDER BY {table}.last_touch_at DESC, {table}.n DESC LIMIT ?4"
        )
    } else {
        format!(
            "SELECT {table}.n FROM {table}
             WHERE {stands} AND EXISTS (
               SELECT 1 FROM lookup_rows l, json_each(l.keys) k
               WHERE l.noun = ?1 AND l.row = {table}.n AND k.value >= ?2 AND k.value < ?3)
             ORDER BY {table}.last_touch_at DESC, {table}.n DESC LIMIT ?4"
        )
    };
    read.all(&sql, params![noun.no, keys.from, keys.to, limit], |row| {
        row.get(0)
    })
}

/// A word people are looked up by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Equal to a key: name, word of a name, pinyin, initials, last four digits.
    Whole(String),
    /// The beginning of a key: a surname.
    Beginning(String),
}

/// Someone a word may mean.
pub struct Somebody {
    pub id: Id,
    pub name: String,
    /// What those were called who were merged into them.
    pub also: Vec<String>,
    /// The last four digits of their phones.
    pub phone_tails: Vec<String>,
}

/// Live people whom one of `keys` fits, at most `each` a key, the latest contacted first.
pub fn people_by_keys(read: &Read<'_>, keys: &[Key], each: u32) -> Result<Vec<Somebody>> {
    let mut rows: BTreeSet<i64> = BTreeSet::new();
    for key in keys {
        let (Key::Whole(word) | Key::Beginning(word)) = key;
        let folded = text::fold(word);
        if folded.is_empty() {
            continue;
        }
        let range = match key {
            Key::Whole(_) => Range::whole(&folded),
            Key::Beginning(_) => Range::beginning(&folded),
        };
        rows.extend(latest(read, Person::noun(), &range, each)?);
    }
    let rows: Vec<i64> = rows.into_iter().collect();
    let sql = format!(
        "SELECT id, name, (SELECT group_concat(substr(value, -4), ' ') FROM identifiers
                           WHERE person IN {} AND kind = 'phone' AND deleted_at IS NULL),
                (SELECT group_concat(same.name, char(10)) FROM people same WHERE same.root = people.id)
         FROM people WHERE n IN ({}) ORDER BY +last_touch_at DESC, n DESC",
        crate::group_of!("people", "people.id"),
        list::numbers(&rows)
    );
    read.uncached(&sql, |row| {
        let tails: Option<String> = row.get(2)?;
        let also: Option<String> = row.get(3)?;
        Ok(Somebody {
            id: row.get(0)?,
            name: row.get(1)?,
            also: also
                .iter()
                .flat_map(|names| names.split('\n').map(str::to_owned))
                .collect(),
            phone_tails: tails
                .iter()
                .flat_map(|tails| tails.split(' ').map(str::to_owned))
                .collect(),
        })
    })
}

/// A person as the quick log offers one.
pub fn person_hit(read: &Read<'_>, id: Id) -> Result<Option<PersonHit>> {
    let sql = format!(
        "SELECT people.id, people.shown, organizations.name, positions.title, people.last_touch_at,
                (SELECT t.channel FROM events e JOIN touchpoints t ON t.n = e.ref_n
                 WHERE e.subject_kind = 1 AND e.subject_n = people.n AND e.kind = 1 ORDER BY e.at DESC LIMIT 1)
         FROM people {CURRENT_POSITION} WHERE people.id = (SELECT coalesce(root, id) FROM people WHERE id = ?1)"
    );
    read.first(&sql, [id], |row| {
        Ok(PersonHit {
            id: row.get(0)?,
            name: row.get(1)?,
            organization: row.get(2)?,
            title: row.get(3)?,
            last_touch_at: row.get(4)?,
            last_channel: row.get(5)?,
        })
    })
}
