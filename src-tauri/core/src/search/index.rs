//! Which words of which rows are found: names and everything short that is said of people, organizations
//! and deals; what was said in conversations, answers and promises. A conversation does not hold the
//! name of whom it was with: renaming somebody rewrites nothing but their own words.
//!
//! A candidate is found here by the code, never by the name.

use crate::catalog::{Product, Tag, Tagging};
use crate::fields::{Field, FieldValue};
use crate::followups::Followup;
use crate::guides::Answer;
use crate::kernel::index::{Doc, Index, Table};
use crate::kernel::projections::{Source, Via};
use crate::kernel::{Read, Record, Result, text};
use crate::organizations::{Organization, Position};
use crate::people::{Identifier, IdentifierKind, Person, PersonKind};
use crate::pipeline::Deal;
use crate::touchpoints::Touchpoint;

/// Between the parts of one column that joins several rows: no text has it.
const PART: char = '\u{1F}';

const fn own(noun: fn() -> &'static crate::kernel::Noun) -> Source {
    Source {
        noun,
        via: Via::Own,
    }
}

const VALUES: Source = Source {
    noun: FieldValue::noun,
    via: Via::Column("row"),
};
const FIELDS: Source = Source {
    noun: Field::noun,
    via: Via::Found("SELECT row FROM field_values WHERE field = ?1"),
};

pub static PEOPLE: Index = Index {
    noun: Person::noun,
    table: Table::Names,
    sources: &[
        own(Person::noun),
        Source {
            noun: Identifier::noun,
            via: Via::Column("person"),
        },
        Source {
            noun: Position::noun,
            via: Via::Column("person"),
        },
        Source {
            noun: Organization::noun,
            via: Via::Found("SELECT person FROM positions WHERE organization = ?1"),
        },
        Source {
            noun: Tagging::noun,
            via: Via::Column("target"),
        },
        Source {
            noun: Tag::noun,
            via: Via::Found("SELECT target FROM taggings WHERE tag = ?1"),
        },
        VALUES,
        FIELDS,
    ],
    docs: people,
};

pub static ORGANIZATIONS: Index = Index {
    noun: Organization::noun,
    table: Table::Names,
    sources: &[
        own(Organization::noun),
        Source {
            noun: Tagging::noun,
            via: Via::Column("target"),
        },
        Source {
            noun: Tag::noun,
            via: Via::Found("SELECT target FROM taggings WHERE tag = ?1"),
        },
        VALUES,
        FIELDS,
    ],
    docs: organizations,
};

pub static DEALS: Index = Index {
    noun: Deal::noun,
    table: Table::Names,
    sources: &[
        own(Deal::noun),
        Source {
            noun: Organization::noun,
            via: Via::Found("SELECT id FROM deals WHERE organization = ?1"),
        },
        Source {
            noun: Product::noun,
            via: Via::Found("SELECT id FROM deals WHERE product = ?1"),
        },
        Source {
            noun: Tagging::noun,
            via: Via::Column("target"),
        },
        Source {
            noun: Tag::noun,
            via: Via::Found("SELECT target FROM taggings WHERE tag = ?1"),
        },
        VALUES,
        FIELDS,
    ],
    docs: deals,
};

pub static TOUCHPOINTS: Index = Index {
    noun: Touchpoint::noun,
    table: Table::Talk,
    sources: &[own(Touchpoint::noun)],
    docs: |read, rows| {
        talk(
            read,
            &format!(
                "SELECT n, at, summary FROM touchpoints
                 WHERE n IN ({rows}) AND deleted_at IS NULL AND summary IS NOT NULL"
            ),
        )
    },
};

pub static ANSWERS: Index = Index {
    noun: Answer::noun,
    table: Table::Talk,
    sources: &[own(Answer::noun)],
    docs: |read, rows| {
        talk(
            read,
            &format!(
                "SELECT n, stamp >> 16, text FROM answers
                 WHERE n IN ({rows}) AND deleted_at IS NULL AND text IS NOT NULL"
            ),
        )
    },
};

pub static FOLLOWUPS: Index = Index {
    noun: Followup::noun,
    table: Table::Talk,
    sources: &[own(Followup::noun)],
    docs: |read, rows| {
        talk(
            read,
            &format!(
                "SELECT n, coalesce(due_at, unixepoch(due_on || ' 12:00') * 1000, 0), title FROM followups
                 WHERE n IN ({rows}) AND deleted_at IS NULL"
            ),
        )
    },
};

/// Rows of number, moment and one text.
fn talk(read: &Read<'_>, sql: &str) -> Result<Vec<Doc>> {
    read.uncached(sql, |row| {
        Ok(Doc {
            row: row.get(0)?,
            at: row.get(1)?,
            texts: vec![row.get(2)?],
        })
    })
}

/// The names of the tags on a row, joined by [`PART`].
fn tags(of: &str) -> String {
    format!(
        "(SELECT group_concat(g.name, char(31)) FROM taggings x JOIN tags g ON g.id = x.tag AND g.deleted_at IS NULL
          WHERE x.target = {of}.id AND x.deleted_at IS NULL)"
    )
}

