//! The team's own words as the settings show them: tags and sources with how many things carry each,
//! renamed, merged, put away; and what the grades A to D mean here.

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::catalog::{self, Source, Tag, Tagging};
use crate::kernel::text::required;
use crate::kernel::{Act, Code, Db, Error, Id, Read, Result, Written, settings, text};
use crate::people::{Grade, Person};
use crate::pipeline::Deal;
use crate::words;

words! {
    /// Which list of words.
    pub enum LabelKind {
        Tags = "tags",
        Sources = "sources",
    }
}

/// A tag or a source.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Label {
    pub id: Id,
    pub name: String,
    /// How many live rows carry it.
    pub uses: i64,
    pub archived: bool,
}

/// All tags, or all sources, by name; those put away last.
pub fn list(read: &Read<'_>, kind: LabelKind) -> Result<Vec<Label>> {
    let sql = match kind {
        LabelKind::Tags => {
            "SELECT l.id, l.name, coalesce(u.uses, 0), l.archived_at IS NOT NULL FROM tags l
             LEFT JOIN (SELECT tag AS label, count(*) AS uses FROM taggings WHERE deleted_at IS NULL GROUP BY tag) u
               ON u.label = l.id
             WHERE l.deleted_at IS NULL ORDER BY l.archived_at IS NOT NULL, l.name, l.n"
        }
        LabelKind::Sources => {
            "SELECT l.id, l.name, coalesce(u.uses, 0), l.archived_at IS NOT NULL FROM sources l
             LEFT JOIN (SELECT source AS label, count(*) AS uses FROM people
                        WHERE deleted_at IS NULL AND root IS NULL AND source IS NOT NULL GROUP BY source) u
               ON u.label = l.id
             WHERE l.deleted_at IS NULL ORDER BY l.archived_at IS NOT NULL, l.name, l.n"
        }
    };
    read.all(sql, [], |row| {
        Ok(Label {
            id: row.get(0)?,
            name: row.get(1)?,
            uses: row.get(2)?,
            archived: row.get(3)?,
        })
    })
}

/// Makes a tag or a source.
pub fn make(db: &Db, kind: LabelKind, name: &str) -> Result<Written<Id>> {
    let name = required(name, "name")?;
    db.write(Act::new("label_saved").on(&name), |tx| {
        refuse_taken(tx, kind, &name, None)?;
        match kind {
            LabelKind::Tags => catalog::tag(tx, &name),
            LabelKind::Sources => catalog::source(tx, &name),
        }
    })
}

/// Gives it another name; what carries it carries the new one. A name that another has is refused:
/// the two can be merged.
pub fn rename(db: &Db, kind: LabelKind, id: Id, name: &str) -> Result<Written<()>> {
    let name = required(name, "name")?;
    db.write(Act::new("label_saved").on(&name), |tx| {
        refuse_taken(tx, kind, &name, Some(id))?;
        match kind {
            LabelKind::Tags => {
                let mut row: Tag = tx.get(id)?;
                row.name = name.clone();
                tx.put(&row)?;
            }
            LabelKind::Sources => {
                let mut row: Source = tx.get(id)?;
                row.name = name.clone();
                tx.put(&row)?;
            }
        }
        Ok(())
    })
}

/// Puts it away, so that it is no longer offered, or takes it out again. What carries it keeps it.
pub fn archive(db: &Db, kind: LabelKind, id: Id, away: bool) -> Result<Written<()>> {
    let label = if away {
        "label_archived"
    } else {
        "label_saved"
    };
    db.write(Act::new(label), |tx| {
        let at = away.then_some(tx.now);
        let name = match kind {
            LabelKind::Tags => {
                let mut row: Tag = tx.get(id)?;
                row.archived_at = at;
                tx.put(&row)?;
                row.name
            }
            LabelKind::Sources => {
                let mut row: Source = tx.get(id)?;
                row.archived_at = at;
                tx.put(&row)?;
                row.name
            }
        };
        tx.name_subject(name);
        Ok(())
    })
}

/// Merges one into another: what carried the first carries the second, and the first is gone. One
/// action, so one undo brings it all back.
pub fn merge(db: &Db, kind: LabelKind, from: Id, into: Id) -> Result<Written<()>> {
    if from == into {
        return Err(Error::invalid("into"));
    }
    db.write(Act::new("label_merged"), |tx| {
        match kind {
            LabelKind::Tags => {
                let (gone, stays): (Tag, Tag) = (tx.get(from)?, tx.get(into)?);
                tx.name_subject(format!("{} → {}", gone.name, stays.name));
                let carried: Vec<Tagging> =
                    tx.rows("WHERE tag = ?1 AND deleted_at IS NULL", [from])?;
                for tagging in carried {
                    catalog::mark_with(tx, tagging.target, into)?;
                    tx.delete::<Tagging>(tagging.id)?;
                }
                tx.delete::<Tag>(from)?;
            }
            LabelKind::Sources => {
                let (gone, stays): (Source, Source) = (tx.get(from)?, tx.get(into)?);
                tx.name_subject(format!("{} → {}", gone.name, stays.name));
                let people: Vec<Person> =
                    tx.rows("WHERE source = ?1 AND deleted_at IS NULL", [from])?;
                for mut person in people {
                    person.source = Some(into);
                    tx.put(&person)?;
                }
                let deals: Vec<Deal> =
                    tx.rows("WHERE source = ?1 AND deleted_at IS NULL", [from])?;
                for mut deal in deals {
                    deal.source = Some(into);
                    tx.put(&deal)?;
                }
                tx.delete::<Source>(from)?;
            }
        }
        Ok(())
    })
}

fn refuse_taken(read: &Read<'_>, kind: LabelKind, name: &str, but: Option<Id>) -> Result<()> {
    let wanted = text::fold(name);
    let twin = list(read, kind)?
        .into_iter()
        .find(|label| Some(label.id) != but && text::fold(&label.name) == wanted);
    match twin {
        Some(twin) => Err(Error::new(Code::NameTaken).with("name", twin.name)),
        None => Ok(()),
    }
}

/// What a grade means to this team.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct GradeMeaning {
    pub grade: Grade,
    /// Empty: nobody wrote it down yet.
    pub meaning: String,
}

fn grade_key(grade: Grade) -> String {
    format!("grade.{grade}")
}

/// What the grades mean, A first.
pub fn grades(read: &Read<'_>) -> Result<Vec<GradeMeaning>> {
    Grade::ALL
        .iter()
        .map(|grade| {
            Ok(GradeMeaning {
                grade: *grade,
                meaning: settings::get(read, &grade_key(*grade))?.unwrap_or_default(),
            })
        })
        .collect()
}

/// Writes down what a grade means.
pub fn set_grade(db: &Db, grade: Grade, meaning: &str) -> Result<Written<()>> {
    db.write(Act::new("grade_meant").on(grade.word()), |tx| {
        settings::set(tx, &grade_key(grade), meaning.trim())
    })
}
