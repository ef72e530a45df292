//! What was said, by its words: conversations, answers, promises, the latest first. The index knows which
//! rows hold the words; whether they stand there as asked, each row's own text tells. Of what a candidate
//! said the name is left out before anything is looked for.

use std::collections::{BTreeSet, HashMap};

use rusqlite::params;

use super::find::{Asked, FoundGroup, FoundHit, FoundKind, Opens};
use super::spelling::without_title;
use super::store::Range;
use super::{index as indexes, records, snippet};
use crate::kernel::index::{self, Index};
use crate::kernel::words::Term;
use crate::kernel::{Id, Noun, Read, Record, Result, list, same, text};
use crate::organizations::Organization;
use crate::people::{Person, PersonKind};
use crate::touchpoints::Channel;

/// How many rows' texts are read for one kind before counting stops.
const READ: usize = 2_000;
/// Rows of one look.
const LOOK: usize = 200;
/// How many rows that hold the words are gone through for whom they were said to.
const WALKED: usize = 8_000;
/// Whom a word may name: so many of each kind, and so much of what each of them said.
const NAMED: usize = 20;
const SAID: usize = 100;

/// A row with its text and whom it was with.
struct Said {
    n: i64,
    id: Id,
    text: String,
    at: i64,
    day_only: bool,
    channel: Option<Channel>,
    person: Option<(Id, String, PersonKind)>,
    organization: Option<(Id, String)>,
    deal: Option<(Id, String)>,
    touchpoint: Option<Id>,
}

struct Spoken {
    index: &'static Index,
    /// Id, text, when, day only, channel, and the touchpoint, of rows aliased `t` with what `joins` adds.
    columns: &'static str,
    joins: &'static str,
    /// Whose row has person, organization and deal.
    with: &'static str,
}

const TOUCHPOINTS: Spoken = Spoken {
    index: &indexes::TOUCHPOINTS,
    columns: "t.id, coalesce(t.summary, ''), t.at, t.at_day, t.channel, t.id",
    joins: "",
    with: "t",
};
const ANSWERS: Spoken = Spoken {
    index: &indexes::ANSWERS,
    columns: "t.id, coalesce(t.text, ''), c.at, c.at_day, c.channel, c.id",
    joins: "JOIN interviews i ON i.id = t.interview AND i.deleted_at IS NULL
            JOIN touchpoints c ON c.id = i.touchpoint AND c.deleted_at IS NULL",
    with: "c",
};
const FOLLOWUPS: Spoken = Spoken {
    index: &indexes::FOLLOWUPS,
    columns: "t.id, t.title, coalesce(t.due_at, unixepoch(t.due_on || ' 12:00') * 1000, 0), t.due_at IS NULL, t.channel, t.touchpoint",
    joins: "",
    with: "t",
};

/// What was said in one way, with all terms in its words or, some of them, in the names of whom it was
/// said to; the latest first.
pub fn find(read: &Read<'_>, kind: FoundKind, asked: &Asked, limit: usize) -> Result<FoundGroup> {
    let spoken = match kind {
        FoundKind::Answer => ANSWERS,
        FoundKind::Followup => FOLLOWUPS,
        _ => TOUCHPOINTS,
    };
    let mut search = Search {
        read,
        spoken,
        asked,
        seen: BTreeSet::new(),
        found: Vec::new(),
        stopped: false,
    };
    search.run()?;
    let Search {
        mut found, stopped, ..
    } = search;
    found.sort_by_key(|(said, _)| std::cmp::Reverse((said.at, said.n)));
    let more = stopped || found.len() > asked.most;
    found.truncate(asked.most);
    let total = found.len() as i64;
    found.truncate(limit);
    Ok(FoundGroup {
        kind,
        hits: found
            .into_iter()
            .map(|(said, marks)| hit(kind, said, &marks, &asked.terms))
            .collect(),
        total,
        more,
    })
}

type Marks = Vec<(usize, usize)>;

struct Search<'r, 'c> {
    read: &'r Read<'c>,
    spoken: Spoken,
    asked: &'r Asked,
    seen: BTreeSet<i64>,
    found: Vec<(Said, Marks)>,
    /// There may be more.
    stopped: bool,
}

