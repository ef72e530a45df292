//! People who are there, and how a line finds its own: by a number or address it shares with somebody of
//! the same name, or by one that tells by itself who somebody is (`people::identity`). Any other shared
//! number is no proof: a whole office may answer one.

use std::collections::{HashMap, HashSet};

use super::namesakes::Namesakes;
use crate::catalog::{self, Source};
use crate::exchange::known::{Known, Named};
use crate::kernel::{Id, Read, Result, same, text};
use crate::organizations::Position;
use crate::people::{Identifier, IdentifierKind, IdentifierState, Person, called, identity};

/// People and what hangs on them, as they are and as the lines planned so far will have made them.
pub struct People {
    pub people: Known<Person>,
    pub identifiers: Known<Identifier>,
    pub positions: Known<Position>,
    pub sources: Named<Source>,
    /// Who has an identifier.
    by_identifier: HashMap<(IdentifierKind, String), Vec<Id>>,
    /// The current position of somebody at an organization.
    by_place: HashMap<(Id, Id), Id>,
    /// Folded names of the tags somebody carries.
    tags: HashMap<Id, HashSet<String>>,
    /// Touchpoints of lines that are planned already.
    said: HashSet<Id>,
    /// Who has a name, and where somebody works.
    by_name: HashMap<String, Vec<Id>>,
    firms: HashMap<Id, Vec<Id>>,
    namesakes: Namesakes,
    /// Who was merged, with whom they stand under.
    roots: HashMap<Id, Id>,
    /// Values of which somebody said that several people answer them.
    shared: HashSet<Way>,
}

/// A number or address in its normal form.
type Way = (IdentifierKind, String);

/// Whom a line is about.
pub struct Claim {
    pub id: Id,
    /// Somebody of another name shares a number, and it does not tell who this is.
    pub shared: bool,
    /// A number tells that it is somebody who is known by this name.
    pub known_as: Option<String>,
}

/// A number or address as it stands in the file.
#[derive(Clone)]
pub struct Reach {
    pub kind: IdentifierKind,
    /// Its normal form.
    pub value: String,
    /// As written, where that differs.
    pub shown: Option<String>,
}

impl People {
    pub fn load(read: &Read<'_>) -> Result<Self> {
        let identifiers = Known::<Identifier>::load(read, "WHERE 1")?;
        let roots = same::roots(read, "people")?;
        let firms = same::roots(read, "organizations")?;
        let root = |id: &Id| roots.get(id).copied().unwrap_or(*id);
        let mut by_identifier: HashMap<Way, Vec<Id>> = HashMap::new();
        let mut shared = HashSet::new();
        for row in identifiers.live.values() {
            let way = (row.kind, row.value.clone());
            if row.state == Some(IdentifierState::Shared) {
                shared.insert(way.clone());
            }
            let known = by_identifier.entry(way).or_default();
            if !known.contains(&root(&row.person)) {
                known.push(root(&row.person));
            }
        }
        let positions = Known::<Position>::load(read, "WHERE 1")?;
        let current = positions.live.values().filter(|row| row.to_on.is_none());
        let by_place = current
            .map(|row| {
                let firm = firms.get(&row.organization).copied();
                (
                    (root(&row.person), firm.unwrap_or(row.organization)),
                    row.id,
                )
            })
            .collect();
        let carried = read.all(
            "SELECT g.target, t.name FROM taggings g JOIN tags t ON t.id = g.tag AND t.deleted_at IS NULL
               JOIN people p ON p.id = g.target WHERE g.deleted_at IS NULL",
            [],
            |row| Ok((row.get::<_, Id>(0)?, row.get::<_, String>(1)?)),
        )?;
        let mut tags: HashMap<Id, HashSet<String>> = HashMap::new();
        for (person, name) in carried {
            tags.entry(root(&person))
                .or_default()
                .insert(text::fold(&name));
        }
        let mut firms: HashMap<Id, Vec<Id>> = HashMap::new();
        for row in positions.live.values() {
            firms.entry(row.person).or_default().push(row.organization);
        }
        let mut ways: HashMap<Id, Vec<IdentifierKind>> = HashMap::new();
        for row in identifiers.live.values() {
            ways.entry(row.person).or_default().push(row.kind);
        }
        let people: Known<Person> = Known::load(read, "WHERE 1")?;
        let mut by_name: HashMap<String, Vec<Id>> = HashMap::new();
        let mut namesakes = Namesakes::default();
        for row in people.live.values() {
            let name = text::identity(&row.name);
            let firms = firms.get(&row.id).map_or(&[][..], Vec::as_slice);
            let kinds = ways.remove(&row.id).unwrap_or_default();
            namesakes.add(&name, firms, kinds.into_iter().collect());
            by_name.entry(name).or_default().push(row.id);
        }
        Ok(People {
            people,
            identifiers,
            positions,
            sources: Named::load(read, |row: &Source| (row.n, &row.name), catalog::source_id)?,
            by_identifier,
            by_place,
            tags,
            said: HashSet::new(),
            by_name,
            firms,
            namesakes,
            roots,
            shared,
        })
    }

