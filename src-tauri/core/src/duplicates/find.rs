//! Who may be there twice. Found anew when it is asked for: the same numbers by way of the index of
//! identifiers, the same names at the same firm in one walk over the positions, firms by their core.
//!
//! | strength | people | organizations |
//! |---|---|---|
//! | 5 | a number or address that tells who somebody is, and the same name | |
//! | 4 | such a number or address | |
//! | 3 | the same name and organization | the same name but for spelling |
//! | 2 | a name that sounds the same, and the same organization; or a number that tells nothing by itself, and the same name | the same but for the legal form |

use std::collections::{BTreeMap, HashMap, HashSet};

use super::types::{DuplicatePair, DuplicateRow, DuplicatesKind, DuplicatesPage, Reason, Why};
use crate::kernel::{Id, Read, Result, list, text};
use crate::organizations::core_name;
use crate::people::{CURRENT_POSITION, IdentifierKind, IdentifierState, identity, shown};
use crate::root_of;

/// Pairs that one page shows.
const SHOWN: usize = 200;
/// Of more rows than this that share something, no pairs are made: a shop's number, a family's firm.
const CROWD: usize = 5;
/// What is strong enough to be merged without looking.
const SURE: u32 = 5;

/// Two rows by number, the one with the lower id first.
type Pair = (i64, i64);

#[derive(Default)]
struct Found {
    why: Vec<Why>,
    strength: u32,
}

/// What may stand there twice, the most likely first.
pub fn list(read: &Read<'_>, kind: DuplicatesKind) -> Result<DuplicatesPage> {
    let found = ranked(read, kind)?;
    let total = found.len();
    let sure = found
        .iter()
        .filter(|(_, found)| found.strength >= SURE)
        .count();
    let first: Vec<(Pair, Found)> = found.into_iter().take(SHOWN).collect();
    let numbers: HashSet<i64> = first
        .iter()
        .flat_map(|((one, other), _)| [*one, *other])
        .collect();
    let rows = rows(read, kind, &numbers.into_iter().collect::<Vec<_>>())?;
    let pairs = first.into_iter().filter_map(|((one, other), found)| {
        let (one, other) = (rows.get(&one)?, rows.get(&other)?);
        let (one, other) = match one.id < other.id {
            true => (one, other),
            false => (other, one),
        };
        Some(DuplicatePair {
            one: one.clone(),
            other: other.clone(),
            why: found.why,
            strength: found.strength,
        })
    });
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(DuplicatesPage {
        pairs: pairs.collect(),
        total: number(total),
        sure: number(sure),
    })
}

/// The pairs that may be merged without looking.
pub(super) fn sure(read: &Read<'_>, kind: DuplicatesKind) -> Result<Vec<(Id, Id)>> {
    let found = ranked(read, kind)?;
    let sure: Vec<Pair> = found
        .into_iter()
        .filter(|(_, found)| found.strength >= SURE)
        .map(|(pair, _)| pair)
        .collect();
    let numbers: Vec<i64> = sure
        .iter()
        .flat_map(|(one, other)| [*one, *other])
        .collect();
    let sql = format!(
        "SELECT n, id FROM {} WHERE n IN ({})",
        kind.noun().table,
        list::numbers(&numbers)
    );
    let ids: HashMap<i64, Id> = read
        .uncached(&sql, |row| Ok((row.get(0)?, row.get(1)?)))?
        .into_iter()
        .collect();
    let pairs = sure.iter();
    Ok(pairs
        .filter_map(|(one, other)| Some((*ids.get(one)?, *ids.get(other)?)))
        .collect())
}

fn ranked(read: &Read<'_>, kind: DuplicatesKind) -> Result<Vec<(Pair, Found)>> {
    let mut found = match kind {
        DuplicatesKind::People => people(read)?,
        DuplicatesKind::Organizations => organizations(read)?,
    };
    for pair in apart(read, kind)? {
        found.remove(&pair);
    }
    let mut found: Vec<(Pair, Found)> = found.into_iter().collect();
    found
        .sort_by_key(|(pair, found)| (std::cmp::Reverse(found.strength), std::cmp::Reverse(*pair)));
    Ok(found)
}

