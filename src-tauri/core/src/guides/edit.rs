//! Guides as they are listed, shown and edited. A guide that came with the product is copied to be
//! changed. A version that was asked is never changed: saving makes the next one.

use serde::{Deserialize, Serialize};

use super::builtin::consent_sentence;
use super::store;
use super::types::{Guide, Purpose, Question, Wording};
use crate::kernel::settings::Lang;
use crate::kernel::text::{filled, required};
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx, Written};
use crate::touchpoints::Channel;

/// A guide in a list. The name of a built-in one is the window's word for `builtin`.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct GuideLine {
    pub id: Id,
    pub name: String,
    pub builtin: Option<String>,
    pub purpose: Purpose,
    pub channel: Channel,
    pub version: i64,
    pub questions: i64,
    /// How many conversations were held with any version.
    pub interviews: i64,
}

/// A guide with the questions of its present version.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct GuideRecord {
    pub guide: GuideLine,
    pub questions: Vec<QuestionView>,
    /// Read aloud to a candidate before anything is written down, in each language; of no other guide.
    #[specta(optional)]
    pub consent: Vec<ConsentWords>,
}

/// The consent sentence in one language.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ConsentWords {
    pub lang: Lang,
    pub text: String,
}

/// A question in every language it has.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuestionView {
    pub id: Id,
    pub wordings: Vec<WordingView>,
}

/// A question's words in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct WordingView {
    pub lang: Lang,
    pub title: String,
    pub text: String,
    pub probe: Option<String>,
}

/// What the editor hands in: all questions in their new order.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct GuideInput {
    /// `None` makes a new guide.
    pub id: Option<Id>,
    pub name: String,
    pub channel: Channel,
    pub questions: Vec<QuestionInput>,
}

/// One question of the editor. Languages without a question are left out.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct QuestionInput {
    /// A question of the present version; `None`: a new one.
    pub id: Option<Id>,
    pub wordings: Vec<WordingView>,
}

const LINE: &str = "SELECT g.id, g.name, g.builtin, g.purpose, g.channel, g.version,
    (SELECT count(*) FROM questions q WHERE q.guide = g.id AND q.version = g.version
       AND q.interview IS NULL AND q.deleted_at IS NULL),
    (SELECT count(*) FROM interviews i WHERE i.guide = g.id AND i.deleted_at IS NULL)
  FROM guides g";

fn line(row: &rusqlite::Row<'_>) -> rusqlite::Result<GuideLine> {
    Ok(GuideLine {
        id: row.get(0)?,
        name: row.get(1)?,
        builtin: row.get(2)?,
        purpose: row.get(3)?,
        channel: row.get(4)?,
        version: row.get(5)?,
        questions: row.get(6)?,
        interviews: row.get(7)?,
    })
}

/// All guides: one's own first, then those that came with the product.
pub fn list(read: &Read<'_>) -> Result<Vec<GuideLine>> {
    read.all(
        &format!("{LINE} WHERE g.deleted_at IS NULL ORDER BY g.builtin IS NOT NULL, g.place, g.n"),
        [],
        line,
    )
}

/// One guide, archived or not.
pub fn record(read: &Read<'_>, id: Id) -> Result<GuideRecord> {
    let guide = read
        .first(&format!("{LINE} WHERE g.id = ?1"), [id], line)?
        .ok_or_else(|| Error::absent("guides", id))?;
    let mut wordings = store::wordings(read, id, guide.version)?;
    let questions = store::questions(read, id, guide.version)?
        .into_iter()
        .map(|question| QuestionView {
            id: question.id,
            wordings: wordings
                .remove(&question.id)
                .unwrap_or_default()
                .into_iter()
                .map(WordingView::from)
                .collect(),
        })
        .collect();
    let consent = match guide.purpose {
        Purpose::Candidate => Lang::ALL.iter().map(|lang| spoken(*lang)).collect(),
        _ => Vec::new(),
    };
    Ok(GuideRecord {
        guide,
        questions,
        consent,
    })
}

fn spoken(lang: Lang) -> ConsentWords {
    ConsentWords {
        lang,
        text: consent_sentence(lang),
    }
}

impl From<Wording> for WordingView {
    fn from(words: Wording) -> Self {
        WordingView {
            lang: words.lang,
            title: words.title,
            text: words.text,
            probe: words.probe,
        }
    }
}