    /// Whom a line is about: somebody of this name who is reached in one of these ways; somebody of any name
    /// whom a way tells that nobody else has, here or in the file (`names`: by how many names it is told
    /// there); else the one that such a line makes in every workspace.
    pub fn claim(
        &self,
        name: &str,
        firm: Option<&str>,
        reached: &[Reach],
        names: &HashMap<Way, HashSet<String>>,
    ) -> Claim {
        let derived = derived(name, firm, reached.first());
        let found = |id| Claim {
            id,
            shared: false,
            known_as: None,
        };
        if self.people.live.contains_key(&derived) {
            return found(self.roots.get(&derived).copied().unwrap_or(derived));
        }
        let wanted = text::identity(name);
        let mut others = HashSet::new();
        let mut told = HashSet::new();
        for reach in reached {
            let way = (reach.kind, reach.value.clone());
            let holders = self.by_identifier.get(&way).map(Vec::as_slice);
            let live = |id: &&Id| self.people.live.contains_key(*id);
            let holders: Vec<Id> = holders
                .unwrap_or_default()
                .iter()
                .filter(live)
                .copied()
                .collect();
            for id in &holders {
                if reach.kind == IdentifierKind::External || self.is_called(*id, &wanted) {
                    return found(*id);
                }
            }
            let alone = holders.len() <= identity::LIMIT
                && names
                    .get(&way)
                    .is_none_or(|names| names.len() <= identity::LIMIT)
                && !self.shared.contains(&way);
            if alone && identity::tells(reach.kind, &reach.value) {
                told.extend(holders.iter().copied());
            }
            others.extend(holders);
        }
        let told: Vec<Id> = told.into_iter().collect();
        match told.as_slice() {
            // Two numbers that tell of two people tell nothing.
            [only] => Claim {
                known_as: self
                    .people
                    .live
                    .get(only)
                    .map(|person| called(*only, person.kind, &person.name)),
                ..found(*only)
            },
            _ => Claim {
                shared: !others.is_empty(),
                ..found(derived)
            },
        }
    }

    /// The only person of this name, at this firm where one is told; nobody when there are several.
    pub fn only(&self, name: &str, firm: Option<Id>) -> Option<Id> {
        let named = self.by_name.get(&text::identity(name))?;
        let at = |person: &&Id| {
            let firms = self.firms.get(person).map_or(&[][..], Vec::as_slice);
            firm.is_none_or(|firm| firms.contains(&firm))
        };
        let mut found = named.iter().filter(at);
        let first = found.next()?;
        found.next().is_none().then_some(*first)
    }