/// Pairs of which somebody said that they are two.
fn apart(read: &Read<'_>, kind: DuplicatesKind) -> Result<Vec<Pair>> {
    let table = kind.noun().table;
    read.all(
        &format!(
            "SELECT coalesce(ar.n, a.n), coalesce(br.n, b.n) FROM distinct_pairs d
               JOIN {table} a ON a.id = d.one JOIN {table} b ON b.id = d.other
               LEFT JOIN {table} ar ON ar.id = a.root LEFT JOIN {table} br ON br.id = b.root
             WHERE d.deleted_at IS NULL"
        ),
        [],
        |row| {
            let (one, other): (i64, i64) = (row.get(0)?, row.get(1)?);
            Ok((one.min(other), one.max(other)))
        },
    )
}

struct Holder {
    n: i64,
    /// `None`: a candidate, whose name may not be said.
    name: Option<String>,
    shared: bool,
}

fn people(read: &Read<'_>) -> Result<BTreeMap<Pair, Found>> {
    let mut found: BTreeMap<Pair, Found> = BTreeMap::new();
    for ((value, kind), holders) in holders(read)? {
        let crowd = holders.len() > CROWD || holders.iter().any(|holder| holder.shared);
        if crowd || identity::placeholder(kind, &value) {
            continue;
        }
        let tells = identity::tells(kind, &value);
        for (one, other) in each_two(&holders) {
            let same_name = matches!((&one.name, &other.name), (Some(a), Some(b)) if a == b);
            let strength = match (tells, same_name) {
                (true, true) => SURE,
                (true, false) => 4,
                (false, true) => 2,
                (false, false) => continue,
            };
            let reason = match kind {
                IdentifierKind::Phone => Reason::SameNumber,
                IdentifierKind::Email => Reason::SameEmail,
                _ => Reason::SameAccount,
            };
            add(
                &mut found,
                (one.n, other.n),
                reason,
                &shown(kind, &value),
                strength,
            );
        }
    }
    for (firm, namesakes) in namesakes(read)? {
        if namesakes.len() > CROWD {
            continue;
        }
        for (one, other) in each_two(&namesakes) {
            let same = text::identity(&one.1) == text::identity(&other.1);
            let (reason, strength) = match same {
                true => (Reason::SameName, 3),
                false => (Reason::NearName, 2),
            };
            add(&mut found, (one.0, other.0), reason, &firm, strength);
        }
    }
    Ok(found)
}

fn add(
    found: &mut BTreeMap<Pair, Found>,
    (one, other): Pair,
    reason: Reason,
    value: &str,
    strength: u32,
) {
    let pair = found.entry((one.min(other), one.max(other))).or_default();
    pair.strength = pair.strength.max(strength);
    let why = Why {
        reason,
        value: value.to_owned(),
    };
    match strength < 4 {
        true => pair.why.push(why),
        // What tells the most is said first.
        false => pair.why.insert(0, why),
    }
}

fn each_two<T>(rows: &[T]) -> impl Iterator<Item = (&T, &T)> {
    let firsts = rows.iter().enumerate();
    firsts.flat_map(|(at, one)| rows[at + 1..].iter().map(move |other| (one, other)))
}

/// Values that stand with more than one person, and with whom.
fn holders(read: &Read<'_>) -> Result<BTreeMap<(String, IdentifierKind), Vec<Holder>>> {
    let rows = read.all(
        concat!(
            "SELECT i.value, i.kind, p.n, CASE WHEN p.kind = 'candidate' THEN NULL ELSE p.name END, i.state
             FROM (SELECT value, kind FROM identifiers WHERE deleted_at IS NULL
                   GROUP BY value, kind HAVING min(person) <> max(person)) m
               CROSS JOIN identifiers i ON i.value = m.value AND i.kind = m.kind AND i.deleted_at IS NULL
               JOIN people p ON p.id = ",
            root_of!("people", "i.person"),
            " AND p.deleted_at IS NULL"
        ),
        [],
        |row| {
            let name: Option<String> = row.get(3)?;
            let state: Option<IdentifierState> = row.get(4)?;
            let holder = Holder {
                n: row.get(2)?,
                name: name.map(|name| text::identity(&name)),
                shared: state == Some(IdentifierState::Shared),
            };
            Ok(((row.get(0)?, row.get(1)?), holder))
        },
    )?;
    let mut holders: BTreeMap<_, Vec<Holder>> = BTreeMap::new();
    for (value, holder) in rows {
        let known: &mut Vec<Holder> = holders.entry(value).or_default();
        match known.iter_mut().find(|known| known.n == holder.n) {
            Some(known) => known.shared |= holder.shared,
            None => known.push(holder),
        }
    }
    Ok(holders)
}

