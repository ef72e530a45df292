//! `touchline duplicates`.

use touchline_core::duplicates::{self, DuplicatesKind, MergeInput};
use touchline_core::kernel::{Db, Error, Id, Read, Record};
use touchline_core::organizations::Organization;
use touchline_core::people::Person;

use crate::args::Duplicates;
use crate::failure::Result;
use crate::list::{Column, Shape, Show};
use crate::output::{Answer, value};
use crate::words::{Words, params};

const COLUMNS: &[Column] = &[
    ("name", "/one/name", Shape::Text),
    ("organization", "/one/about", Shape::Text),
    ("other", "/other/name", Shape::Text),
    ("organization", "/other/about", Shape::Text),
    ("why", "/why/0/reason", Shape::Word("duplicates.reason")),
    ("value", "/why/0/value", Shape::Text),
    ("id", "/one/id", Shape::Text),
    ("id", "/other/id", Shape::Text),
];

pub fn run(db: &Db, words: &Words, what: Duplicates) -> Result<Answer> {
    match what {
        Duplicates::List { kind } => list(db, words, kind.parse()?),
        Duplicates::Merge { one, other } => merge(db, words, one, other),
        Duplicates::Separate { id } => separate(db, words, id),
    }
}

fn list(db: &Db, words: &Words, kind: DuplicatesKind) -> Result<Answer> {
    let (page, zone) = db.read(|read| Ok((duplicates::list(read, kind)?, read.zone)))?;
    let rows: Vec<_> = page.pairs.iter().map(value).collect::<Result<_>>()?;
    let text = Show { words, zone }.listed(&rows, COLUMNS, Some(i64::from(page.total)));
    Answer::new(&page, text)
}

fn merge(db: &Db, words: &Words, one: Id, other: Id) -> Result<Answer> {
    let kind = db.read(|read| kind_of(read, one))?;
    let input = MergeInput {
        kind,
        one,
        other,
        taken: Vec::new(),
    };
    let merging = duplicates::merge(db, &input)?;
    let stays = params([("id", merging.id.to_string())]);
    Answer::new(&merging, words.fill("cli.say.merged", &stays))
}

fn separate(db: &Db, words: &Words, id: Id) -> Result<Answer> {
    let kind = db.read(|read| kind_of(read, id))?;
    let written = duplicates::separate(db, kind, id)?;
    Answer::new(
        &serde_json::json!({ "action": written.action }),
        words.fill("cli.say.separated", &params([])),
    )
}

/// Whether an id is that of a person or of an organization.
fn kind_of(read: &Read<'_>, id: Id) -> touchline_core::kernel::Result<DuplicatesKind> {
    if read.find::<Person>(id)?.is_some() {
        return Ok(DuplicatesKind::People);
    }
    match read.find::<Organization>(id)? {
        Some(_) => Ok(DuplicatesKind::Organizations),
        None => Err(Error::absent(Person::noun().table, id)),
    }
}
