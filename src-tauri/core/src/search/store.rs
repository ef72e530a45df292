//! Queries on the lookup index.

use std::collections::BTreeSet;

use rusqlite::params;
use serde::Serialize;

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

/// How people are spoken of in Chinese: surname and one of these.
const TITLES: &[&str] = &[
    "总经理",
    "总监",
    "董事长",
    "总",
    "董",
    "经理",
    "主任",
    "主管",
    "处长",
    "科长",
    "老师",
    "老板",
    "教授",
    "医生",
    "律师",
    "工",
    "女士",
    "先生",
    "小姐",
    "姐",
    "哥",
];

/// The surname of a folded 张总 or 欧阳经理; anything else as it is.
fn without_title(folded: &str) -> String {
    let surname = TITLES
        .iter()
        .find_map(|title| folded.strip_suffix(title))
        .filter(|surname| {
            matches!(surname.chars().count(), 1..=2) && surname.chars().all(text::is_han)
        });
    surname.unwrap_or(folded).to_owned()
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
type Listed = (HitKind, fn() -> &'static Noun, Beside);

/// What is listed, in this order.
const LISTED: &[Listed] = &[
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
            joins: "LEFT JOIN stages s ON s.id = deals.stage
                    LEFT JOIN organizations o ON o.id = deals.organization",
        },
    ),
];

/// Live rows by id, in that order: for what was opened last.
pub fn named(read: &Read<'_>, ids: &[Id]) -> Result<Vec<Hit>> {
    let mut hits = Vec::new();
    for id in ids {
        for (kind, noun, beside) in LISTED {
            let table = noun().table;
            let sql = format!(
                "SELECT {table}.id, {}, {}, {} FROM {table} {}
                 WHERE {table}.id = ?1 AND {table}.deleted_at IS NULL",
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

/// Which code points of each of these words the query spells, by pinyin and initials too; none where it
/// does not. The names of actions and pages are found like those of people.
pub fn among(query: &str, words: &[String]) -> Vec<Vec<(u32, u32)>> {
    let key = text::fold(query);
    words
        .iter()
        .map(|word| match key.is_empty() {
            true => Vec::new(),
            false => matched(word, &key),
        })
        .collect()
}

/// Where a hit's name and the facts beside it come from.
struct Beside {
    called: &'static str,
    about: &'static str,
    detail: &'static str,
    joins: &'static str,
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
struct Range {
    from: String,
    to: String,
}

impl Range {
    fn beginning(key: &str) -> Range {
        Range {
            from: key.to_owned(),
            to: format!("{key}\u{10FFFF}"),
        }
    }

    fn whole(key: &str) -> Range {
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
fn latest(read: &Read<'_>, noun: &Noun, keys: &Range, limit: u32) -> Result<Vec<i64>> {
    let table = noun.table;
    let fitting: i64 = read.value(
        "SELECT count(*) FROM (SELECT 1 FROM lookup WHERE noun = ?1 AND key >= ?2 AND key < ?3 LIMIT ?4)",
        params![noun.no, keys.from, keys.to, FEW + 1],
    )?;
    // CROSS JOIN and INDEXED BY hold SQLite to the way that was chosen here.
    let sql = if fitting <= FEW {
        format!(
            "SELECT {table}.n
             FROM (SELECT DISTINCT row FROM lookup WHERE noun = ?1 AND key >= ?2 AND key < ?3) found
               CROSS JOIN {table} ON {table}.n = found.row
             WHERE {table}.deleted_at IS NULL
             ORDER BY {table}.last_touch_at DESC, {table}.n DESC LIMIT ?4"
        )
    } else {
        format!(
            "SELECT {table}.n FROM {table}
             WHERE {table}.deleted_at IS NULL AND EXISTS (
               SELECT 1 FROM lookup INDEXED BY lookup_by_row
               WHERE noun = ?1 AND row = {table}.n AND key >= ?2 AND key < ?3)
             ORDER BY {table}.last_touch_at DESC, {table}.n DESC LIMIT ?4"
        )
    };
    read.all(&sql, params![noun.no, keys.from, keys.to, limit], |row| {
        row.get(0)
    })
}

/// Which code points of `name` the folded key stands for: written so, or by pinyin or initials.
fn matched(name: &str, key: &str) -> Vec<(u32, u32)> {
    let chars: Vec<char> = name.chars().collect();
    let folded: Vec<String> = chars.iter().map(|c| text::fold(&c.to_string())).collect();
    for start in 0..chars.len() {
        for spelled in [Spelling::Written, Spelling::Pinyin, Spelling::Initial] {
            if let Some(end) = spelled_from(&folded[start..], key, spelled) {
                return vec![(start as u32, (start + end) as u32)];
            }
        }
    }
    Vec::new()
}

#[derive(Clone, Copy)]
enum Spelling {
    Written,
    Pinyin,
    Initial,
}

/// How many characters of `folded` spell `key`, if they do.
fn spelled_from(folded: &[String], key: &str, spelling: Spelling) -> Option<usize> {
    let mut rest = key;
    for (at, character) in folded.iter().enumerate() {
        let (full, initial) = text::pinyin(character);
        let sound = match spelling {
            Spelling::Written => character.as_str(),
            Spelling::Pinyin => full.as_str(),
            Spelling::Initial => initial.as_str(),
        };
        if sound.is_empty() && !matches!(spelling, Spelling::Written) {
            continue;
        }
        if sound.starts_with(rest) {
            return Some(at + 1);
        }
        rest = rest
            .strip_prefix(sound)
            .or_else(|| (character.is_empty() && rest.starts_with(' ')).then(|| &rest[1..]))?;
        if rest.is_empty() {
            return Some(at + 1);
        }
    }
    None
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
                           WHERE person = people.id AND kind = 'phone' AND deleted_at IS NULL)
         FROM people WHERE n IN ({}) ORDER BY +last_touch_at DESC, n DESC",
        list::numbers(&rows)
    );
    read.uncached(&sql, |row| {
        let tails: Option<String> = row.get(2)?;
        Ok(Somebody {
            id: row.get(0)?,
            name: row.get(1)?,
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
         FROM people {CURRENT_POSITION} WHERE people.id = ?1"
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

#[cfg(test)]
mod tests {
    use super::without_title;

    #[test]
    fn a_person_spoken_of_by_title_is_looked_up_by_surname() {
        for (said, key) in [
            ("张总", "张"),
            ("欧阳经理", "欧阳"),
            ("张总监", "张"),
            ("恒达总", "恒达"),
            ("总", "总"),
            ("zlq", "zlq"),
        ] {
            assert_eq!(without_title(said), key, "{said}");
        }
    }
}