impl Search<'_, '_> {
    fn noun(&self) -> &'static Noun {
        (self.spoken.index.noun)()
    }

    fn run(&mut self) -> Result<()> {
        let terms = &self.asked.terms;
        // Of a word with an open end the index must put all rows together before it gives the first. If
        // it stands in many, it stands in some of the latest.
        let short = |term: &Term| term.is_open() && term.letters().chars().count() < 3;
        if terms.iter().any(short) && self.latest()? {
            return Ok(());
        }
        self.indexed(terms, &[2 * LOOK, READ])?;
        if terms.len() < 2 {
            return Ok(());
        }
        for (at, term) in terms.iter().enumerate() {
            let mut others = terms.clone();
            others.remove(at);
            self.said_to(&others, term)?;
            self.of_named(term)?;
        }
        // Several words may be names, or stand in the name of a deal.
        for at in 0..terms.len() {
            self.indexed(&terms[at..=at], &[2 * LOOK])?;
        }
        Ok(())
    }

    fn enough(&self) -> bool {
        self.found.len() > self.asked.most
    }

    /// Looks at the latest rows for as long as every tenth of them fits. True: enough were found.
    fn latest(&mut self) -> Result<bool> {
        let (first, mut before) = index::docids(self.noun());
        for look in 1..=READ / LOOK {
            let docs: Vec<(i64, i64)> = self.read.all(
                "SELECT docid, row FROM search_docs WHERE docid >= ?1 AND docid < ?2
                 ORDER BY docid DESC LIMIT ?3",
                params![first, before, LOOK as i64],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            let Some((last, _)) = docs.last() else {
                return Ok(false);
            };
            before = *last;
            self.look(docs.into_iter().map(|(_, row)| row).collect())?;
            if self.enough() {
                return Ok(true);
            }
            if self.found.len() * 10 < look * LOOK {
                return Ok(false);
            }
        }
        Ok(false)
    }

    /// Looks at the rows that the index says hold these terms: at so many, and if those are not enough, at
    /// as many as are said next.
    fn indexed(&mut self, terms: &[Term], most: &[usize]) -> Result<()> {
        if self.enough() {
            return Ok(());
        }
        let sql =
            "SELECT f.rowid, d.row FROM search_talk f CROSS JOIN search_docs d ON d.docid = f.rowid
                   WHERE f.search_talk MATCH ?1 ORDER BY f.rowid DESC LIMIT ?2";
        let matching = index::matching(self.noun(), terms, false);
        let mut looked = 0;
        for most in most {
            let rows: Vec<i64> = self
                .read
                .all(sql, params![matching, *most as i64], |row| row.get(1))?;
            for some in rows[looked.min(rows.len())..].chunks(LOOK) {
                self.look(some.to_vec())?;
                if self.enough() {
                    return Ok(());
                }
            }
            if rows.len() < *most {
                return Ok(());
            }
            looked = rows.len();
        }
        self.stopped = true;
        Ok(())
    }

    /// Looks at the rows that hold these terms, among the latest of those, and were said to somebody whose
    /// name, or firm's name, begins with another.
    fn said_to(&mut self, terms: &[Term], name: &Term) -> Result<()> {
        if self.enough() {
            return Ok(());
        }
        let Spoken { joins, with, .. } = self.spoken;
        let called = |column: &str, noun: &Noun| {
            format!(
                "{} IN (SELECT r.id FROM lookup k CROSS JOIN {} r ON r.n = k.row
                 WHERE k.noun = {} AND k.key >= ?2 AND k.key < ?3)",
                same::root_sql(noun.table, &format!("{with}.{column}")),
                noun.table,
                noun.no
            )
        };
        let sql = format!(
            "SELECT x.row FROM (
               SELECT d.row FROM search_talk f CROSS JOIN search_docs d ON d.docid = f.rowid
               WHERE f.search_talk MATCH ?1 ORDER BY f.rowid DESC LIMIT {WALKED}) x
             CROSS JOIN {} t ON t.n = x.row {joins}
             WHERE {} OR {} LIMIT ?4",
            self.noun().table,
            called("person", Person::noun()),
            called("organization", Organization::noun())
        );
        let keys = Range::beginning(&without_title(&text::fold(&name.letters())));
        let most = 2 * LOOK;
        let rows: Vec<i64> = self.read.all(
            &sql,
            params![
                index::matching(self.noun(), terms, false),
                keys.from,
                keys.to,
                most as i64
            ],
            |row| row.get(0),
        )?;
        self.stopped |= rows.len() == most;
        for some in rows.chunks(LOOK) {
            self.look(some.to_vec())?;
            if self.enough() {
                break;
            }
        }
        Ok(())
    }

    /// Looks at what those said whom a term may name.
    fn of_named(&mut self, term: &Term) -> Result<()> {
        if self.enough() {
            return Ok(());
        }
        let table = self.noun().table;
        let at = match table {
            "touchpoints" => "t.at",
            _ => "t.n",
        };
        let Spoken { joins, with, .. } = self.spoken;
        for (noun, column) in [
            (Person::noun(), "person"),
            (Organization::noun(), "organization"),
        ] {
            let mut named = records::called(self.read, noun, &term.letters(), NAMED)?;
            named.truncate(NAMED);
            for row in named {
                let sql = format!(
                    "SELECT t.n FROM {table} t {joins}
                     WHERE {with}.{column} = (SELECT id FROM {} WHERE n = ?1) AND t.deleted_at IS NULL
                     ORDER BY {at} DESC LIMIT {SAID}",
                    noun.table
                );
                let rows = self.read.all(&sql, [row], |found| found.get(0))?;
                self.look(rows)?;
                if self.enough() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Keeps those of these rows that fit.
    fn look(&mut self, mut rows: Vec<i64>) -> Result<()> {
        rows.retain(|row| self.seen.insert(*row));
        if rows.is_empty() {
            return Ok(());
        }
        for said in self.said(&rows)? {
            if let Some(marks) = fits(&said, &self.asked.terms) {
                self.found.push((said, marks));
            }
        }
        Ok(())
    }

    fn said(&self, rows: &[i64]) -> Result<Vec<Said>> {
        let Spoken {
            columns,
            joins,
            with,
            ..
        } = self.spoken;
        let sql = format!(
            "SELECT t.n, {columns}, p.id, p.shown, p.kind, p.name, o.id, o.name, d.id, d.name
             FROM {} t {joins}
               LEFT JOIN people p ON p.id = {} AND p.deleted_at IS NULL
               LEFT JOIN organizations o ON o.id = {} AND o.deleted_at IS NULL
               LEFT JOIN deals d ON d.id = {with}.deal AND d.deleted_at IS NULL
             WHERE t.n IN ({}) AND t.deleted_at IS NULL",
            self.noun().table,
            same::root_sql("people", &format!("{with}.person")),
            same::root_sql("organizations", &format!("{with}.organization")),
            list::numbers(rows)
        );
        let found = self.read.uncached(&sql, |row| {
            let mut text: String = row.get(2)?;
            let person = match row.get::<_, Option<Id>>(7)? {
                Some(id) => {
                    let (shown, kind): (String, PersonKind) = (row.get(8)?, row.get(9)?);
                    if kind == PersonKind::Candidate {
                        text = pseudonymous(&text, &row.get::<_, String>(10)?, &shown);
                    }
                    Some((id, shown, kind))
                }
                None => None,
            };
            let named = |id: usize| -> rusqlite::Result<Option<(Id, String)>> {
                let found: Option<Id> = row.get(id)?;
                found.map(|found| Ok((found, row.get(id + 1)?))).transpose()
            };
            Ok(Said {
                n: row.get(0)?,
                id: row.get(1)?,
                text,
                at: row.get(3)?,
                day_only: row.get(4)?,
                channel: row.get(5)?,
                touchpoint: row.get(6)?,
                person,
                organization: named(11)?,
                deal: named(13)?,
            })
        })?;
        let mut by_n: HashMap<i64, Said> = found.into_iter().map(|said| (said.n, said)).collect();
        Ok(rows.iter().filter_map(|n| by_n.remove(n)).collect())
    }
}

/// The text with a candidate's code in the place of the name.
fn pseudonymous(text: &str, name: &str, shown: &str) -> String {
    match name.trim() {
        "" => text.to_owned(),
        name => text.replace(name, shown),
    }
}

/// Where the terms stand in the text, if each stands there or in a name beside it, and one there.
fn fits(said: &Said, terms: &[Term]) -> Option<Marks> {
    let (marks, mut left) = snippet::marks(&said.text, terms);
    if marks.is_empty() {
        return None;
    }
    for name in said.names() {
        if left.is_empty() {
            break;
        }
        left = records::in_name(name, &left).1;
    }
    left.is_empty().then_some(marks)
}

impl Said {
    fn names(&self) -> impl Iterator<Item = &str> {
        let person = self.person.iter().map(|(_, shown, _)| shown.as_str());
        let organization = self.organization.iter().map(|(_, name)| name.as_str());
        let deal = self.deal.iter().map(|(_, name)| name.as_str());
        person.chain(organization).chain(deal)
    }

    /// The record on whose timeline it stands.
    fn opens(&self) -> Option<Opens> {
        let person = self
            .person
            .as_ref()
            .map(|(id, ..)| (FoundKind::Person, *id));
        let organization = self
            .organization
            .as_ref()
            .map(|(id, _)| (FoundKind::Organization, *id));
        let deal = self.deal.as_ref().map(|(id, _)| (FoundKind::Deal, *id));
        let (kind, id) = person.or(organization).or(deal)?;
        Some(Opens { kind, id })
    }
}

fn hit(kind: FoundKind, said: Said, marks: &Marks, terms: &[Term]) -> FoundHit {
    let opens = said.opens();
    let mut names = said.names();
    let name = names.next().map(str::to_owned);
    let about = names.next().map(str::to_owned);
    let (_, left) = snippet::marks(&said.text, terms);
    let matched = name
        .as_ref()
        .map(|name| records::in_name(name, &left).0)
        .unwrap_or_default();
    FoundHit {
        kind,
        id: said.id,
        name,
        matched,
        about,
        detail: None,
        snippet: Some(snippet::cut(&said.text, marks)),
        at: Some(said.at),
        day_only: said.day_only,
        channel: said.channel,
        opens,
        touchpoint: said.touchpoint,
    }
}
