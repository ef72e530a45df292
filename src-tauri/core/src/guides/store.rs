//! Queries on guides, questions, interviews and answers.

use std::collections::HashMap;

use rusqlite::params;

use super::types::{Answer, Question, Wording};
use crate::kernel::settings::{self, Lang};
use crate::kernel::{Id, Read, Result};

/// The questions of one version of a guide, in their order.
pub fn questions(read: &Read<'_>, guide: Id, version: i64) -> Result<Vec<Question>> {
    read.rows(
        "WHERE guide = ?1 AND version = ?2 AND interview IS NULL AND deleted_at IS NULL ORDER BY place, n",
        params![guide, version],
    )
}

/// What one interview can be asked: its version's questions, then its own; those that were taken out
/// since but answered stay.
pub fn questions_of(
    read: &Read<'_>,
    guide: Id,
    version: i64,
    interview: Id,
) -> Result<Vec<Question>> {
    read.rows(
        "WHERE (interview = ?3 AND deleted_at IS NULL)
           OR (guide = ?1 AND version = ?2 AND interview IS NULL AND (deleted_at IS NULL
             OR id IN (SELECT question FROM answers WHERE interview = ?3 AND deleted_at IS NULL)))
         ORDER BY interview IS NOT NULL, place, n",
        params![guide, version, interview],
    )
}

/// The words of one version's questions, own questions of its interviews too.
pub fn wordings(read: &Read<'_>, guide: Id, version: i64) -> Result<HashMap<Id, Vec<Wording>>> {
    let rows: Vec<Wording> = read.rows(
        "WHERE deleted_at IS NULL AND question IN (SELECT id FROM questions WHERE guide = ?1 AND version = ?2)
         ORDER BY n",
        params![guide, version],
    )?;
    let mut found: HashMap<Id, Vec<Wording>> = HashMap::new();
    for row in rows {
        found.entry(row.question).or_default().push(row);
    }
    Ok(found)
}

/// The words to say: in the wanted language, else in the workspace's, else in any.
pub fn say(
    read: &Read<'_>,
    wordings: Option<&Vec<Wording>>,
    wanted: Lang,
) -> Result<Option<Wording>> {
    let wordings = wordings.map(Vec::as_slice).unwrap_or_default();
    let of = |lang: &str| wordings.iter().find(|words| words.lang.word() == lang);
    if let Some(words) = of(wanted.word()) {
        return Ok(Some(words.clone()));
    }
    let first = settings::get(read, settings::LANG)?;
    let words = first.as_deref().and_then(of).or(wordings.first());
    Ok(words.cloned())
}

/// Has this version been asked?
pub fn used(read: &Read<'_>, guide: Id, version: i64) -> Result<bool> {
    read.value(
        "SELECT EXISTS (SELECT 1 FROM interviews WHERE guide = ?1 AND version = ?2 AND deleted_at IS NULL)",
        params![guide, version],
    )
}

/// What was answered in an interview.
pub fn answers(read: &Read<'_>, interview: Id) -> Result<HashMap<Id, Answer>> {
    let rows: Vec<Answer> =
        read.rows("WHERE interview = ?1 AND deleted_at IS NULL", [interview])?;
    Ok(rows.into_iter().map(|row| (row.question, row)).collect())
}
