//! Merging two rows into one, and setting them apart again. The row with the lower id stays, whoever merges:
//! two devices that merge differently end at the same one.

use std::collections::HashMap;

use rusqlite::types::Value;

use super::find;
use super::side::{offered, stored};
use super::types::{DuplicatesKind, MergeInput, Merging, Take};
use crate::kernel::{Act, Db, Error, Id, Noun, Read, Result, WriteTx, Written, changes, same};
use crate::people::{self, Person, PersonKind};

/// Merges two rows. The chosen values are written on the row that stays; numbers, tags, positions and what
/// was said stay rows of their own and are shown under it.
pub fn merge(db: &Db, input: &MergeInput) -> Result<Merging> {
    let table = input.kind.noun().table;
    let written = db.write(Act::new(label(input.kind)), |tx| {
        let (one, other) = (
            same::end(tx, table, input.one)?,
            same::end(tx, table, input.other)?,
        );
        let subject = names(tx, &[one.min(other), one.max(other)])?;
        tx.name_subject(subject);
        // The choices are of the two as they were handed in.
        let turned = one > other;
        let taken = input.taken.iter().map(|taken| {
            let take = match (taken.take, turned) {
                (Take::One, true) => Take::Other,
                (Take::Other, true) => Take::One,
                (take, _) => take,
            };
            (taken.field.as_str(), take)
        });
        one_into_other(tx, input.kind, (one, other), &taken.collect())
    })?;
    Ok(Merging {
        id: written.value,
        action: written.action,
        merged: 1,
    })
}

/// How many pairs are merged in one transaction.
const SLICE: usize = 200;

/// Merges every pair that has the same number or address and the same name, as one action.
pub fn merge_sure(db: &Db, kind: DuplicatesKind) -> Result<Merging> {
    let pairs = db.read(|read| find::sure(read, kind))?;
    let mut stays = None;
    let mut long = db.long(Act::new(label(kind)).on(pairs.len().to_string()));
    for some in pairs.chunks(SLICE) {
        let merged = long.slice(|tx| {
            for pair in some {
                let table = kind.noun().table;
                let ends = (same::end(tx, table, pair.0)?, same::end(tx, table, pair.1)?);
                if ends.0 != ends.1 {
                    stays = Some(one_into_other(tx, kind, ends, &HashMap::new())?);
                }
            }
            Ok(())
        });
        if let Err(error) = merged {
            long.cancel()?;
            return Err(error);
        }
    }
    let (action, _) = long.finish()?;
    Ok(Merging {
        id: stays.ok_or_else(|| Error::absent(kind.noun().table, ""))?,
        action,
        merged: u32::try_from(pairs.len()).unwrap_or(u32::MAX),
    })
}

fn label(kind: DuplicatesKind) -> &'static str {
    match kind {
        DuplicatesKind::People => "people_merged",
        DuplicatesKind::Organizations => "organizations_merged",
    }
}

/// Both are ends: rows that stand for themselves. Returns the one that stays. What is taken from the other is
/// written before the other says where it went: setting apart looks for it there.
fn one_into_other(
    tx: &mut WriteTx<'_>,
    kind: DuplicatesKind,
    (one, other): (Id, Id),
    taken: &HashMap<&str, Take>,
) -> Result<Id> {
    if one == other {
        return Err(Error::invalid("other").because("the same row"));
    }
    let noun = kind.noun();
    let (stays, goes) = (one.min(other), one.max(other));
    let (left, right) = (stored(tx, noun, stays)?, stored(tx, noun, goes)?);
    let offers = offered(noun, &left, &right);
    for (at, offer) in offers {
        let cell = &noun.cells[at];
        let take = taken.get(cell.name).copied().unwrap_or(offer);
        let both = match (&left[cell.first], &right[cell.first]) {
            (Value::Text(one), Value::Text(two)) => vec![Value::Text(format!("{one}\n\n{two}"))],
            _ => right[cell.range()].to_vec(),
        };
        let values = match take {
            Take::One => continue,
            Take::Other => right[cell.range()].to_vec(),
            Take::Both => both,
        };
        // Nothing belongs to itself.
        if !values.contains(&Value::Blob(stays.bytes().to_vec())) {
            tx.put_cell(noun, stays, at, &values)?;
        }
    }
    let into = Value::Blob(stays.bytes().to_vec());
    tx.put_cell(noun, goes, merged_into(noun)?, &[into])?;
    if kind == DuplicatesKind::People {
        let person: Person = tx.get(stays)?;
        if person.kind == PersonKind::Candidate {
            people::hide_name(tx, stays, &person.name)?;
        }
    }
    Ok(stays)
}

/// Position of the cell that says where a row went.
fn merged_into(noun: &Noun) -> Result<usize> {
    let at = noun
        .cells
        .iter()
        .position(|cell| cell.name == "merged_into");
    at.ok_or_else(|| Error::invalid("kind").because(noun.table))
}

/// Sets a row apart again that was merged into another. Both come back as they were: what the merge wrote
/// on the other goes, unless it was changed since. What was written down since then stays with the row it
/// was written for.
pub fn separate(db: &Db, kind: DuplicatesKind, id: Id) -> Result<Written<()>> {
    let act = match kind {
        DuplicatesKind::People => "people_separated",
        DuplicatesKind::Organizations => "organizations_separated",
    };
    db.write(Act::new(act), |tx| {
        let subject = names(tx, &[id])?;
        tx.name_subject(subject);
        let (noun, at) = (kind.noun(), merged_into(kind.noun())?);
        if stored(tx, noun, id)?[noun.cells[at].first] == Value::Null {
            return Err(Error::invalid("id").because("was never merged"));
        }
        changes::unlay(crate::model(), tx, id)?;
        tx.put_cell(noun, id, at, &[Value::Null])?;
        Ok(())
    })
}

/// What rows are called, side by side, as an action is named after them.
pub(super) fn names(read: &Read<'_>, ids: &[Id]) -> Result<String> {
    let mut all = Vec::new();
    for id in ids {
        let name: Option<String> = read.first(
            "SELECT shown FROM people WHERE id = ?1 UNION ALL SELECT name FROM organizations WHERE id = ?1",
            [id],
            |row| row.get(0),
        )?;
        all.extend(name);
    }
    all.dedup();
    Ok(all.join(" · "))
}