/// The name of an organization, and number and name of people there.
type AtOne = (String, Vec<(i64, String)>);

/// People whose names sound the same and who work at the same organization now. Candidates are not among
/// them.
fn namesakes(read: &Read<'_>) -> Result<Vec<AtOne>> {
    let rows = read.all(
        concat!(
            "SELECT p.n, p.sort_key, o.n FROM positions s
               JOIN people p ON p.id = ",
            root_of!("people", "s.person"),
            " AND p.deleted_at IS NULL AND p.kind <> 'candidate'
               JOIN organizations o ON o.id = ",
            root_of!("organizations", "s.organization"),
            " WHERE s.deleted_at IS NULL AND s.to_on IS NULL"
        ),
        [],
        |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)),
    )?;
    let mut groups: HashMap<(i64, String), Vec<i64>> = HashMap::new();
    for (person, sound, firm) in rows {
        let known = groups.entry((firm, sound)).or_default();
        if !known.contains(&person) {
            known.push(person);
        }
    }
    let mut namesakes = Vec::new();
    for ((firm, _), people) in groups {
        if people.len() < 2 {
            continue;
        }
        let firm = read.value("SELECT name FROM organizations WHERE n = ?1", [firm])?;
        let sql = format!(
            "SELECT n, name FROM people WHERE n IN ({})",
            list::numbers(&people)
        );
        namesakes.push((
            firm,
            read.uncached(&sql, |row| Ok((row.get(0)?, row.get(1)?)))?,
        ));
    }
    Ok(namesakes)
}

fn organizations(read: &Read<'_>) -> Result<BTreeMap<Pair, Found>> {
    let rows: Vec<(i64, String)> = read.all(
        "SELECT o.n, o.name FROM (SELECT key FROM lookup WHERE noun = 8 AND key >= char(1) AND key < char(2)
                                  GROUP BY key HAVING count(*) > 1) m
           CROSS JOIN lookup l ON l.noun = 8 AND l.key = m.key JOIN organizations o ON o.n = l.row",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut groups: BTreeMap<String, Vec<(i64, String)>> = BTreeMap::new();
    for (n, name) in rows {
        let group = groups.entry(core_name(&name)).or_default();
        group.push((n, name));
    }
    let mut found = BTreeMap::new();
    for group in groups.into_values().filter(|group| group.len() <= CROWD) {
        for (one, other) in each_two(&group) {
            let (reason, strength) = match text::identity(&one.1) == text::identity(&other.1) {
                true => (Reason::SameName, 3),
                false => (Reason::NearName, 2),
            };
            add(&mut found, (one.0, other.0), reason, "", strength);
        }
    }
    Ok(found)
}

/// Rows by number, as the list shows them.
fn rows(
    read: &Read<'_>,
    kind: DuplicatesKind,
    numbers: &[i64],
) -> Result<HashMap<i64, DuplicateRow>> {
    let numbers = list::numbers(numbers);
    let sql = match kind {
        DuplicatesKind::People => format!(
            "SELECT people.n, people.id, people.shown, organizations.name,
               (SELECT substr(i.value, -4) FROM identifiers i
                WHERE i.person = people.id AND i.kind = 'phone' AND i.deleted_at IS NULL LIMIT 1)
             FROM people {CURRENT_POSITION} WHERE people.n IN ({numbers})"
        ),
        DuplicatesKind::Organizations => {
            format!("SELECT n, id, name, industry, NULL FROM organizations WHERE n IN ({numbers})")
        }
    };
    let rows = read.uncached(&sql, |row| {
        let shown = DuplicateRow {
            id: row.get(1)?,
            name: row.get(2)?,
            about: row.get(3)?,
            tail: row.get(4)?,
        };
        Ok((row.get(0)?, shown))
    })?;
    Ok(rows.into_iter().collect())
}