/// Makes a guide or changes one's own.
pub fn save(db: &Db, input: GuideInput) -> Result<Written<Id>> {
    let name = required(&input.name, "name")?;
    let questions: Vec<QuestionInput> = input.questions.into_iter().filter_map(tidy).collect();
    if questions.is_empty() {
        return Err(Error::invalid("questions"));
    }
    db.write(Act::new("guide_saved").on(&name), |tx| {
        let mut guide = match input.id {
            Some(id) => tx.get(id)?,
            None => blank(tx, &name)?,
        };
        if guide.builtin.is_some() {
            return Err(Error::invalid("guide").because("built-in guides are copied, not edited"));
        }
        guide.name = name.clone();
        guide.channel = input.channel;
        let fresh = store::used(tx, guide.id, guide.version)?
            && differs(&record(tx, guide.id)?.questions, &questions);
        let before = store::questions(tx, guide.id, guide.version)?;
        if fresh {
            guide.version += 1;
        }
        tx.put(&guide)?;
        write_questions(tx, &guide, &before, &questions, fresh)?;
        Ok(guide.id)
    })
}

/// Makes one's own guide out of any. Its questions are counted together with those they come from.
pub fn copy(db: &Db, id: Id, name: &str) -> Result<Written<Id>> {
    let name = required(name, "name")?;
    db.write(Act::new("guide_copied").on(&name), |tx| {
        let from: Guide = tx.get(id)?;
        let questions: Vec<QuestionInput> = record(tx, id)?
            .questions
            .into_iter()
            .map(|question| QuestionInput {
                id: Some(question.id),
                wordings: question.wordings,
            })
            .collect();
        let guide = Guide {
            purpose: from.purpose,
            channel: from.channel,
            ..blank(tx, &name)?
        };
        tx.put(&guide)?;
        let before = store::questions(tx, id, from.version)?;
        write_questions(tx, &guide, &before, &questions, true)?;
        Ok(guide.id)
    })
}

/// Takes a guide out of the lists; what was asked with it stays.
pub fn archive(db: &Db, id: Id) -> Result<Written<bool>> {
    db.write(Act::new("guide_archived"), |tx| {
        tx.name_subject(tx.get::<Guide>(id)?.name);
        tx.delete::<Guide>(id)
    })
}

fn blank(tx: &WriteTx<'_>, name: &str) -> Result<Guide> {
    Ok(Guide {
        n: 0,
        id: tx.fresh_id(),
        deleted_at: None,
        name: name.to_owned(),
        purpose: Purpose::Own,
        channel: Channel::Interview,
        builtin: None,
        version: 1,
        place: tx.value("SELECT coalesce(max(place), 0) + 1 FROM guides", [])?,
    })
}

/// `fresh`: every question is written anew, those that were there before keep their origin.
fn write_questions(
    tx: &mut WriteTx<'_>,
    guide: &Guide,
    before: &[Question],
    questions: &[QuestionInput],
    fresh: bool,
) -> Result<()> {
    let mut kept = Vec::new();
    for (at, input) in questions.iter().enumerate() {
        let known = before.iter().find(|question| Some(question.id) == input.id);
        let id = match known {
            Some(known) if !fresh => known.id,
            _ => tx.fresh_id(),
        };
        tx.put(&Question {
            n: 0,
            id,
            deleted_at: None,
            guide: guide.id,
            version: guide.version,
            place: at as i64 + 1,
            origin: known.map_or(id, |known| known.origin),
            interview: None,
        })?;
        write_wordings(tx, id, &input.wordings)?;
        kept.push(id);
    }
    if !fresh {
        for gone in before
            .iter()
            .filter(|question| !kept.contains(&question.id))
        {
            tx.delete::<Question>(gone.id)?;
        }
    }
    Ok(())
}

fn write_wordings(tx: &mut WriteTx<'_>, question: Id, wordings: &[WordingView]) -> Result<()> {
    for lang in Lang::ALL {
        let id = Wording::id_of(question, *lang);
        match wordings.iter().find(|words| words.lang == *lang) {
            Some(words) => {
                tx.put(&Wording {
                    n: 0,
                    id,
                    deleted_at: None,
                    question,
                    lang: *lang,
                    title: words.title.clone(),
                    text: words.text.clone(),
                    probe: words.probe.clone(),
                })?;
            }
            None => {
                tx.delete::<Wording>(id)?;
            }
        }
    }
    Ok(())
}

/// Blank languages are left out, a missing title is the question itself; a question without words is none.
fn tidy(input: QuestionInput) -> Option<QuestionInput> {
    let wordings: Vec<WordingView> = input
        .wordings
        .into_iter()
        .filter_map(|words| {
            let text = filled(Some(words.text))?;
            Some(WordingView {
                lang: words.lang,
                title: filled(Some(words.title)).unwrap_or_else(|| text.clone()),
                text,
                probe: filled(words.probe),
            })
        })
        .collect();
    (!wordings.is_empty()).then_some(QuestionInput {
        id: input.id,
        wordings,
    })
}

fn differs(before: &[QuestionView], after: &[QuestionInput]) -> bool {
    let same = |(old, new): (&QuestionView, &QuestionInput)| {
        let mut words = new.wordings.iter();
        Some(old.id) == new.id
            && old.wordings.len() == new.wordings.len()
            && words.all(|words| old.wordings.contains(words))
    };
    before.len() != after.len() || !before.iter().zip(after).all(same)
}
