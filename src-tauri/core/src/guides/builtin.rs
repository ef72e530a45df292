//! The guides that come with the product. Their words stand in `builtin.txt`; ids are fixed, so that
//! every workspace and every device has the same ones.

use super::types::{Guide, Purpose, Question, Wording};
use crate::kernel::settings::Lang;
use crate::kernel::{Act, Db, Error, Id, Read, Result, WriteTx};
use crate::touchpoints::Channel;

const TABLE: &str = include_str!("builtin.txt");

/// The identity of a built-in guide.
pub fn guide_id(key: &str) -> Id {
    Id::derived(&[b"guides", key.as_bytes()])
}

/// The identity of a question of a built-in guide.
pub fn question_id(guide: &str, key: &str) -> Id {
    Id::derived(&[b"questions", guide.as_bytes(), key.as_bytes()])
}

/// Brings the built-in guides into a workspace that lacks them, as part of how it came to be.
pub fn provide(db: &Db) -> Result<()> {
    if !db.read(missing)? {
        return Ok(());
    }
    db.write(Act::new("guides_provided").foundation(), write)?;
    Ok(())
}

fn missing(read: &Read<'_>) -> Result<bool> {
    for part in parts() {
        if part.is_guide() && read.find::<Guide>(guide_id(part.key()))?.is_none() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn write(tx: &mut WriteTx<'_>) -> Result<()> {
    for (at, part) in parts().iter().filter(|part| part.is_guide()).enumerate() {
        let id = guide_id(part.key());
        if tx.find::<Guide>(id)?.is_some() {
            continue;
        }
        tx.put(&Guide {
            n: 0,
            id,
            deleted_at: None,
            name: part.head[2].to_owned(),
            purpose: part.key().parse::<Purpose>()?,
            channel: part.head[1].parse::<Channel>()?,
            builtin: Some(part.key().to_owned()),
            version: 1,
            place: at as i64 + 1,
        })?;
        write_questions(tx, id, part)?;
    }
    Ok(())
}

fn write_questions(tx: &mut WriteTx<'_>, guide: Id, part: &Part) -> Result<()> {
    let (mut place, mut question) = (0, guide);
    for line in &part.lines {
        if let Some(key) = line.strip_prefix("? ") {
            place += 1;
            question = question_id(part.key(), key);
            tx.put(&Question {
                n: 0,
                id: question,
                deleted_at: None,
                guide,
                version: 1,
                place,
                origin: question,
                interview: None,
            })?;
            continue;
        }
        let cells: Vec<&str> = cells(line);
        let &[lang, title, text, probe] = cells.as_slice() else {
            return Err(Error::internal(format!("built-in guide: {line}")));
        };
        let lang: Lang = lang.parse()?;
        tx.put(&Wording {
            n: 0,
            id: Wording::id_of(question, lang),
            deleted_at: None,
            question,
            lang,
            title: title.to_owned(),
            text: text.to_owned(),
            probe: Some(probe.to_owned()).filter(|probe| !probe.is_empty()),
        })?;
    }
    Ok(())
}

/// The sentence that is read aloud to a candidate before anything is written down.
pub fn consent_sentence(lang: Lang) -> String {
    let said = parts()
        .into_iter()
        .filter(|part| part.key() == "consent")
        .flat_map(|part| part.lines)
        .map(cells)
        .find(|cells| cells[0] == lang.word());
    said.and_then(|cells| cells.get(1).map(|said| (*said).to_owned()))
        .unwrap_or_default()
}

/// What stands between one `[head]` and the next.
struct Part {
    head: Vec<&'static str>,
    lines: Vec<&'static str>,
}

impl Part {
    fn key(&self) -> &'static str {
        self.head[0]
    }

    fn is_guide(&self) -> bool {
        self.head.len() == 3
    }
}

fn cells(line: &'static str) -> Vec<&'static str> {
    line.split('|').map(str::trim).collect()
}

fn parts() -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for line in TABLE.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match (line.strip_prefix('['), parts.last_mut()) {
            (Some(head), _) => parts.push(Part {
                head: cells(head.trim_end_matches(']')),
                lines: Vec::new(),
            }),
            (None, Some(part)) => part.lines.push(line),
            (None, None) => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_guide_says_each_question_in_three_languages() {
        let parts = parts();
        assert_eq!(parts.iter().filter(|part| part.is_guide()).count(), 7);
        for part in parts.iter().filter(|part| part.is_guide()) {
            assert!(part.key().parse::<Purpose>().is_ok(), "{}", part.key());
            assert!(part.head[1].parse::<Channel>().is_ok(), "{}", part.key());
            for question in part.lines.chunks(4) {
                let langs: Vec<&str> = question[1..].iter().map(|line| cells(line)[0]).collect();
                assert!(question[0].starts_with("? "), "{}", question[0]);
                assert_eq!(langs, ["zh-Hans", "zh-Hant", "en"], "{}", question[0]);
                assert!(question[1..].iter().all(|line| cells(line).len() == 4));
            }
        }
        for lang in Lang::ALL {
            assert!(!consent_sentence(*lang).is_empty(), "{lang}");
        }
    }
}
