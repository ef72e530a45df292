//! Keeping a candidate's words only as long as was agreed: whose retention day has passed, and erasing
//! them for good. What stays is that there was a conversation, when, who held it, and which questions
//! were answered; `docs/decisions/0005` says what else.

use rusqlite::params;
use rusqlite::types::Value;
use serde::Serialize;

use crate::fields::FieldValue;
use crate::followups::Followup;
use crate::guides::{self, Answer, Interview, Wording};
use crate::kernel::{Act, Db, Error, Id, Read, Record, Result, WriteTx, Written, same};
use crate::organizations::Position;
use crate::people::{CURRENT_POSITION, Identifier, Person, PersonKind, PersonRef, called};
use crate::pipeline::{Deal, SourceLine};
use crate::touchpoints::Touchpoint;
use crate::{group_of, root_of};

/// Until when a person's answers are kept.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Kept {
    pub person: PersonRef,
    /// The latest day agreed in any of their interviews.
    pub until: String,
    /// That day has passed.
    pub over: bool,
    /// They go altogether; of anybody else only the answers go.
    pub candidate: bool,
}

/// Whose retention day has passed, the longest ago first.
pub fn due(read: &Read<'_>) -> Result<Vec<Kept>> {
    kept(read, None)
}

/// Until when this person's answers are kept, if that was agreed.
pub fn of_person(read: &Read<'_>, person: Id) -> Result<Option<Kept>> {
    Ok(kept(read, Some(person))?.pop())
}

// What lies in the recycle bin counts too: it is still in the file.
fn kept(read: &Read<'_>, person: Option<Id>) -> Result<Vec<Kept>> {
    let today = read.today().to_string();
    read.all(
        &format!(
            "SELECT people.id, people.shown, organizations.name, positions.title,
               max(i.retain_until) AS until, max(i.retain_until) < ?1, people.kind = ?3
             FROM interviews i JOIN touchpoints t ON t.id = i.touchpoint
               JOIN people ON people.id = {} {CURRENT_POSITION}
             WHERE i.retain_until IS NOT NULL AND (?2 IS NULL OR t.person IN {})
             GROUP BY people.n HAVING ?2 IS NOT NULL OR until < ?1 ORDER BY until, people.n",
            root_of!("people", "t.person"),
            group_of!("people", "?2")
        ),
        params![today, person, PersonKind::Candidate],
        |row| {
            Ok(Kept {
                person: PersonRef::of(row, 0)?,
                until: row.get(4)?,
                over: row.get(5)?,
                candidate: row.get(6)?,
            })
        },
    )
}

/// Erases a candidate: name, numbers, where they work, notes and whatever was said, in the rows, in the
/// log and in this file. Of somebody who is more to us by now only what was answered in interviews
/// goes. Whoever was merged into them is erased with them. No undo brings it back.
pub fn erase(db: &Db, id: Id) -> Result<Written<()>> {
    let id = db.read(|read| same::root(read, "people", id))?;
    let written = db.write(Act::new("person_erased").for_good(), |tx| {
        let person: Person = tx.find(id)?.ok_or_else(|| Error::absent("people", id))?;
        let candidate = person.kind == PersonKind::Candidate;
        tx.name_subject(called(id, person.kind, &person.name));
        let mut everybody = vec![person];
        for merged in same::merged(tx, "people", id)? {
            everybody.extend(tx.find::<Person>(merged)?);
        }
        for person in everybody {
            erase_interviews(tx, person.id)?;
            if candidate {
                let code = called(person.id, PersonKind::Candidate, &person.name);
                erase_talk(tx, person.id)?;
                erase_name(tx, &person, &code)?;
                erase_person(tx, person.id, code)?;
            }
        }
        Ok(())
    })?;
    for planned in db.read(|read| guides::unfinished(read, Some(id)))? {
        if !planned.kept {
            guides::discard(db, planned.id)?;
        }
    }
    db.scrub()?;
    Ok(written)
}

/// Ids of a noun's rows, deleted ones too.
fn ids<R: Record>(read: &Read<'_>, which: &str, of: Id) -> Result<Vec<Id>> {
    let table = R::noun().table;
    let sql = format!("SELECT id FROM {table} WHERE {which}");
    read.all(&sql, [of], |row| row.get(0))
}