/// What a row holds in the team's own fields of words, joined by [`PART`].
fn held(of: &str) -> String {
    format!(
        "(SELECT group_concat(v.value, char(31)) FROM field_values v
            JOIN fields f ON f.id = v.field AND f.kind IN ('text', 'link')
          WHERE v.row = {of}.id AND v.deleted_at IS NULL)"
    )
}

fn parts(joined: Option<String>) -> Vec<String> {
    joined
        .iter()
        .flat_map(|joined| joined.split(PART).map(str::to_owned))
        .collect()
}

fn people(read: &Read<'_>, rows: &str) -> Result<Vec<Doc>> {
    let sql = format!(
        "SELECT p.n, p.stamp >> 16, p.shown, p.name, p.kind, p.note, p.city,
           (SELECT group_concat(coalesce(o.name, '') || char(31) || coalesce(w.title, ''), char(31))
            FROM positions w LEFT JOIN organizations o ON o.id = w.organization AND o.deleted_at IS NULL
            WHERE w.person = p.id AND w.deleted_at IS NULL AND w.to_on IS NULL),
           (SELECT group_concat(i.kind || ' ' || i.value, char(31)) FROM identifiers i
            WHERE i.person = p.id AND i.deleted_at IS NULL),
           {}, {}
         FROM people p WHERE p.n IN ({rows}) AND p.deleted_at IS NULL",
        tags("p"),
        held("p")
    );
    read.uncached(&sql, |row| {
        let (shown, name): (String, String) = (row.get(2)?, row.get(3)?);
        let kind: PersonKind = row.get(4)?;
        let note: Option<String> = row.get(5)?;
        let mut texts = vec![shown];
        if kind != PersonKind::Candidate {
            texts.extend(text::spellings(&text::fold(&name), true));
        }
        texts.extend(note.map(|note| pseudonymous(note, kind, &name)));
        texts.extend(row.get::<_, Option<String>>(6)?);
        texts.extend(parts(row.get(7)?));
        // An address often spells the name.
        if kind != PersonKind::Candidate {
            let said = parts(row.get(8)?);
            texts.extend(said.iter().flat_map(|said| of_identifier(said)));
        }
        texts.extend(parts(row.get(9)?));
        let held = parts(row.get(10)?).into_iter();
        texts.extend(held.map(|held| pseudonymous(held, kind, &name)));
        Ok(Doc {
            row: row.get(0)?,
            at: row.get(1)?,
            texts,
        })
    })
}

/// A text without a candidate's name in it.
fn pseudonymous(text: String, kind: PersonKind, name: &str) -> String {
    match kind {
        PersonKind::Candidate if !name.trim().is_empty() => text.replace(name.trim(), " "),
        _ => text,
    }
}

/// A number as it is dialled here and its last four digits; an address in its parts.
fn of_identifier(said: &str) -> Vec<String> {
    let (kind, value) = said.split_once(' ').unwrap_or(("", said));
    if kind != IdentifierKind::Phone.word() {
        return vec![value.to_owned()];
    }
    let digits = value.strip_prefix("+86").unwrap_or(value);
    let mut said = vec![digits.to_owned()];
    if digits != value {
        said.push(value.to_owned());
    }
    if let Some((at, _)) = digits.char_indices().rev().nth(3) {
        said.push(digits[at..].to_owned());
    }
    said
}

fn organizations(read: &Read<'_>, rows: &str) -> Result<Vec<Doc>> {
    let sql = format!(
        "SELECT o.n, o.stamp >> 16, o.name, o.note, o.industry, o.region, {}, {}
         FROM organizations o WHERE o.n IN ({rows}) AND o.deleted_at IS NULL",
        tags("o"),
        held("o")
    );
    read.uncached(&sql, |row| {
        let name: String = row.get(2)?;
        let mut texts = text::spellings(&text::fold(&name), false);
        texts.insert(0, name);
        for column in 3..6 {
            texts.extend(row.get::<_, Option<String>>(column)?);
        }
        texts.extend(parts(row.get(6)?));
        texts.extend(parts(row.get(7)?));
        Ok(Doc {
            row: row.get(0)?,
            at: row.get(1)?,
            texts,
        })
    })
}

fn deals(read: &Read<'_>, rows: &str) -> Result<Vec<Doc>> {
    let sql = format!(
        "SELECT d.n, d.stamp >> 16, d.name, d.note, o.name, p.name, {}, {}
         FROM deals d LEFT JOIN organizations o ON o.id = d.organization AND o.deleted_at IS NULL
           LEFT JOIN products p ON p.id = d.product AND p.deleted_at IS NULL
         WHERE d.n IN ({rows}) AND d.deleted_at IS NULL",
        tags("d"),
        held("d")
    );
    read.uncached(&sql, |row| {
        let name: String = row.get(2)?;
        let mut texts = text::spellings(&text::fold(&name), false);
        texts.insert(0, name);
        for column in 3..6 {
            texts.extend(row.get::<_, Option<String>>(column)?);
        }
        texts.extend(parts(row.get(6)?));
        texts.extend(parts(row.get(7)?));
        Ok(Doc {
            row: row.get(0)?,
            at: row.get(1)?,
            texts,
        })
    })
}