    /// Whether a person to be made may be somebody who is there already. From now on they are there themselves.
    pub fn like(&mut self, id: Id, name: &str, firm: Option<Id>, reached: &[Reach]) -> bool {
        if self.people.live.contains_key(&id) {
            return false;
        }
        let ways = reached.iter().map(|reach| reach.kind).collect();
        let name = text::identity(name);
        let found = self.namesakes.like(&name, firm, ways);
        self.namesakes.add(&name, firm.as_slice(), ways);
        self.by_name.entry(name).or_default().push(id);
        self.firms.entry(id).or_default().extend(firm);
        found
    }

    /// By this name, or by that of somebody who was merged into them.
    fn is_called(&self, id: Id, wanted: &str) -> bool {
        let named = |id: &Id| {
            let person = self.people.live.get(id);
            person.is_some_and(|person| text::identity(&person.name) == wanted)
        };
        let mut merged = self.roots.iter().filter(|(_, root)| **root == id);
        named(&id) || merged.any(|(merged, _)| named(merged))
    }

    /// Who has this address: of several the one of this name, else the first.
    pub fn of_mail(&self, mail: &str, name: Option<&str>) -> Option<Id> {
        let key = (IdentifierKind::Email, mail.to_owned());
        let ids = self.by_identifier.get(&key)?;
        let mut there = ids
            .iter()
            .filter_map(|id| self.people.live.get(id))
            .peekable();
        let first = there.peek()?.id;
        let wanted = name.map(text::identity);
        let named = there.find(|person| Some(text::identity(&person.name)) == wanted);
        Some(named.map_or(first, |person| person.id))
    }

    /// Notes who is reached so from now on. False: they were before.
    pub fn reached(&mut self, person: Id, reach: &Reach) -> bool {
        let key = (reach.kind, reach.value.clone());
        let known = self.by_identifier.entry(key).or_default();
        if known.contains(&person) {
            return false;
        }
        known.push(person);
        true
    }

    /// The position that a line is about.
    pub fn place(&mut self, person: Id, organization: Id) -> Id {
        *self
            .by_place
            .entry((person, organization))
            .or_insert_with(|| Id::derived(&[b"positions", person.bytes(), organization.bytes()]))
    }

    /// Whether a touchpoint is still to be written: not there, not deleted since, not planned already.
    pub fn unsaid(&mut self, read: &Read<'_>, id: Id) -> Result<bool> {
        let there: bool = read.value(
            "SELECT EXISTS (SELECT 1 FROM touchpoints WHERE id = ?1)",
            [id],
        )?;
        Ok(!there && self.said.insert(id))
    }

    /// Those of these tags that somebody does not carry yet, and will from now on.
    pub fn untagged(&mut self, person: Id, tags: Vec<String>) -> Vec<String> {
        let carried = self.tags.entry(person).or_default();
        tags.into_iter()
            .filter(|tag| carried.insert(text::fold(tag)))
            .collect()
    }
}

/// By how many names each number or address is told in a file: (name, ways) of each line.
pub fn names<'l>(
    lines: impl Iterator<Item = (&'l str, &'l [Reach])>,
) -> HashMap<Way, HashSet<String>> {
    let mut names: HashMap<Way, HashSet<String>> = HashMap::new();
    for (name, reached) in lines {
        for reach in reached {
            let way = (reach.kind, reach.value.clone());
            names.entry(way).or_default().insert(text::identity(name));
        }
    }
    names
}

/// The identity of somebody whom nobody knows yet: of this name, reached in this way; without any, at this
/// firm. The same in every workspace.
fn derived(name: &str, firm: Option<&str>, way: Option<&Reach>) -> Id {
    let name = text::identity(name);
    let (kind, told) = match way {
        Some(reach) => (reach.kind.word(), reach.value.clone()),
        None => ("", firm.map(text::identity).unwrap_or_default()),
    };
    Id::derived(&[b"people", name.as_bytes(), kind.as_bytes(), told.as_bytes()])
}