fn empty(columns: &[&'static str]) -> Vec<(&'static str, Value)> {
    columns.iter().map(|name| (*name, Value::Null)).collect()
}

const OF_PERSON: &str = "touchpoint IN (SELECT id FROM touchpoints WHERE person = ?1)";
const WORDS: &[&str] = &["summary", "raw", "who"];

/// The answers, the questions asked on the spot, and what was noted of the conversation.
fn erase_interviews(tx: &mut WriteTx<'_>, person: Id) -> Result<()> {
    for interview in ids::<Interview>(tx, OF_PERSON, person)? {
        for answer in ids::<Answer>(tx, "interview = ?1", interview)? {
            tx.erase(Answer::noun(), answer, &empty(&["text"]))?;
        }
        let own = "question IN (SELECT id FROM questions WHERE interview = ?1)";
        for wording in ids::<Wording>(tx, own, interview)? {
            let dash = || Value::Text("–".to_owned());
            let stays = [("title", dash()), ("text", dash()), ("probe", Value::Null)];
            tx.erase(Wording::noun(), wording, &stays)?;
        }
        let held = "id = (SELECT touchpoint FROM interviews WHERE id = ?1)";
        for touchpoint in ids::<Touchpoint>(tx, held, interview)? {
            tx.erase(Touchpoint::noun(), touchpoint, &empty(WORDS))?;
        }
        tx.erase(Interview::noun(), interview, &empty(&["retain_until"]))?;
        tx.erase_drafts(&format!("interview:{interview}"), None)?;
    }
    Ok(())
}

fn erase_talk(tx: &mut WriteTx<'_>, person: Id) -> Result<()> {
    for touchpoint in ids::<Touchpoint>(tx, "person = ?1", person)? {
        tx.erase(Touchpoint::noun(), touchpoint, &empty(WORDS))?;
    }
    Ok(())
}

/// The name where somebody typed it: in promises, deals, what actions are said to be about, drafts.
fn erase_name(tx: &mut WriteTx<'_>, person: &Person, code: &str) -> Result<()> {
    let id = person.id;
    let names = names(tx, person)?;
    let renamed = |text: &str| {
        names
            .iter()
            .fold(text.to_owned(), |text, name| text.replace(name, code))
    };
    for followup in ids::<Followup>(tx, "person = ?1", id)? {
        let row: Option<Followup> = tx.find(followup)?;
        let title = renamed(&row.map(|row| row.title).unwrap_or_default());
        tx.erase(Followup::noun(), followup, &[("title", Value::Text(title))])?;
    }
    for deal in ids::<Deal>(tx, "person = ?1", id)? {
        let row: Option<Deal> = tx.find(deal)?;
        let name = renamed(&row.map(|row| row.name).unwrap_or_default());
        tx.erase(Deal::noun(), deal, &[("name", Value::Text(name))])?;
    }
    for name in &names {
        tx.rename_subjects(Person::noun(), id, name, code)?;
        tx.erase_drafts("", Some(name))?;
    }
    Ok(())
}

/// What they were ever called. A single letter is no name: it stands in every other word.
fn names(read: &Read<'_>, person: &Person) -> Result<Vec<String>> {
    let lines = crate::kernel::changes::history(crate::model(), read, person.id)?;
    let told = lines.into_iter().filter(|line| line.field == "name");
    let mut names: Vec<String> = told
        .flat_map(|line| [line.old, line.new])
        .flatten()
        .collect();
    names.push(person.name.clone());
    names.retain(|name| name.chars().count() > 1);
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    Ok(names)
}

fn erase_person(tx: &mut WriteTx<'_>, id: Id, code: String) -> Result<()> {
    // Their ids are made of the numbers themselves, so nothing of these rows may stay.
    for identifier in ids::<Identifier>(tx, "person = ?1", id)? {
        tx.purge(Identifier::noun(), identifier)?;
    }
    for position in ids::<Position>(tx, "person = ?1", id)? {
        tx.purge(Position::noun(), position)?;
    }
    for line in ids::<SourceLine>(tx, "target = ?1", id)? {
        tx.purge(SourceLine::noun(), line)?;
    }
    for held in ids::<FieldValue>(tx, "row = ?1", id)? {
        tx.purge(FieldValue::noun(), held)?;
    }
    let mut stays = empty(&["city", "note", "birthday_md"]);
    stays.push(("name", Value::Text(code)));
    tx.erase(Person::noun(), id, &stays)
}

#[cfg(test)]
mod tests;
